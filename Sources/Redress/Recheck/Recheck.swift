/// Something that a second calculation of a case does not agree with. There are none, unless this engine is at fault.
public struct Discrepancy: Hashable, Sendable {
  /// The id of the rule whose line, figure or verdict differs.
  public let rule: String
  /// The item, counted from 1; 0 for the case.
  public let item: Int
  /// What differs, in half a sentence for whoever mends the engine.
  public let says: String
}

/// Redoes an assessment from the facts and the matrix as it was read, and compares every line, sum, question, refusal
/// and fault, and the outcome.
///
/// It shares no code with ``Assessor``: it reads the matrix and not the plan made of it, and is written for plainness
/// where the assessor is written for speed. An answer that does not recheck must not be shown to anybody. `calendar` is
/// the one that the assessor was given.
public func recheck(
  _ assessment: Assessment, of facts: CaseFacts, under matrix: Matrix, calendar: WorkingCalendar? = nil
) -> [Discrepancy] {
  var recheck = Recheck(facts, matrix, calendar)
  recheck.run()
  var comparison = Comparison(recheck, assessment)
  comparison.run()
  return comparison.discrepancies
}

/// The second calculation: what a case should come to, line by line.
struct Recheck {
  /// What an item should come to.
  struct Item {
    let head: Ref<Head>
    var amount = Money.zero
    var alreadyPaid = Money.zero
    var setOff = Money.zero
    var isInKind = false
    var form: Int64?
    var keptOutBy: Ref<Rule>?

    var isMoney: Bool { keptOutBy == nil && !isInKind }
    var payable: Money { isInKind ? .zero : amount - alreadyPaid - setOff }
  }

  /// A question with the items that it holds up; none where it holds up the case.
  struct Open {
    let question: Question
    let items: [Int]
  }

  let facts: CaseFacts
  let matrix: Matrix
  let calendar: WorkingCalendar?
  var lines: [Line] = []
  var items: [Item]
  var refusals: [Refusal] = []
  var open: [Open] = []
  var faults: [CaseFault] = []
  var used = DecisionSet()
  var authority = Signing()
  var award: Assessment.Award?
  var outcome = Assessment.Outcome.faulty

  init(_ facts: CaseFacts, _ matrix: Matrix, _ calendar: WorkingCalendar?) {
    self.facts = facts
    self.matrix = matrix
    self.calendar = calendar
    items = facts.heads.map { Item(head: $0) }
  }

  mutating func run() {
    checkDays()
    workDerived()
    for duty in matrix.duties { work(duty) }
    for exclusion in matrix.exclusions { work(exclusion) }
    workWindows()
    let isPriced = workHeads()
    let isSettled = workCombinations(isPriced: isPriced)
    if isSettled { workSums() } else { passOverSums() }
    workAcceptance(isPriced: isSettled && !isRefused)
    outcome = worked
    if isRefused { open = [] }
    if outcome != .awarded { award = nil }
    for statement in matrix.payment + matrix.statements { work(statement) }
  }

  private var worked: Assessment.Outcome {
    if !faults.isEmpty { return .faulty }
    if isRefused { return .refused }
    return open.isEmpty ? .awarded : .undecided
  }

  /// Whether the case is refused, or every item of it.
  var isRefused: Bool {
    if refusals.contains(where: { $0.item == 0 }) { return true }
    return !items.isEmpty && !items.contains { $0.keptOutBy == nil }
  }

  mutating func write(_ rule: Ref<Rule>, _ item: Int, _ finding: Finding) {
    lines.append(Line(rule: rule, item: item, finding: finding))
  }
}
