import Redress
import RedressFiles

/// One thing that happened, as the register keeps it for ever.
///
/// Its body is one line of JSON that holds the digest of the event before it, so that no event can be changed, taken
/// out or put elsewhere without every later digest changing.
public struct Event: Hashable, Sendable {
  /// Its place in the register, counted from 1.
  public let number: Int
  /// The number of the offer that it is about; `nil` where it is about none, or about several.
  public let offer: Int?
  /// What was done.
  public let act: Act
  /// Who did it.
  public let stamp: Stamp
  /// The digest of the event before it; that of no bytes for the first.
  public let previous: Digest
  /// The line of JSON, exactly as it is kept.
  public let body: String
  /// The digest of the line.
  public let digest: Digest

  /// What stands before the first event.
  public static let beforeFirst = Digest(of: [])

  /// - Parameter body: what is known to be its body, as it was read; `nil` where it is to be written.
  init(number: Int, offer: Int?, act: Act, stamp: Stamp, previous: Digest, body: String? = nil) {
    self.number = number
    self.offer = offer
    self.act = act
    self.stamp = stamp
    self.previous = previous
    let bytes =
      body.map { Array($0.utf8) }
      ?? EventWriter.bytes(number: number, offer: offer, act: act, stamp: stamp, previous: previous)
    self.body = body ?? String(decoding: bytes, as: UTF8.self)
    digest = Digest(of: bytes)
  }
}

/// Who did something, and when.
public struct Stamp: Hashable, Sendable {
  /// The officer, as the officers file names them.
  public let by: String
  /// The day on which it was done.
  public let on: CivilDate
  /// The moment at which it was recorded, by the clock of the machine, in UTC: `2026-10-12T09:30:00Z`.
  public let recordedAt: String
  /// The day that was said to be today, where somebody said so; `nil` where the clock was taken.
  public let statedToday: CivilDate?
  /// Whether the officers file showed that the officer held a post on the day.
  public let isVerified: Bool

  /// Who did something, and when.
  public init(by: String, on: CivilDate, recordedAt: String, statedToday: CivilDate?, isVerified: Bool) {
    self.by = by
    self.on = on
    self.recordedAt = recordedAt
    self.statedToday = statedToday
    self.isVerified = isVerified
  }
}
