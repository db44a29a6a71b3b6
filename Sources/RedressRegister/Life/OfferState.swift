/// Where an offer is in its life.
public enum OfferState: String, CaseIterable, Hashable, Sendable {
  /// Written, and not signed by enough people.
  case drafted
  /// Signed by everybody who must, and not sent.
  case signed
  /// Sent to the person. Past its last day it can no longer be accepted without somebody's discretion.
  case issued
  /// Accepted, in all of it or a part, and not fully paid.
  case accepted
  /// Everything that was accepted has been paid, credited and given.
  case paid
  /// Nothing is left to do.
  case closed
  /// The person does not want it.
  case declined
  /// The organisation took it back.
  case withdrawn
  /// A revision took its place.
  case superseded
  /// It was accepted too late, and a person decided not to pay.
  case turnedDown = "turned-down"

  /// Whether a recalculation looks at it: signed, issued, or accepted and unpaid.
  public var isOpen: Bool { self == .signed || self == .issued || self == .accepted }
}
