import Redress
import RedressFiles

/// Why an act cannot come where it stands in an offer's life.
public struct OutOfOrder: Error, Hashable, Sendable {
  /// What is wrong, in a whole sentence.
  public let says: String
}

extension OfferLife {
  /// The life that events tell.
  /// - Throws: ``OutOfOrder`` at the first event that cannot come where it stands.
  public static func of(_ events: some Sequence<Event>) throws(OutOfOrder) -> OfferLife? {
    var life: OfferLife?
    for event in events { try take(event, to: &life) }
    return life
  }

  /// Takes one more event. Acts go through here before they are recorded, and again whenever the register is rebuilt.
  mutating func apply(_ event: Event) throws(OutOfOrder) {
    let day = event.stamp.on
    switch event.act {
    case .signed(let signed): try sign(signed, event)
    case .issued(let issued):
      try need([.signed], "issued")
      self.issued = issued
      (state, issuedOn, lastDay) = (.issued, day, issued.lastDay)
    case .revised(let number): try revise(number)
    case .revisionWithdrawn(let number):
      guard pendingRevision == number else { throw OutOfOrder(says: "No revision \(number) of it is being prepared.") }
      pendingRevision = nil
    case .superseded(let number):
      guard pendingRevision == number else { throw OutOfOrder(says: "No revision \(number) of it was prepared.") }
      (state, supersededBy, pendingRevision) = (.superseded, number, nil)
    case .accepted(let acceptance): try accept(acceptance, day)
    case .turnedDown:
      try need([.issued], "declined as accepted too late")
      state = .turnedDown
    case .declined:
      try need([.issued], "declined")
      state = .declined
    case .withdrawn:
      try need([.drafted, .signed, .issued], "withdrawn")
      state = .withdrawn
    case .renewed(let renewal):
      try need([.issued, .turnedDown], "renewed")
      self.renewal = Recorded(value: renewal, by: event.stamp.by, on: day, event: event.number)
      (state, lastDay) = (.issued, renewal.lastDay)
    case .paid(let payment): try pay(payment, event)
    case .returned(let payment, _): try takeBack(payment, event)
    case .delivered(let remedy, let proof):
      try need([.issued, .accepted, .paid, .declined, .turnedDown], "given a delivered remedy")
      guard (1...max(drafted.remedies, 1)).contains(remedy), drafted.remedies > 0 else {
        throw OutOfOrder(says: "It promises \(drafted.remedies) remedies, and has none of number \(remedy).")
      }
      delivered[remedy] = Recorded(value: proof, by: event.stamp.by, on: day, event: event.number)
    case .closed:
      try need([.issued, .accepted, .paid, .declined, .turnedDown, .withdrawn], "closed")
      (state, closedOn) = (.closed, day)
    case .begun, .drafted, .run, .runCancelled, .recalculated, .erased, .imported:
      throw OutOfOrder(says: "An event of the kind `\(event.act.kind.rawValue)` is not about one offer's life.")
    }
    lastEvent = event.number
    lastActOn = max(lastActOn, day)
  }

  /// Nothing happens to an offer that is in another state than these.
  private func need(_ states: [OfferState], _ act: String) throws(OutOfOrder) {
    if states.contains(state) { return }
    throw OutOfOrder(says: "Offer \(number) is \(state.rawValue), and cannot be \(act) now.")
  }

  private mutating func sign(_ signed: Signed, _ event: Event) throws(OutOfOrder) {
    try need([.drafted, .signed], "signed")
    guard !signers.contains(event.stamp.by) else { throw OutOfOrder(says: "\(event.stamp.by) signed it already.") }
    signatures.append(Signature(officer: event.stamp.by, signed: signed, event: event.number))
    if signed.isLast { state = .signed }
  }

  /// A decision that was not sent is void from here; one that was sent stands until the revision is sent too.
  private mutating func revise(_ number: Int) throws(OutOfOrder) {
    try need(OfferState.allCases.filter { $0 != .superseded }, "revised")
    if let pendingRevision { throw OutOfOrder(says: "Its revision \(pendingRevision) is being prepared already.") }
    pendingRevision = number
    if issuedOn == nil || state == .withdrawn {
      (state, supersededBy, pendingRevision) = (.superseded, number, nil)
    }
  }

  private mutating func accept(_ acceptance: Acceptance, _ day: CivilDate) throws(OutOfOrder) {
    try need([.issued], "accepted")
    guard drafted.isOffer else { throw OutOfOrder(says: "It is a refusal, and there is nothing to accept.") }
    if let issuedOn, day < issuedOn { throw OutOfOrder(says: "It was sent on \(issuedOn), after \(day).") }
    (self.acceptance, state, acceptedOn) = (acceptance, .accepted, day)
    guard sums.payable + sums.setOff + sums.alreadyPaid == sums.gross else {
      throw OutOfOrder(says: "Its sums do not make its total.")
    }
  }

  private mutating func pay(_ payment: Payment, _ event: Event) throws(OutOfOrder) {
    try need([.accepted], "paid")
    let recorded = Recorded(value: payment, by: event.stamp.by, on: event.stamp.on, event: event.number)
    payments.append(RecordedPayment(recorded: recorded))
    guard paid <= sums.payable, credited <= sums.setOff, given <= sums.inKind else {
      throw OutOfOrder(says: "More would be paid than was accepted.")
    }
    if isSettled { (state, paidOn) = (.paid, event.stamp.on) }
  }

  private mutating func takeBack(_ number: Int, _ event: Event) throws(OutOfOrder) {
    guard let place = payments.firstIndex(where: { $0.recorded.event == number && $0.counts }) else {
      throw OutOfOrder(says: "Offer \(self.number) has no payment \(number) that could have come back.")
    }
    payments[place].returnedIn = event.number
    if state == .paid || state == .closed { (state, closedOn) = (.accepted, nil) }
    paidOn = nil
  }
}
