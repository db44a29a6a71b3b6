import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

/// What was drafted, who must sign it, and what to do next.
public struct DraftSummary {
  private let draft: Draft
  private let digest: Digest
  private let path: String
  private let number: Int?
  private let possibleSigners: [String]?

  /// - Parameters:
  ///   - path: the file that was written or, where there is none, the number in the register.
  ///   - number: its number in a register; `nil` where it is in none.
  ///   - possibleSigners: the officers who could sign; `nil` where no officers file was at hand.
  public init(_ draft: Draft, digest: Digest, path: String, number: Int? = nil, possibleSigners: [String]?) {
    self.number = number
    self.draft = draft
    self.digest = digest
    self.path = path
    self.possibleSigners = possibleSigners
  }

  /// The summary as a document.
  public var document: Document {
    Document(title) {
      Definitions(entries)
      Phrase(
        "Nothing is decided until it is signed: \(code: words(signCommand))"
      )
    }
  }

  private var signCommand: String {
    "redress sign \(ShellWord(path).quoted) --as OFFICER --key KEY --officers FILE"
      + (number == nil ? "" : " --register FILE")
  }

  private var title: Phrase {
    let name = words(draft.explanation.given.name)
    return switch draft.decision {
    case .offer: "\(name): draft of an offer of \(draft.total)"
    case .refusal: "\(name): draft of a refusal"
    }
  }

  private var entries: [Definitions.Entry] {
    var entries: [Definitions.Entry] = [
      number.map { .init("In the register", "offer \($0)") } ?? .init("File", "\(code: words(path))"),
      .init("Digest", "\(code: words(digest.text))"),
      .init("Offer date", "\(draft.offerDate)"), .init("Drafted by", "\(words(draft.author))"),
      .init("To be signed by", SignersWords(draft).needed),
    ]
    if let possibleSigners {
      let names = possibleSigners.map { Phrase(words($0)) }
      entries.append(.init("Who could", Phrase(listing: names, before: "or") ?? "nobody, as things stand"))
    }
    return entries
  }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}

/// The signatures that a draft needs, in words.
struct SignersWords {
  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  /// `the Head of Department, together with the relevant Director`.
  var needed: Phrase { words(of: draft.required.signatures) }

  func words(of signatures: [RequiredSignatures.Signature]) -> Phrase {
    switch draft.required.origin {
    case .manager: return "the manager of \(draft.author, ifBlank: "the author")"
    case .nobody: return "nobody is named who may sign it"
    case .policy, .house:
      let sets = signatures.map { signature in
        Phrase(listing: signature.roles.map { title($0) }, before: "or") ?? "nobody"
      }
      return Phrase(listing: sets, before: "together with") ?? "nobody"
    }
  }

  private func title(_ role: String) -> Phrase {
    "the \(draft.explanation.title(ofRole: role), ifBlank: "holder of a post")"
  }
}
