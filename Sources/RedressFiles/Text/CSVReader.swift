/// Reads CSV as RFC 4180 has it, with the place of every cell: cells between commas, in double quotes where they hold a
/// comma, a quote or a line break.
public struct CSVReader {
  /// What stands between two commas.
  public struct Cell: Hashable, Sendable {
    /// The text, without the quotes around it.
    public let text: String
    /// Where the cell begins, quotes and all.
    public let span: Span

    package init(text: String, span: Span) {
      self.text = text
      self.span = span
    }
  }

  /// The cells of one row, which may reach over several lines where a quoted cell holds line breaks.
  public struct Row: Hashable, Sendable {
    /// `nil` for a row that could not be read; its fault is among those of the text.
    public let cells: [Cell]?
    /// Where the row begins.
    public let span: Span

    package init(cells: [Cell]?, span: Span) {
      self.cells = cells
      self.span = span
    }
  }

  private let source: SourceText
  private var faults = FaultList()
  private var place = 0
  private var line = 1
  private var column = 1

  private init(_ source: SourceText) { self.source = source }

  /// The rows that are not blank, in order, and `csv.syntax` for each that cannot be read. Reading goes on after it.
  public static func rows(_ source: SourceText) -> (rows: [Row], faults: FaultList) {
    var reader = CSVReader(source)
    var rows: [Row] = []
    while reader.place < source.bytes.count {
      if let row = reader.row() { rows.append(row) }
    }
    return (rows, reader.faults)
  }

  private var byte: UInt8? { place < source.bytes.count ? source.bytes[place] : nil }

  private var isAtLineEnd: Bool {
    byte == nil || byte == .lineFeed
      || (byte == .carriageReturn && source.bytes.dropFirst(place + 1).first == .lineFeed)
  }

  private mutating func advance() {
    if source.bytes[place] == .lineFeed {
      line += 1
      column = 1
    } else if source.bytes[place] & 0xC0 != 0x80 {
      column += 1
    }
    place += 1
  }

  private mutating func endLine() {
    while !isAtLineEnd { advance() }
    while let byte, byte == .carriageReturn || byte == .lineFeed {
      advance()
      if byte == .lineFeed { return }
    }
  }

  private mutating func row() -> Row? {
    let start = Span(line: line, column: column)
    if isAtLineEnd {
      endLine()
      return nil
    }
    var cells: [Cell] = []
    while true {
      guard let cell = cell() else {
        endLine()
        return Row(cells: nil, span: start)
      }
      cells.append(cell)
      guard byte == UInt8(ascii: ",") else { break }
      advance()
    }
    endLine()
    return Row(cells: cells, span: start)
  }

  private mutating func cell() -> Cell? {
    let (startLine, startColumn, start) = (line, column, place)
    if byte == UInt8(ascii: "\"") { return quoted() }
    while let byte, byte != UInt8(ascii: ","), !isAtLineEnd {
      if byte == UInt8(ascii: "\"") {
        return fault(
          at: place, "A quote stands inside a cell.", "Put the cell in quotes, and write each quote in it twice.")
      }
      advance()
    }
    let text = String(decoding: source.bytes[start..<place], as: UTF8.self)
    return Cell(text: text, span: Span(line: startLine, column: startColumn, length: max(1, column - startColumn)))
  }

  private mutating func quoted() -> Cell? {
    let (startLine, startColumn, start) = (line, column, place)
    var bytes: [UInt8] = []
    advance()
    while true {
      guard let byte else {
        return fault(at: start, "This quote is not closed.", "Close it at the end of the cell.")
      }
      advance()
      guard byte == UInt8(ascii: "\"") else {
        bytes.append(byte)
        continue
      }
      guard self.byte == UInt8(ascii: "\"") else { break }
      bytes.append(byte)
      advance()
    }
    guard isAtLineEnd || byte == UInt8(ascii: ",") else {
      return fault(
        at: place, "Text stands behind the quote that closes the cell.", "Put all of the cell in its quotes.")
    }
    let length = line == startLine ? column - startColumn : 1
    return Cell(
      text: String(decoding: bytes, as: UTF8.self), span: Span(line: startLine, column: startColumn, length: length))
  }

  private mutating func fault(at offset: Int, _ says: String, _ mend: String) -> Cell? {
    faults.add(source.fault(.csvSyntax, atByte: offset, says: says, mend: mend))
    return nil
  }
}
