import GRDB
import Redress
import RedressFiles

/// What came of a case that was imported.
public enum CaseImportOutcome: Hashable, Sendable {
  /// It was not there before.
  case new
  /// The same bytes were there already, and nothing was written.
  case known
  /// Another version of it was there, and this one follows it.
  case changed
}

extension RegisterWriting {
  /// Records cases that came from another system, all of them together.
  ///
  /// - Parameter source: the digest of the file that they came in.
  public func importCases(_ cases: [ReadCase], from source: Digest) throws -> [CaseImportOutcome] {
    var latest: [String: Digest] = [:]
    for imported in try reading.imports() { latest[imported.reference] = imported.digest }
    return try cases.map { read in
      let digest = Digest(of: read.bytes)
      let before = latest[read.reference]
      if before == digest { return .known }
      try keep(read.bytes, .case)
      try append(
        .imported(ImportedCase(reference: read.reference, scheme: read.scheme, digest: digest, source: source)),
        offer: nil)
      latest[read.reference] = digest
      return before == nil ? .new : .changed
    }
  }
}

extension RegisterReading {
  /// The latest version of a case that came from another system, as a file of the format `redress-case/1`; `nil` where
  /// none came in, or where it was erased.
  public func importedCase(_ reference: String) throws -> [UInt8]? {
    try imports(ofCase: reference).last.flatMap { try bytes(of: $0.digest) }
  }

  /// The versions of a case that came in, in their order.
  func imports(ofCase reference: String) throws -> [ImportedCase] {
    try imports("AND json_extract(body, '$.reference') = ?", [reference])
  }

  /// All cases that came in, in their order.
  func imports() throws -> [ImportedCase] { try imports("", []) }

  private func imports(_ condition: String, _ arguments: StatementArguments) throws -> [ImportedCase] {
    let events = try events(
      sql: "SELECT body FROM event WHERE offer IS NULL AND kind = 'imported' \(condition) ORDER BY number", arguments)
    return events.compactMap { event in
      if case .imported(let imported) = event.act { imported } else { nil }
    }
  }
}
