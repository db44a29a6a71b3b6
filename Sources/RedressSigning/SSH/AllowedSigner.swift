import Redress

/// One line of a file of allowed signers: who may sign, with which key, on which days, for what.
public struct AllowedSigner: Hashable, Sendable {
  /// The name that a verifier asks for, such as `jane.doe@council.gov.uk`.
  public let principal: String
  /// The key that signs for that name.
  public let key: SSHPublicKey
  /// The first day on which the key holds; `nil` for no beginning.
  public let firstDay: CivilDate?
  /// The last day on which the key holds; `nil` for no end.
  public let lastDay: CivilDate?
  /// The only namespace that the key holds for.
  public let namespace: String

  /// A signer. Names may hold letters and digits of ASCII and `.`, `_`, `-`, `+` and `@`, at most 255 of them: every
  /// other sign may mean something to OpenSSH.
  public init(
    principal: String, key: SSHPublicKey, firstDay: CivilDate?, lastDay: CivilDate?,
    namespace: String = OfferNamespace.name
  ) throws(AllowedSignerFault) {
    for name in [principal, namespace] where !Self.isPlain(name) { throw .notPlain(name) }
    for day in [firstDay, lastDay] {
      if let day, day.parts.year < Self.earliestYear { throw .tooEarly(day) }
    }
    if let firstDay, let lastDay, lastDay < firstDay { throw .daysReversed(firstDay, lastDay) }
    self.principal = principal
    self.key = key
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.namespace = namespace
  }

  /// Whether the key holds on a day. Both ends count.
  public func holds(on day: CivilDate) -> Bool {
    (firstDay.map { $0 <= day } ?? true) && (lastDay.map { day <= $0 } ?? true)
  }

  /// OpenSSH counts from the start of 1970 and takes 0 for none, whatever the time zone.
  private static let earliestYear = 1971

  private static func isPlain(_ name: String) -> Bool {
    (1...255).contains(name.utf8.count)
      && name.utf8.allSatisfy { sign in
        switch sign {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "._-+@".utf8.contains(sign)
        }
      }
  }
}

/// Why a signer cannot stand in a file of allowed signers.
public enum AllowedSignerFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// A name with a sign that may mean something to OpenSSH, or too long, or empty.
  case notPlain(String)
  /// OpenSSH cannot say a day before 1971.
  case tooEarly(CivilDate)
  /// The last day is before the first.
  case daysReversed(CivilDate, CivilDate)

  /// What is wrong, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .notPlain:
      "the name of a signer may hold only letters, digits and . _ - + @, and at most 255 of them"
    case .tooEarly(let day): "\(AllowedSigners.digits(of: day)) is too early; OpenSSH can say days from 1971 on"
    case .daysReversed(let first, let last):
      "the last day, \(AllowedSigners.digits(of: last)), is before the first, \(AllowedSigners.digits(of: first))"
    }
  }
}
