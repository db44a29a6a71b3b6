import Redress
import RedressFiles

/// What was done, as an event records it.
public enum Act: Hashable, Sendable {
  /// The register was begun. Its origin is a random name that no other register has.
  case begun(origin: String)
  /// A decision of a case was drafted, or came in as a file.
  case drafted(Drafted)
  /// An officer signed it.
  case signed(Signed)
  /// It was sent to the person.
  case issued(Issued)
  /// A revision of it was drafted. A signature that was not yet used is void from here.
  case revised(by: Int)
  /// The revision was withdrawn, and this decision stands as before.
  case revisionWithdrawn(Int)
  /// The revision was issued in its place.
  case superseded(by: Int)
  /// The person accepted it, or some of it.
  case accepted(Acceptance)
  /// It was accepted after its last day, and a person decided not to pay.
  case turnedDown(LateDecision)
  /// The person declined it.
  case declined(because: String?)
  /// The organisation took it back.
  case withdrawn(because: String)
  /// It was opened again after its last day.
  case renewed(Renewal)
  /// Money left, a rent account was credited, or something was given.
  case paid(Payment)
  /// A payment came back: a returned transfer, a cheque that nobody cashed.
  case returned(payment: Int, because: String)
  /// A promised remedy that is not money was delivered.
  case delivered(remedy: Int, proof: String)
  /// Nothing is left to do.
  case closed
  /// A list of payments or of rent credits was made for finance.
  case run(Run)
  /// Entries of a run were taken off it, as they will not be paid or posted in it.
  case runCancelled(RunCancellation)
  /// Open offers were recalculated.
  case recalculated(RecalculationRecord)
  /// What is personal of some offers was erased.
  case erased(Erasure)
  /// A case came in from another system.
  case imported(ImportedCase)

  /// The word by which an event states it.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// In the order of a life.
    case begun, drafted, signed, issued, revised
    case revisionWithdrawn = "revision-withdrawn"
    case superseded, accepted
    case turnedDown = "turned-down"
    case declined, withdrawn, renewed, paid, returned, delivered, closed
    case run
    case runCancelled = "run-cancelled"
    case recalculated, erased, imported
  }

  /// The word by which an event states it.
  public var kind: Kind {
    switch self {
    case .begun: .begun
    case .drafted: .drafted
    case .signed: .signed
    case .issued: .issued
    case .revised: .revised
    case .revisionWithdrawn: .revisionWithdrawn
    case .superseded: .superseded
    case .accepted: .accepted
    case .turnedDown: .turnedDown
    case .declined: .declined
    case .withdrawn: .withdrawn
    case .renewed: .renewed
    case .paid: .paid
    case .returned: .returned
    case .delivered: .delivered
    case .closed: .closed
    case .run: .run
    case .runCancelled: .runCancelled
    case .recalculated: .recalculated
    case .erased: .erased
    case .imported: .imported
    }
  }
}
