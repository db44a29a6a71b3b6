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
    repeat {
      guard let key = key() else { return .givenUp }
      let place = layout.keys.place(of: key)
      guard place >= 0, seen >> place & 1 == 0, let key = Key(rawValue: place) else { return .givenUp }
      seen |= 1 << place
      if key == .scheme {
        guard let scheme = plainWords() else { return .givenUp }
        guard scheme.isSame(as: layout.scheme) else { return .otherScheme(scheme) }
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
      return format.isSame(as: layout.format)
    case .name:
      guard let words = plainWords() else { return false }
      name = words
      return true
    case .edition:
      guard let words = plainWords() else { return false }
      asked = words
      return true
    case .scheme: return false
    case .facts: return facts(item: 0)
    case .items: return items()
    case .decisions: return decisions()
    case .references: return references()
    case .letter: return at.pointee == UInt8(ascii: "{") && passValue(depth: 2)
    }
  }

  // MARK: Facts and items

  /// The facts of the case, or of an item whose head is known; the keys of an item that are no facts are passed over.
  mutating func facts(item: Int) -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    blanks()
    if take(UInt8(ascii: "}")) { return true }
    let allowed = item == 0 ? layout.ofCase : layout.ofItems[facts.heads[item - 1].index]
    var seen = FactSet()
    var others = 0
    var by: ByteRun?
    var because: ByteRun?
    repeat {
      guard let key = key() else { return false }
      let place = layout.facts.place(of: key)
      if place >= ScanLayout.head {
        let bit = 1 << (place - ScanLayout.head)
        guard item > 0, others & bit == 0 else { return false }
        others |= bit
        if place == ScanLayout.head {
          guard plainWords() != nil else { return false }
        } else if !isNull() {
          guard let words = plainWords() else { return false }
          if place == ScanLayout.by { by = words } else { because = words }
        }
        continue
      }
      guard place >= 0 else { return false }
      let fact = Ref<Fact>(place)
      guard allowed.contains(fact), !seen.contains(fact) else { return false }
      seen.insert(fact)
      guard isNull() || value(of: fact, item: item) else { return false }
    } while goesOn()
    if by != nil || because != nil { words.reasons.append(ScannedWords.Reason(item: item, by: by, because: because)) }
    return take(UInt8(ascii: "}"))
  }

  private mutating func items() -> Bool {
    guard take(UInt8(ascii: "[")) else { return false }
    blanks()
    if take(UInt8(ascii: "]")) { return true }
    repeat {
      blanks()
      guard facts.itemCount < CaseFacts.mostItems, let head = head() else { return false }
      guard facts(item: facts.addItem(head)) else { return false }
    } while goesOn()
    return take(UInt8(ascii: "]"))
  }

  /// The head of the item that begins at ``at``, which stays there. Mostly it is the first key.
  private mutating func head() -> Ref<Head>? {
    let start = at
    defer { at = start }
    guard take(UInt8(ascii: "{")) else { return nil }
    repeat {
      guard let key = key() else { return nil }
      if layout.facts.place(of: key) == ScanLayout.head {
        guard let name = plainWords() else { return nil }
        let place = layout.heads.place(of: name)
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
    switch layout.kinds[fact.index] {
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
