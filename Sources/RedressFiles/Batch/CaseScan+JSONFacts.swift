import Redress

/// The facts of a case or of an item as an object of JSON.
extension CaseScan {
  mutating func factsOfCase() -> Bool {
    guard at.take(UInt8(ascii: "{")) else { return false }
    var none = OtherKeys(seen: -1)
    return members(of: 0, tables.pointee.ofCase, tables.pointee.factSteps, isFirst: true, &none)
  }

  /// The keys of an item from one on, up to its end. `seesHead` tells that its head was passed over, as its first key.
  mutating func factsOfItem(_ item: Int, _ head: Int, seesHead: Bool) -> Bool {
    var others = OtherKeys(seen: seesHead ? 1 : 0)
    let isRead = members(
      of: item, tables.pointee.ofItems[head], tables.pointee.itemSteps, isFirst: !seesHead, &others)
    if let reason = others.reason(of: item) { words.reasons.append(reason) }
    return isRead
  }

  /// Keys and values from one key on, up to the closing bracket.
  ///
  /// The place is kept in a variable of its own that is handed to nobody: so it stays in a register.
  @inline(__always)
  private mutating func members(
    of item: Int, _ allowed: FactSet, _ steps: KeySteps, isFirst: Bool, _ others: inout OtherKeys
  ) -> Bool {
    var at = self.at
    let (tables, stated) = (self.tables, self.tables.pointee.stated)
    let opening = steps.opening(isFirst ? 0 : 1)
    var (open, count, before) = (allowed, 0, opening)
    while true {
      var step = steps.step(after: before, at: at)
      if step.pointee.use == KeySteps.Step.isUnknown {
        let isFirst = before == steps.opening()
        guard let found = ScanTables.factStep(tables, steps, after: before, at, isFirst: isFirst) else { return false }
        step = found
      }
      at += step.pointee.count
      before = step.pointee.key
      let use = step.pointee.use
      guard use < ScanTables.FactKind.text.rawValue else {
        if use == KeySteps.Step.closes { break }
        at.blanks()
        self.at = at
        guard other(use, before, &open, &others, item: item) else { return false }
        at = self.at
        continue
      }
      at.blanks()
      guard open.remove(step.pointee.bit) else { return false }
      let (value, end) = ScanTables.FactKind.number(use, at, before, tables)
      guard let end else {
        guard at.null() else { return false }
        continue
      }
      at = end
      stated[count] = CaseFacts.Stated(Ref(before), value)
      count &+= 1
    }
    if count > 0 { facts.state(Swift.Span(_unsafeStart: stated, count: count), item: item) }
    self.at = at
    return true
  }

  /// A key that is no fact, or a fact that is more than a number.
  @inline(never)
  private mutating func other(
    _ use: UInt8, _ key: Int, _ open: inout FactSet, _ others: inout OtherKeys, item: Int
  ) -> Bool {
    guard key < tables.pointee.factCount, let kind = ScanTables.FactKind(rawValue: use) else {
      return others.read(key - tables.pointee.factCount, &at)
    }
    guard open.remove(Ref(key)) else { return false }
    return at.null() || other(Ref(key), kind, item: item)
  }

  /// A fact that is more than a number.
  private mutating func other(_ fact: Ref<Fact>, _ kind: ScanTables.FactKind, item: Int) -> Bool {
    if kind == .receipts { return receipts(fact, item: item) }
    guard let text = at.words() else { return false }
    if kind == .percent {
      guard !text.hasEscapes, let percent = ScanTables.FactKind.percent(text.run) else { return false }
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
  private var by: ScannedText?
  private var because: ScannedText?

  init(seen: Int) { self.seen = seen }

  @inline(never)
  mutating func read(_ key: Int, _ at: inout Bytes) -> Bool {
    guard seen >> key & 1 == 0 else { return false }
    seen |= 1 << key
    if key != ScanTables.head, at.null() { return true }
    guard let words = at.words() else { return false }
    if key == ScanTables.by { by = words } else if key == ScanTables.because { because = words }
    return true
  }

  @inline(__always)
  func reason(of item: Int) -> ScannedWords.Reason? {
    by == nil && because == nil ? nil : ScannedWords.Reason(item: item, by: by, because: because)
  }
}

extension ScanTables {
  /// The step that begins at a place after a fact or another key, where it was not known.
  @inline(never)
  fileprivate static func factStep(
    _ tables: UnsafePointer<ScanTables>, _ steps: KeySteps, after before: Int, _ at: Bytes, isFirst: Bool
  ) -> UnsafePointer<KeySteps.Step>? {
    guard let (run, name) = at.between(isFirst: isFirst) else { return nil }
    guard let name else { return steps.keep(run, key: KeySteps.Step.closing, use: 0, after: before) }
    let key = tables.pointee.facts.place(of: name)
    guard key >= 0 else { return nil }
    let use = key < tables.pointee.factCount ? tables.pointee.kinds[key].rawValue : FactKind.none.rawValue
    return steps.keep(run, key: key, use: use, after: before)
  }
}

extension ScanTables.FactKind {
  /// The number of a plain value, and the place behind it; no place where there is none.
  @inline(__always)
  static func number(
    _ use: UInt8, _ start: Bytes, _ fact: Int, _ tables: UnsafePointer<ScanTables>
  ) -> (value: Int64, end: Bytes?) {
    var at = start
    let value: Int64?
    switch use {
    case date.rawValue: value = at.day(tables.pointee.months)
    case money.rawValue: value = at.money()
    case flag.rawValue: value = at.flag()
    case count.rawValue: value = at.quotedCount()
    default:
      let (place, end) = tables.pointee.choices[fact].pass(quoted: at)
      return (Int64(place), place >= 0 ? end : nil)
    }
    guard let value else { return (0, nil) }
    return (value, at)
  }

  static func percent(_ run: ByteRun) -> Int64? { run.count <= 16 ? try? Literal.percent(run.text) : nil }
}
