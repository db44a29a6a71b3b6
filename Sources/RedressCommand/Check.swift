import ArgumentParser
import Foundation
import Redress
import RedressFiles

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look a matrix over: faults, gaps, readings, worked examples, rules that no example touches.",
    discussion: """
      Without an argument, every edition of every scheme is checked. A matrix is named by its file or, for all of its \
      editions, by its scheme. Worked examples are looked for in Fixtures/worked-examples beside the folder of matrices.
      """)

  @Argument(help: ArgumentHelp("Matrices, by file or by scheme.", valueName: "matrix"), completion: .file())
  var matrices: [String] = []

  @Option(help: ArgumentHelp("The folder of worked examples, one folder a scheme.", valueName: "folder"))
  var examples: String?

  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func run() throws {
    var checking = Checking(examples: examples, today: todayOption.day)
    if matrices.isEmpty || matrices.contains(where: { !$0.hasSuffix(".yaml") }) {
      let library = try matricesOption.library()
      let schemes = matrices.isEmpty ? library.schemes : matrices.filter { !$0.hasSuffix(".yaml") }
      for scheme in schemes { try checking.check(scheme, in: library) }
    }
    for file in matrices where file.hasSuffix(".yaml") { try checking.check(file: file) }
    try checking.exit.end()
  }
}

/// One run over several matrices, with the gravest of what was found.
private struct Checking {
  let examples: String?
  let today: CivilDate
  var exit = Exit.yes

  mutating func check(_ scheme: String, in library: MatrixLibrary) throws {
    for name in try library.editionsOrEnd(of: scheme).reversed() {
      try report(library.folder) { () throws(FaultList) in try library.edition(name, of: scheme) }
    }
  }

  mutating func check(file: String) throws {
    guard FileManager.default.fileExists(atPath: file) else {
      Console.say("redress: there is no file \(file).")
      throw Exit.absent.code
    }
    let url = URL(fileURLWithPath: file)
    let folder = url.deletingLastPathComponent().deletingLastPathComponent().relativePath
    let scheme = url.deletingLastPathComponent().lastPathComponent
    try report(folder) { () throws(FaultList) in
      let library = try MatrixLibrary(folder: folder)
      let name = String(url.lastPathComponent.dropLast(5))
      if let edition = try? Literal.edition(name), library.editions(of: scheme).contains(edition) {
        return try library.edition(edition, of: scheme)
      }
      // A file of its own, outside a folder of matrices, is read for what it is.
      let source = try SourceText(path: file)
      let matrix = try MatrixReader.read(source)
      return MatrixLibrary.Edition(loose: source, matrix, calendar: try library.calendar(of: matrix, in: source))
    }
  }

  private mutating func report(_ faults: FaultList) {
    exit = .gravest(exit, .faulty)
    Console.say(faults.text + "\n")
  }

  /// Reports on an edition in a folder of matrices, or says why it cannot be read.
  private mutating func report(_ folder: String, _ read: () throws(FaultList) -> MatrixLibrary.Edition) throws {
    let edition: MatrixLibrary.Edition
    do { edition = try read() } catch { return report(error) }
    let matrix = edition.matrix
    var findings: [String] = []
    let open = matrix.readings.filter(\.isOpen)
    findings += open.map { "Reading \($0.name) is open: nobody has decided it." }
    let run = runExamples(edition, folder)
    findings += run.failures.map(\.text)
    if run.count == 0 { findings.append("There are no worked examples for this edition.") }
    findings += run.coverage.untouched.map { "No worked example touches: \($0)." }
    if !findings.isEmpty { exit = .gravest(exit, .notYes) }
    try Console.result(text(edition, run, findings))
  }

  private mutating func runExamples(_ edition: MatrixLibrary.Edition, _ folder: String) -> ExampleRun {
    var run = ExampleRun(edition)
    let place = examples ?? folder + "/../Fixtures/worked-examples"
    for path in ExampleRun.files(of: edition.matrix.scheme, in: place) {
      do throws(FaultList) {
        run.run(try ExampleFile.read(SourceText(path: path)))
      } catch { report(error) }
    }
    return run
  }

  private func text(_ edition: MatrixLibrary.Edition, _ run: ExampleRun, _ findings: [String]) -> String {
    let matrix = edition.matrix
    let points = run.coverage.points.count
    let touched = points - run.coverage.untouched.count
    var lines = [
      "\(matrix.scheme) \(matrix.edition), \(matrix.status.rawValue), \(edition.digest.text)",
      "  \(matrix.rules.count) rules, \(matrix.facts.count) facts, \(matrix.readings.count) readings, "
        + "\(matrix.decisions.count) decisions",
      "  worked examples: \(run.count), of which \(run.count - run.failedCount) come out as expected",
      "  points of the matrix touched by examples: \(touched) of \(points)",
    ]
    lines += Notice.notices(of: matrix, today: today).map { "  notice: \($0.says)" }
    lines.append(findings.isEmpty ? "  clean" : "  \(findings.count) finding\(findings.count == 1 ? "" : "s"):")
    return (lines + findings.map { "\n\($0)" }).joined(separator: "\n") + "\n"
  }
}
