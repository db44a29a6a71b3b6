import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles

struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask a scheme's questions, write the case file and price it.",
    discussion: """
      Asks only what can still make a difference, one question at a time, and says what the case comes to so far. An \
      empty answer passes a question over. Beside answers it takes: ? for help, back for the question before, so far \
      for the whole worked sum, and quit.

      Answers are read from standard input, a line each, so that they can also come from a file. Questions go to \
      standard error; the worked sum goes to standard output.
      """)

  @Argument(help: ArgumentHelp("The scheme, such as progress.", valueName: "scheme"))
  var scheme: String

  @Option(
    help: ArgumentHelp("Write the case to this file, which must not be there yet.", valueName: "file"),
    completion: .file())
  var to: String?

  @Option(help: ArgumentHelp("The edition; without it, the one that the case's own day selects.", valueName: "edition"))
  var edition: String?

  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func run() throws {
    if let to, FileManager.default.fileExists(atPath: to) {
      Console.say("redress: \(to) is there already, and is not written over. Choose another name.")
      throw Exit.cannotWrite.code
    }
    let library = try matricesOption.library()
    let edition = try library.edition(of: scheme, named: self.edition)
    var conversation = Conversation(Interview(edition, isNamed: self.edition != nil), in: library)
    conversation.begin()
    while let line = readLine(strippingNewline: true) {
      if !conversation.take(line) { break }
    }
    try finish(conversation.interview)
  }

  /// Writes the file and prices the case as it stands, whether or not everything was answered.
  private func finish(_ interview: Interview) throws {
    if let to {
      try FileWriting.write(interview.bytes, to: to)
      Console.say("\nThe case is in \(to).")
    } else {
      Console.say("\nNothing was saved; --to names a file for the case.")
    }
    if let prompt = interview.next {
      Console.say("Not everything was answered. Next would have been: \(interview.ask(prompt))")
    }
    let explanation = interview.explanation
    guard interview.discrepancies.isEmpty else {
      Console.say("redress: our own fault. The case does not come out the same a second time. No answer is given.")
      throw Exit.ourFault.code
    }
    if explanation.assessment.outcome == .faulty { throw Exit.faulty.code }
    let notices = Notice.notices(of: interview.matrix, today: todayOption.day) + Notice.notices(of: explanation)
    try Console.result(TextEmitter(width: Console.width).text(of: WorkedSum(explanation, notices: notices).document))
    try (explanation.assessment.outcome == .awarded ? Exit.yes : .notYes).end()
  }
}

/// The talk at a terminal, or from a file of answers.
private struct Conversation {
  private(set) var interview: Interview
  private let library: MatrixLibrary
  private var lastSaid = ""

  init(_ interview: Interview, in library: MatrixLibrary) {
    self.interview = interview
    self.library = library
  }

  mutating func begin() {
    let matrix = interview.matrix
    Console.say("\(matrix.body): \(matrix.title), edition \(matrix.edition)")
    Console.say("An empty answer passes a question over. Also: ?, back, so far, quit.")
    askNext()
  }

  /// Takes a line. Gives whether there is more to ask.
  mutating func take(_ line: String) -> Bool {
    guard let prompt = interview.next else { return false }
    switch line.lowercased().filter({ !$0.isWhitespace }) {
    case "?", "help": Console.say(interview.help(prompt))
    case "back":
      if interview.count == 0 { Console.say("This is the first question.") }
      interview.back()
      askNext()
    case "sofar":
      let explanation = interview.explanation
      Console.say(TextEmitter(width: Console.width).text(of: WorkedSum(explanation, notices: []).document))
      askNext()
    case "quit": return false
    default:
      do throws(Interview.Refused) { try answer(line, to: prompt) } catch {
        Console.say(error.says)
        return true
      }
      saySoFar()
      askNext()
    }
    return interview.next != nil
  }

  /// Takes an answer, and the edition that it selects where the question was for the day that does so.
  private mutating func answer(_ line: String, to prompt: Interview.Prompt) throws(Interview.Refused) {
    var answered = interview
    try answered.answer(line)
    if case .fact(let fact, item: 0) = prompt, interview.matrix.selectsOn.contains(fact) {
      try answered.followEdition(in: library)
    }
    let isOther = answered.edition.name != interview.edition.name
    interview = answered
    if isOther { Console.say("That day selects the edition \(interview.edition.name).") }
  }

  private mutating func saySoFar() {
    let words = interview.soFar
    if words != lastSaid { Console.say(words) }
    lastSaid = words
  }

  private func askNext() {
    guard let prompt = interview.next else { return }
    Console.say("\n\(interview.ask(prompt))\n(\(interview.form(prompt)))")
  }
}
