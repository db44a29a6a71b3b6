import Redress

/// The parts of a case that decide little: receipts, decisions, and what is only passed over.
extension CaseScan {
  /// One amount, or a list of amounts or of mappings with `amount`, `for` and `on`.
  mutating func receipts(_ fact: Ref<Fact>, item: Int) -> Bool {
    guard at.take(UInt8(ascii: "[")) else { return receipt(fact, item: item) }
    repeat {
      at.blanks()
      guard receipt(fact, item: item) else { return false }
    } while at.goesOn()
    return at.take(UInt8(ascii: "]"))
  }

  private mutating func receipt(_ fact: Ref<Fact>, item: Int) -> Bool {
    guard facts.receiptCount < CaseFacts.mostReceipts else { return false }
    var amount: Int64?
    var purpose: ScannedText?
    if at.pointee == UInt8(ascii: "{") {
      guard receiptParts(&amount, &purpose) else { return false }
    } else {
      amount = at.money()
    }
    guard let amount else { return false }
    facts.addReceipt(fact, Money(pence: amount), item: item)
    words.receipts.append(purpose)
    return true
  }

  private mutating func receiptParts(_ amount: inout Int64?, _ purpose: inout ScannedText?) -> Bool {
    at += 1
    var seen = 0
    repeat {
      guard let key = at.key() else { return false }
      at.blanks()
      let place = tables.pointee.receiptKeys.place(of: key)
      guard place >= 0, seen >> place & 1 == 0 else { return false }
      seen |= 1 << place
      if at.null() { continue }
      switch place {
      case 0:
        amount = at.money()
        if amount == nil { return false }
      case 1:
        purpose = at.words()
        if purpose == nil { return false }
      default: if at.day(tables.pointee.months) == nil { return false }
      }
    } while at.goesOn()
    return at.take(UInt8(ascii: "}"))
  }

  // MARK: Decisions

  mutating func decisions() -> Bool {
    guard at.take(UInt8(ascii: "[")) else { return false }
    at.blanks()
    if at.take(UInt8(ascii: "]")) { return true }
    repeat {
      at.blanks()
      guard decision() else { return false }
    } while at.goesOn()
    return at.take(UInt8(ascii: "]"))
  }

  private mutating func decision() -> Bool {
    guard at.take(UInt8(ascii: "{")) else { return false }
    var parts: (about: ByteRun?, answer: ByteRun?, by: ScannedText?, on: Int64?, because: ScannedText?)
    repeat {
      guard let key = at.key() else { return false }
      at.blanks()
      switch tables.pointee.decisionKeys.place(of: key) {
      case 0 where parts.about == nil: parts.about = at.plainWords()
      case 1 where parts.answer == nil: parts.answer = at.plainWords()
      case 2 where parts.by == nil: parts.by = at.words()
      case 3 where parts.on == nil: parts.on = at.day(tables.pointee.months)
      case 4 where parts.because == nil: parts.because = at.words()
      default: return false
      }
    } while at.goesOn()
    guard at.take(UInt8(ascii: "}")), let about = parts.about, let answer = parts.answer, let by = parts.by,
      let on = parts.on, let because = parts.because
    else { return false }
    return record(about: about, answer: answer, by: by, on: on, because: because)
  }

  /// Records a decision with all of its parts.
  mutating func record(
    about: ByteRun, answer: ByteRun, by: ScannedText, on: Int64, because: ScannedText
  ) -> Bool {
    let isAccepted = tables.pointee.answers.place(of: answer)
    // Names that look alike may be written in several ways past ASCII.
    guard isAccepted >= 0, about.isASCII, !words.decisions.contains(where: { $0.about.isSame(as: about) }) else {
      return false
    }
    words.decisions.append(
      ScannedWords.Decision(about: about, by: by, because: because, isAccepted: isAccepted == 1, on: on))
    let place = tables.pointee.decisions.place(of: about)
    if place >= 0 { facts.record(Ref(place), accepted: isAccepted == 1) }
    return true
  }

  // MARK: What is passed over

  /// Identifiers of other systems: names with texts or numbers.
  mutating func references() -> Bool {
    guard at.pointee == UInt8(ascii: "{") else { return false }
    return tables.pointee.referenceKeys.pass(&self, depth: 2, valuesAreWords: true)
      ?? passObject(depth: 2, valuesAreWords: true)
  }

  /// The personal part of the letter, which decides nothing.
  mutating func letter() -> Bool {
    guard at.pointee == UInt8(ascii: "{") else { return false }
    return tables.pointee.letterKeys.pass(&self, depth: 2, valuesAreWords: false)
      ?? passObject(depth: 2, valuesAreWords: false)
  }

  /// Passes over any value. An object in which a key stands twice, or one with many keys, is for the reader.
  mutating func passValue(depth: Int) -> Bool {
    switch at.pointee {
    case UInt8(ascii: "\""): return at.passString(escapes: true)
    case UInt8(ascii: "{"): return passObject(depth: depth, valuesAreWords: false)
    case UInt8(ascii: "["): return passList(depth: depth)
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return at.flag() != nil
    case UInt8(ascii: "n"): return at.null()
    default: return at.passNumber()
    }
  }

  private mutating func passList(depth: Int) -> Bool {
    var at = self.at + 1
    at.blanks()
    guard depth < 32 || at.pointee == UInt8(ascii: "]") else { return false }
    if !at.take(UInt8(ascii: "]")) {
      repeat {
        at.blanks()
        if at.pointee == UInt8(ascii: "\"") {
          guard at.passString(escapes: true) else { return false }
        } else {
          self.at = at
          guard passValue(depth: depth + 1) else { return false }
          at = self.at
        }
      } while at.goesOn()
      guard at.take(UInt8(ascii: "]")) else { return false }
    }
    self.at = at
    return true
  }

  private mutating func passObject(depth: Int, valuesAreWords: Bool) -> Bool {
    var at = self.at + 1
    at.blanks()
    if at.take(UInt8(ascii: "}")) {
      self.at = at
      return true
    }
    guard depth < 32 else { return false }
    let first = keysSeen
    repeat {
      at.blanks()
      guard at.pointee == UInt8(ascii: "\"") else { return false }
      guard let key = at.key(), isNew(key, since: first) else { return false }
      at.blanks()
      if at.pointee == UInt8(ascii: "\"") {
        guard valuesAreWords ? at.words() != nil : at.passString(escapes: true) else { return false }
      } else if valuesAreWords {
        guard at.null() || at.passNumber() else { return false }
      } else {
        self.at = at
        guard passValue(depth: depth + 1) else { return false }
        at = self.at
      }
    } while at.goesOn()
    keysSeen = first
    guard at.take(UInt8(ascii: "}")) else { return false }
    self.at = at
    return true
  }

  /// Keeps a key of an object. `false` where the object has it already, or where there is no room for it.
  @inline(__always)
  private mutating func isNew(_ key: ByteRun, since first: Int) -> Bool {
    guard keysSeen < ScanTables.mostKeysSeen else { return false }
    let seen = tables.pointee.keysSeen
    for place in first..<keysSeen where seen[place].isSame(as: key) { return false }
    seen[keysSeen] = key
    keysSeen &+= 1
    return true
  }
}
