import Redress
import Testing

@testable import RedressFiles

/// Counts and percentages in every form of file, and facts that are derived.
@Suite struct CaseFactTests {
  private static let matrix = try! MatrixReader.read(source(wholeMatrix))

  private func read(_ text: String, _ name: String) throws -> CaseReader.Reading {
    let entries = CaseFile.read(try SourceText(name: name, bytes: Array(text.utf8)))
    guard case .outline(let outline)? = entries.first else { throw FaultList() }
    return CaseReader.read(outline, under: Self.matrix)
  }

  private func yaml(_ rooms: String, _ part: String) throws -> CaseReader.Reading {
    try read(
      "case: A\nscheme: sample\nitems: [{ head: waiting, rooms: \(rooms) }, { head: flat, own-part: \(part) }]",
      "c.yaml")
  }

  private func json(_ rooms: String, _ part: String) throws -> CaseReader.Reading {
    try read(
      #"{"case":"A","scheme":"sample","items":[{"head":"waiting","rooms":\#(rooms)},"#
        + #"{"head":"flat","own-part":\#(part)}]}"#,
      "c.json")
  }

  private func csv(_ rooms: String, _ part: String) throws -> CaseReader.Reading {
    try read(
      "case,scheme,item1.head,item1.rooms,item2.head,item2.own-part\nA,sample,waiting,\(rooms),flat,\(part)\n", "c.csv")
  }

  private func values(_ reading: CaseReader.Reading) throws -> [Int64?] {
    #expect(reading.faults.isEmpty, "\(reading.faults.text)")
    let (rooms, part) = (Self.matrix.fact(named: "rooms")!, Self.matrix.fact(named: "own-part")!)
    return [reading.given.facts.value(rooms, item: 1), reading.given.facts.value(part, item: 2)]
  }

  @Test func aCountAndAPercentageAreReadFromEveryFile() throws {
    #expect(try values(yaml("3", "12.5%")) == [3, 1250])
    #expect(try values(yaml("\"3\"", "\"0%\"")) == [3, 0])
    #expect(try values(json("3", "\"12.5%\"")) == [3, 1250])
    #expect(try values(json("\"1000000\"", "\"10000%\"")) == [1_000_000, 1_000_000])
    #expect(try values(csv("03", "12.50%")) == [3, 1250])
    #expect(try values(json("null", "null")) == [nil, nil])
  }

  @Test(arguments: ["3.0", "1e3", "-1", "true", "\"\"", "\"three\"", "1000001", "99999999999999999999", "\" 3\""])
  func anotherCountIsAFault(rooms: String) throws {
    #expect(try json(rooms, "\"1%\"").faults.faults.map(\.code) == [.literalCount])
  }

  @Test(arguments: ["12.5", "\"12.5\"", "\"12.555%\"", "\"-5%\"", "\"10001%\"", "\"5 %\"", "true", "\"\"", "\"%\""])
  func anotherPercentageIsAFault(part: String) throws {
    #expect(try json("1", part).faults.faults.map(\.code) == [.literalPercent])
  }

  @Test(arguments: ["[3]", "{}"]) func aListIsNoCount(rooms: String) throws {
    #expect(try json(rooms, "\"1%\"").faults.faults.map(\.code) == [.caseShape])
  }

  @Test func aDerivedFactIsNeverStated() throws {
    let reading = try read(
      "case: A\nscheme: sample\nfacts: { days-late: 3 }\nitems: [{ head: waiting, lasted: 4 }]", "c.yaml")
    #expect(reading.faults.faults.map(\.code) == [.factDerived, .factDerived])
  }

  /// A head's own facts are those that its derived counts follow from, too.
  @Test func whatADerivedFactFollowsFromIsStatedOfTheItem() throws {
    let reading = try read(
      "case: A\nscheme: sample\nitems: [{ head: waiting, began: 2026-01-01 }, { head: flat, began: 2026-01-01 }]",
      "c.yaml")
    #expect(reading.faults.faults.map(\.code) == [.factMisplaced])
  }

  @Test func nobodyToPayIsAFault() throws {
    let reading = try read(
      """
      case: A
      scheme: sample
      facts: { claim-date: 2026-02-02, agreed: true, households: 0 }
      items: [{ head: flat }, { head: rooms, rooms: 2, level: low, spread: room }]
      decisions: [{ about: set-it-off, answer: accept, by: a, on: 2026-02-11, because: b }]
      """, "c.yaml")
    let days = CivilDate(year: 2020, month: 1, day: 1)!...CivilDate(year: 2030, month: 12, day: 31)!
    let calendar = WorkingCalendar(covers: days, holidays: [])
    let (assessment, faults) = reading.assess(with: Assessor(Self.matrix, calendar: calendar))
    #expect(assessment.outcome == .faulty)
    #expect(faults.faults.map(\.code) == [.literalCount], "\(faults.text)")
  }
}
