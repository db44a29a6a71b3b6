import ArgumentParser
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressSigning

struct OfficersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "officers",
    abstract: "Check the officers file, or make OpenSSH's list of it.",
    subcommands: [CheckOfficers.self, AllowedSignersCommand.self])
}

struct CheckOfficers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find faults in an officers file and show who holds what on a day.",
    discussion: """
      Beside faults it finds what is likely to be a mistake: an officer who holds a post and has no key on that day, \
      one key that belongs to two officers, somebody who stands in for an officer without a post.

      Posts are held against the roles that matrices name, where a folder of matrices is at hand.

      Ends with 1 if it finds such a thing, with 65 if the file is at fault.
      """)

  @OptionGroup var officersFile: OfficersFileArgument

  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var organisationOption: OrganisationOption
  @OptionGroup var todayOption: TodayOption

  func run() throws {
    let file = try officersFile.read()
    let findings = OfficersFindings(file, on: todayOption.day, roles: try knownRoles())
    try Console.show(OfficersTables(file, findings: findings.all, on: todayOption.day).document)
    if !findings.all.isEmpty { throw Exit.notYes.code }
  }
}

extension CheckOfficers {
  /// The roles that any matrix or the organisation names; `nil` where there are no matrices.
  private func knownRoles() throws -> [String]? {
    guard let library = try matricesOption.libraryIfThere() else { return nil }
    let matrices = library.schemes.flatMap { scheme in
      library.editions(of: scheme).compactMap { try? library.edition($0, of: scheme).matrix }
    }
    let house = try organisationOption.file()?.houseAuthorities ?? []
    return matrices.flatMap { $0.roles.map(\.name) }
      + house.flatMap { $0.steps.flatMap { $0.signers.flatMap { $0 } } + ($0.refusals ?? []).flatMap { $0 } }
  }
}

struct AllowedSignersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allowed-signers",
    abstract: "Write the allowed_signers file of OpenSSH: each key with the days on which it counts.",
    discussion: """
      With it anyone can check a signature without this program:
      ssh-keygen -Y verify -f ALLOWED -I OFFICER -n offer@redress -s OFFER.OFFICER.sig -Overify-time=DATE < OFFER
      """)

  @OptionGroup var officersFile: OfficersFileArgument

  @Option(
    help: ArgumentHelp("Write it to this file instead of standard output.", valueName: "file"), completion: .file())
  var to: String?

  func run() throws {
    let file = try officersFile.read()
    if let to {
      try FileWriting.guardKept(to, reading: [officersFile.path])
      try FileWriting.write(Array(file.allowedSigners.utf8), to: to)
    } else {
      try Console.result(file.allowedSigners)
    }
  }
}

/// The officers file, as an argument or as the option that other commands have.
struct OfficersFileArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The officers file.", valueName: "file"), completion: .file())
  var file: String?

  @Option(help: ArgumentHelp("The officers file, as other commands name it.", valueName: "file"), completion: .file())
  var officers: String?

  func validate() throws {
    if (file == nil) == (officers == nil) { throw ValidationError("Give the officers file, once.") }
  }

  var path: String { file ?? officers ?? "" }

  func read() throws -> OfficersFile {
    try SourceText.orEnd(path) { source throws(FaultList) in try OfficersFile.read(source) }
  }
}
