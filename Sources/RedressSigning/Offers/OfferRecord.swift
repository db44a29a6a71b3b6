import Redress
import RedressFiles

/// An offer, or a refusal, as its file records it: written once, and never changed.
///
/// It holds the facts as they were stated, the edition and the assessment with every line. It names no signer, so that
/// any number of signatures can stand beside it. What is personal is in the letter part, a file of its own, of which it
/// holds a digest.
public struct OfferRecord: Sendable {
  /// The name of the format, which the file states.
  public static let format = "redress-offer/1"
  static let keys =
    CaseOutline.recorded + [
      "format", "edition-digest", "outcome", "author", "offer-date", "drafted-on", "authority", "authority-from",
      "supersedes", "letter", "assessment",
    ]

  /// An earlier decision that this one takes the place of.
  public struct Superseded: Hashable, Sendable {
    /// The reference of its case.
    public let name: String
    /// The digest of its file.
    public let digest: Digest
    /// The date that stands on it.
    public let offerDate: CivilDate
    /// What it offered, in money and in kind.
    public let total: Money

    /// An earlier decision.
    public init(name: String, digest: Digest, offerDate: CivilDate, total: Money) {
      self.name = name
      self.digest = digest
      self.offerDate = offerDate
      self.total = total
    }
  }

  /// The file that it stands in.
  public let source: SourceText
  /// The digest of its exact bytes, which is what signatures are made of.
  public let digest: Digest
  /// The case that was decided, with its edition pinned.
  public let outline: CaseOutline
  /// The digest of the edition that it was decided under.
  public let editionDigest: Digest
  /// How it says that the case came out.
  let outcome: String
  /// The officer who drafted it.
  public let author: String
  /// The date that stands on it.
  public let offerDate: CivilDate
  /// The day on which it was drafted.
  public let draftedOn: CivilDate
  /// Where it says that those are laid down.
  let authorityFrom: String
  /// The signatures that it says it needs.
  public let authority: [[String]]
  /// The digest of the letter part; `nil` where there is none.
  public let letterDigest: Digest?
  /// What it takes the place of; `nil` for a first decision.
  public let supersedes: Superseded?
  /// The assessment as the file states it; `nil` where only the rest of the file was read.
  let readAssessment: Node?

  /// Identifiers for other systems, in the order of the file.
  public var references: [CaseReader.Reference] {
    (outline.node["references"]?.entries ?? []).compactMap { entry in
      entry.value.text.map { CaseReader.Reference(name: entry.key, text: $0) }
    }
  }

  /// The reference of the case.
  public var name: String { outline.name ?? "" }
  /// The exact bytes of the file.
  public var bytes: [UInt8] { source.exactBytes }

  /// The assessment as the file states it.
  var assessment: Node {
    readAssessment ?? (try? whole())?.readAssessment ?? Node(.map([]), at: outline.span)
  }

  /// The record with its assessment, which is most of it.
  /// - Throws: every fault of the file.
  package func whole() throws(FaultList) -> OfferRecord {
    readAssessment == nil ? try OfferRecord.read(source) : self
  }

  /// Whether another record decides the same case in the same way, by the same author and for the same date. The days
  /// of drafting and the salts of letter parts may differ.
  public func decidesTheSame(as other: OfferRecord) -> Bool {
    author == other.author && offerDate == other.offerDate && editionDigest == other.editionDigest
      && supersedes == other.supersedes && outline.node.isSame(as: other.outline.node)
      && assessment.isSame(as: other.assessment) && (letterDigest == nil) == (other.letterDigest == nil)
  }

  /// How many bytes a record may have: more than the largest case that is read comes to.
  public static let longest = 16 << 20

  /// - Throws: every fault of the file.
  public static func read(_ source: SourceText) throws(FaultList) -> OfferRecord {
    let nodes = try JSONReader(longestValue: longest).read(source)
    var reader = OfferReader(source)
    guard nodes.count == 1, let record = reader.record(nodes[0]) else {
      try reader.shapes.faults.throwIfAny()
      throw FaultList(
        source.fault(
          .offerShape, says: "The file does not hold one offer.",
          mend: "Check that it is a file that `redress offer` wrote."))
    }
    try reader.shapes.faults.throwIfAny()
    return record
  }

  /// Reads a file that ``OfferWriter`` wrote up to its assessment, which is most of it. Whoever needs that asks for the
  /// ``whole()``.
  ///
  /// - Throws: every fault of the file, where it is not laid out like this.
  package static func readUpToAssessment(_ source: SourceText) throws(FaultList) -> OfferRecord {
    guard let start = source.bytes.firstPlace(of: Self.beforeAssessment),
      let part = try? SourceText(
        name: source.name, bytes: source.bytes[..<start] + Self.beforeAssessment + Array("{}\n}\n".utf8)),
      let nodes = try? JSONReader(longestValue: SourceText.largest).read(part), nodes.count == 1
    else { return try read(source) }
    var reader = OfferReader(source)
    guard let record = reader.record(nodes[0]), reader.shapes.faults.isEmpty else { return try read(source) }
    return OfferRecord(
      source: source, digest: record.digest, outline: record.outline, editionDigest: record.editionDigest,
      outcome: record.outcome, author: record.author, offerDate: record.offerDate, draftedOn: record.draftedOn,
      authorityFrom: record.authorityFrom, authority: record.authority, letterDigest: record.letterDigest,
      supersedes: record.supersedes, readAssessment: nil)
  }

