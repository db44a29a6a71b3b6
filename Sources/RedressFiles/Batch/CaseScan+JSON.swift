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
    var seen = 0
    var place = tables.pointee.expectedKeys.opening()
    repeat {
      (place, at) = tables.pointee.keys.pass(tables.pointee.expectedKeys, after: place, at)
      guard place >= 0, seen >> place & 1 == 0, let key = Key(rawValue: place) else { return .givenUp }
      seen |= 1 << place
      if key == .scheme {
        guard let scheme = at.plainWords() else { return .givenUp }
        guard scheme.isSame(as: tables.pointee.scheme) else { return .otherScheme(scheme) }
      } else if key == .name {
        guard let words = at.plainWords() else { return .givenUp }
        name = words
      } else {
        self.at = at
        guard read(key) else { return .givenUp }
        at = self.at
      }
    } while at.goesOn()
    guard at.take(UInt8(ascii: "}")) else { return .givenUp }
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
      guard let format = at.plainWords() else { return false }
      return format.isSame(as: tables.pointee.format)
    case .edition:
      guard let words = at.plainWords() else { return false }
      asked = words
      return true
    case .scheme, .name: return false
    case .facts: return factsOfCase()
    case .items: return items()
    case .decisions: return decisions()
    case .references: return references()
    case .letter: return at.pointee == UInt8(ascii: "{") && passValue(depth: 2)
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
    let heads = tables.pointee.expectedHeads
    var head = heads.opening()
    repeat {
      at.blanks()
      guard facts.itemCount < CaseFacts.mostItems else { return false }
      let expected = heads.pass(after: head, &at)
      if expected >= 0 {
        head = expected
        let item = facts.addItem(Ref(head))
        at.blanks()
        if at.take(UInt8(ascii: "}")) { continue }
        guard at.take(UInt8(ascii: ",")) else { return false }
        self.at = at
        guard factsOfItem(item, head, seesHead: true) else { return false }
      } else {
        self.at = at
        guard let found = self.head() else { return false }
        heads.note(found.index, after: head)
        head = found.index
        guard self.at.take(UInt8(ascii: "{")) else { return false }
        guard factsOfItem(facts.addItem(found), head, seesHead: false) else { return false }
      }
      at = self.at
    } while at.goesOn()
    guard at.take(UInt8(ascii: "]")) else { return false }
    self.at = at
    return true
  }

  /// The head of the item that begins at ``at``, which stays there. Mostly it is the first key.
  private mutating func head() -> Ref<Head>? {
    let start = at
    defer { at = start }
    guard at.take(UInt8(ascii: "{")) else { return nil }
    repeat {
      guard let key = at.key() else { return nil }
      at.blanks()
      if tables.pointee.facts.place(of: key) == tables.pointee.factCount + ScanTables.head {
        guard let name = at.plainWords() else { return nil }
        let place = tables.pointee.heads.place(of: name)
        return place >= 0 ? Ref(place) : nil
      }
      guard passValue(depth: 4) else { return nil }
    } while at.goesOn()
    return nil
  }
}

extension NameTable {
  /// Passes over a key of an object up to its value, and gives which it is; -1 where it is none of them.
  @inline(__always)
  func pass(_ expected: ExpectedKeys, after place: Int, _ start: Bytes) -> (place: Int, at: Bytes) {
    var at = start
    at.blanks()
    let found = expected.pass(after: place, &at)
    if found < 0 { return find(expected, after: place, at) }
    at.blanks()
    return (found, at)
  }

  /// The same of a key that was not expected.
  @inline(never)
  private func find(_ expected: ExpectedKeys, after place: Int, _ start: Bytes) -> (place: Int, at: Bytes) {
    var at = start
    guard let key = at.key() else { return (-1, at) }
    let found = self.place(of: key)
    if found >= 0 { expected.note(found, after: place) }
    at.blanks()
    return (found, at)
  }
}
