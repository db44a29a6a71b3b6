import Redress
import RedressFiles

/// What accounts owe on the day of a recalculation, from a table of the system that keeps them.
///
/// The table has a column `account`, and either `amount`, which is the rent arrears unless a column `fact` names
/// another debt, or a column for each debt by the name of its fact: `rent-arrears`, `service-charge-arrears`.
public struct Balances: Sendable {
  /// One balance.
  struct Balance: Hashable, Sendable {
    let fact: String
    let amount: Money
  }

  /// The digest of the file.
  public let digest: Digest
  private let balances: [String: [Balance]]

  /// The accounts of the file, in alphabetical order.
  public var accounts: [String] { balances.keys.sorted() }

  /// What is known of an account.
  func balances(of account: String) -> [Balance] { balances[account] ?? [] }

  /// Reads a table.
  ///
  /// - Parameter known: the facts that may be stated: debts, and the part of them that is disputed.
  /// - Throws: the faults of all rows together; none is used where one is at fault.
  public static func read(_ source: SourceText, known: [String]) throws(FaultList) -> Balances {
    var reader = BalancesReader(source, known)
    reader.read()
    try reader.faults.throwIfAny()
    return Balances(digest: Digest(of: source.exactBytes), balances: reader.balances)
  }
}

/// Reads the rows of a table of balances.
private struct BalancesReader {
  private enum Column: Hashable { case account, fact, amount, debt(String) }

  let source: SourceText
  let known: [String]
  var faults = FaultList()
  var balances: [String: [Balances.Balance]] = [:]
  private var columns: [Column] = []
  static let rent = "rent-arrears"

  init(_ source: SourceText, _ known: [String]) {
    self.source = source
    self.known = known
  }

  mutating func read() {
    let (rows, rowFaults) = CSVReader.rows(source)
    faults.add(rowFaults)
    guard let heading = rows.first, let cells = heading.cells else {
      if faults.isEmpty {
        faults.add(
          source.fault(
            .fileEmpty, says: "The file holds no balance.", mend: "Begin it with a line: account,amount"))
      }
      return
    }
    readHeading(cells, heading.span)
    if !faults.isEmpty, columns.count != cells.count { return }
    for row in rows.dropFirst() { read(row) }
  }

  private mutating func readHeading(_ cells: [CSVReader.Cell], _ span: Span) {
    for cell in cells {
      guard let column = column(cell.text) else {
        let names = ["account", "amount", "fact"] + known
        fault(
          .csvColumn, cell.span, "\(Visible.quoted(cell.text)) is not a column of balances.",
          NearestName.of(cell.text, among: names).map { "Did you mean `\($0)`?" }
            ?? "Columns: \(names.joined(separator: ", ")).")
        continue
      }
      if columns.contains(column) {
        fault(.csvColumn, cell.span, "The column \(Visible.quoted(cell.text)) stands here twice.", "Keep one of them.")
      }
      columns.append(column)
    }
    if !columns.contains(.account) {
      fault(.csvColumn, span, "There is no column `account`.", "Name the column of accounts `account`.")
    }
    let debts = columns.contains { if case .debt = $0 { true } else { $0 == .amount } }
    if !debts { fault(.csvColumn, span, "There is no column of sums.", "Add a column `amount`, or one for each debt.") }
  }

  private func column(_ name: String) -> Column? {
    switch name {
    case "account": .account
    case "fact": .fact
    case "amount": .amount
    default: known.contains(name) ? .debt(name) : nil
    }
  }

  private mutating func read(_ row: CSVReader.Row) {
    guard let cells = row.cells else { return }
    guard cells.count == columns.count else {
      return fault(
        .csvRow, row.span, "This row has \(cells.count) cells, and the heading has \(columns.count).",
        "Give it a cell for each column, if only an empty one.")
    }
    func cell(_ column: Column) -> CSVReader.Cell? { columns.firstIndex(of: column).map { cells[$0] } }
    guard let account = cell(.account), !account.text.isEmpty else {
      return fault(.csvRow, row.span, "This row names no account.", "Write the account, or take the row out.")
    }
    let count = faults.count
    var found: [(fact: String, cell: CSVReader.Cell)] = []
    if let amount = cell(.amount) {
      let named = cell(.fact)
      let fact = named.map { $0.text.isEmpty ? Self.rent : $0.text } ?? Self.rent
      if !known.contains(fact) {
        fault(
          .factUnknown, named?.span ?? amount.span, "\(Visible.quoted(fact)) is not a debt that is set off.",
          NearestName.of(fact, among: known).map { "Did you mean `\($0)`?" }
            ?? "Debts: \(known.joined(separator: ", ")).")
      }
      if amount.text.isEmpty { fault(.csvRow, amount.span, "The sum is missing.", "Write 0.00 where nothing is owed.") }
      found.append((fact, amount))
    }
    for (column, cell) in zip(columns, cells) {
      if case .debt(let fact) = column, !cell.text.isEmpty { found.append((fact, cell)) }
    }
    for (fact, cell) in found where faults.count == count { add(fact, cell, account.text) }
  }

  private mutating func add(_ fact: String, _ cell: CSVReader.Cell, _ account: String) {
    let amount: Money
    do throws(UnreadLiteral) { amount = try Literal.money(cell.text) } catch {
      return fault(error.code, cell.span, error.says, error.mend)
    }
    if balances[account, default: []].contains(where: { $0.fact == fact }) {
      return fault(
        .csvRow, cell.span, "The \(fact) of \(Visible.quoted(account)) stands here twice.", "Keep the one that holds.")
    }
    balances[account, default: []].append(Balances.Balance(fact: fact, amount: amount))
  }

  private mutating func fault(_ code: FaultCode, _ span: Span, _ says: String, _ mend: String) {
    faults.add(source.fault(code, at: span, says: says, mend: mend))
  }
}
