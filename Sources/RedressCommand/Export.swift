import ArgumentParser
import Foundation
import RedressRegister

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a whole register as lines of JSON.",
    discussion: """
      The first line says what it is and how much there is of it. Then comes every kept file in the order of the \
      digests, its bytes in base64, and then every event exactly as it is kept. The same register gives the same bytes.

      It holds what is personal too. redress import FILE --register NEW makes a register of it again.
      """)

  @OptionGroup var registerOption: RegisterOption

  @Option(
    help: ArgumentHelp("The file to write. Without it: standard output.", valueName: "file"), completion: .file())
  var to: String?

  func validate() throws { _ = try registerOption.path }

  func run() throws {
    let register = try registerOption.openToRead()
    guard let to else {
      var part: [UInt8] = []
      try Console.ending {
        try register.read { reading in
          try reading.export { line in
            part += line
            if part.count > 1 << 16 {
              try Console.result(part)
              part.removeAll(keepingCapacity: true)
            }
          }
        }
      }
      return try Console.result(part)
    }
    try Console.ending { try register.read { try $0.export(to: to) } }
    Console.say("The register was written to \(to).")
  }
}
