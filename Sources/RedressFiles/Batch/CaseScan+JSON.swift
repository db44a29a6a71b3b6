import Redress

/// A case as an object of JSON on a line of its own.
extension CaseScan {
  /// Where the keys of a case stand in ``CaseOutline/keys``.
  private enum Key: Int {
    case format, name, scheme, edition, facts, items, decisions, references, letter
  }

  /// Reads the object that begins at ``at``, and the blanks behind it, up to the end of its line.
  mutating func object() -> End {
    at.blanks()
    guard at.take(UInt8(ascii: "{")) else { return .givenUp }
    var seen = 0
    var place = tables.expectedKeys.opening()
    repeat {
      place = tables.keys.pass(tables.expectedKeys, after: place, &at)
      guard place >= 0, seen >> place & 1 == 0, let key = Key(rawValue: place) else { return .givenUp }
      seen |= 1 << place
      if key == .scheme {
        guard let scheme = at.plainWords() else { return .givenUp }
        guard scheme.isSame(as: tables.scheme) else { return .otherScheme(scheme) }
      } else {
        guard read(key) else { return .givenUp }
      }
    } while at.goesOn()
    guard at.take(UInt8(ascii: "}")) else { return .givenUp }
    at.blanks()
    guard at.pointee == .lineFeed || at.pointee == 0, seen >> Key.scheme.rawValue & 1 == 1 else { return .givenUp }
    return end()
  }

  private mutating func read(_ key: Key) -> Bool {
    if key != .name, at.null() { return true }
    switch key {
    case .format:
      guard let format = at.plainWords() else { return false }
      return format.isSame(as: tables.format)
    case .name:
      guard let words = at.plainWords() else { return false }
      name = words
      return true
    case .edition:
      guard let words = at.plainWords() else { return false }
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

  // MARK: Facts and items

  /// The facts of the case.
  private mutating func factsOfCase() -> Bool {
    var at = self.at
    defer { self.at = at }
    guard at.take(UInt8(ascii: "{")) else { return false }
    at.blanks()
    if at.take(UInt8(ascii: "}")) { return true }
    let (tables, stated) = (self.tables, self.tables.stated)
    var count = 0
    var seen = FactSet()
    var place = tables.expectedFacts.opening()
    repeat {
      place = tables.facts.pass(tables.expectedFacts, after: place, &at)
      guard place >= 0, place < tables.factCount else { return false }
      let fact = Ref<Fact>(place)
      guard tables.ofCase.contains(fact), !seen.contains(fact) else { return false }
      seen.insert(fact)
      if at.null() { continue }
      let kind = tables.kinds[place]
      if kind.isPlain {
        guard let value = kind.value(&at, tables) else { return false }
        stated[count] = CaseFacts.Stated(fact, value)
        count &+= 1
      } else {
        guard other(fact, kind, item: 0, &at) else { return false }
      }
    } while at.goesOn()
    facts.state(Swift.Span(_unsafeStart: stated, count: count))
    return at.take(UInt8(ascii: "}"))
  }

  private mutating func items() -> Bool {
    guard at.take(UInt8(ascii: "[")) else { return false }
    at.blanks()
    if at.take(UInt8(ascii: "]")) { return true }
    var head = tables.expectedHeads.opening()
    repeat {
      at.blanks()
      guard facts.itemCount < CaseFacts.mostItems else { return false }
      let expected = tables.expectedHeads.pass(after: head, &at)
      let isPassed = expected >= 0
      if isPassed {
        head = expected
      } else {
        guard let found = self.head() else { return false }
        tables.expectedHeads.note(found.index, after: head)
        head = found.index
        guard at.take(UInt8(ascii: "{")) else { return false }
      }
      let item = facts.addItem(Ref(head))
      if isPassed {
        at.blanks()
        if at.take(UInt8(ascii: "}")) { continue }
        guard at.take(UInt8(ascii: ",")) else { return false }
      }
      guard members(of: item, head, seesHead: isPassed) else { return false }
    } while at.goesOn()
    return at.take(UInt8(ascii: "]"))
  }

  /// The keys of an item from one on, up to its end. `seesHead` tells that its head was passed over.
  private mutating func members(of item: Int, _ head: Int, seesHead: Bool) -> Bool {
    var at = self.at
    defer { self.at = at }
    let (tables, stated) = (self.tables, self.tables.stated)
    let allowed = tables.ofItems[head]
    var count = 0
    var seen = FactSet()
    var others = OtherKeys(seen: seesHead ? 1 : 0)
    var place = tables.expectedItems.opening(head)
    repeat {
      place = tables.facts.pass(tables.expectedItems, after: place, &at)
      guard place >= 0 else { return false }
      if place >= tables.factCount {
        guard others.read(place - tables.factCount, &at) else { return false }
        continue
      }
      let fact = Ref<Fact>(place)
      guard allowed.contains(fact), !seen.contains(fact) else { return false }
      seen.insert(fact)
      if at.null() { continue }
      let kind = tables.kinds[place]
      if kind.isPlain {
        guard let value = kind.value(&at, tables) else { return false }
        stated[count] = CaseFacts.Stated(fact, value)
        count &+= 1
      } else {
        guard other(fact, kind, item: item, &at) else { return false }
      }
    } while at.goesOn()
    if count > 0 { facts.state(Swift.Span(_unsafeStart: stated, count: count), item: item) }
    if let reason = others.reason(of: item) { words.reasons.append(reason) }
    return at.take(UInt8(ascii: "}"))
  }

  /// A fact that is more than a number.
  private mutating func other(_ fact: Ref<Fact>, _ kind: ScanTables.FactKind, item: Int, _ at: inout Bytes) -> Bool {
    self.at = at
    defer { at = self.at }
    if case .receipts = kind { return receipts(fact, item: item) }
    guard let text = self.at.plainWords() else { return false }
    if case .percent = kind {
      guard let percent = ScanTables.FactKind.percent(text) else { return false }
      facts.state(fact, percent, item: item)
    } else {
      words.texts.append(ScannedWords.Text(fact: fact, item: item, text: text))
      facts.state(fact, 1, item: item)
    }
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
      if tables.facts.place(of: key) == tables.factCount + ScanTables.head {
        guard let name = at.plainWords() else { return nil }
        let place = tables.heads.place(of: name)
        return place >= 0 ? Ref(place) : nil
      }
      guard passValue(depth: 4) else { return nil }
    } while at.goesOn()
    return nil
  }
}

/// The keys of an item that are no facts: its head, and who set its amount and why.
private struct OtherKeys {
  private var seen: Int
  private var by: ByteRun?
  private var because: ByteRun?

