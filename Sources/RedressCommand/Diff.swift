import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what an edition of a scheme changes, on which cases, and by how much.",
    discussion: """
      Holds two editions against each other: each rule that is added, taken out or changed, with every figure, \
      condition and word that is not the same; facts that are new, gone or needed now; readings; and who may authorise.

      With --cases, every case is priced under both editions, whatever edition it would select: who is offered more, \
      less or as much, who has another outcome, who may sign, and by which day to accept.
      """)

  @Argument(help: ArgumentHelp("The scheme, such as progress.", valueName: "scheme"))
  var scheme: String

  @Argument(help: ArgumentHelp("The old edition: its name, or the path of its file.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The new edition: its name, or the path of its file.", valueName: "new"))
  var new: String

  @Option(help: ArgumentHelp("Cases to price under both; - reads standard input.", valueName: "file"))
  var cases: String?

  @Flag(help: "Print one compact JSON object, in the form redress-diff/1.")
  var json = false

  @OptionGroup var matricesOption: MatricesOption

  func run() throws {
    let library = try matricesOption.library()
    let before = try edition(old, library)
    let after = try edition(new, library)
    let change: EditionChange
    do throws(FaultList) { change = try EditionDifference.change(from: before, to: after) } catch {
      Console.say(error.text)
      throw Exit.faulty.code
    }
    let pricing = try cases.map { try ComparedCases($0, before, after) }
    if json {
      try Console.result(EditionChangeJSON.bytes(from: before, to: after, change, cases: pricing?.changes) + [10])
    } else {
      let tables = EditionTables(from: before.matrix, to: after.matrix, change, cases: pricing?.changes)
      try Console.result(TextEmitter(width: Console.width).text(of: tables.document))
    }
    let isSame = change.isEmpty && pricing?.changes.changed.isEmpty ?? true
    try Exit.gravest(isSame ? .yes : .notYes, pricing?.exit ?? .yes).end()
  }

  /// An edition by its name or by the path of its file. Ends the command where there is none.
  private func edition(_ name: String, _ library: MatrixLibrary) throws -> MatrixLibrary.Edition {
    guard name.hasSuffix(".yaml") else { return try library.edition(of: scheme, named: name) }
    guard FileManager.default.fileExists(atPath: name) else {
      Console.say("redress: there is no file \(name).")
      throw Exit.absent.code
    }
    let edition: MatrixLibrary.Edition
    do throws(FaultList) { edition = try library.edition(file: name) } catch {
      Console.say(error.text)
      throw Exit.faulty.code
    }
    if edition.matrix.scheme == scheme { return edition }
    throw ValidationError("\(name) is an edition of \(edition.matrix.scheme), not of \(scheme).")
  }
}

/// The cases of a file under two editions, with what is to be said of those that could not be compared.
private struct ComparedCases {
  private(set) var changes = CaseChanges([])
  private(set) var exit = Exit.yes

  init(_ path: String, _ old: MatrixLibrary.Edition, _ new: MatrixLibrary.Edition) throws {
    let comparison = CaseComparison(old: old, new: new)
    var compared: [CaseChange] = []
    var others = 0
    for source in try SourceText.open([path]) {
      switch source {
      case .failure(let faults): fault(faults)
      case .success(let source):
        for entry in CaseFile.read(source) {
          switch comparison.compare(entry) {
          case .compared(let change): compared.append(change)
          case .ofAnotherScheme: others += 1
          case .unread(let unread): fault(FaultList(unread.faults))
          case .unchecked(let name, let doubts): try stop(name, doubts)
          }
        }
      }
    }
    changes = CaseChanges(compared)
    if compared.contains(where: { $0.old.outcome == .faulty || $0.new.outcome == .faulty }) {
      exit = .gravest(exit, .faulty)
    }
    if others > 0 { Console.say("redress: \(others) cases of other schemes are left out.") }
  }

  private mutating func fault(_ faults: FaultList) {
    exit = .gravest(exit, .faulty)
    Console.say(faults.text)
  }

  private func stop(_ name: String, _ doubts: [Discrepancy]) throws {
    Console.say("redress: our own fault. \(name) does not come out the same a second time:")
    for it in doubts { Console.say("  \(it.rule)\(it.item > 0 ? ", item \(it.item)" : ""): \(it.says)") }
    Console.say("No answer is given. Please report this with the case file.")
    throw Exit.ourFault.code
  }
}
