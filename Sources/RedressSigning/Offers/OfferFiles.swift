import Foundation
import RedressFiles

/// The files of an offer: its record, the signatures beside it, and the letter part.
public struct OfferFiles: Sendable {
  /// A detached signature beside an offer.
  public struct SignatureFile: Hashable, Sendable {
    /// The officer whom the name of the file states.
    public let officer: String
    /// Where it is.
    public let path: String
    /// Its exact bytes.
    public let bytes: [UInt8]

    /// A signature of an officer.
    public init(officer: String, path: String, bytes: [UInt8]) {
      self.officer = officer
      self.path = path
      self.bytes = bytes
    }
  }

  /// The path of the record.
  public let path: String
  /// The record.
  public let record: OfferRecord
  /// In alphabetical order of the officers.
  public let signatures: [SignatureFile]
  /// The letter part; `nil` where there is none, or where it was erased.
  public let letter: LetterPart?

  /// An offer with what belongs to it, wherever that is kept.
  public init(path: String, record: OfferRecord, signatures: [SignatureFile], letter: LetterPart?) {
    self.path = path
    self.record = record
    self.signatures = signatures
    self.letter = letter
  }

  /// How many bytes the file of a signature may hold: many times what the longest kind needs.
  private static let largestSignature = 64 << 10

  /// The path of an officer's signature on an offer.
  public static func path(ofSignatureBy officer: String, on offer: String) -> String { "\(offer).\(officer).sig" }

  /// Reads an offer and what stands beside it.
  /// - Throws: every fault of the record or of the letter part.
  public static func open(_ path: String) throws(FaultList) -> OfferFiles {
    let record = try OfferRecord.read(SourceText(path: path))
    let letterPath = LetterPart.path(of: path)
    let isThere = FileManager.default.fileExists(atPath: letterPath)
    let letter = isThere ? try LetterPart.read(SourceText(path: letterPath)) : nil
    return OfferFiles(path: path, record: record, signatures: signatures(of: path), letter: letter)
  }

  /// Whether a signature belongs to another offer, whose name begins like this one's: `offer.json.v2` beside
  /// `offer.json`.
  private static func isOfAnother(_ officer: String, _ start: String) -> Bool {
    let dots = officer.indices.filter { officer[$0] == "." }
    return dots.contains { FileManager.default.fileExists(atPath: start + officer[..<$0]) }
  }

  private static func signatures(of path: String) -> [SignatureFile] {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent()
    let prefix = url.lastPathComponent + "."
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".sig") }.sorted().compactMap { name in
      let officer = String(name.dropFirst(prefix.count).dropLast(4))
      if officer.isEmpty || isOfAnother(officer, folder.path + "/" + prefix) { return nil }
      // One that cannot be read is looked at all the same, and found wanting.
      let bytes = (try? FileBytes.read(folder.appendingPathComponent(name).path, atMost: Self.largestSignature)) ?? []
      return SignatureFile(officer: officer, path: path + "." + officer + ".sig", bytes: bytes)
    }
  }
}
