import Foundation
import RedressFiles
import Testing

/// A batch that is interrupted and gone on with, by the real command.
@Suite struct BatchCommandTests {
  private let folder: TemporaryFolder
  private let command: String

  init() throws {
    folder = try TemporaryFolder()
    command = try BuiltCommand.folder().appendingPathComponent("redress").path
  }

  private func words(_ form: String, to output: String, _ more: [String] = []) -> [String] {
    [
      command, "batch", path("cases." + form), "--to", path(output), "--matrices",
      Repository.root.appendingPathComponent("Matrices").path, "--today", "2026-11-27",
    ] + more
  }

  private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

  /// The sample cases of a week, so often that a run takes some seconds.
  private func writeCases(_ form: String, times: Int) throws {
    let lines = try Repository.file("Fixtures/cases/one-week." + form).lines.filter { !$0.isEmpty }
    let (heading, cases) = form == "csv" ? (lines[0] + "\n", lines.dropFirst()) : ("", lines[...])
    let week = cases.joined(separator: "\n") + "\n"
    try folder.write(heading + String(repeating: week, count: times), to: "cases." + form)
  }

  /// Runs a batch, interrupts it once it has written something, and gives how it ended and what it said.
  private func interrupted(_ words: [String], output: String) async throws -> (status: Int32, said: String) {
    try Data().write(to: folder.url.appendingPathComponent("said"))
    let said = try FileHandle(forWritingTo: folder.url.appendingPathComponent("said"))
    let program = try StartedProgram(words, output: .nothing, errors: .open(said))
    // Nothing is awaited here: among many other tests it could last until the batch has come to its end.
    while program.status == nil, size(output + ".part") < 1 << 18 { usleep(1000) }
    program.send(SIGINT)
    let status = try await program.wait(within: .seconds(600))
    try said.close()
    return (status, try String(contentsOf: folder.url.appendingPathComponent("said"), encoding: .utf8))
  }

  private func size(_ name: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path(name))[.size] as? Int) ?? 0
  }

  @Test(arguments: ["ndjson", "csv"])
  func aRunThatIsInterruptedGoesOnToTheSameBytes(_ form: String) async throws {
    defer { folder.remove() }
    try writeCases(form, times: 400)
    let whole = try await Subprocess.run(words(form, to: "whole", ["--jobs", "1", "--explain", "full"]))
    #expect([0, 1, 65].contains(whole.status), "\(whole.output)")
    let stopped = try await interrupted(words(form, to: "rows", ["--explain", "full"]), output: "rows")
    #expect(stopped.status == 130, "\(stopped.said)")
    #expect(stopped.said.contains("the same command with --resume goes on"), "\(stopped.said)")
    #expect(size("rows") == 0 && size("rows.part") > 0)

    let other = try await Subprocess.run(words(form, to: "rows", ["--resume"]))
    #expect(other.status == 65)
    #expect(other.output.contains("had another input or other settings"), "\(other.output)")

    let resumed = try await Subprocess.run(words(form, to: "rows", ["--explain", "full", "--resume"]))
    #expect(resumed.status == whole.status, "\(resumed.output)")
    #expect(FileManager.default.contentsEqual(atPath: path("rows"), andPath: path("whole")))
    #expect(size("rows.part") == 0 && size("rows.resume") == 0)

    let again = try await Subprocess.run(words(form, to: "rows", ["--explain", "full", "--resume"]))
    #expect(again.output.contains("there is no run to go on with"), "\(again.output)")
  }
}
