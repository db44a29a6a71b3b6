import Redress

/// A case as an object of JSON on a line of its own.
extension CaseScan {
  /// Where the keys of a case stand in ``CaseOutline/keys``.
  private enum Key: Int {
    case format, name, scheme, edition, facts, items, decisions, references, letter
  }

  /// Reads the object that begins at ``at``, and the blanks behind it, up to the end of its line.
  mutating func object() -> End {
    blanks()
    guard take(UInt8(ascii: "{")) else { return .givenUp }
    var seen = 0
    var place = tables.expectedKeys.opening
    repeat {
      place = known(tables.keys, tables.expectedKeys, after: place)
      guard place >= 0, seen >> place & 1 == 0, let key = Key(rawValue: place) else { return .givenUp }
      seen |= 1 << place
      if key == .scheme {
        guard let scheme = plainWords() else { return .givenUp }
        guard scheme.isSame(as: tables.scheme) else { return .otherScheme(scheme) }
      } else {
        guard read(key) else { return .givenUp }
      }
    } while goesOn()
    guard take(UInt8(ascii: "}")) else { return .givenUp }
    blanks()
    guard at.pointee == .lineFeed || at.pointee == 0, seen >> Key.scheme.rawValue & 1 == 1 else { return .givenUp }
    return end()
  }

  private mutating func read(_ key: Key) -> Bool {
    if key != .name, isNull() { return true }
    switch key {
    case .format:
      guard let format = plainWords() else { return false }
      return format.isSame(as: tables.format)
    case .name:
      guard let words = plainWords() else { return false }
      name = words
      return true
    case .edition:
      guard let words = plainWords() else { return false }
      asked = words
      return true
    case .scheme: return false
    case .facts: return factsOfCase()
    case .items: return items()
    case .decisions: return decisions()
    case .references: return references()
    case .letter: return at.pointee == UInt8(ascii: "{") && passValue(depth: 2)
    }
  }

  /// Passes over a key of an object up to its value, and gives which it is; -1 where it is none of them.
  @inline(__always)
  private mutating func known(_ names: NameTable, _ expected: ExpectedKeys, after place: Int) -> Int {
    blanks()
    var found = expected.pass(after: place, &at)
    if found < 0 {
      guard let key = key() else { return -1 }
      found = names.place(of: key)
      if found >= 0 { expected.note(found, after: place) }
    }
    blanks()
    return found
  }

  // MARK: Facts and items

  /// The facts of the case.
  private mutating func factsOfCase() -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    blanks()
    if take(UInt8(ascii: "}")) { return true }
    var seen = FactSet()
    var place = tables.expectedFacts.opening
    repeat {
      place = known(tables.facts, tables.expectedFacts, after: place)
      guard place >= 0, place < tables.factCount else { return false }
      let fact = Ref<Fact>(place)
      guard tables.ofCase.contains(fact), !seen.contains(fact) else { return false }
      seen.insert(fact)
      guard isNull() || value(of: fact, item: 0) else { return false }
    } while goesOn()
    return take(UInt8(ascii: "}"))
  }

  private mutating func items() -> Bool {
    guard take(UInt8(ascii: "[")) else { return false }
    blanks()
    if take(UInt8(ascii: "]")) { return true }
    var head = tables.expectedHeads.opening
    repeat {
      blanks()
      guard facts.itemCount < CaseFacts.mostItems else { return false }
      let expected = tables.expectedHeads.pass(after: head, &at)
      let isPassed = expected >= 0
      if isPassed {
        head = expected
      } else {
        guard let found = self.head() else { return false }
        tables.expectedHeads.note(found.index, after: head)
        head = found.index
        guard take(UInt8(ascii: "{")) else { return false }
      }
      let item = facts.addItem(Ref(head))
      if isPassed {
        blanks()
        if take(UInt8(ascii: "}")) { continue }
        guard take(UInt8(ascii: ",")) else { return false }
      }
      guard members(of: item, head, seesHead: isPassed) else { return false }
    } while goesOn()
    return take(UInt8(ascii: "]"))
  }

  /// The keys of an item from one on, up to its end. `seesHead` tells that its head was passed over.
  private mutating func members(of item: Int, _ head: Int, seesHead: Bool) -> Bool {
    let allowed = tables.ofItems[head]
    var seen = FactSet()
    var others = seesHead ? 1 : 0
    var by: ByteRun?
    var because: ByteRun?
    var place = tables.expectedFacts.opening
    repeat {
      place = known(tables.facts, tables.expectedItems, after: place)
      guard place >= 0 else { return false }
      if place >= tables.factCount {
        let key = place - tables.factCount
        guard others >> key & 1 == 0 else { return false }
        others |= 1 << key
        if key != ScanTables.head, isNull() { continue }
        guard let words = plainWords() else { return false }
        if key == ScanTables.by { by = words } else if key == ScanTables.because { because = words }
        continue
      }
      let fact = Ref<Fact>(place)
      guard allowed.contains(fact), !seen.contains(fact) else { return false }
      seen.insert(fact)
      guard isNull() || value(of: fact, item: item) else { return false }
    } while goesOn()
    if by != nil || because != nil { words.reasons.append(ScannedWords.Reason(item: item, by: by, because: because)) }
    return take(UInt8(ascii: "}"))
  }

  /// The head of the item that begins at ``at``, which stays there. Mostly it is the first key.
  private mutating func head() -> Ref<Head>? {
    let start = at
    defer { at = start }
    guard take(UInt8(ascii: "{")) else { return nil }
    repeat {
      guard let key = key() else { return nil }
      if tables.facts.place(of: key) == tables.factCount + ScanTables.head {
        guard let name = plainWords() else { return nil }
        let place = tables.heads.place(of: name)
        return place >= 0 ? Ref(place) : nil
      }
      guard passValue(depth: 4) else { return nil }
    } while goesOn()
    return nil
  }

  /// The value of a fact, which is not `null`.
  @inline(__always)
  private mutating func value(of fact: Ref<Fact>, item: Int) -> Bool {
    let value: Int64?
    switch tables.kinds[fact.index] {
    case .date: value = day()
    case .money: value = money()
    case .flag: value = flag()
    case .choice(let choices): value = choice(choices)
    case .count: value = quotedCount()
    case .percent: value = plainWords().flatMap { percent($0) }
    case .receipts: return receipts(fact, item: item)
    case .text:
      guard let text = plainWords() else { return false }
      words.texts.append(ScannedWords.Text(fact: fact, item: item, text: text))
      value = 1
    }
    guard let value else { return false }
    facts.state(fact, value, item: item)
    return true
  }
}
