/// An amount that the policy leaves to a person.
public struct Judgement: Hashable, Sendable {
  /// The amount that the person decides.
  public let amount: Ref<Fact>
  /// Points that must be answered first, such as how long it went on.
  public let factors: [Ref<Fact>]
  /// What shows it, in words; `nil` where the policy asks for nothing.
  public let evidence: Ref<Fact>?
  /// Why this amount, in words; `nil` where the policy asks for nothing.
  public let reasons: Ref<Fact>?
  /// Who decides.
  public let pickedBy: [Ref<Role>]

  /// A judgement with all that it says.
  public init(
    amount: Ref<Fact>, factors: [Ref<Fact>], evidence: Ref<Fact>?, reasons: Ref<Fact>?, pickedBy: [Ref<Role>]
  ) {
    self.amount = amount
    self.factors = factors
    self.evidence = evidence
    self.reasons = reasons
    self.pickedBy = pickedBy
  }

  /// Every fact that it reads, in the order in which they are asked for.
  public var facts: [Ref<Fact>] { factors + [evidence, reasons].compactMap(\.self) + [amount] }
}
