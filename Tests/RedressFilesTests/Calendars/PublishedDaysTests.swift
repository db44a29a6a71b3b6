import Foundation
import Redress
import Testing

@testable import RedressFiles

/// The calendars that come with Redress, held against dates worked out by hand. `Tests/Oracle/calendars.py` holds every
/// day of them against other people's lists.
@Suite struct PublishedDaysTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../../../Matrices/calendars"
  ).standardizedFileURL.path

  private func file(_ name: String) throws -> CalendarFile {
    try CalendarFile.read(SourceText(path: "\(Self.folder)/\(name).yaml"))
  }

  private func day(_ text: String) throws -> CivilDate { try Literal.day(text) }

  @Test func theyAreTheThreeNations() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    #expect(names == ["england-and-wales.yaml", "northern-ireland.yaml", "scotland.yaml"])
    for name in names.map({ String($0.dropLast(5)) }) {
      let file = try file(name)
      #expect(file.name == name)
      #expect(file.covers.lowerBound.isoText == "2012-01-01" && file.covers.upperBound.isoText == "2028-12-31")
      #expect(file.holidays.allSatisfy { !$0.day.weekday.isWeekend }, "a holiday at a weekend is listed in vain")
      #expect(file.source.contains("gov.uk/bank-holidays"))
    }
  }

  /// Each line: the event, how many working days, the last day in time.
  @Test(
    arguments: [
      ("2026-12-16", 5, "2026-12-23"), ("2026-12-16", 10, "2027-01-04"), ("2026-12-23", 10, "2027-01-11"),
      ("2026-12-23", 20, "2027-01-25"), ("2026-12-18", 3, "2026-12-23"), ("2026-12-18", 10, "2027-01-06"),
      ("2026-12-18", 15, "2027-01-13"), ("2026-10-05", 2, "2026-10-07"), ("2026-10-05", 21, "2026-11-03"),
      ("2022-09-16", 1, "2022-09-20"), ("2023-05-05", 1, "2023-05-09"), ("2020-05-07", 1, "2020-05-11"),
      ("2022-06-01", 1, "2022-06-06"), ("2012-06-01", 1, "2012-06-06"),
    ])
  func workingDaysInEnglandAndWales(from: String, count: Int, last: String) throws {
    let calendar = try file("england-and-wales").calendar
    #expect(Deadline(Period(count, .workingDays)).lastDay(from: try day(from), calendar: calendar)?.isoText == last)
  }

  @Test func theNationsDiffer() throws {
    let closed = [
      ("2026-01-02", ["scotland"]), ("2026-03-17", ["northern-ireland"]), ("2026-07-13", ["northern-ireland"]),
      ("2026-04-06", ["england-and-wales", "northern-ireland"]), ("2026-06-15", ["scotland"]),
      ("2026-08-03", ["scotland"]), ("2026-08-31", ["england-and-wales", "northern-ireland"]),
      ("2026-11-30", ["scotland"]), ("2026-12-28", ["england-and-wales", "northern-ireland", "scotland"]),
    ]
    for (text, nations) in closed {
      let found = try ["england-and-wales", "northern-ireland", "scotland"].filter {
        try file($0).calendar.isWorkingDay(day(text)) == false
      }
      #expect(found == nations, "\(text)")
    }
  }

  @Test func nothingIsGuessedBeyondThem() throws {
    let calendar = try file("england-and-wales").calendar
    let week = Deadline(Period(5, .workingDays))
    #expect(week.lastDay(from: try day("2028-12-21"), calendar: calendar) == nil)
    #expect(week.lastDay(from: try day("2028-12-19"), calendar: calendar)?.isoText == "2028-12-28")
    #expect(calendar.day(1, before: try day("2012-01-03")) == nil)
  }
}
