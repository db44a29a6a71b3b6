import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

/// What was checked of an offer and how it stands.
public struct OfferCheckSummary {
  private let check: OfferCheck
  private let files: OfferFiles

  /// What was found of these files.
  public init(_ check: OfferCheck, _ files: OfferFiles) {
    self.check = check
    self.files = files
  }

  /// The findings as a document.
  public var document: Document {
    Document(title) {
      Definitions([
        .init("File", "\(code: words(files.path))"), .init("Digest", "\(code: words(files.record.digest.text))"),
      ])
      Table(
        "What was checked", columns: ["Looked at", "Result", "What was found"],
        rows: check.findings.map {
          Table.Row("\(words($0.about.title))", [$0.isGood ? "good" : "NOT GOOD", "\(words($0.says))"])
        }
      )
      Phrase("\(strong: verdict)")
    }
  }

  private var title: Phrase {
    let name = Words(files.record.name, ifBlank: "The decision")
    return switch check.draft.decision {
    case .offer: "\(name): an offer of \(check.draft.total), dated \(files.record.offerDate)"
    case .refusal: "\(name): a refusal, dated \(files.record.offerDate)"
    }
  }

  private var verdict: Phrase {
    if let signed = check.signed {
      let names = signed.signatures.map { Phrase(words($0.signer.officer.name)) }
      return "Signed, and everything is in order. Signed by \(Phrase(listing: names, before: "and") ?? "nobody")."
    }
    return files.signatures.isEmpty ? "Not signed: it is a draft." : "Not in order: see above."
  }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}

extension OfferCheck.Finding.About {
  fileprivate var title: String {
    switch self {
    case .edition: "Edition"
    case .sums: "Sums"
    case .letter: "Letter part"
    case .signature: "Signature"
    case .authority: "Authority"
    }
  }
}
