import Foundation
import Redress

/// A run of all worked examples of an edition: what did not come out as expected, and which rules none of them touched.
public struct ExampleRun: Sendable {
  /// How many examples were run.
  public private(set) var count = 0
  /// How many of them did not come out as expected, in one point or in several.
  public private(set) var failedCount = 0
  /// What did not come out as expected, each at its place in the file of examples.
  public private(set) var failures: [Fault] = []
  /// Which points of the matrix the sound examples touched.
  public private(set) var coverage: Coverage

  private let edition: MatrixLibrary.Edition
  private let assessor: Assessor
  private var places: [String: Place] = [:]

  /// A run for one edition, with no example in it yet.
  public init(_ edition: MatrixLibrary.Edition) {
    self.edition = edition
    assessor = edition.assessor
    coverage = Coverage(edition.matrix)
  }

  /// The files of examples of a scheme in a folder, in alphabetical order.
  public static func files(of scheme: String, in folder: String) -> [String] {
    let path = "\(folder)/\(scheme)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && $0 != SurvivorList.fileName }.sorted().map { "\(path)/\($0)" }
  }

  /// The list of mutants that make no difference, beside the examples of a scheme; `nil` where there is none.
  public static func survivors(of scheme: String, in folder: String) -> String? {
    let path = "\(folder)/\(scheme)/\(SurvivorList.fileName)"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Runs the examples of a file that are for this edition.
  public mutating func run(_ file: ExampleFile) {
    guard file.scheme == edition.matrix.scheme, file.edition == edition.name else { return }
    for example in file.examples { run(example, file.source) }
  }

  private mutating func run(_ example: WorkedExample, _ source: SourceText) {
    count += 1
    let failuresBefore = failures.count
    defer { failedCount += failures.count > failuresBefore ? 1 : 0 }
    let place = source.place(of: example.span)
    if let before = places[example.name] {
      fail(example, source, example.span, "The name `\(example.name)` is used before, at \(before).")
    }
    places[example.name] = place
    let reading = CaseReader.read(example.outline, under: edition.matrix)
    compare(example, source, outcome(of: example, reading, source))
  }

  private mutating func outcome(
    of example: WorkedExample, _ reading: CaseReader.Reading, _ source: SourceText
  ) -> ExampleOutcome {
    let timetable = example.today.map { reading.timetable(by: assessor, today: $0) }
    if let timetable, timetable.faults.isEmpty { recheck(timetable.timetable, example, reading, source) }
    let (assessment, faults) = reading.assess(with: assessor)
    let explanation = Explanation(of: assessment, given: reading.given, under: edition.matrix)
    guard example.isPriced || timetable == nil else {
      guard timetable!.faults.isEmpty else { return ExampleOutcome(faultsOfTimetable: timetable!.faults) }
      coverage.note(timetableOf: explanation)
      return ExampleOutcome(timetable!.timetable, edition.matrix)
    }
    guard faults.isEmpty else { return ExampleOutcome(faults: faults) }
    coverage.note(explanation)
    let discrepancies = Redress.recheck(
      assessment, of: reading.given.facts, under: edition.matrix, calendar: edition.calendar?.calendar)
    fail(example, source, discrepancies)
    var outcome = ExampleOutcome(explanation)
    if let timetable { outcome.add(timetable.timetable, edition.matrix) }
    return outcome
  }

  private mutating func recheck(
    _ timetable: Timetable, _ example: WorkedExample, _ reading: CaseReader.Reading, _ source: SourceText
  ) {
    let discrepancies = Redress.recheck(
      timetable, of: reading.given.facts, under: edition.matrix, today: example.today!,
      calendar: edition.calendar?.calendar)
    fail(example, source, discrepancies)
  }

  private mutating func fail(_ example: WorkedExample, _ source: SourceText, _ discrepancies: [Discrepancy]) {
    for discrepancy in discrepancies {
      fail(example, source, example.span, "It does not come out the same a second time: \(discrepancy.says).")
    }
  }

  private mutating func compare(_ example: WorkedExample, _ source: SourceText, _ outcome: ExampleOutcome) {
    let expectation = ExampleExpectation(example.expected, isPriced: example.isPriced)
    if !expectation.missing.isEmpty {
      let keys = expectation.missing.joined(separator: ", ")
      fail(example, source, example.span, "It does not say what it expects of: \(keys).")
    }
    for (key, value, span) in expectation.pairs {
      let actual = outcome[key] ?? "nothing"
      if actual != value { fail(example, source, span, "`\(key)` should be \(value), and is \(actual).") }
    }
    for pair in outcome.pairs where !expectation.pairs.contains(where: { $0.key == pair.key }) {
      fail(example, source, example.span, "`\(pair.key)` is \(pair.value), and nothing is expected of it.")
    }
  }

  private mutating func fail(_ example: WorkedExample, _ source: SourceText, _ span: Span, _ says: String) {
    failures.append(
      source.fault(
        .exampleDiffers, at: span, says: "Example `\(example.name)`: \(says)",
        mend: "Find out which of the two is right, and correct the matrix or the example."))
  }
}
