import Redress

extension Literal {
  /// An exact part of something: `25%`, `12.5%`, `2/37`. It may be above the whole, as 150% is.
  public static func fraction(_ text: String) throws(UnreadLiteral) -> Fraction {
    if text.hasSuffix("%") { return try percentage(text, text.dropLast()) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(\.isDigits) else { throw notFraction(text) }
    guard parts.allSatisfy({ $0.utf8.count <= 9 }) else { throw tooManyDigits(text) }
    guard let fraction = Fraction(Int64(parts[0])!, over: Int64(parts[1])!) else {
      throw UnreadLiteral(
        .literalFraction, "\(Visible.quoted(text)) divides by zero.", "Write a number above zero under the stroke.")
    }
    return fraction
  }

  private static func percentage(_ text: String, _ number: Substring) throws(UnreadLiteral) -> Fraction {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy(\.isDigits) else { throw notFraction(text) }
    let places = parts.count == 2 ? parts[1] : ""
    guard parts[0].utf8.count <= 6, places.utf8.count <= 6 else { throw tooManyDigits(text) }
    let denominator = places.utf8.reduce(Int64(100)) { product, _ in product * 10 }
    return Fraction(Int64(parts[0] + places)!, over: denominator)!
  }

  private static func tooManyDigits(_ text: String) -> UnreadLiteral {
    UnreadLiteral(
      .literalFraction, "\(Visible.quoted(text)) has too many digits.",
      "Write at most six before and six after the point of a percentage, or nine on each side of a stroke.")
  }

  private static func notFraction(_ text: String) -> UnreadLiteral {
    let form = "Write a percentage such as 12.5%, or a fraction of whole numbers such as 2/37."
    if text.isEmpty { return UnreadLiteral(.literalFraction, "A part is missing here.", form) }
    if text.hasSign {
      return UnreadLiteral(.literalFraction, "\(Visible.quoted(text)) has a sign.", "Write the part without + or −.")
    }
    if text.hasBlank {
      return UnreadLiteral(.literalFraction, "\(Visible.quoted(text)) has a space in it.", "Write it without spaces.")
    }
    return UnreadLiteral(.literalFraction, "\(Visible.quoted(text)) is not a part.", form)
  }
}
