import Redress

/// The facts of a case or of an item as an object of JSON.
extension CaseScan {
  mutating func factsOfCase() -> Bool {
    guard at.take(UInt8(ascii: "{")) else { return false }
    at.blanks()
    if at.take(UInt8(ascii: "}")) { return true }
    var none = OtherKeys(seen: -1)
    return members(
      of: 0, tables.pointee.ofCase, tables.pointee.expectedFacts, opening: tables.pointee.expectedFacts.opening(), &none
    )
  }

  /// The keys of an item from one on, up to its end. `seesHead` tells that its head was passed over.
  mutating func factsOfItem(_ item: Int, _ head: Int, seesHead: Bool) -> Bool {
    var others = OtherKeys(seen: seesHead ? 1 : 0)
    let isRead = members(
      of: item, tables.pointee.ofItems[head], tables.pointee.expectedItems,
      opening: tables.pointee.expectedItems.opening(head), &others)
    if let reason = others.reason(of: item) { words.reasons.append(reason) }
    return isRead
  }

  /// Keys and values from one key on, up to the closing bracket.
  ///
  /// The place is kept in a variable of its own that is handed to nobody: so it stays in a register.
  @inline(__always)
  private mutating func members(
    of item: Int, _ allowed: FactSet, _ expected: ExpectedKeys, opening: Int, _ others: inout OtherKeys
  ) -> Bool {
    var at = self.at
    let (tables, stated) = (self.tables, self.tables.pointee.stated)
    var (open, count, place) = (allowed, 0, opening)
    repeat {
      (place, at) = tables.pointee.facts.pass(expected, after: place, at)
      guard place >= 0 else { return false }
      guard place < tables.pointee.factCount else {
        self.at = at
        guard others.read(place - tables.pointee.factCount, &self.at) else { return false }
        at = self.at
        continue
      }
      let fact = Ref<Fact>(place)
      guard open.remove(fact) else { return false }
      let kind = tables.pointee.kinds[place]
      if kind.isPlain {
        let (value, end) = kind.number(at, place, tables)
        guard let end else {
          guard at.null() else { return false }
          continue
        }
        at = end
        stated[count] = CaseFacts.Stated(fact, value)
        count &+= 1
      } else if !at.null() {
        self.at = at
        guard other(fact, kind, item: item) else { return false }
        at = self.at
      }
    } while at.goesOn()
    if count > 0 { facts.state(Swift.Span(_unsafeStart: stated, count: count), item: item) }
    guard at.take(UInt8(ascii: "}")) else { return false }
    self.at = at
    return true
  }

  /// A fact that is more than a number.
  private mutating func other(_ fact: Ref<Fact>, _ kind: ScanTables.FactKind, item: Int) -> Bool {
    if kind == .receipts { return receipts(fact, item: item) }
    guard let text = at.plainWords() else { return false }
    if kind == .percent {
      guard let percent = ScanTables.FactKind.percent(text) else { return false }
      facts.state(fact, percent, item: item)
    } else {
      words.texts.append(ScannedWords.Text(fact: fact, item: item, text: text))
      facts.state(fact, 1, item: item)
    }
    return true
  }
}

/// The keys of an item that are no facts: its head, and who set its amount and why.
private struct OtherKeys {
  private var seen: Int
  private var by: ByteRun?
  private var because: ByteRun?

  init(seen: Int) { self.seen = seen }

  @inline(never)
  mutating func read(_ key: Int, _ at: inout Bytes) -> Bool {
    guard seen >> key & 1 == 0 else { return false }
    seen |= 1 << key
    if key != ScanTables.head, at.null() { return true }
    guard let words = at.plainWords() else { return false }
    if key == ScanTables.by { by = words } else if key == ScanTables.because { because = words }
    return true
  }

  @inline(__always)
  func reason(of item: Int) -> ScannedWords.Reason? {
    by == nil && because == nil ? nil : ScannedWords.Reason(item: item, by: by, because: because)
  }
}

extension ScanTables.FactKind {
  /// The number of a plain value, and the place behind it; no place where there is none.
  @inline(__always)
  func number(_ start: Bytes, _ fact: Int, _ tables: UnsafePointer<ScanTables>) -> (value: Int64, end: Bytes?) {
    var at = start
    let value: Int64?
    switch self {
    case .date: value = at.day(tables.pointee.months)
    case .money: value = at.money()
    case .flag: value = at.flag()
    case .count: value = at.quotedCount()
    default:
      let (place, end) = tables.pointee.choices[fact].pass(quoted: at)
      return (Int64(place), place >= 0 ? end : nil)
    }
    guard let value else { return (0, nil) }
    return (value, at)
  }

  static func percent(_ run: ByteRun) -> Int64? { run.count <= 16 ? try? Literal.percent(run.text) : nil }
}
