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

      With --mutate, every figure, word and edge of a matrix is changed by one step, one at a time, and the examples \
      are run until one comes out otherwise. A slip that none of them notices is a finding. No file is changed.
      """)

  @Argument(help: ArgumentHelp("Matrices, by file or by scheme.", valueName: "matrix"), completion: .file())
  var matrices: [String] = []

  @Option(help: ArgumentHelp("The folder of worked examples, one folder a scheme.", valueName: "folder"))
  var examples: String?

  @Flag(help: "Try whether the worked examples would notice a slip in any figure, word or edge.")
  var mutate = false

  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func run() throws {
    var checking = Checking(examples: examples, isMutating: mutate, today: todayOption.day)
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
  let isMutating: Bool
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
    let folder = MatrixLibrary.folder(ofFile: file)
    try report(folder) { () throws(FaultList) in try MatrixLibrary(folder: folder).edition(file: file) }
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
    let paths = ExampleRun.files(of: matrix.scheme, in: exampleFolder(folder))
    let files = paths.compactMap { exampleFile($0) }
    if files.count < paths.count {
      let unread = paths.count - files.count
      findings.append("Files of worked examples that cannot be read, so that nothing in them was tried: \(unread).")
    }
    var run = ExampleRun(edition)
    for file in files { run.run(file) }
    findings += run.failures.map(\.text)
    if run.count == 0 { findings.append("There are no worked examples for this edition.") }
    findings += run.coverage.untouched.map { "No worked example touches: \($0)." }
    let slips = isMutating ? slips(edition, files, folder) : nil
    if !findings.isEmpty || (slips.map { SlipWords($0).findingCount } ?? 0) > 0 { exit = .gravest(exit, .notYes) }
    try Console.result(text(edition, run, slips, findings))
  }

  private func exampleFolder(_ folder: String) -> String { examples ?? folder + "/../Fixtures/worked-examples" }

  private mutating func exampleFile(_ path: String) -> ExampleFile? {
    do throws(FaultList) { return try ExampleFile.read(SourceText(path: path)) } catch {
      report(error)
      return nil
    }
  }

  private mutating func slips(
    _ edition: MatrixLibrary.Edition, _ files: [ExampleFile], _ folder: String
  ) -> MutationRun? {
    do throws(FaultList) {
      let list = ExampleRun.survivors(of: edition.matrix.scheme, in: exampleFolder(folder))
      let explained = try list.map { path throws(FaultList) in try SurvivorList.read(SourceText(path: path)) }
      return try MutationRun(edition, files, explained: explained ?? [])
    } catch {
      report(error)
      return nil
    }
  }

  private func text(_ edition: MatrixLibrary.Edition, _ run: ExampleRun, _ slips: MutationRun?, _ findings: [String])
    -> String
  {
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
    if let slips { lines.append("  " + SlipWords(slips).summary) }
    lines += Notice.notices(of: matrix, today: today).map { "  notice: \($0.says)" }
    let slipWords = slips.map(SlipWords.init)
    let count = findings.count + (slipWords?.findingCount ?? 0)
    lines.append(count == 0 ? "  clean" : "  \(count) finding\(count == 1 ? "" : "s"):")
    let all = findings + (slipWords?.findings ?? [])
    return (lines + all.map { "\n\($0)" }).joined(separator: "\n") + "\n"
  }
}
