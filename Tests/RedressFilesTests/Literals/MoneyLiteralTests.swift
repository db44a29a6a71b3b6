import Redress
import Testing

@testable import RedressFiles

@Suite struct MoneyLiteralTests {
  @Test(arguments: [
    ("£180.00", 18000), ("180", 18000), ("180.5", 18050), ("£180.50", 18050), ("£0.01", 1), ("0", 0), ("£0.00", 0),
    ("0.1", 10),
    ("007", 700), ("£1000000000", 100_000_000_000), ("1000000000.00", 100_000_000_000), ("000000000000000000001", 100),
  ])
  func reads(text: String, pence: Int64) throws { #expect(try Literal.money(text) == Money(pence: pence)) }

  @Test(arguments: [
    ("", "A sum of money is missing here. Write one, such as £180 or £180.50."),
    ("£", "‘£’ has no figure. Write digits after the £, such as £180."),
    ("£1,000", "‘£1,000’ has a thousands separator. Write £1000."),
    ("1,000.50", "‘1,000.50’ has a thousands separator. Write £1000.50."),
    ("1,000,000", "‘1,000,000’ has a thousands separator. Write £1000000."),
    ("180,50", "‘180,50’ has a comma. Write a point before the pence, and nothing between thousands."),
    ("1,0000", "‘1,0000’ has a comma. Write a point before the pence, and nothing between thousands."),
    ("1e3", "‘1e3’ is written with an exponent. Write all its digits, such as £1000."),
    ("1.5E+2", "‘1.5E+2’ is written with an exponent. Write all its digits, such as £1000."),
    (
      "£50.001",
      "‘£50.001’ has more than two places after the point. Write whole pence, such as £50.25. Nothing is rounded here."
    ),
    ("-5", "‘-5’ has a sign. Write the sum without + or −; no sum in a file is below zero."),
    ("£-5", "‘£-5’ has a sign. Write the sum without + or −; no sum in a file is below zero."),
    ("−£5", "‘−£5’ has a sign. Write the sum without + or −; no sum in a file is below zero."),
    ("+5", "‘+5’ has a sign. Write the sum without + or −; no sum in a file is below zero."),
    ("£ 5", "‘£ 5’ has a space in it. Write the sum without spaces, such as £180.50."),
    ("1\u{A0}000", "‘1\u{A0}000’ has a space in it. Write the sum without spaces, such as £180.50."),
    ("5.", "‘5.’ ends with a point. Write £5."), (".5", "‘.5’ has no pounds. Write a 0 before the point: £0.50."),
    (
      "1000000000.01",
      "‘1000000000.01’ is above £1,000,000,000.00, the largest sum a file may state. Check the number of digits."
    ),
    (
      "99999999999999999999999",
      "‘99999999999999999999999’ is above £1,000,000,000.00, the largest sum a file may state. "
        + "Check the number of digits."
    ),
  ])
  func refuses(text: String, reason: String) {
    let unread = #expect(throws: UnreadLiteral.self) { try Literal.money(text) }
    #expect(unread?.code == .literalMoney)
    #expect(unread.map { "\($0.says) \($0.mend)" } == reason)
  }

  @Test(arguments: [
    "five", "£5p", "$5", "5£", "££5", "1.2.3", "１８０", "٣", "5.２", "£5\u{301}", "GBP5", "0x10", "½", ".", "£.",
  ])
  func refusesWhatIsNoSum(text: String) {
    let unread = #expect(throws: UnreadLiteral.self) { try Literal.money(text) }
    #expect(unread?.says == "‘\(text)’ is not a sum of money.")
  }

  @Test func aLongTextIsShownShortened() {
    for text in [String(repeating: "9", count: 10_000), "0,000," + String(repeating: "000,", count: 3000) + "001"] {
      let unread = #expect(throws: UnreadLiteral.self) { try Literal.money(text) }
      #expect((unread?.says.count ?? 999) + (unread?.mend.count ?? 999) < 250)
    }
  }

  @Test func readsEverySumItCanWrite() throws {
    for pence in [Int64(0), 1, 9, 10, 99, 100, 101, 123_456, 100_000_000_000] {
      #expect(try Literal.money(Money(pence: pence).decimalText) == Money(pence: pence))
    }
  }
}
