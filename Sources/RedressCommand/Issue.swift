import ArgumentParser
import Foundation
import Redress
import RedressFiles
import RedressLetters
import RedressRegister

struct Issue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Record that a signed decision was sent.",
    discussion: """
      Only a decision that enough of the right people signed can be sent; its edition, sums and signatures are checked \
      again. Give each document as it was sent with --document: the register keeps its exact bytes and their digest.

      The time to accept counts from the day of sending, --on, where that is later than the date on the offer. A \
      revision that is sent takes the place of the decision before it.
      """)

  @OptionGroup var argument: OfferArgument
  @OptionGroup var options: OfferActOptions

  @Option(
    name: .customLong("document"),
    help: ArgumentHelp(
      "A document as it was sent, such as the letter in PDF. Repeat it for several.", valueName: "file"),
    completion: .file())
  var documents: [String] = []

  func run() throws {
    let act = try options.open(argument)
    let sent = try documents.map { path in
      let bytes = try Self.bytes(of: path)
      if DraftMarking.isOn(bytes, organisation: act.organisation) {
        throw Console.refuse(
          ActRefusal(.documentDraft, "\(path) says on every page that it is a draft. Write the letter again, signed."))
      }
      return RegisterWriting.SentDocument(name: URL(fileURLWithPath: path).lastPathComponent, bytes: bytes)
    }
    if sent.isEmpty {
      Console.say("Note: no document is recorded, so nobody can prove later what was sent. Give it with --document.")
    }
    try act.run(done: "Recorded as sent on \(act.stamp.on).") { writing, number in
      let check = try act.check(writing, number)
      guard let signed = check.signed else {
        let says = check.findings.first { !$0.isGood }?.says ?? "It is not signed."
        throw ActRefusal(.notSigned, says)
      }
      return try writing.issue(number, signed, check.assessed, documents: sent)
    }
  }
  private static func bytes(of path: String) throws -> [UInt8] {
    do { return try FileBytes.read(path, atMost: SourceText.largest) } catch {
      switch error {
      case .absent:
        Console.say("redress: there is no file \(path), or it cannot be read.")
        throw Exit.absent.code
      case .tooLarge:
        Console.say("redress: \(path) is larger than 64 MiB, the most that a register keeps of a document.")
        throw Exit.faulty.code
      }
    }
  }
}
