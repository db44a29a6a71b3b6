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
          "\(code: words(check))",
        ]))
  }

  /// `ssh-keygen -Y verify …`, with the file's name alone.
  var check: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "ssh-keygen -Y verify -f allowed_signers -I \(officer) -n \(OfferNamespace.name) "
      + "-s \(OfferFiles.path(ofSignatureBy: officer, on: name)) "
      + "-Overify-time=\(AllowedSigners.verifyTime(on: record.offerDate)) < \(name)"
  }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}
