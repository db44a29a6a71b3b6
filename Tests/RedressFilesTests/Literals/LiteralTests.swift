import Redress
import Testing

@testable import RedressFiles

/// What the reader of a literal says of a text that it refuses; `nil` when it accepts it.
private func refusal(_ read: (String) throws -> Any, _ text: String) -> UnreadLiteral? {
  do {
    _ = try read(text)
    return nil
  } catch {
    return error as? UnreadLiteral
  }
}

@Suite struct PeriodLiteralTests {
  @Test(arguments: [
    ("28 days", Period(28, .days)), ("1 day", Period(1, .days)), ("1 days", Period(1, .days)),
    ("2 day", Period(2, .days)),
    ("1 working day", Period(1, .workingDays)), ("10 working days", Period(10, .workingDays)),
    ("2 weeks", Period(2, .weeks)),
    ("6 months", Period(6, .months)), ("1 year", Period(1, .years)), ("0 days", Period(0, .days)),
    ("9999 days", Period(9999, .days)),
  ])
  func reads(text: String, period: Period) throws { #expect(try Literal.period(text) == period) }

  @Test func readsWhatItWrites() throws {
    for unit in Period.Unit.allCases {
      for count in [0, 1, 2, 28] { #expect(try Literal.period(Period(count, unit).description) == Period(count, unit)) }
    }
  }

  @Test(arguments: [
    "28days", "28  days", "28 Days", "28 days ", " 28 days", "days", "-1 days", "1.5 days", "twenty days", "28 working",
    "1 fortnight",
    "28 dayss", "２８ days", "28\u{A0}days", "28 ",
  ])
  func refuses(text: String) {
    #expect(refusal({ try Literal.period($0) }, text)?.says == "‘\(text)’ is not a length of time.")
  }

  @Test func saysWhatIsMissing() {
    #expect(refusal({ try Literal.period($0) }, "")?.says == "A length of time is missing here.")
    #expect(refusal({ try Literal.period($0) }, "28")?.mend == "Write one, such as 28 days.")
    #expect(refusal({ try Literal.period($0) }, "10000 days")?.says == "‘10000 days’ is too long.")
    #expect(refusal({ try Literal.period($0) }, "28")?.code == .literalPeriod)
  }
}

@Suite struct FractionLiteralTests {
  @Test(
    arguments: [
      ("25%", 1, 4), ("12.5%", 1, 8), ("2/37", 2, 37), ("0%", 0, 1), ("100%", 1, 1), ("150%", 3, 2),
      ("33.333333%", 33_333_333, 100_000_000),
      ("4/8", 1, 2), ("0/5", 0, 1), ("999999999/999999998", 999_999_999, 999_999_998), ("0.000001%", 1, 100_000_000),
    ] as [(String, Int64, Int64)])
  func reads(text: String, numerator: Int64, denominator: Int64) throws {
    let fraction = try Literal.fraction(text)
    #expect((fraction.numerator, fraction.denominator) == (numerator, denominator))
  }

  @Test(arguments: [
    ("", "A part is missing here."), ("1/0", "‘1/0’ divides by zero."), ("-5%", "‘-5%’ has a sign."),
    ("5 %", "‘5 %’ has a space in it."),
    ("1 / 2", "‘1 / 2’ has a space in it."), ("25", "‘25’ is not a part."), ("0.25", "‘0.25’ is not a part."),
    ("%", "‘%’ is not a part."),
    ("12.%", "‘12.%’ is not a part."), (".5%", "‘.5%’ is not a part."), ("1.2.3%", "‘1.2.3%’ is not a part."),
    ("1/2/3", "‘1/2/3’ is not a part."),
    ("/2", "‘/2’ is not a part."), ("1,5%", "‘1,5%’ is not a part."), ("½", "‘½’ is not a part."),
    ("1/2%", "‘1/2%’ is not a part."),
    ("1000000%", "‘1000000%’ has too many digits."), ("1.1234567%", "‘1.1234567%’ has too many digits."),
    ("1/1234567890", "‘1/1234567890’ has too many digits."), ("1e2%", "‘1e2%’ is not a part."),
  ])
  func refuses(text: String, says: String) {
    #expect(refusal({ try Literal.fraction($0) }, text)?.says == says)
    #expect(refusal({ try Literal.fraction($0) }, text)?.code == .literalFraction)
  }
}

@Suite struct SmallLiteralTests {
  @Test func flags() throws {
    #expect(try Literal.flag("true"))
    #expect(try !Literal.flag("false"))
  }

  @Test(arguments: [
    ("yes", "Write true."), ("True", "Write true."), ("on", "Write true."), ("1", "Write true."),
    ("no", "Write false."), ("FALSE", "Write false."),
    ("off", "Write false."), ("0", "Write false."), ("", "Write true or false."), ("maybe", "Write true or false."),
    ("true ", "Write true or false."),
  ])
  func refusesOtherFlags(text: String, mend: String) {
    #expect(refusal({ try Literal.flag($0) }, text)?.mend == mend)
    #expect(refusal({ try Literal.flag($0) }, text)?.code == .literalFlag)
  }

  @Test(arguments: [("0", 0), ("3", 3), ("007", 7), ("999999999", 999_999_999)])
  func counts(text: String, count: Int) throws { #expect(try Literal.count(text) == count) }

  @Test(arguments: [
    "", "-1", "+1", "1.0", "1e3", "1,000", "three", " 1", "٣", "1000000000", "99999999999999999999999999",
  ])
  func refusesOtherCounts(text: String) { #expect(refusal({ try Literal.count($0) }, text)?.code == .literalCount) }

  @Test func unreadLiteralsBecomeFaults() throws {
    let source = try SourceText(name: "t", bytes: Array("a: 1e3".utf8))
    let unread = try #require(throws: UnreadLiteral.self) { try Literal.money("1e3") }
    #expect(
      source.fault(unread, at: Span(line: 1, column: 4, length: 3)).text == """
        t:1:4: literal.money
          1 | a: 1e3
            |    ^^^
        ‘1e3’ is written with an exponent.
        Write all its digits, such as £1000.
        """)
  }
}

@Suite struct EditionNameTests {
  @Test func reads() throws {
    let first = try Literal.edition("2022-10-01")
    let second = try Literal.edition("2022-10-01.2")
    #expect(first == EditionName(CivilDate(year: 2022, month: 10, day: 1)!))
    #expect((second.day, second.correction) == (first.day, 2))
    for text in ["2022-10-01", "2022-10-01.1", "2022-10-01.10"] {
      #expect(try Literal.edition(text).description == text)
    }
  }

  @Test func ordersByDayThenCorrection() throws {
    let names = ["2022-10-01.10", "2022-10-02", "2022-10-01", "2021-12-31.9", "2022-10-01.2"]
    let sorted = try names.map { try Literal.edition($0) }.sorted().map(\.description)
    #expect(sorted == ["2021-12-31.9", "2022-10-01", "2022-10-01.2", "2022-10-01.10", "2022-10-02"])
  }

  @Test(arguments: [
    "", "2022-10", "2022-10-01.", "2022-10-01.0", "2022-10-01.01", "2022-10-01.x", "2022-10-01.-1", "2022-02-30",
    "2022-10-01.1.1",
    "2022-10-01 .1", "2022-10-01.12345", "latest", ".1",
  ])
  func refuses(text: String) { #expect(refusal({ try Literal.edition($0) }, text)?.code == .literalEdition) }

  @Test func saysWhichDayDoesNotExist() {
    #expect(
      refusal({ try Literal.edition($0) }, "2022-02-30")?.says
        == "‘2022-02-30’ is not the name of an edition. There is no 30 February 2022.")
  }
}
