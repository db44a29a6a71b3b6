import ArgumentParser

@main
struct RedressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redress",
    abstract: "Work out what a redress scheme allows in a case, and show every step of it.",
    discussion: """
      A scheme's compensation policy is kept as a matrix: a file that people can read. redress applies it to the facts \
      of a case and says what may be offered, paragraph by paragraph, who must authorise it and by when it must be \
      accepted.

      Exit codes: 0 awarded, or clean; 1 an answer that is not yes (refused, undecided, overdue, findings); 64 wrong \
      use; 65 faults in a file or case; 66 no such file; 70 our own fault; 74 cannot write; 75 locked, try again. Over \
      many cases the gravest counts.

      Begin with: redress price Fixtures/cases/missed-visits.json
      """,
    version: version,
    subcommands: [
      Price.self, BatchCommand.self, Ask.self, Deadlines.self, Check.self, Show.self, Diff.self, Schema.self,
      DraftOffer.self, Sign.self, Verify.self, LetterCommand.self, Issue.self, Accept.self, Decline.self, Withdraw.self,
      Renew.self, Pay.self, Deliver.self, Revise.self, Close.self, ListOffers.self, History.self, OfficersCommand.self,
      Recalculate.self, AuditCommand.self, CheckpointCommand.self, Export.self, Import.self, Backup.self, Erase.self,
    ])

  static let version = "0.1.0"
}
