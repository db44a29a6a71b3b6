/// One edition of a scheme's compensation policy, as a value: what it reads, what it decides, and where each rule comes
/// from.
///
/// A matrix is written as a file and read whole. Everything in it is resolved: a rule names a fact by its place, and
/// nothing dangles. ``Assessor`` makes it ready to be applied; ``recheck(_:of:under:)`` reads it as it stands here.
public struct Matrix: Hashable, Sendable {
  /// Whether an edition may still change.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    /// May change, and may price; never signed.
    case draft
    /// Frozen: its digest stands in the lock file.
    case approved
  }

  /// Which offers an edition is for, beside those of the cases whose own date selects it.
  public enum AppliesTo: String, CaseIterable, Hashable, Sendable {
    /// Those that were made under an earlier edition, and are signed, sent, or accepted and unpaid.
    case openOffers = "open offers"
  }

  /// The name of the scheme, and of its folder of editions.
  public let scheme: String
  /// The day it came into force, with the number of a correction where it is one: `2022-10-01`, `2022-10-01.2`.
  public let edition: String
  /// Whether it may still change.
  public let status: Status
  /// What the policy is called.
  public let title: String
  /// The organisation whose policy it is.
  public let body: String
  /// The first day on which the edition holds.
  public let inForceFrom: CivilDate
  /// Past this day the policy owner should look at it again; it stays in force.
  public let reviewBy: CivilDate?
  /// The facts whose day selects the edition: the first of them that a case states.
  public let selectsOn: [Ref<Fact>]
  /// Which offers it is for beside; `nil` for none.
  public let appliesTo: AppliesTo?
  /// The name of the calendar that working days are counted by; `nil` where the policy counts none.
  public let calendar: String?
  /// What the policy's document does not hold.
  public let missing: [Missing]

  /// The documents that rules are taken from. The first is the policy itself.
  public let sources: [Source]
  /// The unclear points, each with its answer.
  public let readings: [Reading]
  /// The posts that sign, decide or are asked.
  public let roles: [Role]
  /// What may be stated of a case, at most ``mostFacts``.
  public let facts: [Fact]
  /// What is left to a person, at most ``mostDecisions``.
  public let decisions: [Decision]

  /// Every rule, in the order in which they are tried. Each appears in every explanation as used or not used.
  public let rules: [Rule]
  /// Who is not covered and what is not accepted or excluded, in the order in which they are tried.
  public let exclusions: [Exclusion]
  /// The times within which a person must act, in the order in which they are tried.
  public let windows: [Window]
  /// What the organisation has to do by which day: the timetable of a case.
  public let duties: [Duty]
  /// What money may be offered under.
  public let heads: [Head]
  /// What heads have to do with one another, in the order in which they are tried.
  public let combinations: [Combination]
  /// The rule that adds the items up.
  public let total: Ref<Rule>
  /// What is done with earlier payments; `nil` where nothing is deducted.
  public let alreadyPaid: AlreadyPaid?
  /// What is set against arrears; `nil` where nothing is.
  public let setOff: SetOff?
  /// How many payees share what is paid; `nil` where there is one.
  public let payees: Payees?
  /// Who may sign: none where the policy names nobody, at most ``mostLadders``.
  public let authority: [Authority]
  /// Who may sign in place of somebody else, at most ``mostSubstitutes``.
  public let substitutes: [Substitute]
  /// The time to accept an offer; `nil` where it never lapses.
  public let acceptance: Window?
  /// What payment waits for.
  public let payment: [Statement]
  /// What the letter must say.
  public let statements: [Statement]
  /// Who signs a refusal; `nil` where the policy names nobody.
  public let refusals: RefusalSigners?
  /// When an offer is a review of an earlier stage, and who may not sign it then; `nil` where the policy says nothing.
  public let review: Review?
  /// Which ombudsman or tribunal a kind of complaint belongs to; `nil` where the policy does not choose.
  public let ombudsman: OmbudsmanChoice?
  /// What must be done before an offer is closed, beside its payment; `nil` where the policy says nothing.
  public let closing: Closing?

  /// A matrix of parts that fit together: each ``Ref`` is the place of something in these lists, and no fact left out
  /// is taken to be itself in the end. `RedressFiles` checks that of a file; here it is the caller's care. More facts
  /// than ``mostFacts`` or more decisions than ``mostDecisions`` stop the program.
  public init(
    scheme: String, edition: String, status: Status, title: String, body: String, inForceFrom: CivilDate,
    reviewBy: CivilDate?, selectsOn: [Ref<Fact>], sources: [Source], readings: [Reading], roles: [Role], facts: [Fact],
    decisions: [Decision], rules: [Rule], exclusions: [Exclusion], windows: [Window], heads: [Head], total: Ref<Rule>,
    alreadyPaid: AlreadyPaid?, setOff: SetOff?, authority: [Authority], acceptance: Window?, payment: [Statement],
    statements: [Statement], calendar: String? = nil, missing: [Missing] = [], duties: [Duty] = [],
    combinations: [Combination] = [], payees: Payees? = nil, substitutes: [Substitute] = [],
    refusals: RefusalSigners? = nil,
    review: Review? = nil, ombudsman: OmbudsmanChoice? = nil, closing: Closing? = nil, appliesTo: AppliesTo? = nil
  ) {
    self.appliesTo = appliesTo
    self.refusals = refusals
    self.review = review
    self.ombudsman = ombudsman
    self.closing = closing
    precondition(authority.count <= Self.mostLadders, "a matrix has at most \(Self.mostLadders) ladders")
    precondition(substitutes.count <= Self.mostSubstitutes, "at most \(Self.mostSubstitutes) substitutes")
    precondition(heads.count <= Self.mostHeads, "a matrix has at most \(Self.mostHeads) heads")
    precondition(facts.count <= Self.mostFacts, "a matrix has at most \(Self.mostFacts) facts")
    precondition(decisions.count <= Self.mostDecisions, "a matrix has at most \(Self.mostDecisions) decisions")
    self.scheme = scheme
    self.edition = edition
    self.status = status
    self.title = title
    self.body = body
    self.inForceFrom = inForceFrom
    self.reviewBy = reviewBy
    self.selectsOn = selectsOn
    self.sources = sources
    self.readings = readings
    self.roles = roles
    self.facts = facts
    self.decisions = decisions
    self.rules = rules
    self.exclusions = exclusions
    self.windows = windows
    self.heads = heads
    self.total = total
    self.alreadyPaid = alreadyPaid
    self.setOff = setOff
    self.authority = authority
    self.acceptance = acceptance
    self.payment = payment
    self.statements = statements
    self.calendar = calendar
    self.missing = missing
    self.duties = duties
    self.combinations = combinations
    self.payees = payees
    self.substitutes = substitutes
  }

  /// The most facts that a matrix may declare.
  public static let mostFacts = 128
  /// The most heads that a matrix may declare: a set of them is kept in 128 bits.
  public static let mostHeads = 128
  /// The most decisions that a matrix may declare.
  public static let mostDecisions = 64
  /// The most ladders of authority that a matrix may have.
  public static let mostLadders = 8
  /// The most substitutes that a matrix may declare.
  public static let mostSubstitutes = 32

  /// The fact of a name; `nil` where none has it.
  public func fact(named name: String) -> Ref<Fact>? { facts.firstIndex { $0.name == name }.map(Ref.init) }
  /// The head of a name; `nil` where none has it.
  public func head(named name: String) -> Ref<Head>? { heads.firstIndex { $0.name == name }.map(Ref.init) }
  /// The decision of a name; `nil` where none has it.
  public func decision(named name: String) -> Ref<Decision>? {
    decisions.firstIndex { $0.name == name }.map(Ref.init)
  }

  /// What people call a level of a band: the title of its choice or, with two axes, of both.
  public func title(ofLevel level: Int, in band: Band) -> String {
    guard let second = band.splitBy else { return facts[ref: band.by].choices[level].title }
    let columns = facts[ref: second].choices
    return "\(facts[ref: band.by].choices[level / columns.count].title), \(columns[level % columns.count].title)"
  }

  /// Every figure of the matrix, in the order of the file.
  public var figures: [Figure] {
    facts.compactMap { fact in
      if case .day(let rule)? = fact.derivation?.kind { rule.within } else { nil }
    } + duties.map(\.due.within) + heads.flatMap(\.price.figures) + combinations.flatMap(\.figures)
  }

  /// How many figures nobody has confirmed. While there are any, no offer under the matrix can be signed.
  public var unconfirmedCount: Int { figures.reduce(0) { $0 + $1.values.count { !$0.isConfirmed } } }

  /// The paragraph as programs write it: `policy#2.3.4`.
  public func name(of citation: Citation) -> String {
    let source = sources[ref: citation.source]
    return "\(source.name)#\(source.paragraphs[ref: citation.paragraph].name)"
  }

  /// The paragraph as people read it: `2.3.4`, with the source in front where it is not the first one.
  public func shown(_ citation: Citation) -> String {
    let source = sources[ref: citation.source]
    let paragraph = source.paragraphs[ref: citation.paragraph].shownAs
    return citation.source.index == 0 ? paragraph : "\(source.title): \(paragraph)"
  }
}
