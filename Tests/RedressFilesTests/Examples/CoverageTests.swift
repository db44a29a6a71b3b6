import Redress
import Testing

@testable import RedressFiles

/// Each entry of a table, of ranges, of seasons and of dated figures is a point of its own.
@Suite struct CoverageTests {
  private static let matrix = try! MatrixReader.read(source(wholeMatrix))

  private func touched(_ items: String) throws -> Set<String> {
    let text = """
      case: A
      scheme: sample
      facts: { claim-date: 2026-02-02, agreed: true }
      items: [\(items)]
      decisions: [{ about: set-it-off, answer: accept, by: a, on: 2026-02-11, because: b }]
      """
    let entries = CaseFile.read(try SourceText(name: "c.yaml", bytes: Array(text.utf8)))
    guard case .outline(let outline)? = entries.first else { throw FaultList() }
    let reading = CaseReader.read(outline, under: Self.matrix)
    let days = CivilDate(year: 2020, month: 1, day: 1)!...CivilDate(year: 2030, month: 12, day: 31)!
    let assessor = Assessor(Self.matrix, calendar: WorkingCalendar(covers: days, holidays: []))
    let (assessment, faults) = reading.assess(with: assessor)
    #expect(faults.isEmpty, "\(faults.text)")
    var coverage = Coverage(Self.matrix)
    coverage.note(Explanation(of: assessment, given: reading.given, under: Self.matrix))
    return coverage.touched
  }

  @Test func everyEntryIsAPoint() {
    let points = Coverage(Self.matrix).points
    let rooms = ["low, room", "low, home", "high, room", "high, home"].map { "head.rooms: rate 2 at \($0)" }
    #expect(points.filter { $0.hasPrefix("head.rooms: rate") } == rooms)
    #expect(
      points.filter { $0.hasPrefix("head.waiting: ") && $0.contains(" at ") }
        == ["only-above at up to 2", "only-above at above 2", "plus at from 1 November"].map { "head.waiting: \($0)" })
    #expect(points.filter { $0.hasPrefix("derived.reply-by: within") }.count == 2)
    #expect(Set(points).count == points.count)
  }

  @Test func aCaseTouchesTheEntriesThatItIsPricedBy() throws {
    let touched = try touched(
      "{ head: rooms, rooms: 5, level: high, spread: home }, "
        + "{ head: waiting, began: 2026-01-05, ended: 2026-01-20, rooms: 2 }")
    #expect(touched.contains("head.rooms: rate 2 at high, home"))
    #expect(!touched.contains("head.rooms: rate 2 at low, home"))
    #expect(touched.contains("head.waiting: only-above at up to 2"))
    #expect(touched.contains("head.waiting: plus at from 1 November"))
    #expect(touched.contains("derived.reply-by: within at tenant"))
  }
}
