import Redress

extension CaseDraft {
  /// Takes an answer as a person typed it. An empty one passes the question over, where that is allowed.
  mutating func take(_ text: String, for prompt: Interview.Prompt) throws(Interview.Refused) {
    switch prompt {
    case .name:
      guard !text.isEmpty else { throw Interview.Refused(says: "A case needs the reference that it is known by.") }
      name = text
    case .fact(let fact, let item): try take(text, for: fact, item: item)
    case .flags(let flags): try take(text, of: flags)
    case .head: try takeHead(text)
    case .decision(let decision): try take(text, for: decision)
    case .remark(let remark): remarks.append((remark.rawValue, text.isEmpty ? "not said" : text))
    }
  }

  private mutating func take(_ text: String, for ref: Ref<Fact>, item: Int) throws(Interview.Refused) {
    let fact = matrix.facts[ref: ref]
    let place = Place(fact: ref, item: item)
    if text.isEmpty {
      passed.insert(place)
      return
    }
    switch fact.kind {
    case .receipts: try takeReceipts(text, place)
    case .text: answers.append(Answer(place: place, value: 1, written: .text(text)))
    case .flag:
      let isSet = try yesOrNo(text)
      answers.append(Answer(place: place, value: isSet ? 1 : 0, written: .flag(isSet)))
    case .choice(let choices):
      let chosen = try choice(text, among: choices.map(\.name), choices.map(\.title))
      answers.append(Answer(place: place, value: Int64(chosen), written: .text(choices[chosen].name)))
    case .date:
      let day = try self.day(text)
      answers.append(Answer(place: place, value: Int64(day.dayNumber), written: .text(day.isoText)))
    case .money:
      let sum = try literal(text, Literal.money)
      answers.append(Answer(place: place, value: sum.pence, written: .text("£\(sum.decimalText)")))
    case .count:
      let count = Int64(try literal(text, Literal.count))
      guard count <= CaseFacts.largestCount else { throw Interview.Refused(says: "That is more than can be counted.") }
      answers.append(Answer(place: place, value: count, written: .number(Int(count))))
    case .percent:
      let percent = try literal(text.hasSuffix("%") ? text : text + "%", Literal.percent)
      answers.append(Answer(place: place, value: percent, written: .text(text.hasSuffix("%") ? text : text + "%")))
    }
  }

  private func literal<Value>(
    _ text: String, _ read: (String) throws(UnreadLiteral) -> Value
  ) throws(Interview.Refused) -> Value {
    do throws(UnreadLiteral) { return try read(text) } catch {
      throw Interview.Refused(says: "\(error.says) \(error.mend)")
    }
  }

  /// A day as files write it, or as people do: 2026-08-14, 14/8/2026, 14 August 2026.
  private func day(_ text: String) throws(Interview.Refused) -> CivilDate {
    let parts = text.split { $0 == "/" || $0 == " " || $0 == "." }.map(String.init)
    if parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]), parts[2].utf8.count == 4 {
      let named = DayOfYear.monthNames.firstIndex { $0.lowercased().hasPrefix(parts[1].lowercased()) }
      let month = parts[1].utf8.count >= 3 ? named.map { $0 + 1 } : Int(parts[1])
      if let month, let found = CivilDate(year: year, month: month, day: day) { return found }
    }
    return try literal(text, Literal.day)
  }

  private func yesOrNo(_ text: String) throws(Interview.Refused) -> Bool {
    switch text.lowercased() {
    case "y", "yes", "true": return true
    case "n", "no", "false": return false
    default: throw Interview.Refused(says: "Answer yes or no.")
    }
  }

  /// An answer by its number, from 1, or by its name.
  private func choice(_ text: String, among names: [String], _ titles: [String]) throws(Interview.Refused) -> Int {
    if let place = names.firstIndex(of: text) ?? titles.firstIndex(where: { $0.lowercased() == text.lowercased() }) {
      return place
    }
    if let number = Int(text), names.indices.contains(number - 1) { return number - 1 }
    throw Interview.Refused(says: "Answer with a number from 1 to \(names.count).")
  }

  /// The flags that are set, by their numbers; the others are not so.
  private mutating func take(_ text: String, of flags: [Ref<Fact>]) throws(Interview.Refused) {
    var chosen: Set<Int> = []
    for word in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let names = flags.map { matrix.facts[ref: $0].name }
      chosen.insert(try choice(String(word), among: names, names))
    }
    for (place, ref) in flags.enumerated() {
      let isSet = chosen.contains(place)
      if isSet {
        answers.append(Answer(place: Place(fact: ref, item: 0), value: 1, written: .flag(true)))
      } else {
        passed.insert(Place(fact: ref, item: 0))
      }
    }
  }

  private mutating func takeHead(_ text: String) throws(Interview.Refused) {
    if text.isEmpty {
      guard !items.isEmpty else { throw Interview.Refused(says: "A case needs at least one item.") }
      hasAllItems = true
      return
    }
    let rules = matrix.heads.map { matrix.rules[ref: $0.rule].title }
    let head = try choice(text, among: matrix.heads.map(\.name), rules)
    guard items.count < CaseFacts.mostItems else { throw Interview.Refused(says: "A case has no room for more items.") }
    items.append(Ref(head))
  }

  /// Sums with what they were for: `30 heater; 12.50 electricity`.
  private mutating func takeReceipts(_ text: String, _ place: Place) throws(Interview.Refused) {
    for part in text.split(separator: ";") {
      let words = String(part).trimmingBlanks
      let sum = words.prefix { !$0.isWhitespace }
      let amount = try literal(String(sum), Literal.money)
      receipts.append(
        Receipt(place: place, amount: amount, words: String(words.dropFirst(sum.count)).trimmingBlanks))
    }
  }

  /// `accept` or `decline`, by whom, on which day, because of what: `accept; a.khan; 2026-10-10; in hospital`.
  private mutating func take(_ text: String, for ref: Ref<Decision>) throws(Interview.Refused) {
    let name = matrix.decisions[ref: ref].name
    passedDecisions.insert(name)
    if text.isEmpty { return }
    let parts = text.split(separator: ";", maxSplits: 3).map { String($0).trimmingBlanks }
    guard parts.count == 4, parts.allSatisfy({ !$0.isEmpty }) else {
      throw Interview.Refused(
        says: "Write the answer, who decided, the day and the reason, with semicolons between: "
          + "accept; a.khan; 2026-10-10; in hospital. Leave it empty if nobody has decided.")
    }
    guard ["accept", "decline"].contains(parts[0].lowercased()) else {
      throw Interview.Refused(says: "The answer is accept or decline.")
    }
    decisions.append(
      RecordedDecision(
        about: name, isAccepted: parts[0].lowercased() == "accept", by: parts[1], on: try day(parts[2]),
        because: parts[3]))
  }
}
