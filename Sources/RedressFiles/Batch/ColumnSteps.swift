import Redress

/// What a column of a table is under an edition, for a scan that goes through a row once, from its first byte to its
/// last.
struct ColumnStep: BitwiseCopyable {
  enum Use: UInt8 {
    case date, money, flag, count, choice, receipts
    case head
    case scheme, name, edition, format, reference, passed
    /// ``CaseScan/row(_:_:_:)`` must look at the row where this cell is not empty.
    case other

    @inline(__always)
    var isFact: Bool { rawValue <= Self.receipts.rawValue }
  }

  let use: Use
  /// What ends the cell where it is not quoted: a comma, and of the last one a line feed.
  let end: UInt8
  let fact: Ref<Fact>
  /// The number of the item that it is a column of; 0 where it is of none.
  let item: UInt16
}

/// The columns of a table, where a row can be read in one go: the scheme stands before all facts, those of the case
/// before its items, and the columns of an item together, with its head as the first, in the order of their numbers.
///
/// Every table that people are shown is like that. Any other is read by ``CaseScan/row(_:_:_:)``, cell by cell.
enum ColumnSteps {
  /// `nil` where the columns stand in another order.
  static func steps(
    _ columns: [CaseTable.Column], _ layout: ScanLayout, in memory: ScanMemory
  ) -> UnsafePointer<ColumnStep>? {
    var steps: [ColumnStep] = []
    var hasScheme = false
    // The item whose columns stand here, and the last one that had any: the numbers say which item is which.
    var (item, last) = (0, 0)
    for (place, column) in columns.enumerated() {
      guard let (use, fact) = step(column, layout) else { return nil }
      switch column {
      case .top("scheme"): hasScheme = true
      case .fact: guard hasScheme, last == 0 else { return nil }
      case .item(let number, let key):
        guard hasScheme, number == item || (key == "head" && number > last) else { return nil }
        (item, last) = (number, number)
      default: item = 0
      }
      let end: UInt8 = place == columns.count - 1 ? .lineFeed : UInt8(ascii: ",")
      steps.append(ColumnStep(use: use, end: end, fact: fact, item: UInt16(item)))
    }
    return hasScheme ? memory.keep(steps) : nil
  }

  private static func step(_ column: CaseTable.Column, _ layout: ScanLayout) -> (ColumnStep.Use, Ref<Fact>)? {
    switch column {
    case .top("case"): (.name, Ref(0))
    case .top("scheme"): (.scheme, Ref(0))
    case .top("edition"): (.edition, Ref(0))
    case .top: (.format, Ref(0))
    case .fact(let name): step(ofFact: name, layout)
    case .reference: (.reference, Ref(0))
    case .letter: (.passed, Ref(0))
    case .item(_, "head"): (.head, Ref(0))
    case .item(_, let key): step(ofFact: key, layout)
    case .decision: (.other, Ref(0))
    }
  }

  /// The step of a fact. Whether the case or the item may state it is asked of each cell that is not empty.
  private static func step(ofFact name: String, _ layout: ScanLayout) -> (ColumnStep.Use, Ref<Fact>) {
    let place = layout.place(ofFact: name)
    guard place >= 0 else { return (.other, Ref(0)) }
    switch layout.tables.pointee.kinds[place] {
    case .date: return (.date, Ref(place))
    case .money: return (.money, Ref(place))
    case .flag: return (.flag, Ref(place))
    case .count: return (.count, Ref(place))
    case .choice: return (.choice, Ref(place))
    case .receipts: return (.receipts, Ref(place))
    case .text, .percent, .none: return (.other, Ref(place))
    }
  }
}
