import Redress
import RedressFiles
import RedressSigning

/// What the person and the organisation say on the day of acceptance.
public struct AcceptanceOrder: Sendable {
  /// The balances of the day, and answers that the set-off waits for, by the names of facts; the text as typed.
  public var facts: [(name: String, value: String)]
  /// What is accepted, as heads or as items by their number; everything where it is empty.
  public var parts: [String]
  /// How the person wants to be paid; `nil` as the case says.
  public var payTo: String?
  /// Decisions taken for this acceptance.
  public var decisions: [RecordedDecision]
  /// Within how long the organisation pays after acceptance; `nil` where it promises nothing.
  public var payWithin: Period?

  /// What is said on the day of acceptance.
  public init(
    facts: [(name: String, value: String)] = [], parts: [String] = [], payTo: String? = nil,
    decisions: [RecordedDecision] = [], payWithin: Period? = nil
  ) {
    self.facts = facts
    self.parts = parts
    self.payTo = payTo
    self.decisions = decisions
    self.payWithin = payWithin
  }
}

/// An offer settled afresh on the day of acceptance, by the same assessment that made it: the facts of the offer with
/// the balances of the day, and only the items that are accepted.
struct Settlement {
  let life: OfferLife
  let record: OfferRecord
  /// The case as it was offered.
  let offered: AssessedCase
  let order: AcceptanceOrder
  let pricer: CasePricer
  let day: CivilDate

  /// What was settled.
  struct Settled {
    let assessed: AssessedCase
    /// The bytes of the case that it was assessed from.
    let bytes: [UInt8]
    /// The accepted items by their place in the offer, counted from 1.
    let items: [Int]
    /// With the items numbered as in the offer.
    let sums: Sums
  }

  /// The facts that may be said on the day: debts and what of them is disputed, the person's consent, more time.
  static func factsOfTheDay(_ matrix: Matrix) -> [Ref<Fact>] {
    let setOff = matrix.setOff
    return (setOff?.debts ?? []) + [setOff?.disputed, setOff?.consent, matrix.acceptance?.extendedTo].compactMap { $0 }
  }

  /// - Throws: ``ActRefusal``, or the faults of what was said.
  func settle(saysAcceptedOn: Bool, decisions: [RecordedDecision]) throws -> Settled {
    try checkNames()
    let items = try acceptedItems()
    var recorded = RecordedCase(of: record)
    recorded.facts = order.facts.map { ($0.name, plain($0.value, of: $0.name)) }
    recorded.items = items
    recorded.decisions = decisions
    recorded.edition = life.drafted.edition
    if saysAcceptedOn, let window = matrix.acceptance {
      recorded.facts.append((matrix.facts[ref: window.until].name, day.isoText))
    }
    let bytes = recorded.bytes
    let source = try SourceText(name: "the acceptance of offer \(life.number)", bytes: bytes)
    guard case .outline(let outline)? = CaseFile.read(source).first else {
      throw ActRefusal(.notAwarded, "Its facts can no longer be read as a case.")
    }
    let assessed = try pricer.assess(outline)
    try checkBalances(assessed)
    return Settled(
      assessed: assessed, bytes: bytes, items: items,
      sums: try sums(of: assessed, items))
  }

  private var matrix: Matrix { offered.edition.matrix }

  private func checkNames() throws {
    let known = Self.factsOfTheDay(matrix).map { matrix.facts[ref: $0].name }
    for fact in order.facts where !known.contains(fact.name) {
      let near = NearestName.of(fact.name, among: known).map { " Did you mean \($0)?" } ?? ""
      throw ActRefusal(
        .balance,
        "\(Visible.quoted(fact.name)) is not something that is said at acceptance.\(near) What may be: "
          + "\(known.isEmpty ? "nothing" : known.joined(separator: ", ")). "
          + "Any other fact that changed needs a revision."
      )
    }
  }

  /// A sum as programs write it, however it was typed, so that the same acceptance is always the same bytes.
  private func plain(_ value: String, of name: String) -> String {
    guard let fact = matrix.fact(named: name), matrix.facts[ref: fact].kind == .money else { return value }
    return (try? Literal.money(value)).map(\.decimalText) ?? value
  }

  // MARK: Items

  private func acceptedItems() throws -> [Int] {
    let offered = life.drafted.sums.items
    if order.parts.isEmpty { return offered.map(\.number) }
    if life.drafted.sums.alreadyPaid > .zero {
      throw ActRefusal(
        .headsDepend,
        "\(life.drafted.sums.alreadyPaid) was paid before, and belongs to no part alone. "
          + "Accept all of it, or revise it.")
    }
    var items: Set<Int> = []
    for part in order.parts {
      let named = offered.filter { "\($0.number)" == part || $0.head == part }
      if named.isEmpty {
        let names = offered.map { "\($0.number) (\($0.head))" }.joined(separator: ", ")
        throw ActRefusal(.notAwarded, "Offer \(life.number) has no part \(Visible.quoted(part)). Its items: \(names).")
      }
      items.formUnion(named.map(\.number))
    }
    return items.sorted()
  }

  /// The sums with the items' own numbers, each of which must come to what was offered for it.
  private func sums(of assessed: AssessedCase, _ items: [Int]) throws -> Sums {
    let fresh = Sums(assessed.explanation)
    guard assessed.explanation.assessment.outcome == .awarded else { return .none }
    let numbered = fresh.items.map { item in
      Sums.Item(
        number: items[item.number - 1], head: item.head, amount: item.amount, alreadyPaid: item.alreadyPaid,
        setOff: item.setOff, payable: item.payable, form: item.form, isInKind: item.isInKind)
    }
    let areSame = items.allSatisfy { number in
      life.drafted.sums.items.first { $0.number == number }?.amount == numbered.first { $0.number == number }?.amount
    }
    if !areSame {
      throw ActRefusal(
        .headsDepend,
        "What was offered for these items depends on the others, so they cannot be accepted alone. Accept all of it, "
          + "or revise the offer.")
    }
    return Sums(
      gross: fresh.gross, alreadyPaid: fresh.alreadyPaid, setOff: fresh.setOff, payable: fresh.payable,
      inKind: fresh.inKind, items: numbered)
  }

  // MARK: Balances

  /// A balance that is not said again is not taken from the offer, nor as nothing: it is asked for.
  private func checkBalances(_ assessed: AssessedCase) throws {
    guard let setOff = matrix.setOff, !isWithoutSetOff(setOff, assessed) else { return }
    let disputed = setOff.disputed.flatMap { fact in record.states(matrix.facts[ref: fact].name) ? fact : nil }
    let needed = (setOff.debts + [disputed].compactMap { $0 }).map { matrix.facts[ref: $0] }
    let missing = needed.filter { fact in !order.facts.contains { $0.name == fact.name } }
    if missing.isEmpty { return }
    let flags = missing.map { "--fact \($0.name)=SUM" }.joined(separator: " ")
    throw ActRefusal(
      .balance,
      "What is set off is settled afresh on the balances of \(day). Say them, also where nothing is owed: \(flags)",
      sources: assessed.explanation.rule(setOff.rule).citations.map { matrix.name(of: $0) })
  }

  private func isWithoutSetOff(_ setOff: SetOff, _ assessed: AssessedCase) -> Bool {
    assessed.explanation.assessment.lines.contains { line in
      line.rule == setOff.rule && line.finding == .doesNotApply
    }
  }
}