  init(seen: Int) { self.seen = seen }

  mutating func read(_ key: Int, _ at: inout Bytes) -> Bool {
    guard seen >> key & 1 == 0 else { return false }
    seen |= 1 << key
    if key != ScanTables.head, at.null() { return true }
    guard let words = at.plainWords() else { return false }
    if key == ScanTables.by { by = words } else if key == ScanTables.because { because = words }
    return true
  }

  func reason(of item: Int) -> ScannedWords.Reason? {
    by == nil && because == nil ? nil : ScannedWords.Reason(item: item, by: by, because: because)
  }
}

extension NameTable {
  /// Passes over a key of an object up to its value, and gives which it is; -1 where it is none of them.
  @inline(__always)
  func pass(_ expected: ExpectedKeys, after place: Int, _ at: inout Bytes) -> Int {
    at.blanks()
    var found = expected.pass(after: place, &at)
    if found < 0 {
      guard let key = at.key() else { return -1 }
      found = self.place(of: key)
      if found >= 0 { expected.note(found, after: place) }
    }
    at.blanks()
    return found
  }
}

extension ScanTables.FactKind {
  /// Whether a value is a number and nothing else.
  @inline(__always)
  var isPlain: Bool {
    switch self {
    case .date, .money, .flag, .count, .choice: true
    case .percent, .text, .receipts: false
    }
  }

  /// The number of a plain value.
  @inline(__always)
  func value(_ at: inout Bytes, _ tables: ScanTables) -> Int64? {
    switch self {
    case .date: return at.day(tables.months)
    case .money: return at.money()
    case .flag: return at.flag()
    case .count: return at.quotedCount()
    case .choice(let choices):
      guard at.pointee == UInt8(ascii: "\"") else { return nil }
      let start = at + 1
      guard at.passString(escapes: false) else { return nil }
      let place = choices.place(of: ByteRun(start, upTo: at - 1))
      return place >= 0 ? Int64(place) : nil
    default: return nil
    }
  }

  static func percent(_ run: ByteRun) -> Int64? { run.count <= 16 ? try? Literal.percent(run.text) : nil }
}
