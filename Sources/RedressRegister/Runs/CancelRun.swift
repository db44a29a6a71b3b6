import Redress

/// What came of taking entries off a run.
public struct CancelledRun: Sendable {
  /// The offers whose entries were taken off now.
  public let offers: [Int]
  /// What they come to.
  public let total: Money
}

extension RegisterWriting {
  /// Takes entries off a run that will not be paid or posted in it: all that are open or, where an offer is named, its
  /// own. What was recorded as paid stays. What was taken off is listed by the next run again.
  ///
  /// - Throws: ``ActRefusal`` where there is no such run, or nothing in it is open.
  public func cancelRun(_ number: Int, offer: Int?, because: String) throws -> CancelledRun {
    let run = try reading.run(number)
    if let offer, !run.entries.contains(where: { $0.offer == offer }) {
      throw ActRefusal(.run, "Run \(number) does not list offer \(offer).")
    }
    var offers: [Int] = []
    var total = Money.zero
    for entry in run.entries where offer == nil || entry.offer == offer {
      let open = try reading.openRunEntries(of: life(entry.offer)).contains {
        $0.run == number && $0.method == entry.method
      }
      guard open else { continue }
      total += entry.amount
      if !offers.contains(entry.offer) { offers.append(entry.offer) }
    }
    if offers.isEmpty {
      throw ActRefusal(
        .run,
        "Nothing of \(offer.map { "offer \($0) in " } ?? "")run \(number) is open: it was paid, or taken off before.")
    }
    let cancellation = RunCancellation(run: number, offers: offers.sorted(), because: because)
    try write(cancellation, append(.runCancelled(cancellation), offer: nil))
    return CancelledRun(offers: offers.sorted(), total: total)
  }
}
