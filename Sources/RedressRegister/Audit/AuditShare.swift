import Redress
import RedressFiles
import RedressSigning

/// The sums of some offers.
public struct AuditFigures: Hashable, Sendable {
  /// How many decisions.
  public internal(set) var offers = 0
  /// What was sent and stands, in money and in kind.
  public internal(set) var offered = Money.zero
  /// What was accepted of it, and stands.
  public internal(set) var accepted = Money.zero
  /// What of that was paid before, under an earlier decision or on the spot.
  public internal(set) var before = Money.zero
  /// The money that left and did not come back.
  public internal(set) var paid = Money.zero
  /// What was credited to arrears.
  public internal(set) var credited = Money.zero
  /// The worth of what was given in kind.
  public internal(set) var given = Money.zero
  /// What was accepted and is still to pay, to credit or to give.
  public internal(set) var waiting = Money.zero

  static func += (one: inout AuditFigures, other: AuditFigures) {
    one.offers += other.offers
    one.addMoney(other)
  }

  mutating func addMoney(_ other: AuditFigures) {
    offered += other.offered
    accepted += other.accepted
    before += other.before
    paid += other.paid
    credited += other.credited
    given += other.given
    waiting += other.waiting
  }

  /// The sums without the number of offers.
  var money: [Money] { [offered, accepted, before, paid, credited, given, waiting] }
}

/// What one offer adds to the totals.
struct AuditShare: Sendable {
  let state: OfferState
  let scheme: String
  let month: String
  let tier: String
  let cause: String
  let figures: AuditFigures
  /// By head; what was paid under the offer goes to its items in their order.
  let heads: [(name: String, title: String, figures: AuditFigures)]
  let acceptedOn: CivilDate?

  init(_ life: OfferLife, _ check: OfferCheck?) {
    state = life.state
    scheme = life.drafted.scheme
    month = String(life.drafted.offerDate.isoText.prefix(7))
    tier = check.map { Self.titles(of: $0.draft.required, $0.draft.explanation) } ?? "not known"
    cause = check.map { Self.cause(of: $0.draft.explanation) } ?? "not known"
    acceptedOn = life.acceptedOn
    var shares = Self.shares(of: life)
    if shares.isEmpty { shares = [("refused", AuditFigures())] }
    heads = shares.map { head, figures in
      let matrix = check?.assessed.edition.matrix
      let title = matrix.flatMap { matrix in
        matrix.head(named: head).map { matrix.rules[ref: matrix.heads[ref: $0].rule].title }
      }
      let scheme = life.drafted.scheme
      return ("\(scheme)/\(head)", "\(title ?? head) (\(scheme))", figures)
    }
    var all = AuditFigures()
    for share in shares { all.addMoney(share.figures) }
    all.offers = 1
    figures = all
  }

  /// The titles of the lowest step that may sign.
  static func titles(of required: RequiredSignatures, _ explanation: Explanation) -> String {
    if required.origin == .manager { return "the author's manager" }
    let sets = required.signatures.map { signature in
      signature.roles.map { explanation.title(ofRole: $0) }.joined(separator: " or ")
    }
    return sets.isEmpty ? "nobody is named" : sets.joined(separator: ", together with ")
  }

  /// The rules that decided: why it was refused; or the heads of an award, with the windows and exclusions that
  /// somebody's decision let it through.
  private static func cause(of explanation: Explanation) -> String {
    let codes = explanation.codes
    if explanation.assessment.outcome == .refused { return codes.joined(separator: ", ") }
    let matrix = explanation.matrix
    let allowed = explanation.assessment.lines.compactMap { line -> Ref<Rule>? in
      switch line.finding {
      case .allowed, .excepted: line.rule == matrix.acceptance?.rule ? nil : line.rule
      default: nil
      }
    }
    let names = Set((allowed + matrix.heads.map(\.rule)).map { explanation.rule($0).id })
    return codes.filter(names.contains).joined(separator: ", ")
  }

  /// What each head has of the sums of an offer.
  private static func shares(of life: OfferLife) -> [(name: String, figures: AuditFigures)] {
    let isStanding = life.state != .superseded && life.state != .withdrawn
    let isSent = life.issuedOn != nil && isStanding
    var (paid, credited) = (life.paid, life.credited)
    var heads: [(name: String, figures: AuditFigures)] = []
    for item in life.drafted.sums.items {
      var figures = AuditFigures()
      if isSent { figures.offered = item.amount }
      if let settled = life.sums.items.first(where: { $0.number == item.number }), life.acceptance != nil {
        if isStanding { (figures.accepted, figures.before) = (settled.amount, settled.alreadyPaid) }
        figures.paid = min(paid, settled.payable)
        figures.credited = min(credited, settled.setOff)
        figures.given = settled.isInKind ? given(settled, life) : .zero
        (paid, credited) = (paid - figures.paid, credited - figures.credited)
        if life.state == .accepted {
          let open = settled.payable - figures.paid + (settled.setOff - figures.credited)
          figures.waiting = open + (settled.isInKind ? settled.amount - figures.given : .zero)
        }
      }
      if let place = heads.firstIndex(where: { $0.name == item.head }) {
        heads[place].figures.addMoney(figures)
      } else {
        figures.offers = 1
        heads.append((item.head, figures))
      }
    }
    return heads.map { head in
      var figures = head.figures
      figures.offers = 1
      return (head.name, figures)
    }
  }

  /// What was given of an item in kind: the payments of its form, first to the first of several such items.
  private static func given(_ item: Sums.Item, _ life: OfferLife) -> Money {
    let all = life.payments.filter { $0.counts && $0.recorded.value.method == item.form }
    var left = all.reduce(Money.zero) { $0 + $1.recorded.value.amount }
    for other in life.sums.items where other.isInKind && other.form == item.form {
      let share = min(left, other.amount)
      if other.number == item.number { return share }
      left -= share
    }
    return .zero
  }
}
