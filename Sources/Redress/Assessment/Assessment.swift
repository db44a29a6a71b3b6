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
    /// A sum may be offered, in the part that was not kept out.
    case awarded
  }

  /// What an item comes to. Money and in kind are told apart by `isInKind`.
  public struct Item: Hashable, Sendable, BitwiseCopyable {
    /// The head that it stands under.
    public let head: Ref<Head>
    /// What it was priced at, before anything comes off; zero until it is priced.
    public internal(set) var amount = Money.zero
    /// What comes off it for earlier payments.
    public internal(set) var alreadyPaid = Money.zero
    /// What is taken from it for arrears.
    public internal(set) var setOff = Money.zero
    /// Whether it is given as something else than money.
    public internal(set) var isInKind = false
    /// The choice of form, where the head has forms and one was stated.
    public internal(set) var form: Int64?
    /// The rule that keeps it out.
    public internal(set) var keptOutBy: Ref<Rule>?

    init(head: Ref<Head>) { self.head = head }

    /// What is left of it to pay; nothing where it is in kind. It is no sum to pay while ``keptOutBy`` names a rule.
    public var payable: Money { isInKind ? .zero : amount - alreadyPaid - setOff }
  }

  /// The sums of an award, its authority and its last day. `alreadyPaid + setOff + payable == gross`, always.
  public struct Award: Hashable, Sendable {
    /// The money of all items that are not kept out, before anything comes off.
    public let gross: Money
    /// What comes off for earlier payments; at most the gross.
    public let alreadyPaid: Money
    /// What was paid before beyond the gross; never taken back from the resident here.
    public let paidInExcess: Money
    /// What is credited to arrears.
    public let setOff: Money
    /// What is left to pay.
    public let payable: Money
    /// The worth of what is given in kind; it counts for authority, and is no part of ``gross``.
    public let inKind: Money
    /// The lowest step of each ladder that may sign; none where the scheme names nobody.
    public let authority: Signing
    /// How many payees share what is paid; 1 where the scheme does not divide it.
    public let payees: Int64
    /// The last day on which the offer may be accepted; `nil` where it never lapses.
    public internal(set) var lastDayToAccept: CivilDate?

    /// What each payee gets, the first ones a penny more where it does not divide.
    public var shares: [Money] {
      (0..<payees).map { Money(pence: payable.pence / payees + ($0 < payable.pence % payees ? 1 : 0)) }
    }
  }

  /// What the case came to. Before it has been assessed it is faulty, never an award.
  public internal(set) var outcome = Outcome.faulty
  /// Every rule that was tried, in order, with what was found.
  public internal(set) var lines = KeptRow<Line>()
  /// The places among ``lines`` of those that have a part in an award, in order (``Line/decides``).
  public internal(set) var deciding = KeptRow<UInt32>()
  /// The items in the order of the case, each as far as it was priced.
  public internal(set) var items = KeptRow<Item>()
  /// Why the case or an item is not entitled, in the order in which it was found.
  public internal(set) var refusals: ContiguousArray<Refusal> = []
  /// What a person must settle first; none where the case is refused.
  public internal(set) var questions: ContiguousArray<Question> = []
  /// What is wrong in the facts, each once.
  public internal(set) var faults: ContiguousArray<CaseFault> = []
  /// The sums, where the outcome is an award.
  public internal(set) var award: Award?
  /// The steps that would sign the total as far as it is known, for questions that go to whoever may authorise the sum.
  public internal(set) var authority = Signing()
  /// The recorded decisions that a rule asked for.
  public internal(set) var usedDecisions = DecisionSet()

  /// A sheet on which nothing has been assessed yet.
  public init() {}

  mutating func clear() {
    lines.clear()
    deciding.clear()
    items.clear()
    if !refusals.isEmpty { refusals.removeAll(keepingCapacity: true) }
    if !questions.isEmpty { questions.removeAll(keepingCapacity: true) }
    if !faults.isEmpty { faults.removeAll(keepingCapacity: true) }
    award = nil
    authority = Signing()
    usedDecisions = DecisionSet()
  }

  @inline(__always)
  mutating func note(_ rule: Ref<Rule>, item: Int = 0, _ finding: Finding) {
    if finding.decides { deciding.add(UInt32(lines.count)) }
    lines.add(Line(rule: rule, item: item, finding: finding))
  }

  /// Asks a question once. Gives whether it is a new one.
  @discardableResult @inline(never)
  mutating func ask(_ about: Question.About, rule: Ref<Rule>, item: Int = 0) -> Bool {
    let question = Question(about: about, rule: rule, item: item)
    if questions.contains(question) { return false }
    questions.append(question)
    return true
  }

  @inline(never)
  mutating func refuse(_ rule: Ref<Rule>, item: Int = 0) {
    refusals.append(Refusal(rule: rule, item: item))
  }

  @inline(never)
  mutating func fault(_ fault: CaseFault) {
    if !faults.contains(fault) { faults.append(fault) }
  }
}
