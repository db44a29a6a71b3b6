import Redress

/// A case as a row of a table, read in one go.
extension CaseScan {
  /// Reads the row that begins at ``at``, up to its line feed; no cell may hold one. `nil` where anything is unusual:
  /// then ``row(_:_:_:)`` reads it, and the two read alike what both take.
  ///
  /// The place is kept in a variable of its own that is handed to nobody: so it stays in a register.
  mutating func columns(_ steps: UnsafePointer<ColumnStep>, _ count: Int) -> End? {
    var at = self.at
    let (tables, last) = (self.tables, steps + (count - 1))
    var step = steps
    var cells = FactCells(stated: tables.pointee.stated, allowed: tables.pointee.ofCase)
    while true {
      if at.pointee > UInt8(ascii: ",") || at.pointee == UInt8(ascii: "\"") {
        if step.pointee.use.isFact {
          guard step.pointee.item == cells.group, cells.allowed.contains(step.pointee.fact) else { return nil }
          let (value, end) = step.pointee.number(at, tables)
          guard let end else { return nil }
          at = end
          if step.pointee.use == .receipts {
            guard add(receipt: step.pointee.fact, value, cells.item) else { return nil }
          } else {
            cells.add(step.pointee.fact, value)
          }
        } else if step.pointee.use == .head {
          let (head, end) = tables.pointee.heads.pass(at, until: step.pointee.end)
          guard head >= 0, facts.itemCount < CaseFacts.mostItems else { return nil }
          at = end
          cells.flush(&facts)
          cells.item = facts.addItem(Ref(head))
          cells.group = step.pointee.item
          cells.allowed = tables.pointee.ofItems[head]
        } else {
          guard let end = words(step.pointee.use, at) else { return nil }
          at = end
        }
      }
      // Each comma leads to the next column, so that a run of them passes over empty cells.
      let commas = at.leadingCommas
      if commas == 0 { break }
      at += commas
      step += commas
      if step > last { return nil }
    }
    guard step == last else { return nil }
    if at.pointee == .carriageReturn { at += 1 }
    guard at.pointee == .lineFeed else { return nil }
    cells.flush(&facts)
    self.at = at
    return end()
  }

  /// Reads a cell that is no fact, and gives the place behind it.
  @inline(__always)
  private mutating func words(_ use: ColumnStep.Use, _ at: Bytes) -> Bytes? {
    if use == .passed, at.pointee == UInt8(ascii: "\"") { return at.quotedCellEnd }
    guard let end = at.plainCellEnd else { return nil }
    let run = ByteRun(at, upTo: end)
    switch use {
    case .scheme: return run.isSame(as: tables.pointee.scheme) ? end : nil
    case .name: name = run
    case .edition: asked = run
    case .format: return run.isSame(as: tables.pointee.format) ? end : nil
    case .reference, .passed: break
    default: return nil
    }
    return end
  }

  @inline(__always)
  private mutating func add(receipt fact: Ref<Fact>, _ amount: Int64, _ item: Int) -> Bool {
    guard facts.receiptCount < CaseFacts.mostReceipts else { return false }
    facts.addReceipt(fact, Money(pence: amount), item: item)
    words.receipts.append(nil)
    return true
  }
}

/// The facts of the case, or of the item that is being read, which are stated together.
private struct FactCells {
  let stated: UnsafeMutablePointer<CaseFacts.Stated>
  /// What may be stated.
  var allowed: FactSet
  var item = 0
  /// The number of the item in the heading.
  var group: UInt16 = 0
  private var count = 0

  init(stated: UnsafeMutablePointer<CaseFacts.Stated>, allowed: FactSet) {
    self.stated = stated
    self.allowed = allowed
  }

  @inline(__always)
  mutating func add(_ fact: Ref<Fact>, _ value: Int64) {
    stated[count] = CaseFacts.Stated(fact, value)
    count &+= 1
  }

  @inline(__always)
  mutating func flush(_ facts: inout CaseFacts) {
    if count > 0 { facts.state(Swift.Span(_unsafeStart: stated, count: count), item: item) }
    count = 0
  }
}

extension ColumnStep {
  /// The number of a cell that is not empty, and the place behind it; no place where there is none.
  @inline(__always)
  fileprivate func number(_ start: Bytes, _ tables: UnsafePointer<ScanTables>) -> (value: Int64, end: Bytes?) {
    var at = start
    let value: Int64?
    switch use {
    case .date:
      value = tables.pointee.months.day(at: at)
      at += 10
    case .flag: value = at.flag()
    case .count: value = at.count()
    case .choice:
      let (place, end) = tables.pointee.choices[fact.index].pass(at, until: end)
      return (Int64(place), place >= 0 ? end : nil)
    default:
      at.poundSign()
      value = at.sum()
    }
    guard let value else { return (0, nil) }
    return (value, at)
  }
}

/// Cells of a table that are neither empty nor looked at more closely.
extension UnsafePointer where Pointee == UInt8 {
  /// How many commas stand from here on, up to eight.
  @inline(__always)
  fileprivate var leadingCommas: Int { (word ^ 0x2C2C_2C2C_2C2C_2C2C).firstMark }

  /// The end of a cell without quotes, of ASCII, that does not begin with a blank.
  @inline(__always)
  fileprivate var plainCellEnd: Bytes? {
    guard pointee > 0x20, pointee < 0x7F else { return nil }
    let end = stop(before: 0x2C)
    return end - self <= CaseShapes.longestText && end > self && end.isCellEnd ? end : nil
  }

  /// The end of a cell in quotes, of ASCII and without doubled quotes.
  fileprivate var quotedCellEnd: Bytes? {
    @inline(never)
    get {
      let stop = (self + 1).stop(before: 0x22)
      return stop.pointee == UInt8(ascii: "\"") && (stop + 1).isCellEnd ? stop + 1 : nil
    }
  }

  @inline(__always)
  private var isCellEnd: Bool {
    pointee == UInt8(ascii: ",") || pointee == .lineFeed || (pointee == .carriageReturn && self[1] == .lineFeed)
  }
}
