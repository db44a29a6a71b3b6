import Foundation
import Redress
import Testing

@testable import RedressFiles

@Suite struct CaseTimetablerTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../../../Matrices"
  ).standardizedFileURL.path

  private func timetabled(_ text: String, today: String) throws -> [TimetabledCase] {
    let timetabler = CaseTimetabler(library: try MatrixLibrary(folder: Self.folder), today: try Literal.day(today))
    return CaseFile.read(try SourceText(name: "cases.json", bytes: Array(text.utf8))).map(timetabler.timetable)
  }

  private func timetable(_ facts: String, today: String) throws -> CaseTimetable? {
    let cases = try timetabled(#"{"case":"A-1","scheme":"progress","facts":{\#(facts)}}"#, today: today)
    guard cases.count == 1, case .counted(let timetable) = cases[0] else { return nil }
    return timetable
  }

  private func codes(_ text: String, today: String = "2026-12-21") throws -> [String] {
    try timetabled(text, today: today).flatMap { timetabled -> [String] in
      guard case .faulty(let unread) = timetabled else { return ["none"] }
      return unread.faults.map(\.code.rawValue)
    }
  }

  @Test func aCaseNeedsNoItemsAndNothingOfAPrice() throws {
    let timetable = try #require(try timetable(#""received-on":"2026-12-16""#, today: "2026-12-24"))
    #expect(timetable.name == "A-1" && timetable.isOverdue)
    let first = timetable.duties[0]
    #expect(first.state == .overdue && first.daysLate == 1 && first.due?.isoText == "2026-12-23")
    #expect(first.from?.isoText == "2026-12-16" && first.done == nil && !first.isForecast)
    let answer = timetable.duties[1]
    #expect(answer.state == .due && answer.isForecast && answer.due?.isoText == "2027-01-11")
    #expect(answer.from?.isoText == "2026-12-23")
    #expect(timetable.duties[2...].allSatisfy { $0.state == .notStarted && $0.due == nil && $0.daysLate == 0 })
  }

  @Test func whatWasDoneLateIsNotOverdue() throws {
    let facts = #""received-on":"2026-12-16","acknowledged-on":"2026-12-29","stage1-extended-to":"2027-02-01""#
    let timetable = try #require(try timetable(facts, today: "2027-01-29"))
    #expect(timetable.duties[0].state == .late && timetable.duties[0].daysLate == 6)
    #expect(timetable.duties[1].state == .due && timetable.duties[1].extendedFrom?.isoText == "2027-01-13")
    #expect(!timetable.isOverdue)
  }

  @Test func faultsAreThoseOfTheFileAndOfItsDays() throws {
    func one(_ facts: String) -> String { #"{"case":"A-1","scheme":"progress","facts":{\#(facts)}}"# }
    #expect(try codes(one(#""received-on":"2028-12-21""#)) == ["calendar.beyond"])
    #expect(try codes(one(#""received-on":"16/12/2026""#)) == ["literal.day"])
    #expect(try codes(one(#""received-on":"2026-12-16","recieved-by":"x""#)) == ["fact.unknown"])
    #expect(
      try codes(one(#""received-on":"2026-12-16","acknowledged-on":"2026-12-15""#)) == ["date.order"])
    #expect(try codes(one(#""customer-type":"squire""#)) == ["edition.undated", "choice.unknown"])
    #expect(try codes(one(#""received-on":"2020-12-16""#)) == ["edition.none"])
    #expect(try codes(#"{"case":"A-1","scheme":"progres","facts":{}}"#) == ["scheme.unknown"])
    #expect(try codes(#"{"case":"A-1""#) == ["json.syntax"])
  }

  @Test func aFaultyCaseCostsOnlyItself() throws {
    let lines = [
      #"{"case":"A-1","scheme":"progress","facts":{"received-on":"2026-12-16"}}"#,
      #"{"case":"A-2","scheme":"progress","facts":{"received-on":"never"}}"#,
      #"{"case":"A-3","scheme":"progress","facts":{"enquiry-received-on":"2026-12-16"}}"#,
    ]
    #expect(try codes(lines.joined(separator: "\n")) == ["none", "literal.day", "none"])
  }

  @Test func theJSONHasTheKeysOfTheContractInOrder() throws {
    let facts = #""correspondence-received-on":"2026-12-16","correspondence-answered-on":"2027-01-05""#
    let timetable = try #require(try timetable(facts, today: "2027-01-29"))
    var json = TimetableJSON()
    let text = String(decoding: json.bytes(of: timetable), as: UTF8.self)
    #expect(text.hasPrefix(#"{"case":"A-1","scheme":"progress","deadlines":[{"deadline":"acknowledge","from":null,"#))
    let wanted =
      #"{"deadline":"correspondence-answer","from":"2026-12-16","due":"2027-01-04","source":"policy#4.3.17","#
      + #""done":"2027-01-05","state":"done-late","days-late":1}"#
    #expect(text.contains(wanted))
    #expect(!text.contains("\n") && !text.contains("forecast"))
  }

  @Test func aForecastIsMarkedInTheJSON() throws {
    let timetable = try #require(try timetable(#""received-on":"2026-12-16""#, today: "2026-12-21"))
    var json = TimetableJSON()
    let text = String(decoding: json.bytes(of: timetable), as: UTF8.self)
    let wanted =
      #""due":"2027-01-11","source":"policy#4.3.9; policy#4.3.10","done":null,"state":"due","days-late":0,"#
      + #""forecast":true}"#
    #expect(text.contains(wanted))
  }

  @Test func aFaultyCaseIsAnObjectToo() throws {
    var json = TimetableJSON()
    let cases = try timetabled(#"{"case":"A-1","scheme":"progres","facts":{}}"#, today: "2026-12-21")
    guard case .faulty(let unread) = cases[0] else {
      Issue.record("a scheme was found that is not there")
      return
    }
    let text = String(decoding: json.bytes(ofFaulty: unread), as: UTF8.self)
    #expect(text.hasPrefix(#"{"case":"A-1","scheme":"progres","faults":[{"code":"scheme.unknown","place":"cases"#))
  }

  /// Every change to a timetable is noticed by the second calculation.
  @Test func aChangedTimetableDoesNotRecheck() throws {
    let edition = try MatrixLibrary(folder: Self.folder).edition(Literal.edition("2022-10-01"), of: "progress")
    let calendar = edition.calendar?.calendar
    func facts(_ day: String) throws -> CaseFacts {
      var facts = CaseFacts(for: edition.matrix)
      facts.state(try #require(edition.matrix.fact(named: "received-on")), Int64(try Literal.day(day).dayNumber))
      return facts
    }
    let today = try Literal.day("2026-12-21")
    let timetable = edition.assessor.timetable(of: try facts("2026-12-16"), today: today)
    func recheck(_ facts: CaseFacts, on today: CivilDate, _ calendar: WorkingCalendar?) -> [String] {
      Redress.recheck(timetable, of: facts, under: edition.matrix, today: today, calendar: calendar).map(\.rule)
    }
    #expect(recheck(try facts("2026-12-16"), on: today, calendar).isEmpty)
    let both = ["deadline.acknowledge", "deadline.stage1-answer"]
    #expect(recheck(try facts("2026-12-17"), on: today, calendar) == both)
    #expect(recheck(try facts("2026-12-16"), on: try Literal.day("2026-12-24"), calendar) == [both[0]])
    #expect(recheck(try facts("2026-12-16"), on: today, nil) == both)
    #expect(recheck(CaseFacts(for: edition.matrix), on: today, calendar) == both)
  }
}
