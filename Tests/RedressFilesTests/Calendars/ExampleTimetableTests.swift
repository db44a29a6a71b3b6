import Foundation
import Redress
import Testing

@testable import RedressFiles

/// What worked examples expect of a timetable is held against it, deadline by deadline.
@Suite struct ExampleTimetableTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../../../Matrices"
  ).standardizedFileURL.path

  private func file(_ example: String) throws(FaultList) -> ExampleFile {
    let text = """
      format: redress-examples/1
      scheme: progress
      edition: 2022-10-01
      title: A timetable
      examples:
        - name: one
          shows: Something.
          change: { facts: { received-on: 2026-12-16 } }
      \(example.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))

      """
    return try ExampleFile.read(SourceText(name: "examples.yaml", bytes: Array(text.utf8)))
  }

  private func failures(_ example: String) throws -> [String] {
    let library = try MatrixLibrary(folder: Self.folder)
    var run = ExampleRun(try library.edition(Literal.edition("2022-10-01"), of: "progress"))
    run.run(try file(example))
    return run.failures.map(\.says)
  }

  private static let sound = """
    today: 2026-12-24
    expect:
      deadlines:
        - { deadline: acknowledge, due: 2026-12-23, state: overdue, days-late: 1 }
        - { deadline: stage1-answer, due: 2027-01-11, state: due, forecast: true }
    """

  @Test func whatComesOutAsExpectedIsNoFailure() throws { #expect(try failures(Self.sound) == []) }

  @Test(
    arguments: [
      ("2026-12-23, state", "2026-12-24, state"), ("days-late: 1", "days-late: 2"), ("overdue", "due"),
      (", days-late: 1", ""), (", forecast: true", ""), ("due: 2027-01-11, ", ""), ("2026-12-24", "2026-12-23"),
      ("deadline: acknowledge", "deadline: stage2-acknowledge"),
      ("    - { deadline: stage1-answer, due: 2027-01-11, state: due, forecast: true }", ""),
    ])
  func eachDifferenceIsAFailure(text: String, put: String) throws {
    let failures = try failures(Self.sound.replacing(text, with: put))
    #expect(failures.count == 1)
    #expect(failures.first?.hasPrefix("Example `one`: `deadlines` should be ") == true)
  }

  @Test func somethingMustBeExpected() throws {
    let failures = try failures("today: 2026-12-24\nexpect: {}")
    #expect(failures.first == "Example `one`: It does not say what it expects of: deadlines.")
  }

  @Test(
    arguments: [
      ("today: 2026-12-24\n", "", [FaultCode.caseKeyMissing]), ("2026-12-24", "soon", [.literalDay]),
      ("deadline: acknowledge, ", "", [.caseKeyMissing]), (", state: overdue", "", [.caseKeyMissing]),
      ("days-late", "late", [.caseKeyUnknown]), ("{ deadline: acknowledge", "[ deadline: acknowledge", [.yamlSyntax]),
    ])
  func theFormIsChecked(text: String, put: String, codes: [FaultCode]) throws {
    do throws(FaultList) {
      _ = try file(Self.sound.replacing(text, with: put))
      Issue.record("it was read")
    } catch { #expect(error.faults.map(\.code) == codes) }
  }
}
