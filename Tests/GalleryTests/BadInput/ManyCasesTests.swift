import Foundation
import Testing

/// Many cases in one file, large cases and large files.
@Suite struct ManyCasesTests {
  private struct Answer: Decodable {
    struct Fault: Decodable {
      let code: String
      let place: String
      let say: String
    }

    let format: String
    let `case`: String?
    let scheme: String?
    let outcome: String
    let payable: String?
    let faults: [Fault]?
  }

  private func answers(_ output: String) throws -> [Answer] {
    try output.split(separator: "\n").map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
  }

  /// Sound lines are priced and bad ones reported with their line, in the order of the file.
  @Test func badLinesDoNotStopGoodOnes() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text =
      SampleCase.line("A-1") + "{ \"case\": \"A-2\", \"scheme\n" + SampleCase.line("A-3")
      + SampleCase.line("A-4").replacing("low", with: "mid") + "nonsense\n" + "{ \"case\": \"A-5\",\n"
      + SampleCase.line("A-6") + SampleCase.line("A-1")
    try folder.write(text.utf8, to: "cases.ndjson")

    let ended = try await RealCommand.price(["--json", "cases.ndjson"], in: folder.url)
    let answers = try answers(ended.output)
    #expect(ended.status == 65)
    #expect(ended.said == "")
    #expect(answers.map(\.case) == ["A-1", nil, "A-3", "A-4", nil, nil, "A-6", "A-1"])
    #expect(answers.map(\.payable) == ["40.00", nil, "40.00", nil, nil, nil, "40.00", nil])
    #expect(
      answers.map(\.outcome) == [
        "awarded", "faulty", "awarded", "faulty", "faulty", "faulty", "awarded", "faulty",
      ])
    #expect(
      answers.map { $0.faults?.map(\.code) ?? [] } == [
        [], ["json.syntax"], [], ["choice.unknown"], ["json.syntax"], ["json.syntax"], [], ["case.repeated"],
      ])
    let lines = answers.map { $0.faults.map { String($0[0].place.split(separator: ":")[1]) } ?? "" }
    #expect(lines == ["", "2", "", "4", "5", "6", "", "8"])

    let shown = try await RealCommand.price(["cases.ndjson"], in: folder.url)
    #expect(shown.status == 65)
    #expect(shown.output.components(separatedBy: "Offer £40.00: £40.00 is paid.").count == 4)
    for line in [2, 4, 5, 6, 8] { #expect(shown.said.contains("cases.ndjson:\(line):")) }
    #expect(shown.said.hasSuffix("8 cases: 3 awarded, 5 faulty.\n"))
  }

  @Test func aFaultyCaseIsOneObject() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = SampleCase.json.replacing("tenant", with: "tennant").replacing("£40.00", with: "£1,040")
    try folder.write(text.utf8, to: "case.json")
    let ended = try await RealCommand.price(["--json", "case.json"], in: folder.url)
    #expect(ended.status == 65)
    #expect(ended.said == "")
    #expect(
      ended.output == """
        {"format":"redress-assessment/1","case":"PHG-2026-0501","scheme":"progress","outcome":"faulty","faults":[\
        {"code":"choice.unknown","place":"case.json:8:22","say":"‘tennant’ is not one of the answers to \
        `customer-type`. Did you mean `tenant`?"},\
        {"code":"literal.money","place":"case.json:11:59","say":"‘£1,040’ has a thousands separator. Write £1040."}]}

        """)
  }

  @Test func twoThousandCases() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = (1...2000).map { SampleCase.line("A-\($0)") }.joined()
    try folder.write(text.utf8, to: "cases.ndjson")
    let matrices = Repository.place("Matrices").path
    let ended = try await RealCommand.run(
      "redress price --json --matrices '\(matrices)' cases.ndjson | cut -c 1-80 | uniq | wc -l", in: folder.url)
    #expect(ended.output.trimmingCharacters(in: .whitespacesAndNewlines) == "2000")
    #expect(ended.said == "")
  }

  /// A file of rubbish is met line by line as far as that helps anybody, and the rest is counted.
  @Test func tenThousandBadLines() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = (1...10_000).map { "nonsense \($0)\n" }.joined() + SampleCase.line("A-1")
    try folder.write(text.utf8, to: "cases.ndjson")
    let ended = try await RealCommand.price(["--json", "cases.ndjson"], in: folder.url)
    let answers = try answers(ended.output)
    #expect(ended.status == 65)
    #expect(answers.count == 1001)
    #expect(answers.last?.payable == "40.00")
    #expect(
      answers[999].faults?.last?.say
        == "There are 8001 more faults of this kind. Correct the first ones, and try again.")
  }

  @Test func aCaseHasAtMostAThousandItems() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let item = #"    { "head": "inconvenience", "impact": "low", "amount": "£40.00", "as": "bacs" }"#
    for count in [1000, 1001] {
      let items = Array(repeating: item, count: count).joined(separator: ",\n")
      try folder.write(SampleCase.json(item, items).utf8, to: "case.json")
      let ended = try await RealCommand.price(["--json", "case.json"], in: folder.url)
      let answer = try #require(try answers(ended.output).first)
      #expect(ended.status == (count == 1000 ? 0 : 65))
      #expect(answer.payable == (count == 1000 ? "40000.00" : nil))
      #expect(answer.faults?.map(\.code) == (count == 1000 ? nil : ["case.too-many"]))
      #expect(answer.faults?.map(\.place) == (count == 1000 ? nil : ["case.json:1011:5"]))
    }
  }

  /// A thousand of the largest sums do not overflow.
  @Test func theLargestTotalIsNoTrap() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let item = #"    { "head": "inconvenience", "impact": "low", "amount": "£40.00", "as": "bacs" }"#
    let large = #"    { "head": "inconvenience", "impact": "high", "amount": 1000000000, "as": "bacs" }"#
    try folder.write(
      SampleCase.json(item, Array(repeating: large, count: 1000).joined(separator: ",\n")).utf8, to: "case.json")
    let ended = try await RealCommand.price(["--json", "case.json"], in: folder.url)
    #expect(try answers(ended.output).map(\.payable) == ["1000000000000.00"])
    #expect(ended.status == 0)
  }

  @Test func aLineOf100Megabytes() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.empty("case.json")
    let handle = try FileHandle(forWritingTo: file)
    try handle.write(contentsOf: Data(#"{ "case": ""#.utf8))
    let megabyte = Data(repeating: UInt8(ascii: "x"), count: 1_000_000)
    for _ in 1...100 { try handle.write(contentsOf: megabyte) }
    try handle.write(contentsOf: Data("\" }\n".utf8))
    try handle.close()
    let ended = try await RealCommand.price(["case.json"], in: folder.url)
    #expect(ended.status == 65)
    #expect(
      ended.said == """
        case.json: file.too-large
        The file is larger than 64 MiB, the most that is read.
        Check that it is the right file, or split it.

        """)
  }
}
