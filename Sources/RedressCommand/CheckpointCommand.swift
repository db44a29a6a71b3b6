import ArgumentParser
import Foundation
import RedressRegister

struct CheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Write down how far a register has come, for finance to keep elsewhere.",
    discussion: """
      Writes three lines: the format and the register's origin, how many events it has, and the digest of the last. \
      Keep them where nobody who writes the register can change them: in another system, on paper, or signed.

      Later they prove that nothing before them was cut or rewritten: redress verify FILE --checkpoint FILE
      """)

  @OptionGroup var registerOption: RegisterOption

  @Option(
    help: ArgumentHelp("The file to write. Without it: standard output.", valueName: "file"), completion: .file())
  var to: String?

  func validate() throws { _ = try registerOption.path }

  func run() throws {
    let register = try registerOption.openToRead()
    let text = try Console.ending { try register.read { try $0.checkpoint() } }.text
    guard let to else { return try Console.result(text) }
    try FileWriting.writeNew(Array(text.utf8), to: to)
    Console.say("The checkpoint was written to \(to). Keep it where nobody who writes the register can change it.")
  }
}
