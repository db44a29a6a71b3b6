import Redress

extension Literal {
  /// A sum of money: `£180`, `£180.5`, `180.50`. Nothing is rounded, and nothing is guessed.
  public static func money(_ text: String) throws(UnreadLiteral) -> Money {
    let number = text.hasPrefix("£") ? text.dropFirst() : text[...]
    let parts = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let pounds = parts.first, pounds.isDigits, parts.count == 1 || (parts[1].isDigits && parts[1].utf8.count <= 2)
    else { throw notMoney(text, number) }
    let significant = pounds.drop { $0 == "0" }
    guard significant.utf8.count <= 12 else { throw tooMuch(text) }
    let pence = parts.count == 1 ? 0 : parts[1].utf8.count == 2 ? Int64(parts[1])! : Int64(parts[1])! * 10
    let sum = Money(pence: (Int64(significant) ?? 0) * 100 + pence)
    guard sum <= .largest else { throw tooMuch(text) }
    return sum
  }

  private static func tooMuch(_ text: String) -> UnreadLiteral {
    UnreadLiteral(
      .literalMoney, "\(Visible.quoted(text)) is above \(Money.largest), the largest sum a file may state.",
      "Check the number of digits.")
  }

  /// The reasons in the order in which they help most.
  private static func notMoney(_ text: String, _ number: Substring) -> UnreadLiteral {
    func unread(_ says: String, _ mend: String) -> UnreadLiteral {
      UnreadLiteral(.literalMoney, text.isEmpty ? says : "\(Visible.quoted(text)) \(says)", mend)
    }
    if text.isEmpty { return unread("A sum of money is missing here.", "Write one, such as £180 or £180.50.") }
    if number.isEmpty { return unread("has no figure.", "Write digits after the £, such as £180.") }
    if text.hasBlank { return unread("has a space in it.", "Write the sum without spaces, such as £180.50.") }
    if text.hasSign || number.hasSign {
      return unread("has a sign.", "Write the sum without + or −; no sum in a file is below zero.")
    }
    if number.contains(",") { return comma(number, unread) }
    if isPowerOfTen(number) { return unread("is written with an exponent.", "Write all its digits, such as £1000.") }
    return point(number, unread) ?? unread("is not a sum of money.", "Write pounds in digits, such as £180 or £180.50.")
  }

  private static func comma(_ number: Substring, _ unread: (String, String) -> UnreadLiteral) -> UnreadLiteral {
    let groups = number.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    let whole = number.filter { $0 != "," }
    guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }), (try? money(whole)) != nil else {
      return unread("has a comma.", "Write a point before the pence, and nothing between thousands.")
    }
    return unread("has a thousands separator.", "Write £\(Visible.short(whole)).")
  }

  private static func isPowerOfTen(_ number: Substring) -> Bool {
    let parts = number.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].contains(where: \.isNumber) && parts[1].contains(where: \.isNumber)
  }

  private static func point(_ number: Substring, _ unread: (String, String) -> UnreadLiteral) -> UnreadLiteral? {
    let parts = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    if parts[0].isDigits, parts[1].isEmpty { return unread("ends with a point.", "Write £\(Visible.short(parts[0])).") }
    if parts[0].isEmpty, parts[1].isDigits { return unread("has no pounds.", "Write a 0 before the point: £0.50.") }
    guard parts[0].isDigits, parts[1].isDigits else { return nil }
    return unread(
      "has more than two places after the point.", "Write whole pence, such as £50.25. Nothing is rounded here.")
  }
}
