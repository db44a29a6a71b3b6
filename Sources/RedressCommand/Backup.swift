import ArgumentParser
import Foundation
import RedressRegister

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a register while others use it.",
    discussion: """
      The copy is the register as it stood at one moment. It is looked through before it is put in its place, and is \
      never put over another file. A plain copy of the file would not do while somebody writes.

      To restore it, see that nobody uses the register, move the damaged file and those beside it that end with -wal \
      and -shm away, and copy the backup into its place. Then: redress verify FILE --checkpoint FILE

      What is erased from the register later is still in its backups. Keep them no longer than you may.
      """)

  @OptionGroup var registerOption: RegisterOption

  @Option(help: ArgumentHelp("The file to write, which must not be there yet.", valueName: "file"), completion: .file())
  var to: String

  func validate() throws { _ = try registerOption.path }

  func run() throws {
    let register = try registerOption.openToRead()
    let stand = try Console.ending { try register.backup(to: to) }
    try Console.result("Copied to \(to): \(stand.size) events, the last with \(stand.head.text).\n")
  }
}
