import Redress

/// A case as an object of JSON on a line of its own.
extension CaseScan {
  /// Where the keys of a case stand in ``CaseOutline/keys``.
  private enum Key: Int {
    case format, name, scheme, edition, facts, items, decisions, references, letter
  }

  /// Reads the object that begins at ``at``, and the blanks behind it, up to the end of its line.
  mutating func object() -> End {
    // The place is handed over through the scan, so that here it stays in a register.
    var at = self.at
    at.blanks()
    guard at.take(UInt8(ascii: "{")) else { return .givenUp }
    let (tables, steps) = (self.tables, self.tables.pointee.caseSteps)
    var seen = 0
    var before = steps.opening()
    while true {
      var step = steps.step(after: before, at: at)
      if step.pointee.use == KeySteps.Step.isUnknown {
        guard let found = ScanTables.caseStep(tables, after: before, at) else { return .givenUp }
        step = found
      }
      at += step.pointee.count
      before = step.pointee.key
      guard before >= 0 else { break }
      at.blanks()
      guard seen >> before & 1 == 0, let key = Key(rawValue: before) else { return .givenUp }
      seen |= 1 << before
      if key == .scheme {
        guard let scheme = at.plainWords() else { return .givenUp }
        guard scheme.isSame(as: tables.pointee.scheme) else { return .otherScheme(scheme) }
      } else if key == .name {
        guard let words = at.words(), let plain = plain(words) else { return .givenUp }
        name = plain
      } else {
        self.at = at
        guard read(key) else { return .givenUp }
        at = self.at
      }
    }
    at.blanks()
    self.at = at
    guard at.pointee == .lineFeed, seen >> Key.scheme.rawValue & 1 == 1 else { return .givenUp }
    return end()
  }

  /// The value of any key but the scheme and the name.
  private mutating func read(_ key: Key) -> Bool {
    if at.null() { return true }
    switch key {
    case .format:
      guard let format = at.words() else { return false }
      let known = tables.pointee.format
      return format.hasEscapes ? format.text == known.text : format.run.isSame(as: known)
    case .edition:
      guard let words = at.plainWords() else { return false }
      asked = words
      return true
    case .scheme, .name: return false
    case .facts: return factsOfCase()
    case .items: return items()
    case .decisions: return decisions()
    case .references: return references()
    case .letter: return letter()
    }
  }

  // MARK: Items

  private mutating func items() -> Bool {
    var at = self.at
    guard at.take(UInt8(ascii: "[")) else { return false }
    at.blanks()
    if at.take(UInt8(ascii: "]")) {
      self.at = at
      return true
    }
    let steps = tables.pointee.headSteps
    var before = steps.opening()
    while true {
      guard facts.itemCount < CaseFacts.mostItems else { return false }
      let step = steps.step(after: before, at: at)
      if step.pointee.use != KeySteps.Step.isUnknown {
        before = step.pointee.key
        self.at = at + step.pointee.count
        guard factsOfItem(facts.addItem(Ref(before)), before, seesHead: true) else { return false }
      } else {
        self.at = at
        guard let head = otherItem(after: before, isFirst: before == steps.opening()) else { return false }
        before = head
      }
      at = self.at
      if at.pointee == UInt8(ascii: "]") { break }
      guard at.pointee == UInt8(ascii: ",") else {
        at.blanks()
        if at.pointee == UInt8(ascii: "]") { break }
        continue
      }
    }
    self.at = at + 1
    return true
  }

  /// Reads an item that does not begin as those before it did, with the comma before it, and gives its head.
  @inline(never)
  private mutating func otherItem(after before: Int, isFirst: Bool) -> Int? {
    let start = at
    if !isFirst {
      at.blanks()
      guard at.take(UInt8(ascii: ",")) else { return nil }
    }
    at.blanks()
    guard let (head, opening) = head() else { return nil }
    if let opening {
      _ = tables.pointee.headSteps.keep(ByteRun(start, upTo: opening), key: head.index, use: 0, after: before)
    }
    guard at.take(UInt8(ascii: "{")), factsOfItem(facts.addItem(head), head.index, seesHead: false) else { return nil }
    return head.index
  }

  /// The head of the item that begins at ``at``, which stays there. Mostly it is the first key: then also the place
  /// behind it.
  private mutating func head() -> (head: Ref<Head>, opening: Bytes?)? {
    let start = at
    defer { at = start }
    guard at.take(UInt8(ascii: "{")) else { return nil }
    var isFirst = true
    repeat {
      guard let key = at.key() else { return nil }
      at.blanks()
      if tables.pointee.facts.place(of: key) == tables.pointee.factCount + ScanTables.head {
        guard let name = at.plainWords() else { return nil }
        let place = tables.pointee.heads.place(of: name)
        return place >= 0 ? (Ref(place), isFirst ? at : nil) : nil
      }
      isFirst = false
      guard passValue(depth: 4) else { return nil }
    } while at.goesOn()
    return nil
  }
}

extension ScanTables {
  /// The step that begins at a place after a key of the case, where it was not known.
  @inline(never)
  fileprivate static func caseStep(
    _ tables: UnsafePointer<ScanTables>, after before: Int, _ at: Bytes
  ) -> UnsafePointer<KeySteps.Step>? {
    let steps = tables.pointee.caseSteps
    guard let (run, name) = at.between(isFirst: before == steps.opening()) else { return nil }
    guard let name else { return steps.keep(run, key: KeySteps.Step.closing, use: 0, after: before) }
    let key = tables.pointee.keys.place(of: name)
    return key >= 0 ? steps.keep(run, key: key, use: 0, after: before) : nil
  }
}
