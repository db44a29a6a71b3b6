/// The amount of each item, from its own facts.
extension Recheck {
  /// Gives whether every item that is not kept out has an amount, and nothing is at fault.
  mutating func workHeads() -> Bool {
    if isRefused {
      for head in matrix.heads { write(head.rule, 0, .notReached) }
      return false
    }
    if items.isEmpty { add(.noItems) }
    var isPriced = true
    for number in numbersInOrder {
      let head = matrix.heads[ref: items[number - 1].head]
      if let rule = items[number - 1].keptOutBy {
        write(head.rule, number, .keptOut(rule))
      } else if round(of: items[number - 1].head) > 0, !isPriced {
        write(head.rule, number, .notReached)
      } else if !price(head, number) {
        isPriced = false
      }
    }
    let claimed = Set(items.map(\.head))
    for head in matrix.heads.refs where !claimed.contains(head) { write(matrix.heads[ref: head].rule, 0, .notClaimed) }
    return isPriced && faults.isEmpty
  }

  /// The items in the order in which they are priced: those that take the totals of others after them.
  private var numbersInOrder: [Int] {
    let numbers = items.indices.map { $0 + 1 }
    let rounds = numbers.map { round(of: items[$0 - 1].head) }
    return Set(rounds).sorted().flatMap { round in numbers.filter { rounds[$0 - 1] == round } }
  }

  /// 0 for a head that takes no totals; one more than the latest of the heads that it takes.
  private func round(of head: Ref<Head>) -> Int {
    var rounds = [0]
    for price in matrix.heads[ref: head].price.nodes {
      switch price.kind {
      case .totalOf(let heads): rounds += heads.map { round(of: $0) + 1 }
      case .interest(let interest):
        if case .totalOf(let heads) = interest.principal { rounds += heads.map { round(of: $0) + 1 } }
      default: break
      }
    }
    return rounds.max() ?? 0
  }

  /// Gives whether the item has an amount.
  private mutating func price(_ head: Head, _ number: Int) -> Bool {
    let at = Priced(rule: head.rule, item: number)
    do {
      let amount = try amount(head, at)
      items[number - 1].amount = amount
      if head.isInKind { items[number - 1].isInKind = true }
      return true
    } catch {
      if error == .faulty { write(head.rule, number, .notReached) }
      return false
    }
  }

  private mutating func amount(_ head: Head, _ at: Priced) throws(Halt) -> Money {
    let amount = try amount(head.price, 0, at, forms: head.forms)
    switch head.price.kind {
    case .band, .actualCost: break
    default: try takeForm(head.forms, nil, at)
    }
    for evidence in head.evidence where evidence.above.map({ amount > $0 }) ?? true {
      if let when = evidence.when, !holds(when, at.item) { continue }
      if value(evidence.fact, at.item) == nil { throw ask(.fact(evidence.fact), at) }
    }
    return amount
  }

  /// Takes the form that was stated, and asks about one in kind which the policy does not print here.
  mutating func takeForm(_ forms: Forms?, _ level: Int?, _ at: Priced) throws(Halt) {
    guard let forms, let form = value(forms.fact, at.item) else { return }
    items[at.item - 1].form = form
    items[at.item - 1].isInKind = forms.inKind.contains(form)
    guard items[at.item - 1].isInKind, let reading = forms.otherwise else { return }
    let isPrinted = level.map { forms.inKindAt.contains(Int64($0)) } ?? false
    if !isPrinted { throw ask(.reading(reading), at) }
  }
}
