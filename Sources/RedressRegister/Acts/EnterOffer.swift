import GRDB
import Redress
import RedressFiles
import RedressSigning

extension RegisterWriting {
  /// Takes in an offer and the signatures beside it, as far as they are not in the register yet.
  ///
  /// - Parameter check: what was found of these files.
  public func enter(_ files: OfferFiles, _ check: OfferCheck) throws -> OfferLife {
    if let bad = check.findings.first(where: { !$0.isGood && [.edition, .sums, .letter].contains($0.about) }) {
      throw ActRefusal(.notSigned, bad.says)
    }
    var life: OfferLife
    if let number = try reading.offer(withDigest: files.record.digest) {
      life = try self.life(number)
    } else {
      life = try draft(
        files.record, check.assessed, check.draft, letter: files.letter?.source.exactBytes)
    }
    try sign(&life, files, check)
    return life
  }

  /// Records a decision that was drafted. Nobody else's decision of the same case may stand, unless it takes its place.
  public func draft(
    _ record: OfferRecord, _ assessed: AssessedCase, _ draft: Draft, letter: [UInt8]?
  ) throws -> OfferLife {
    if let number = try reading.offer(withDigest: record.digest) {
      let same = try life(number)
      if same.state == .drafted { return same }
      throw ActRefusal(
        .caseTwice,
        "Exactly this decision is offer \(number) already, \(same.state.rawValue). Give the case another offer date, "
          + "and revise that one: redress revise \(number).")
    }
    try checkWords(of: record)
    if record.letterDigest != nil, letter == nil {
      throw ActRefusal(
        .letterMissing,
        "Its letter part is not beside it, and would be lost: the register keeps it until it is erased. "
          + "Put the file back."
      )
    }
    let replaced = try replacedOffer(record)
    let number = try reading.nextOffer()
    let day = max(record.draftedOn, CivilDate.earliest)
    let author = Stamp(
      by: record.author, on: day, recordedAt: stamp.recordedAt, statedToday: stamp.statedToday,
      isVerified: stamp.isVerified)
    try keep(record.bytes, .offer)
    if let letter { try keep(letter, .letter) }
    let drafted = Drafted(record, assessed, draft, letter: letter, replaced: replaced)
    let event = try append(.drafted(drafted), offer: number, stamp: author)
    let life = OfferLife(drafted, event)
    try life.write(to: db)
    if var replaced { try append(.revised(by: number), to: &replaced) }
    return life
  }

  /// References are compared, listed and given to other programs, which end them at a character that nobody sees.
  private func checkWords(of record: OfferRecord) throws {
    for (name, text) in [("case", record.name)] + record.references.map({ ($0.name, $0.text) }) {
      let isPlain = text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
      }
      if isPlain { continue }
      throw ActRefusal(.reference, "`\(name)` holds a character that nobody can see. Write it in letters and digits.")
    }
  }

  /// The offer whose place a record takes; `nil` where the case had none.
  private func replacedOffer(_ record: OfferRecord) throws -> OfferLife? {
    if let superseded = record.supersedes {
      guard let number = try reading.offer(withDigest: superseded.digest) else {
        throw ActRefusal(
          .caseTwice,
          "It takes the place of an offer of \(superseded.name) that is not in this register. Enter that one first.")
      }
      return try life(number)
    }
    let all = try reading.offers(ofCase: record.name).map { try life($0) }
    guard all.contains(where: { $0.state != .withdrawn }), let last = all.last else { return nil }
    throw ActRefusal(
      .caseTwice,
      "The case \(record.name) has a decision already: offer \(last.number), \(last.state.rawValue). "
        + "Revise that one: redress revise \(last.number).")
  }

  /// Records the signatures that are good and count, as far as they are not recorded yet.
  private func sign(_ life: inout OfferLife, _ files: OfferFiles, _ check: OfferCheck) throws {
    let missing = check.countedPosts.filter { !life.signers.contains($0.officer.id) }
    guard !missing.isEmpty, life.state == .drafted || life.state == .signed else { return }
    for (place, signer) in missing.enumerated() {
      guard let file = files.signatures.first(where: { $0.officer == signer.officer.id }) else { continue }
      let signed = Signed(
        role: signer.role, standsInFor: signer.standsInFor, digest: try keep(file.bytes, .signature),
        isLast: check.signed != nil && place == missing.count - 1)
      let by = Stamp(
        by: signer.officer.id, on: stamp.on, recordedAt: stamp.recordedAt, statedToday: stamp.statedToday,
        isVerified: true)
      try append(.signed(signed), to: &life, stamp: by)
    }
  }
}

extension RegisterReading {
  /// The number that the next offer gets.
  func nextOffer() throws -> Int {
    try (Int.fetchOne(db, sql: "SELECT max(number) FROM offer") ?? 0) + 1
  }
}

extension Drafted {
  init(_ record: OfferRecord, _ assessed: AssessedCase, _ draft: Draft, letter: [UInt8]?, replaced: OfferLife?) {
    let references = Dictionary(record.references.map { ($0.name, $0.text) }) { first, _ in first }
    self.init(
      reference: record.name, revision: (replaced?.drafted.revision ?? 0) + 1, supersedes: replaced?.number,
      scheme: assessed.edition.matrix.scheme, edition: assessed.edition.matrix.edition,
      editionDigest: assessed.edition.digest, offerDigest: record.digest, letterDigest: record.letterDigest,
      remedies: letter.map { LetterPart.remedies(in: $0) } ?? 0, outcome: draft.explanation.assessment.outcome,
      offerDate: record.offerDate, lastDay: draft.explanation.assessment.award?.lastDayToAccept,
      household: references["household"], rentAccount: references["rent-account"],
      costCode: references["cost-code"], sums: Sums(draft.explanation))
  }
}

extension LetterPart {
  /// How many remedies that are not money a letter part promises.
  static func remedies(in bytes: [UInt8]) -> Int {
    let part = (try? SourceText(name: "letter", bytes: bytes)).flatMap { try? LetterPart.read($0) }
    return part?.node["actions"]?.list?.count ?? 0
  }
}