  /// What stands before the assessment. No text holds a line break, so that it stands in no other place.
  private static let beforeAssessment = Array("\n  \"assessment\": ".utf8)
}

/// Reads the file of an offer.
private struct OfferReader {
  var shapes: CaseShapes
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
    shapes = CaseShapes(source)
  }

  mutating func record(_ node: Node) -> OfferRecord? {
    guard let entries = shapes.entries(node, "an offer") else { return nil }
    guard node["format"]?.text == OfferRecord.format else {
      shapes.fault(
        .offerShape, node["format"]?.span ?? node.span,
        "This is not an offer: its format is not `\(OfferRecord.format)`.",
        "Give the file that `redress offer` wrote.")
      return nil
    }
    shapes.checkKeys(entries, "an offer", OfferRecord.keys)
    for key in Self.alwaysWritten where node[key] == nil {
      shapes.fault(
        .caseKeyMissing, node.span, "`\(key)` is missing in this offer.", "Give the file as it was written.")
    }
    func text(_ key: String) -> String? { shapes.text(node[key], key, in: node.span, "this offer") }
    let author = text("author")
    let editionDigest = digest(node["edition-digest"], "edition-digest", in: node)
    let offerDate = day(node["offer-date"], "offer-date", in: node)
    let outcome = text("outcome")
    let draftedOn = day(node["drafted-on"], "drafted-on", in: node)
    let authorityFrom = text("authority-from")
    _ = text("edition")
    let authority = (node["authority"].map { shapes.list($0, "`authority`") } ?? []).map { set in
      shapes.list(set, "a set of roles").compactMap(\.text)
    }
    let letter = node["letter"].flatMap { $0.isNull ? nil : digest($0["digest"], "digest", in: $0) }
    let supersedes = node["supersedes"].flatMap { $0.isNull ? nil : superseded($0) }
    guard let assessment = node["assessment"], assessment.entries != nil else {
      shapes.fault(
        .caseKeyMissing, node.span, "`assessment` is missing in this offer.", "Give the file as it was written.")
      return nil
    }
    guard let outline = CaseOutline.read(fromRecord: node, &shapes), let outcome, let author, let editionDigest,
      let offerDate, let draftedOn, let authorityFrom
    else { return nil }
    return OfferRecord(
      source: source, digest: Digest(of: source.exactBytes), outline: outline, editionDigest: editionDigest,
      outcome: outcome, author: author, offerDate: offerDate, draftedOn: draftedOn,
      authorityFrom: authorityFrom, authority: authority, letterDigest: letter,
      supersedes: supersedes, readAssessment: assessment)
  }

  /// What every offer has, though there may be nothing in it. The other keys are asked for where they are read.
  private static let alwaysWritten = [
    "drafted-on", "authority", "authority-from", "facts", "items", "decisions", "references", "letter",
  ]

  private mutating func digest(_ node: Node?, _ key: String, in parent: Node) -> Digest? {
    guard let text = shapes.text(node, key, in: parent.span, "this offer") else { return nil }
    if let digest = Digest(text) { return digest }
    shapes.fault(
      .offerShape, node!.span, "This is not a digest.", "A digest is `sha256:` and 64 small hexadecimal digits.")
    return nil
  }

  private mutating func day(_ node: Node?, _ key: String, in parent: Node) -> CivilDate? {
    guard let node, !node.isNull else {
      shapes.fault(.caseKeyMissing, parent.span, "`\(key)` is missing in this offer.", "Add `\(key)`.")
      return nil
    }
    return shapes.literal(node, Literal.day)
  }

  private mutating func superseded(_ node: Node) -> OfferRecord.Superseded? {
    guard let entries = shapes.entries(node, "`supersedes`") else { return nil }
    shapes.checkKeys(entries, "`supersedes`", ["case", "offer-digest", "offer-date", "total"])
    let name = shapes.text(node["case"], "case", in: node.span, "`supersedes`")
    let digest = digest(node["offer-digest"], "offer-digest", in: node)
    let offerDate = day(node["offer-date"], "offer-date", in: node)
    let total = shapes.text(node["total"], "total", in: node.span, "`supersedes`").flatMap { _ in
      node["total"].flatMap { shapes.literal($0, Literal.money) }
    }
    guard let name, let digest, let offerDate, let total else { return nil }
    return OfferRecord.Superseded(name: name, digest: digest, offerDate: offerDate, total: total)
  }
}

extension Node {
  /// Whether both state the same, wherever they stand.
  fileprivate func isSame(as other: Node) -> Bool {
    switch (kind, other.kind) {
    case (.scalar(let one), .scalar(let two)): one.text == two.text
    case (.list(let one), .list(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.isSame(as: $1) }
    case (.map(let one), .map(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.key == $1.key && $0.value.isSame(as: $1.value) }
    default: false
    }
  }
}
