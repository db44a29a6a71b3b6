/// A text to be read, with its name: UTF-8 without a byte-order mark, its lines ended by LF or CRLF.
public struct SourceText: Sendable {
  /// The name that faults show, such as the path of the file.
  public let name: String
  /// The text without its byte-order mark. Valid UTF-8 without NUL.
  public let bytes: [UInt8]
  /// Whether the file began with a byte-order mark.
  public let hasByteOrderMark: Bool
  private let lines: LineIndex
  /// Lines of the file that are not in this text, and after which of its own lines they were left out.
  private let gap: Gap

  /// A part of a larger file names its places as they are in the whole file.
  package struct Gap: Sendable {
    let after: Int
    let lines: Int

    /// So many lines were left out after a line of the text; 0 is before the first.
    package init(after: Int = 0, lines: Int) {
      self.after = after
      self.lines = lines
    }

    func numberInFile(_ line: Int) -> Int { line > after ? line + lines : line }
  }

  /// How many bytes a text may hold unless the caller says otherwise: 64 MiB.
  public static let largest = 64 << 20

  /// - Throws: `file.too-large`, `file.empty`, `file.nul` or `file.not-utf8`; the last two with their place.
  public init(name: String, bytes: [UInt8], limit: Int = SourceText.largest) throws(FaultList) {
    guard bytes.count <= limit else { throw FaultList(Self.tooLarge(name, limit: limit)) }
    let hasMark = bytes.starts(with: Self.byteOrderMark)
    self.init(
      unchecked: hasMark ? Array(bytes.dropFirst(3)) : bytes, name: name, hasByteOrderMark: hasMark,
      gap: Gap(lines: 0))
    if let fault = check() { throw FaultList(fault) }
  }

  /// A part of a larger file, without its byte-order mark.
  /// - Throws: `file.empty`, `file.nul` or `file.not-utf8`.
  package init(partOf name: String, bytes: [UInt8], leavingOut gap: Gap) throws(FaultList) {
    self.init(unchecked: bytes, name: name, hasByteOrderMark: false, gap: gap)
    if let fault = check() { throw FaultList(fault) }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private init(unchecked bytes: [UInt8], name: String, hasByteOrderMark: Bool, gap: Gap) {
    self.gap = gap
    self.name = name
    self.bytes = bytes
    self.hasByteOrderMark = hasByteOrderMark
    lines = LineIndex(bytes)
  }

  /// The bytes of the file as they were, its byte-order mark included: what a digest is taken of.
  public var exactBytes: [UInt8] { hasByteOrderMark ? Self.byteOrderMark + bytes : bytes }

  /// Line and column of the byte at an offset. An offset past the end means the end.
  public func place(ofByte offset: Int) -> Place {
    let offset = min(max(offset, 0), bytes.count)
    let start = bytes[..<offset].lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
    let column = bytes[start..<offset].count { $0.beginsScalar } + 1
    return Place(file: name, line: gap.numberInFile(lines.line(ofByte: offset, in: bytes)), column: column)
  }

  /// The place of a node's first character in this text.
  public func place(of span: Span) -> Place {
    Place(file: name, line: gap.numberInFile(Int(span.line)), column: Int(span.column))
  }

  /// A line as a fault shows it, around a column; `nil` when there is no such line, or for a column so far along that
  /// to look for it again and again would take long.
  public func excerpt(line: Int, around column: Int = 1) -> Excerpt? {
    // A key that is given by mistake is never shown, on a screen or in a log.
    guard column <= 10_000, !bytes.starts(with: Array("-----BEGIN".utf8)),
      let start = lines.start(ofLine: line, in: bytes)
    else { return nil }
    let furthest = min(bytes.count, start + 4 * (max(column, 1) + Excerpt.width))
    let end = bytes[start..<furthest].firstIndex(of: .lineFeed) ?? furthest
    let scalars = Array(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars)
    return Excerpt(line: scalars.last == "\r" ? scalars.dropLast() : scalars, around: column)
  }

  /// The bytes of a line without its line break; `nil` when there is no such line.
  func byteRange(ofLine line: Int) -> Range<Int>? {
    guard let start = lines.start(ofLine: line, in: bytes) else { return nil }
    let end = bytes[start...].firstIndex(of: .lineFeed) ?? bytes.count
    return start..<(end > start && bytes[end - 1] == .carriageReturn ? end - 1 : end)
  }

  /// A fault at a node of this text, with its excerpt.
  public func fault(_ code: FaultCode, at span: Span, says: String, mend: String) -> Fault {
    let excerpt = excerpt(line: Int(span.line), around: Int(span.column))
    return Fault(code, at: place(of: span), length: Int(span.length), excerpt: excerpt, says: says, mend: mend)
  }

  /// A fault at a byte of this text, with its excerpt.
  public func fault(_ code: FaultCode, atByte offset: Int, length: Int = 1, says: String, mend: String) -> Fault {
    let line = lines.line(ofByte: min(max(offset, 0), bytes.count), in: bytes)
    let place = place(ofByte: offset)
    return Fault(
      code, at: place, length: length, excerpt: excerpt(line: line, around: place.column), says: says, mend: mend)
  }

  /// A fault of this text as a whole.
  public func fault(_ code: FaultCode, says: String, mend: String) -> Fault {
    Fault(code, in: name, says: says, mend: mend)
  }
}
