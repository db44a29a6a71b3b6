import Redress
import RedressFiles

/// What a recalculation needs of an offer's file: its case with the edition pinned, and what it states that the case
/// comes to. The lines of its assessment, which are most of it, are never read.
struct RecordedOffer {
  /// The reference of the case.
  let reference: String
  /// Its scheme.
  let scheme: String
  /// The name of the edition that it was made under.
  let edition: String
  /// The digest of that edition.
  let editionDigest: String
  /// The officer who drafted it.
  let author: String
  /// What the file says beside its case: who, when, and the digests.
  let head: Node
  /// What its assessment says of the result.
  let result: Node
  /// What it states that the case comes to.
  let stated: CaseResult
  /// The case, as a case file has it.
  let caseBytes: [UInt8]

  private static let ofHead = [
    "case", "scheme", "edition", "edition-digest", "outcome", "author", "offer-date", "references", "letter",
  ]
  private static let ofCase = ["case", "scheme", "edition", "facts", "items", "decisions", "references"]

  /// - Returns: `nil` where the bytes are not those of an offer.
  init?(_ bytes: [UInt8]) {
    guard let top = JSONSlices(bytes),
      let assessment = top["assessment"].flatMap({ JSONSlices(bytes, at: $0.lowerBound) }),
      let head = Self.node(top.object(of: Self.ofHead)),
      let reference = head["case"]?.text, let scheme = head["scheme"]?.text, let edition = head["edition"]?.text,
      let digest = head["edition-digest"]?.text, let author = head["author"]?.text,
      let result = Self.node(assessment.object(of: CaseResult.keys)), let stated = CaseResult(result)
    else { return nil }
    self.reference = reference
    self.scheme = scheme
    self.edition = edition
    editionDigest = digest
    self.author = author
    self.head = head
    self.result = result
    self.stated = stated
    caseBytes = top.object(of: Self.ofCase)
  }

  private static func node(_ bytes: [UInt8]) -> Node? {
    guard let source = try? SourceText(name: "offer", bytes: bytes) else { return nil }
    return try? JSONReader(longestValue: SourceText.largest).read(source).first
  }
}
