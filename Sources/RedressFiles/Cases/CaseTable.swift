/// Cases as the rows of a table, one a row, as spreadsheets and housing systems write them.
///
/// A column is a fact by its name, or `case`, `scheme`, `edition`, `format`, `item1.head`, `decision1.about`,
/// `references.household`, `letter.format` and so on. An empty cell is left out, and so is an item or a decision all of
/// whose cells are empty.
struct CaseTable {
  /// Where the cells of a column belong in a case.
  enum Column {
    case top(String)
    case fact(String)
    case item(Int, String)
    case decision(Int, String)
    case reference(String)
    case letter(String)
  }

  /// The columns of a table, in their order, each with its place.
  typealias Heading = [(column: Column, span: Span)]

  private let source: SourceText
  private var columns: Heading = []
  private(set) var faults: [Fault] = []

  /// One row: the case as a tree, or what is wrong with it.
  struct Reading {
    let node: Node?
    let faults: [Fault]
  }

  /// The cases of a text, in its order. Where the heading cannot be used, no row is read.
  /// - Parameter heading: What its heading was read as before, where it was.
  static func read(_ source: SourceText, heading: Heading? = nil) -> [Reading] {
    let (rows, rowFaults) = CSVReader.rows(source)
    return read(rows, rowFaults, source, heading: heading)
  }

  /// The cases of rows that were taken from a text, with the faults of those that could not be.
  static func read(
    _ rows: [CSVReader.Row], _ rowFaults: FaultList, _ source: SourceText, heading known: Heading? = nil
  ) -> [Reading] {
    guard let heading = rows.first else { return [] }
    var table = CaseTable(source)
    if let known { table.columns = known } else { table.readHeading(heading) }
    let headingFaults = table.faults + rowFaults.faults.filter { $0.place?.line == Int(heading.span.line) }
    guard headingFaults.isEmpty else { return [Reading(node: nil, faults: headingFaults)] }
    return rows.dropFirst().enumerated().map { place, row in
      let next = place + 2 < rows.count ? Int(rows[place + 2].span.line) : Int.max
      let own = rowFaults.faults.filter { (Int(row.span.line)..<next).contains($0.place?.line ?? 0) }
      return table.read(row, own)
    }
  }

  /// What is wrong with the heading of a table.
  static func faults(ofHeading source: SourceText) -> FaultList {
    let (rows, faults) = CSVReader.rows(source)
    var table = CaseTable(source)
    if let heading = rows.first { table.readHeading(heading) }
    var all = faults
    for fault in table.faults { all.add(fault) }
    return all
  }

  /// The columns of a heading; `nil` where it cannot be used.
  static func heading(_ row: CSVReader.Row, in source: SourceText) -> Heading? {
    var table = CaseTable(source)
    table.readHeading(row)
    return table.faults.isEmpty && row.cells != nil ? table.columns : nil
  }

  private init(_ source: SourceText) { self.source = source }

  private mutating func readHeading(_ row: CSVReader.Row) {
    var seen: Set<String> = []
    for cell in row.cells ?? [] {
      let name = cell.text.trimming(" ")
      if !seen.insert(name).inserted {
        fault(.csvColumn, cell.span, "The column \(Visible.quoted(name)) stands here twice.", "Keep one of them.")
      }
      guard let column = column(name) else {
        fault(
          .csvColumn, cell.span, "\(Visible.quoted(name)) is not the name of a column.",
          "Write a fact, case, scheme, item1.head, references.household or the like, with commas between."
        )
        continue
      }
      columns.append((column, cell.span))
    }
  }

  private func column(_ name: String) -> Column? {
    if ["case", "scheme", "edition", "format"].contains(name) { return .top(name) }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isNameByte) }) else { return nil }
    guard parts.count == 2 else { return .fact(name) }
    if parts[0] == "references" { return .reference(parts[1]) }
    if parts[0] == "letter" { return .letter(parts[1]) }
    if let number = Self.number(parts[0], after: "item") { return .item(number, parts[1]) }
    if let number = Self.number(parts[0], after: "decision") { return .decision(number, parts[1]) }
    return nil
  }

  /// A semicolon or a tab between names would make one long name of them all.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
  }

  /// The number of `item12`, counted from 1.
  private static func number(_ text: String, after word: String) -> Int? {
    guard text.hasPrefix(word) else { return nil }
    let digits = text.dropFirst(word.count)
    guard digits.isDigits, !digits.hasPrefix("0"), digits.utf8.count <= 4 else { return nil }
    return Int(digits)
  }

  private func read(_ row: CSVReader.Row, _ own: [Fault]) -> Reading {
    guard let cells = row.cells else { return Reading(node: nil, faults: own) }
    guard cells.count == columns.count else {
      let fault = source.fault(
        .csvRow, at: row.span, says: "This row has \(cells.count) cells, and the heading has \(columns.count).",
        mend: "Give it a cell for each column, if only an empty one.")
      return Reading(node: nil, faults: own + [fault])
    }
    return Reading(node: node(row, cells), faults: own)
  }

  private func node(_ row: CSVReader.Row, _ cells: [CSVReader.Cell]) -> Node {
    var (top, facts, references, letter): ([Node.Entry], [Node.Entry], [Node.Entry], [Node.Entry]) = ([], [], [], [])
    var items: [Int: [Node.Entry]] = [:]
    var decisions: [Int: [Node.Entry]] = [:]
    for (place, cell) in cells.enumerated() where !cell.text.isEmpty {
      func entry(_ key: String) -> Node.Entry {
        let value = Node(.scalar(Node.Scalar(cell.text, .plain)), at: cell.span)
        return Node.Entry(key: key, keySpan: columns[place].span, value: value)
      }
      switch columns[place].column {
      case .top(let key): top.append(entry(key))
      case .fact(let key): facts.append(entry(key))
      case .reference(let key): references.append(entry(key))
      case .letter(let key): letter.append(entry(key))
      case .item(let number, let key): items[number, default: []].append(entry(key))
      case .decision(let number, let key): decisions[number, default: []].append(entry(key))
      }
    }
    func part(_ key: String, _ kind: Node.Kind) -> Node.Entry {
      Node.Entry(key: key, keySpan: row.span, value: Node(kind, at: row.span))
    }
    func list(_ numbered: [Int: [Node.Entry]]) -> Node.Kind {
      .list(numbered.keys.sorted().map { Node(.map(numbered[$0]!), at: numbered[$0]![0].value.span) })
    }
    top.append(part("facts", .map(facts)))
    top.append(part("items", list(items)))
    top.append(part("decisions", list(decisions)))
    if !references.isEmpty { top.append(part("references", .map(references))) }
    if !letter.isEmpty { top.append(part("letter", .map(letter))) }
    return Node(.map(top), at: row.span)
  }

  private mutating func fault(_ code: FaultCode, _ span: Span, _ says: String, _ mend: String) {
    faults.append(source.fault(code, at: span, says: says, mend: mend))
  }
}

extension String {
  /// Without these characters at either end.
  fileprivate func trimming(_ character: Character) -> String {
    // Nearly every name has none, and then its letters need not be found one by one.
    if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
      return self
    }
    return String(drop { $0 == character }.reversed().drop { $0 == character }.reversed())
  }
}
