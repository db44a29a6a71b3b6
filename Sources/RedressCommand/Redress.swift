import ArgumentParser

@main
struct RedressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redress",
    abstract: "Work out what a redress scheme allows in a case, and show every step of it.",
    discussion: """
      A scheme's compensation policy is kept as a matrix: a file that people can read. The command applies it to the facts of a
      case and says what may be offered, paragraph by paragraph, who must authorise it and by when it must be accepted.

      Begin with: redress price Fixtures/cases/missed-visits.json
      """,
    version: version,
    subcommands: [Price.self])

  static let version = "0.1.0"
}
