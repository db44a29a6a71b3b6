import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressSigning

/// Who the officers are.
struct OfficersOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The officers file: who holds which post, and their keys.", valueName: "file"),
    completion: .file())
  var officers: String?

  /// The officers; `nil` where no file was named.
  func file() throws -> OfficersFile? {
    try officers.map { path in try SourceText.orEnd(path) { source throws(FaultList) in try OfficersFile.read(source) }
    }
  }
}

/// What the organisation says of itself and has laid down.
struct OrganisationOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The organisation file: its name, contacts and words, and who signs where a policy names nobody.",
      valueName: "file"),
    completion: .file())
  var organisation: String?

  /// The organisation; `nil` where no file was named.
  func file() throws -> Organisation? {
    try organisation.map { path in
      try SourceText.orEnd(path) { source throws(FaultList) in try Organisation.read(source) }
    }
  }
}

extension SourceText {
  /// Opens a file and reads it. Ends the command where it is not there (66) or is at fault (65).
  static func orEnd<Read>(_ path: String, _ read: (SourceText) throws(FaultList) -> Read) throws -> Read {
    let source = try open([path])[0]
    do { return try read(source.get()) } catch {
      Console.say(error.text)
      throw Exit.faulty.code
    }
  }
}

extension OfferFiles {
  /// Opens an offer with what stands beside it. Ends the command where it is not there (66) or is at fault (65).
  static func openOrEnd(_ path: String) throws -> OfferFiles {
    guard FileManager.default.fileExists(atPath: path) else {
      Console.say("redress: there is no file \(path).")
      throw Exit.absent.code
    }
    do { return try open(path) } catch {
      Console.say(error.text)
      throw Exit.faulty.code
    }
  }
}

extension Console {
  /// Shows a document as a result.
  static func show(_ document: Document) throws {
    try result(TextEmitter(width: width).text(of: document))
  }

  /// Says that nothing may be signed, by which rule, and who could.
  static func say(_ refusal: SigningRefusal) {
    say("Not signed. \(refusal.rule.rawValue): \(refusal.says)")
    say("Rule: \(refusal.sources.joined(separator: ", ")).")
    say(
      refusal.whoCould.isEmpty
        ? "As things stand nobody could sign it." : "Who could sign: \(refusal.whoCould.joined(separator: ", ")).")
  }
}
