import Redress
import Testing

@testable import RedressFiles

@Suite struct CalendarFileTests {
  private static let sound = """
    format: redress-calendar/1
    calendar: nowhere
    title: Nowhere
    source: a list
    covers: { from: 2026-01-01, to: 2026-12-31 }
    holidays:
      - { on: 2026-04-03, name: Good Friday }
      - { on: 2026-12-25, name: Christmas Day }

    """

  private func source(_ text: String) throws -> SourceText {
    try SourceText(name: "nowhere.yaml", bytes: Array(text.utf8))
  }

  private func faults(_ text: String) throws -> [String] {
    do throws(FaultList) {
      _ = try CalendarFile.read(SourceText(name: "nowhere.yaml", bytes: Array(text.utf8)))
      return []
    } catch { return error.sorted.map { "\($0.place?.line ?? 0) \($0.code.rawValue)" } }
  }

  @Test func aSoundFileIsRead() throws {
    let file = try CalendarFile.read(source(Self.sound))
    #expect(file.name == "nowhere" && file.title == "Nowhere" && file.source == "a list")
    #expect(file.covers.lowerBound.isoText == "2026-01-01" && file.covers.upperBound.isoText == "2026-12-31")
    #expect(file.holidays.map(\.name) == ["Good Friday", "Christmas Day"])
    #expect(file.holidays.map(\.day.isoText) == ["2026-04-03", "2026-12-25"])
    #expect(file.digest == Digest(of: Array(Self.sound.utf8)))
    #expect(file.calendar.isWorkingDay(try #require(CivilDate(year: 2026, month: 12, day: 25))) == false)
    #expect(file.calendar.isWorkingDay(try #require(CivilDate(year: 2027, month: 1, day: 4))) == nil)
  }

  @Test(
    arguments: [
      ("redress-calendar/1", "redress-calendar/2", "1 case.format"),
      ("format: redress-calendar/1\n", "", "1 case.key-missing"),
      ("calendar: nowhere\n", "", "1 case.key-missing"),
      ("title: Nowhere\n", "", "1 case.key-missing"),
      ("source: a list\n", "", "1 case.key-missing"),
      ("source: a list", "source: ''", "4 case.shape"),
      ("title: Nowhere\n", "title: Nowhere\nzone: north\n", "4 case.key-unknown"),
      ("covers: { from: 2026-01-01, to: 2026-12-31 }\n", "", "1 case.key-missing"),
      ("{ from: 2026-01-01, to: 2026-12-31 }", "2026", "5 case.shape"),
      ("from: 2026-01-01, ", "", "5 case.key-missing"),
      (", to: 2026-12-31", "", "5 case.key-missing"),
      ("to: 2026-12-31", "to: 2026-12-31, until: 2027-01-01", "5 case.key-unknown"),
      ("from: 2026-01-01", "from: 2026-02-30", "5 literal.day"),
      ("to: 2026-12-31", "to: 2025-12-31", "5 calendar.days"),
      ("on: 2026-04-03", "on: 3 April", "7 literal.day"),
      ("on: 2026-04-03, ", "", "7 case.key-missing"),
      (", name: Good Friday", "", "7 case.key-missing"),
      ("name: Good Friday", "name: Good Friday, kind: full", "7 case.key-unknown"),
      ("{ on: 2026-04-03, name: Good Friday }", "2026-04-03", "7 case.shape"),
      ("on: 2026-04-03", "on: 2025-04-18", "7 calendar.days"),
      ("on: 2026-12-25", "on: 2027-12-25", "8 calendar.days"),
      ("on: 2026-12-25", "on: 2026-04-03", "8 calendar.days"),
      ("on: 2026-12-25", "on: 2026-04-02", "8 calendar.days"),
    ])
  func eachFaultIsFound(text: String, put: String, expected: String) throws {
    #expect(try faults(Self.sound.replacing(text, with: put)) == [expected])
  }

  @Test func allFaultsAreFoundInOneGo() throws {
    let text = Self.sound.replacing("on: 2026-04-03", with: "on: 2025-04-18").replacing("source: a list\n", with: "")
      .replacing("2026-12-25", with: "2026-13-25")
    #expect(try faults(text) == ["1 case.key-missing", "7 literal.day"])
    let disordered = Self.sound.replacing("2026-04-03", with: "2027-01-01").replacing("2026-12-25", with: "2025-12-31")
    #expect(try faults(disordered) == ["7 calendar.days", "8 calendar.days", "8 calendar.days"])
  }

  @Test func aListWithoutHolidaysIsMissed() throws {
    let head = Self.sound.split(separator: "holidays:")[0]
    #expect(try faults(String(head)) == ["1 case.key-missing"])
    #expect(try faults(head + "holidays: Christmas\n") == ["6 case.shape"])
    #expect(try faults(head + "holidays: []\n") == [])
  }

  @Test(arguments: ["", "\n", "# nothing\n", "- 2026-04-03\n", "calendar\n"])
  func whatIsNoCalendarIsRefused(text: String) throws {
    #expect(try !faults(text).isEmpty)
  }
}
