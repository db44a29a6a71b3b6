/// A rule that keeps a case, or an item of it, out of the policy: who is not covered, what is not accepted, what is
/// excluded.
public struct Exclusion: Hashable, Sendable {
  /// Its title, its paragraphs and its place in the order of rules.
  public let rule: Ref<Rule>
  /// The rule bites where this holds. Where it reads facts that an item may state for itself, it is tried for that item
  /// again.
  public let when: Condition
  /// A decision that makes an exception; `nil` where the policy names nobody who may.
  public let exception: Ref<Decision>?
  /// What it comes to before that decision is taken.
  public let undecided: Window.Step.Undecided
  /// It keeps out only items under these heads, each tried for itself; `nil` for the case and all its items.
  public let heads: [Ref<Head>]?
  /// What the person is told in a refusal.
  public let say: String
  /// What the letter says instead of ``say``; `nil` where that will do.
  public let letter: String?
  /// Where the person is sent instead: a scheme, a policy, an insurer.
  public let referTo: String?

  /// An exclusion with all that it says.
  public init(
    rule: Ref<Rule>, when: Condition, exception: Ref<Decision>?, undecided: Window.Step.Undecided = .refuse,
    heads: [Ref<Head>]? = nil, say: String, referTo: String?, letter: String? = nil
  ) {
    self.letter = letter
    self.rule = rule
    self.when = when
    self.exception = exception
    self.undecided = undecided
    self.heads = heads
    self.say = say
    self.referTo = referTo
  }
}
