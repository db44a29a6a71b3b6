extension Literal {
  /// The largest count that a file may state: nine nines.
  public static let largestCount = 999_999_999

  /// A whole count of zero or more: `3`.
  public static func count(_ text: String) throws(UnreadLiteral) -> Int {
    guard text.isDigits else { throw notCount(text) }
    let significant = text.drop { $0 == "0" }
    guard significant.utf8.count <= 9 else {
      throw UnreadLiteral(
        .literalCount, "\(Visible.quoted(text)) is above \(largestCount), the largest count a file may state.",
        "Check the number of digits.")
    }
    return Int(significant) ?? 0
  }

  private static func notCount(_ text: String) -> UnreadLiteral {
    let says = text.isEmpty ? "A count is missing here." : "\(Visible.quoted(text)) is not a whole count."
    return UnreadLiteral(.literalCount, says, "Write digits alone, such as 3.")
  }
}
