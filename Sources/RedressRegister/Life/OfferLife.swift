import Redress
import RedressFiles

/// The life of one offer as its events tell it. Everything that a register states of an offer is worked out of this.
public struct OfferLife: Sendable {
  /// The number of the offer in its register.
  public let number: Int
  /// What was decided.
  public let drafted: Drafted
  /// Who drafted it.
  public let author: String
  /// Where it is.
  public internal(set) var state = OfferState.drafted
  /// The signatures, in the order in which they were recorded.
  public internal(set) var signatures: [Signature] = []
  /// How it was sent; `nil` until it was.
  public internal(set) var issued: Issued?
  /// The day on which it was sent.
  public internal(set) var issuedOn: CivilDate?
  /// The last day to accept it as things stand; `nil` where there is none.
  public internal(set) var lastDay: CivilDate?
  /// How it was opened again after its last day, the last time.
  public internal(set) var renewal: (Recorded<Renewal>)?
  /// What was accepted; `nil` until it was.
  public internal(set) var acceptance: Acceptance?
  /// The day on which the person confirmed it.
  public internal(set) var acceptedOn: CivilDate?
  /// Payments, credits and things given, those that came back among them.
  public internal(set) var payments: [RecordedPayment] = []
  /// The remedies that were delivered, by their place in the letter.
  public internal(set) var delivered: [Int: Recorded<String>] = [:]
  /// The day on which the last of it was paid.
  public internal(set) var paidOn: CivilDate?
  /// The day on which nothing was left to do.
  public internal(set) var closedOn: CivilDate?
  /// The revision that is being prepared; `nil` where there is none.
  public internal(set) var pendingRevision: Int?
  /// The revision that took its place.
  public internal(set) var supersededBy: Int?
  /// The number of its last event.
  public internal(set) var lastEvent: Int
  /// The day of its last act.
  public internal(set) var lastActOn: CivilDate

  /// A signature as it was recorded.
  public struct Signature: Hashable, Sendable {
    /// Who signed.
    public let officer: String
    /// In which post, and the digest of the file.
    public let signed: Signed
    /// The event that recorded it.
    public let event: Int
  }

  /// Something that was recorded, with who and when.
  public struct Recorded<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What was recorded.
    public let value: Value
    /// Who did it.
    public let by: String
    /// On which day.
    public let on: CivilDate
    /// The event that recorded it.
    public let event: Int
  }

  /// A payment, and whether it came back.
  public struct RecordedPayment: Hashable, Sendable {
    /// What was paid, by whom and when. Its event is the payment's number.
    public let recorded: Recorded<Payment>
    /// The event that says that it came back; `nil` where it did not.
    public internal(set) var returnedIn: Int?

    /// Whether the money stayed where it went.
    public var counts: Bool { returnedIn == nil }
  }

  init(_ drafted: Drafted, _ event: Event) {
    number = event.offer ?? 0
    self.drafted = drafted
    author = event.stamp.by
    lastDay = drafted.lastDay
    lastEvent = event.number
    lastActOn = event.stamp.on
  }

  // MARK: Sums

  /// What is offered or, once it was accepted, what was accepted and settled.
  public var sums: Sums { acceptance?.sums ?? drafted.sums }

  /// What was paid to the person and did not come back.
  public var paid: Money { total { $0.method != Payment.setOff && !isInKind($0.method) } }

  /// What was credited to arrears.
  public var credited: Money { total { $0.method == Payment.setOff } }

  /// The worth of what was given in kind.
  public var given: Money { total { isInKind($0.method) } }

  /// Whether everything that was accepted has been paid, credited and given.
  public var isSettled: Bool {
    acceptance != nil && paid == sums.payable && credited == sums.setOff && given == sums.inKind
  }

  /// Whether a method is a form in kind of this offer.
  public func isInKind(_ method: String) -> Bool { sums.items.contains { $0.isInKind && $0.form == method } }

  private func total(_ isCounted: (Payment) -> Bool) -> Money {
    payments.filter { $0.counts && isCounted($0.recorded.value) }.reduce(.zero) { $0 + $1.recorded.value.amount }
  }

  /// Whether its last day is over on a day, and nobody accepted it.
  public func isLapsed(on day: CivilDate) -> Bool {
    state == .issued && drafted.isOffer && (lastDay.map { day > $0 } ?? false)
  }

  /// The officers who signed.
  public var signers: [String] { signatures.map(\.officer) }
}
