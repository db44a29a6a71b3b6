import Foundation
import GRDB
import Redress
import RedressFiles

extension Act {
  /// The files that it names, each with what it is.
  var files: [(digest: Digest, kind: KeptFile)] {
    switch self {
    case .drafted(let drafted):
      [(drafted.offerDigest, .offer)] + (drafted.letterDigest.map { [($0, .letter)] } ?? [])
    case .signed(let signed): [(signed.digest, .signature)]
    case .issued(let issued): issued.documents.map { ($0.digest, .document) }
    case .accepted(let acceptance): [(acceptance.settlement, .settlement)]
    case .imported(let imported): [(imported.digest, .case)]
    default: []
    }
  }
}

extension RegisterChecker {
  /// Every file that an event names is there, or another event says that it was erased.
  func checkFiles(of event: Event) throws {
    if case .erased(let erasure) = event.act { return try check(erasure, event) }
    for file in event.act.files {
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT kind, event, bytes IS NULL FROM file WHERE digest = ?"),
        arguments: [file.digest.text])
      guard let row else {
        if case .drafted(let drafted) = event.act, file.kind == .letter, drafted.remedies == 0 {
          lettersAbsent += 1
        } else {
          bad(
            .files, "The \(file.kind.rawValue) \(file.digest.text) that event \(event.number) names is missing.",
            event: event.number, offer: event.offer)
        }
        continue
      }
      let (kind, owner, isErased): (String, Int, Bool) = (row[0], row[1], row[2])
      if owner == event.number,
        !event.act.files.contains(where: { $0.digest == file.digest && $0.kind.rawValue == kind })
      {
        bad(.files, "The file \(file.digest.text) is kept as a \(kind), which event \(owner) does not call it.")
      }
      if isErased, !file.kind.isPersonal {
        bad(
          .files,
          "The \(file.kind.rawValue) \(file.digest.text) of event \(event.number) was erased, and never may be.",
          event: event.number, offer: event.offer)
      }
    }
  }

  private func check(_ erasure: Erasure, _ event: Event) throws {
    erased += Set(erasure.files).count
    for digest in erasure.files {
      let isErased = try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT bytes IS NULL FROM file WHERE digest = ?"), arguments: [digest.text])
      if isErased == true { continue }
      bad(
        .files,
        "Event \(event.number) says that \(digest.text) was erased, and it is "
          + (isErased == nil ? "missing." : "still there."),
        event: event.number)
    }
  }

  /// Every file has its digest, and belongs to an event that names it.
  func checkFiles() throws {
    var (count, withoutBytes) = (0, 0)
    var page = try keptFiles(after: 0)
    while let last = page.last {
      // The next page is loaded while the strands look at this one.
      let look = SideBySide(page, strands: strands) { file, _ in
        file.bytes.map { Digest(of: $0).text == file.digest } ?? true
      }
      let next = Result { try keptFiles(after: last.row) }
      for (file, isSame) in zip(page, look.results) {
        count += 1
        if file.bytes == nil { withoutBytes += 1 }
        if !isSame { bad(.files, "The bytes of the file \(file.digest) were changed.") }
        if isWhole, !file.isNamed { bad(.files, "Event \(file.event) does not name the file \(file.digest).") }
      }
      page = try next.get()
    }
    if isWhole, withoutBytes > erased { try nameErased() }
    let gone = withoutBytes == 0 ? "" : " Erased, as the events say: \(withoutBytes)."
    let absent = lettersAbsent == 0 ? "" : " Letter parts that did not come in with their offers: \(lettersAbsent)."
    end(.files, "All \(count) files have the digests that the events name.\(gone)\(absent)")
  }

  /// A file as it stands in its row.
  private struct KeptBytes: Sendable {
    let row: Int64
    let digest: String
    let event: Int
    let bytes: [UInt8]?
    /// Whether its event names it.
    let isNamed: Bool
  }

  /// How many bytes of files are looked at together.
  private static let mostBytes = 4 << 20

  /// The next files, in the order in which they lie in the register.
  private func keptFiles(after last: Int64) throws -> [KeptBytes] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT file.rowid, file.digest, file.event, file.bytes, instr(event.body, file.digest) FROM file
          LEFT JOIN event ON event.number = file.event WHERE file.rowid > ? ORDER BY file.rowid
          """), arguments: [last])
    var (files, size): ([KeptBytes], Int) = ([], 0)
    while size < Self.mostBytes, files.count < 2048, let row = try rows.next() {
      let bytes = (row[3] as Data?).map { Array($0) }
      size += bytes?.count ?? 0
      files.append(
        KeptBytes(row: row[0], digest: row[1], event: row[2], bytes: bytes, isNamed: (row[4] as Int? ?? 0) > 0))
    }
    return files
  }

  /// Names the files that no event says were erased.
  private func nameErased() throws {
    var known: Set<String> = []
    for event in try reading.events(sql: "SELECT body FROM event WHERE offer IS NULL AND kind = 'erased'") {
      if case .erased(let erasure) = event.act { known.formUnion(erasure.files.map(\.text)) }
    }
    let digests = try String.fetchCursor(db, sql: "SELECT digest FROM file WHERE bytes IS NULL ORDER BY digest")
    while let digest = try digests.next() {
      if !known.contains(digest) { bad(.files, "The file \(digest) was erased, and no event says so.") }
    }
  }
}
