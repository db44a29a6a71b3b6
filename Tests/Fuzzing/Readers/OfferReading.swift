import Redress
import RedressFiles
import RedressSigning

/// An offer is read, with the signature that stands behind it, and held against everything. Nothing counts as signed
/// but the offers that somebody did sign, to the byte. One that is sound is written again, and is sound.
enum OfferReading {
  private static let armour = Array("-----BEGIN SSH SIGNATURE-----".utf8)
  private static let path = "offer.json"

  static func answer(to bytes: [UInt8], _ workshop: Workshop) throws -> Answer {
    let start = bytes.firstPlace(of: armour) ?? bytes.count
    let signature = Array(bytes[start...])
    return try Answer.of(Array(bytes[..<start]), named: path) { source in
      let record = try OfferRecord.read(source)
      let short = try OfferRecord.readUpToAssessment(source).whole()
      try BrokenRule.unless(short.decidesTheSame(as: record), "read up to its assessment, it decides something else")
      let officer = signer(of: signature, workshop.officers)
      let signed = OfferFiles.SignatureFile(officer: officer, path: "\(path).\(officer).sig", bytes: signature)
      let files = OfferFiles(
        path: path, record: record, signatures: signature.isEmpty ? [] : [signed], letter: nil)
      let check = try OfferCheck.run(files, with: workshop.pricer, officers: workshop.officers) { _ in true }
      if check.signed != nil || !check.provedSigners.isEmpty {
        try BrokenRule.unless(workshop.signedOffers.contains(record.digest.text), "it counts as signed, and nobody did")
      }
      if check.isGood { try writtenAgain(record, check, workshop) }
      return check.findings.map(\.says).joined(separator: "\n")
    }
  }

  /// The officer whose key a signature states, so that it is not refused for the name of its file.
  private static func signer(of bytes: [UInt8], _ officers: OfficersFile) -> String {
    let key = (try? SSHSignature(bytes))?.publicKey
    return officers.keys.first { $0.key.key == key }?.officer ?? "a.khan"
  }

  /// Words and notices may be those of another day. What is written now is sound, and is written the same once more.
  private static func writtenAgain(_ record: OfferRecord, _ check: OfferCheck, _ workshop: Workshop) throws {
    let bytes = written(record, check.assessed, check.draft)
    let again = try OfferRecord.read(SourceText(name: path, bytes: bytes))
    let (assessed, draft, findings) = try OfferCheck.assess(again, with: workshop.pricer, house: [])
    try BrokenRule.unless(findings.allSatisfy(\.isGood), "written again, it is not sound: \(findings.map(\.says))")
    try BrokenRule.unless(written(again, assessed, draft) == bytes, "written twice, it has other bytes")
  }

  private static func written(_ record: OfferRecord, _ assessed: AssessedCase, _ draft: Draft) -> [UInt8] {
    OfferWriter(
      draft, of: assessed, letterDigest: record.letterDigest, supersedes: record.supersedes,
      draftedOn: record.draftedOn
    ).bytes
  }
}
