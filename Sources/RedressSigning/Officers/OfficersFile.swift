import Redress
import RedressFiles

/// The officers of an organisation as their file lists them: who they are, which posts they hold, and their keys.
public struct OfficersFile: Sendable {
  /// The name of the format, which the file states.
  public static let format = "redress-officers/1"

  /// A public key of an officer, with the days on which it counts.
  public struct Key: Hashable, Sendable {
    /// The key.
    public let key: SSHPublicKey
    /// The first and the last day, both counted.
    public let days: DaySpan
    /// From this day on it is refused; `nil` where it was never revoked.
    public let revoked: CivilDate?

    /// The days on which it counts, its revocation taken into account; `nil` where there are none.
    public var goodDays: DaySpan? {
      guard let revoked else { return days }
      let last = min(revoked.adding(days: -1), days.until ?? .latest)
      return last < days.from ? nil : DaySpan(from: days.from, until: last)
    }

    /// Whether it counts on a day.
    public func isGood(on day: CivilDate) -> Bool { goodDays?.contains(day) ?? false }
  }

  /// The people and their posts.
  public let officers: Officers
  /// The keys of each officer, by their name in the file, in its order.
  public let keys: [(officer: String, key: Key)]

  /// The keys of one officer.
  public func keys(of officer: String) -> [Key] { keys.filter { $0.officer == officer }.map(\.key) }

  /// What OpenSSH is to be told: each key for the days on which it counts.
  public var allowedSigners: String {
    AllowedSigners.text(
      keys.compactMap { officer, key in
        key.goodDays.flatMap {
          try? AllowedSigner(
            principal: officer, key: key.key, firstDay: $0.from, lastDay: $0.until, namespace: OfferNamespace.name)
        }
      })
  }

  /// - Throws: every fault of the file.
  public static func read(_ source: SourceText) throws(FaultList) -> OfficersFile {
    let nodes = try YAMLReader().read(source)
    var reader = OfficersReader(source)
    let file = nodes.first.map { reader.file($0) }
    try reader.shapes.faults.throwIfAny()
    guard let file else {
      throw FaultList(
        source.fault(.fileEmpty, says: "The file holds no officers.", mend: "Add some, or check the file's name."))
    }
    return file
  }
}
