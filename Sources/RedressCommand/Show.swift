import ArgumentParser
import Redress
import RedressDocuments
import RedressFiles

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a matrix as tables that a person reads.",
    discussion: """
      Everything the matrix says, each rule with its paragraph, so that it can be checked against the policy clause by clause. \
      With --html it becomes one page that needs no other file and prints well.
      """)

  @Argument(help: ArgumentHelp("The scheme, such as progress.", valueName: "scheme"))
  var scheme: String

  @Option(help: ArgumentHelp("The edition; without it, the newest.", valueName: "edition"))
  var edition: String?

  @Option(help: ArgumentHelp("Write an HTML page to this file instead.", valueName: "file"), completion: .file())
  var html: String?

  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func run() throws {
    let edition = try matricesOption.library().edition(of: scheme, named: self.edition)
    let notices = Notice.notices(of: edition.matrix, today: todayOption.day)
    let document = MatrixTables(edition.matrix, digest: edition.digest.text, notices: notices).document
    if let html {
      try FileWriting.write(Array(HTMLEmitter().page(of: document).utf8), to: html)
    } else {
      try Console.result(TextEmitter(width: Console.width).text(of: document))
    }
  }
}
