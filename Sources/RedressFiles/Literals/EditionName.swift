import Redress

/// The name of an edition: the day it came into force and, for a correction of it, the correction's number.
public struct EditionName: Hashable, Comparable, Sendable {
  /// The day on which the edition came into force.
  public let day: CivilDate
  /// 0 for the edition itself, 1 for its first correction.
  public let correction: Int

  /// The edition of a day, or a correction of it, counted from 1; 0 is the edition itself.
  public init(_ day: CivilDate, correction: Int = 0) {
    precondition(correction >= 0, "corrections count from 1; 0 means none")
    self.day = day
    self.correction = correction
  }

  /// By day, then by correction, so that the one that serves comes last.
  public static func < (one: EditionName, other: EditionName) -> Bool {
    (one.day, one.correction) < (other.day, other.correction)
  }
}

extension EditionName: CustomStringConvertible {
  /// As it is written: `2022-10-01`, or `2022-10-01.2`.
  public var description: String { day.isoText + (correction == 0 ? "" : ".\(correction)") }
}

extension Literal {
  /// The name of an edition: `2022-10-01`, or `2022-10-01.2` for its second correction. There is one way to write each.
  public static func edition(_ text: String) throws(UnreadLiteral) -> EditionName {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let form = "Write the day it came into force, such as 2022-10-01, or 2022-10-01.1 for its first correction."
    guard let first = parts.first else {
      throw UnreadLiteral(.literalEdition, "The name of an edition is missing here.", form)
    }
    let day: CivilDate
    do { day = try Literal.day(String(first)) } catch {
      let reason = error.says.hasPrefix("There is no") ? " \(error.says)" : ""
      throw UnreadLiteral(.literalEdition, "\(Visible.quoted(text)) is not the name of an edition.\(reason)", form)
    }
    guard parts.count == 2 else { return EditionName(day) }
    guard parts[1].isDigits, parts[1].utf8.count <= 4, !parts[1].hasPrefix("0") else {
      throw UnreadLiteral(
        .literalEdition, "\(Visible.quoted(text)) does not end with the number of a correction.", form)
    }
    return EditionName(day, correction: Int(parts[1])!)
  }
}
