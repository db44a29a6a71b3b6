import Redress

/// A case while a person is being asked about it: what was answered so far, and what was passed over.
struct CaseDraft {
  /// A fact of the case (item 0) or of an item.
  struct Place: Hashable {
    let fact: Ref<Fact>
    let item: Int
  }

  /// An answer as a number, and as a case file writes it.
  struct Answer {
    let place: Place
    let value: Int64
    let written: JSONValue
  }

  /// A receipt of an item, in the words of the person.
  struct Receipt {
    let place: Place
    let amount: Money
    let words: String
  }

  let matrix: Matrix
  var name = ""
  var answers: [Answer] = []
  var receipts: [Receipt] = []
  /// The head of each item.
  var items: [Ref<Head>] = []
  /// Whether the person said that there are no more items.
  var hasAllItems = false
  var decisions: [RecordedDecision] = []
  /// What a person was asked and left open.
  var passed: Set<Place> = []
  var passedDecisions: Set<String> = []
  /// What is asked of every case whatever its policy, with the answer in the person's words.
  var remarks: [(key: String, words: String)] = []

  init(_ matrix: Matrix) { self.matrix = matrix }

  func isSettled(_ place: Place) -> Bool {
    passed.contains(place) || answers.contains { $0.place == place } || receipts.contains { $0.place == place }
  }

  /// The facts as the engine takes them.
  var facts: CaseFacts {
    var facts = CaseFacts(for: matrix)
    for head in items { facts.addItem(head) }
    for answer in answers { facts.state(answer.place.fact, answer.value, item: answer.place.item) }
    for receipt in receipts { facts.addReceipt(receipt.place.fact, receipt.amount, item: receipt.place.item) }
    for decision in decisions {
      if let known = matrix.decision(named: decision.about) { facts.record(known, accepted: decision.isAccepted) }
    }
    return facts
  }

  /// The case with the words that explain it.
  var given: Case {
    Case(
      name: name.isEmpty ? "this case" : name, facts: facts, decisions: decisions,
      receiptWords: receipts.map(\.words))
  }
}

extension CaseDraft {
  /// The case file: `redress-case/1`, one value a line.
  func bytes(edition: EditionName?) -> [UInt8] {
    var pairs: [(String, JSONValue)] = [
      ("format", .text(CaseOutline.format)), ("case", .text(name)), ("scheme", .text(matrix.scheme)),
    ]
    if let edition { pairs.append(("edition", .text("\(edition)"))) }
    pairs.append(("facts", facts(of: 0)))
    if !items.isEmpty { pairs.append(("items", .list(items.indices.map { item($0 + 1) }))) }
    if !decisions.isEmpty { pairs.append(("decisions", .list(decisions.map(decision)))) }
    if !remarks.isEmpty { pairs.append(("letter", .object(remarks.map { ($0.key, .text($0.words)) }))) }
    return JSONValue.object(pairs).indentedBytes
  }

  private func facts(of item: Int) -> JSONValue {
    let stated = answers.filter { $0.place.item == item }.sorted { $0.place.fact.index < $1.place.fact.index }
    let plain = stated.map { (matrix.facts[ref: $0.place.fact].name, $0.written) }
    var spent: [Ref<Fact>] = []
    for receipt in receipts where receipt.place.item == item && !spent.contains(receipt.place.fact) {
      spent.append(receipt.place.fact)
    }
    return .object(
      plain
        + spent.map { fact in
          let own = receipts.filter { $0.place == Place(fact: fact, item: item) }
          return (matrix.facts[ref: fact].name, JSONValue.list(own.map(self.receipt)))
        })
  }

  private func item(_ number: Int) -> JSONValue {
    ["head": .text(matrix.heads[ref: items[number - 1]].name)] + facts(of: number)
  }

  private func receipt(_ receipt: Receipt) -> JSONValue {
    let amount: JSONValue = ["amount": .text(receipt.amount.decimalText)]
    return receipt.words.isEmpty ? amount : amount + ["for": .text(receipt.words)]
  }

  private func decision(_ decision: RecordedDecision) -> JSONValue {
    [
      "about": .text(decision.about), "answer": .text(decision.isAccepted ? "accept" : "decline"),
      "by": .text(decision.by), "on": .text(decision.on.isoText), "because": .text(decision.because),
    ]
  }
}
