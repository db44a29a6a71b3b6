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
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT file.digest, file.event, file.bytes, instr(event.body, file.digest) FROM file "
        + "LEFT JOIN event ON event.number = file.event ORDER BY file.digest")
    var (count, withoutBytes) = (0, 0)
    while let row = try rows.next() {
      count += 1
      let (digest, event, bytes): (String, Int, Data?) = (row[0], row[1], row[2])
      if let bytes {
        if Digest(of: Array(bytes)).text != digest { bad(.files, "The bytes of the file \(digest) were changed.") }
      } else {
        withoutBytes += 1
      }
      if isWhole, (row[3] as Int? ?? 0) == 0 { bad(.files, "Event \(event) does not name the file \(digest).") }
    }
    if isWhole, withoutBytes > erased { try nameErased() }
    let gone = withoutBytes == 0 ? "" : " Erased, as the events say: \(withoutBytes)."
    let absent = lettersAbsent == 0 ? "" : " Letter parts that did not come in with their offers: \(lettersAbsent)."
    end(.files, "All \(count) files have the digests that the events name.\(gone)\(absent)")
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
