import Redress

extension Literal {
  /// A percentage that a case states, in hundredths of a per cent: `25%` is 2500, `12.5%` is 1250. At most two places
  /// after the point.
  public static func percent(_ text: String) throws(UnreadLiteral) -> Int64 {
    guard text.hasSuffix("%") else { throw notPercent(text) }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy(\.isDigits) else { throw notPercent(text) }
    let places = parts.count == 2 ? String(parts[1]) : ""
    let whole = parts[0].drop { $0 == "0" }
    guard places.utf8.count <= 2, whole.utf8.count <= 6 else { throw notPercent(text) }
    let hundredths = Int64(places.isEmpty ? "0" : places.utf8.count == 1 ? places + "0" : places)!
    let value = (Int64(whole) ?? 0) * 100 + hundredths
    guard value <= CaseFacts.largestPercent else {
      throw UnreadLiteral(
        .literalPercent, "\(Visible.quoted(text)) is above 10000%, the most that a file may state.",
        "Check the number of digits.")
    }
    return value
  }

  private static func notPercent(_ text: String) -> UnreadLiteral {
    let says = text.isEmpty ? "A percentage is missing here." : "\(Visible.quoted(text)) is not a percentage."
    return UnreadLiteral(
      .literalPercent, says, "Write digits and a per cent sign, such as 25% or 12.5%, with at most two places.")
  }
}
