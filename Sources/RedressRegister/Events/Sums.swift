import Redress

/// The sums of a decision. What was already paid, set off and left to pay make the gross, always.
public struct Sums: Hashable, Sendable {
  /// All money of the decision.
  public let gross: Money
  /// What comes off for earlier payments.
  public let alreadyPaid: Money
  /// What is credited to arrears.
  public let setOff: Money
  /// What is left to pay.
  public let payable: Money
  /// The worth of what is given in kind.
  public let inKind: Money
  /// In the order of the case; those that were kept out are not among them.
  public let items: [Item]

  /// What one item of a case comes to.
  public struct Item: Hashable, Sendable {
    /// Its place in the case, counted from 1.
    public let number: Int
    /// The head that it stands under.
    public let head: String
    /// What it was priced at.
    public let amount: Money
    /// What comes off it for earlier payments.
    public let alreadyPaid: Money
    /// What is taken from it for arrears.
    public let setOff: Money
    /// What is left of it to pay.
    public let payable: Money
    /// In which form it is given; `nil` where the case does not say.
    public let form: String?
    /// Whether it is given as something else than money.
    public let isInKind: Bool

    /// The sums of an item.
    public init(
      number: Int, head: String, amount: Money, alreadyPaid: Money, setOff: Money, payable: Money, form: String?,
      isInKind: Bool
    ) {
      self.number = number
      self.head = head
      self.amount = amount
      self.alreadyPaid = alreadyPaid
      self.setOff = setOff
      self.payable = payable
      self.form = form
      self.isInKind = isInKind
    }
  }

  /// Sums as a register states them.
  public init(
    gross: Money, alreadyPaid: Money, setOff: Money, payable: Money, inKind: Money, items: [Item]
  ) {
    self.gross = gross
    self.alreadyPaid = alreadyPaid
    self.setOff = setOff
    self.payable = payable
    self.inKind = inKind
    self.items = items
  }

  /// Nothing, as in a refusal.
  public static let none = Sums(
    gross: .zero, alreadyPaid: .zero, setOff: .zero, payable: .zero, inKind: .zero, items: [])

  /// The sums of an assessed case; nothing where it was refused.
  public init(_ explanation: Explanation) {
    let (assessment, matrix) = (explanation.assessment, explanation.matrix)
    guard assessment.outcome == .awarded, let award = assessment.award else {
      self = .none
      return
    }
    let items = assessment.items.enumerated().filter { $0.element.keptOutBy == nil }.map { place, item in
      let head = matrix.heads[ref: item.head]
      return Item(
        number: place + 1, head: head.name, amount: item.amount,
        alreadyPaid: item.isInKind ? .zero : item.alreadyPaid, setOff: item.isInKind ? .zero : item.setOff,
        payable: item.payable, form: explanation.nameOfForm(place + 1), isInKind: item.isInKind)
    }
    self.init(
      gross: award.gross, alreadyPaid: award.alreadyPaid, setOff: award.setOff, payable: award.payable,
      inKind: award.inKind, items: items)
  }

  /// Everything that is offered, in money and in kind: what authority is measured on.
  public var total: Money { gross + inKind }
}
