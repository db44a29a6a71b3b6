/// What a matrix makes of a case: the outcome, and every line that led to it.
///
/// It is also the worksheet that ``Assessor/assess(_:into:)`` writes, so that a batch can use one again and again.
public struct Assessment: Sendable {
  /// In order of precedence: a case with faults is faulty whatever else was found, and a refusal leaves no question
  /// open.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// The facts cannot be used as they are.
    case faulty
    /// The resident is not entitled.
    case refused
    /// A person must answer a question first.
    case undecided
    case awarded
  }

  /// What an item comes to. Money and in kind are told apart by `isInKind`.
  public struct Item: Hashable, Sendable {
    public let head: Ref<Head>
    public internal(set) var amount = Money.zero
    public internal(set) var alreadyPaid = Money.zero
    public internal(set) var setOff = Money.zero
    public internal(set) var isInKind = false
    /// The choice of form, where the head has forms and one was stated.
    public internal(set) var form: Int64?
    /// The rule that keeps it out.
    public internal(set) var keptOutBy: Ref<Rule>?

    init(head: Ref<Head>) { self.head = head }

    public var payable: Money { isInKind ? .zero : amount - alreadyPaid - setOff }
  }

  /// The sums of an award, its authority and its last day. `alreadyPaid + setOff + payable == gross`, always.
  public struct Award: Hashable, Sendable {
    public let gross: Money
    public let alreadyPaid: Money
    /// What was paid before beyond the gross; never taken back from the resident here.
    public let paidInExcess: Money
    public let setOff: Money
    public let payable: Money
    public let inKind: Money
    /// The lowest step of the ladder that may sign; `nil` where the scheme names nobody.
    public let authorityStep: Int?
    public let lastDayToAccept: CivilDate?
  }

  public internal(set) var outcome = Outcome.faulty
  public internal(set) var lines: ContiguousArray<Line> = []
  public internal(set) var items: ContiguousArray<Item> = []
  public internal(set) var refusals: ContiguousArray<Refusal> = []
  public internal(set) var questions: ContiguousArray<Question> = []
  public internal(set) var faults: ContiguousArray<CaseFault> = []
  /// The sums, where the outcome is an award.
  public internal(set) var award: Award?
  /// The step that would sign the total as far as it is known, for questions that go to whoever may authorise the sum.
  public internal(set) var authorityStep: Int?
  /// The recorded decisions that a rule asked for.
  public internal(set) var usedDecisions = DecisionSet()

  public init() {}

  mutating func clear() {
    lines.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    refusals.removeAll(keepingCapacity: true)
    questions.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    award = nil
    authorityStep = nil
    usedDecisions = DecisionSet()
  }

  @inline(__always)
  mutating func note(_ rule: Ref<Rule>, item: Int = 0, _ finding: Finding) {
    lines.append(Line(rule: rule, item: item, finding: finding))
  }

  mutating func ask(_ about: Question.About, rule: Ref<Rule>, item: Int = 0) {
    questions.append(Question(about: about, rule: rule, item: item))
  }

  mutating func refuse(_ rule: Ref<Rule>, item: Int = 0) {
    refusals.append(Refusal(rule: rule, item: item))
  }

  mutating func fault(_ fault: CaseFault) {
    if !faults.contains(fault) { faults.append(fault) }
  }
}
