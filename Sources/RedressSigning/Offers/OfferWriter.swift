import Redress
import RedressFiles

/// Writes the file of an offer. The same draft gives the same bytes.
public struct OfferWriter {
  private let draft: Draft
  private let assessed: AssessedCase
  private let letterDigest: Digest?
  private let supersedes: OfferRecord.Superseded?
  private let draftedOn: CivilDate

  /// What is to be written of a draft and of the case that it decides.
  public init(
    _ draft: Draft, of assessed: AssessedCase, letterDigest: Digest?, supersedes: OfferRecord.Superseded? = nil,
    draftedOn: CivilDate
  ) {
    self.draft = draft
    self.assessed = assessed
    self.letterDigest = letterDigest
    self.supersedes = supersedes
    self.draftedOn = draftedOn
  }

  /// The bytes of the file, ended by a line feed.
  public var bytes: [UInt8] {
    var json = JSONWriter(indented: true)
    let matrix = assessed.edition.matrix
    json.object { json in
      json.pair("format", OfferRecord.format)
      json.pair("case", draft.explanation.given.name)
      json.pair("scheme", matrix.scheme)
      json.pair("edition", matrix.edition)
      json.pair("edition-digest", assessed.edition.digest.text)
      json.pair("outcome", draft.explanation.assessment.outcome.rawValue)
      json.pair("author", draft.author)
      json.pair("offer-date", draft.offerDate.isoText)
      json.pair("drafted-on", draftedOn.isoText)
      json.key("authority")
      json.array(draft.required.roleSets) { $0.strings($1) }
      json.pair("authority-from", draft.authorityFrom)
      if let supersedes { write(supersedes, &json) }
      CaseRecordJSON(assessed.reading, matrix).write(&json)
      json.key("letter")
      if let letterDigest { json.object { $0.pair("digest", letterDigest.text) } } else { json.null() }
      json.key("assessment")
      AssessmentJSON.write(
        draft.explanation, digest: assessed.edition.digest.text, notices: assessed.notices(today: draft.offerDate),
        to: &json)
    }
    return json.bytes + [10]
  }

  private func write(_ supersedes: OfferRecord.Superseded, _ json: inout JSONWriter) {
    json.key("supersedes")
    json.object {
      $0.pair("case", supersedes.name)
      $0.pair("offer-digest", supersedes.digest.text)
      $0.pair("offer-date", supersedes.offerDate.isoText)
      $0.pair("total", supersedes.total)
    }
  }
}

extension Draft {
  /// Where the signatures that it needs are laid down, in words.
  var authorityFrom: String {
    switch required.origin {
    case .policy: "the policy"
    case .house(let source): "the organisation: \(source)"
    case .manager: "the author's manager signs a refusal"
    case .nobody: "nobody is named"
    }
  }
}
