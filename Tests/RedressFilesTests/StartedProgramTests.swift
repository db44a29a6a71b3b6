import Foundation
import RedressFiles
import Testing

@Suite struct StartedProgramTests {
  @Test func saysHowItEnded() throws {
    #expect(try StartedProgram(["true"]).wait() == 0)
    #expect(try StartedProgram(["sh", "-c", "exit 7"]).wait() == 7)
    #expect(try StartedProgram(["sh", "-c", "kill -9 $$"]).wait() == 137)
    let sleeping = try StartedProgram(["sleep", "86400"])
    #expect(sleeping.status == nil)
    sleeping.send(SIGTERM)
    #expect(sleeping.wait() == 143)
    #expect(sleeping.status == 143)
  }

  @Test func aProgramThatIsNotThereIsNotStarted() throws {
    let fault = #expect(throws: StartedProgram.NotStarted.self) { try StartedProgram(["no-such-program"]) }
    #expect(fault?.code == ENOENT)
  }

  @Test func oneThatHangsIsEnded() async throws {
    // It sleeps for a day: while other tests keep all threads, nobody looks for minutes.
    let program = try StartedProgram(["sleep", "86400"])
    #expect(try await program.wait(within: .milliseconds(50)) == 137)
    #expect(program.isOverdue)
    let other = try StartedProgram(["sh", "-c", "kill -9 $$"])
    #expect(try await other.wait(within: .seconds(600)) == 137)
    #expect(!other.isOverdue)
  }

  /// A hundred that stay are started beside a hundred whose end is waited for. With Foundation's `Process` about one
  /// wait in a thousand lasted until the end of one that stayed.
  @Test func anEndIsNoticedWhateverElseRuns() throws {
    let staying = DispatchQueue(label: "staying")
    nonisolated(unsafe) var programs: [StartedProgram] = []
    for _ in 0..<100 { staying.async { programs.append(try! StartedProgram(["sleep", "86400"])) } }
    for _ in 0..<100 { #expect(try StartedProgram(["true"]).wait() == 0) }
    staying.sync { for program in programs { program.send(SIGKILL) } }
    #expect(programs.map { $0.wait() } == Array(repeating: 137, count: 100))
  }

  /// What is open here is not open there: neither a register nor the pipe of another program.
  @Test func nothingButTheStreamsIsPassedOn() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("redress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("open")
    try Data().write(to: file)
    let output = try FileHandle(forWritingTo: file)
    let pipe = Pipe()
    let program = try StartedProgram(["ls", "/proc/self/fd"], output: .open(output), errors: .nothing)
    #expect(program.wait() == 0)
    // The fourth is the folder that is being listed.
    #expect(try String(contentsOf: file, encoding: .utf8) == "0\n1\n2\n3\n")
    withExtendedLifetime(pipe) {}
  }
}
