import Redress

/// What of an accepted offer can be paid or posted now, method by method.
struct OpenSums {
  /// A sum by one method.
  struct Open: Hashable {
    let method: String
    let amount: Money
  }

  private let life: OfferLife
  private let listed: [RegisterReading.RunEntry]
  private let seen: [String]

  /// - Parameters:
  ///   - listed: what runs list of it and is not paid in them.
  ///   - seen: what payment waits for and somebody has seen.
  init(_ life: OfferLife, listed: [RegisterReading.RunEntry], seen: [String]) {
    self.life = life
    self.listed = listed
    self.seen = seen
  }

  /// What payment still waits for.
  var unseen: [Acceptance.Condition] { life.stillUnseen(after: seen) }

  /// The money that can be paid, by method; nothing while all of it waits.
  var payments: [Open] {
    let waits = unseen
    if waits.contains(where: { $0.item == 0 }) { return [] }
    let held = Set(waits.map(\.item))
    let items = life.sums.items.filter { !$0.isInKind && $0.payable > .zero }
    let money = listed.filter { $0.method != Payment.setOff }
    // Of what was paid by other ways no item can be told apart, so all of it comes off the sum that is left.
    let all = items.reduce(Money.zero) { held.contains($1.number) ? $0 : $0 + $1.payable }
    var left = all - life.paid - money.reduce(.zero) { $0 + $1.amount }
    var open: [Open] = []
    for method in methods(items.filter { !held.contains($0.number) }) {
      let wanted = items.filter { !held.contains($0.number) && self.method(of: $0) == method }
      let gone =
        life.payments.filter { $0.counts && $0.recorded.value.method == method }.map(\.recorded.value.amount)
        + money.filter { $0.method == method }.map(\.amount)
      let own = wanted.reduce(Money.zero) { $0 + $1.payable } - gone.reduce(.zero, +)
      let amount = min(own, left)
      guard amount > .zero else { continue }
      open.append(Open(method: method, amount: amount))
      left -= amount
    }
    return open
  }

  /// What can be credited to arrears.
  var credit: Money {
    let gone = listed.filter { $0.method == Payment.setOff }.reduce(Money.zero) { $0 + $1.amount }
    return max(life.sums.setOff - life.credited - gone, .zero)
  }

  /// How an item is paid: as the person said at acceptance, or as the case says; by bank transfer where neither does.
  func method(of item: Sums.Item) -> String { life.acceptance?.payTo ?? item.form ?? PaymentOrder.methodsOfMoney[0] }

  private func methods(_ items: [Sums.Item]) -> [String] {
    items.map { method(of: $0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
