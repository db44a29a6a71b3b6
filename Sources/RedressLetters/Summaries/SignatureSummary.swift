import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

/// What was signed, and what is still missing.
public struct SignatureSummary {
  private let draft: Draft
  private let record: OfferRecord
  private let path: String
  private let officer: String
  private let missing: [RequiredSignatures.Signature]

  /// A signature that was just made.
  public init(
    _ draft: Draft, record: OfferRecord, path: String, officer: String, missing: [RequiredSignatures.Signature]
  ) {
    self.draft = draft
    self.record = record
    self.path = path
    self.officer = officer
    self.missing = missing
  }

  /// The summary as a document.
  public var document: Document {
    Document("\(record.name, ifBlank: "The decision"): signed by \(officer, ifBlank: "the officer")") {
      Definitions([
        .init("File", "\(code: words(path))"), .init("Digest", "\(code: words(record.digest.text))"),
        .init("Signature", "\(code: words(OfferFiles.path(ofSignatureBy: officer, on: path)))"),
        .init("What was signed", what), .init("Still needed", missing.isEmpty ? "nothing" : stillNeeded),
      ])
      Section("To check it without this program") {
        VerifyCommand(record, path: path, officer: officer).block
      }
    }
  }

  private var what: Phrase {
    switch draft.decision {
    case .offer: "an offer of \(draft.total), dated \(record.offerDate)"
    case .refusal: "a refusal, dated \(record.offerDate)"
    }
  }

  private var stillNeeded: Phrase { "a signature of \(SignersWords(draft).words(of: missing))" }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}

/// The commands with which anybody checks a signature by OpenSSH alone.
struct VerifyCommand {
  private let record: OfferRecord
  private let path: String
  private let officer: String

  init(_ record: OfferRecord, path: String, officer: String) {
    self.record = record
    self.path = path
    self.officer = officer
  }

  var block: Block {
    .list(
      List(
        .numbered,
        [
          "\(code: words("redress officers allowed-signers --officers OFFICERS --to allowed_signers"))",
          List.Item("To check the signature:") { Block.lines(lines) },
        ]))
  }

  /// The command, on lines that end as a shell wants it, so that they can be copied.
  var lines: [Phrase] {
    let name = ShellWord(path.split(separator: "/").last.map(String.init) ?? path)
    let signature = ShellWord(OfferFiles.path(ofSignatureBy: officer, on: name.plain))
    return [
      "ssh-keygen -Y verify -f allowed_signers -I \(officer) \\",
      "-n \(OfferNamespace.name) -s \(signature.quoted) \\",
      "-Overify-time=\(AllowedSigners.verifyTime(on: record.offerDate)) < \(name.quoted)",
    ].map { "\(code: words($0))" }
  }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}

/// A word that a shell takes as it stands, whatever it holds.
struct ShellWord {
  let plain: String

  init(_ plain: String) { self.plain = plain }

  /// In single quotes where anything in it means something to a shell.
  var quoted: String {
    let isPlain =
      !plain.isEmpty
      && plain.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "="), UInt8(ascii: ":"):
          true
        default: byte >= 0x80
        }
      }
    if isPlain { return plain }
    return "'" + plain.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
