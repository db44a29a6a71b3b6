/// One edition of a scheme's compensation policy, as a value: what it reads, what it decides, and where each rule comes
/// from.
///
/// A matrix is written as a file and read whole. Everything in it is resolved: a rule names a fact by its place, and
/// nothing dangles. ``Assessor`` makes it ready to be applied; ``recheck(_:of:under:)`` reads it as it stands here.
public struct Matrix: Hashable, Sendable {
  public enum Status: String, CaseIterable, Hashable, Sendable {
    /// May change, and may price; never signed.
    case draft
    /// Frozen: its digest stands in the lock file.
    case approved
  }

  public let scheme: String
  /// The day it came into force, with the number of a correction where it is one: `2022-10-01`, `2022-10-01.2`.
  public let edition: String
  public let status: Status
  public let title: String
  /// The organisation whose policy it is.
  public let body: String
  public let inForceFrom: CivilDate
  /// Past this day the policy owner should look at it again; it stays in force.
  public let reviewBy: CivilDate?
  /// The facts whose day selects the edition: the first of them that a case states.
  public let selectsOn: [Ref<Fact>]

  public let sources: [Source]
  public let readings: [Reading]
  public let roles: [Role]
  public let facts: [Fact]
  public let decisions: [Decision]

  /// Every rule, in the order in which they are tried. Each appears in every explanation as used or not used.
  public let rules: [Rule]
  public let exclusions: [Exclusion]
  public let windows: [Window]
  public let heads: [Head]
  public let total: Ref<Rule>
  public let alreadyPaid: AlreadyPaid?
  public let setOff: SetOff?
  public let authority: Authority?
  public let acceptance: Window?
  /// What payment waits for.
  public let payment: [Statement]
  /// What the letter must say.
  public let statements: [Statement]

  public init(
    scheme: String, edition: String, status: Status, title: String, body: String, inForceFrom: CivilDate,
    reviewBy: CivilDate?, selectsOn: [Ref<Fact>], sources: [Source], readings: [Reading], roles: [Role], facts: [Fact],
    decisions: [Decision], rules: [Rule], exclusions: [Exclusion], windows: [Window], heads: [Head], total: Ref<Rule>,
    alreadyPaid: AlreadyPaid?, setOff: SetOff?, authority: Authority?, acceptance: Window?, payment: [Statement],
    statements: [Statement]
  ) {
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
  }

  /// The most facts that a matrix may declare.
  public static let mostFacts = 128
  /// The most decisions that a matrix may declare.
  public static let mostDecisions = 64

  public func fact(named name: String) -> Ref<Fact>? { facts.firstIndex { $0.name == name }.map(Ref.init) }
  public func head(named name: String) -> Ref<Head>? { heads.firstIndex { $0.name == name }.map(Ref.init) }
  public func decision(named name: String) -> Ref<Decision>? {
    decisions.firstIndex { $0.name == name }.map(Ref.init)
  }

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
