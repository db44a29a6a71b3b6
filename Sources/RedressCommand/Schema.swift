import ArgumentParser
import RedressFiles

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of a scheme's case file or, without a scheme, of a matrix.",
    discussion: """
      Editors use it to offer names and to mark slips as they are typed; other systems use it to check a case before they send it.
      """)

  @Argument(help: ArgumentHelp("The scheme; without it, the schema of a matrix is printed.", valueName: "scheme"))
  var scheme: String?

  @Option(help: ArgumentHelp("The edition; without it, the newest.", valueName: "edition"))
  var edition: String?

  @OptionGroup var matricesOption: MatricesOption

  func run() throws {
    guard let scheme else { return try Console.result(MatrixSchema.bytes) }
    let edition = try matricesOption.library().edition(of: scheme, named: self.edition)
    try Console.result(CaseSchema(edition.matrix).bytes)
  }
}
