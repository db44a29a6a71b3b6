import Foundation
import GRDB
import Redress
import RedressFiles

/// Reads the lines of an exported register into fresh tables, and notes every line that is not as it was written.
final class RegisterLineReading {
  private let db: Database
  private let path: String
  private var faults = FaultList()
  private var line = 0
  private var walk = ChainWalk()
  private var header: (origin: String, events: Int, files: Int, head: Digest)?
  private var lastDigest = ""
  /// How many files the header states.
  var files: Int { header?.files ?? 0 }

  init(_ db: Database, _ path: String) {
    self.db = db
    self.path = path
  }

  /// - Throws: every fault, up to as many as are kept.
  func read(_ lines: LineReader) throws {
    while let bytes = try lines.next() {
      line += 1
      if line == 1 {
        try readHeader(bytes)
      } else if line - 1 <= files {
        try readFile(bytes)
      } else {
        try readEvent(bytes)
      }
      if !lines.isEnded { note("The last line is not ended by a line feed, so something may be missing.") }
      if faults.count >= FaultList.shown { break }
    }
    if line == 0 { faults.add(fault(line: 1, "The file holds nothing.")) }
    if faults.isEmpty { checkEnd() }
    try faults.throwIfAny()
  }

  func fault(line: Int, _ says: String) -> Fault {
    Fault(
      .offerShape, at: Place(file: path, line: line, column: 1), says: says,
      mend: "Give the file that `redress export` wrote, as it was written. Nothing was imported.")
  }

  private func note(_ says: String) { faults.add(fault(line: line, says)) }

  private func node(_ bytes: [UInt8]) -> Node? {
    guard let source = try? SourceText(name: path, bytes: bytes, limit: LineReader.longest) else { return nil }
    let nodes = try? JSONReader(longestValue: LineReader.longest).read(source)
    return nodes?.count == 1 ? nodes?.first : nil
  }

  // MARK: Lines

  private func readHeader(_ bytes: [UInt8]) throws {
    guard let node = node(bytes), node["format"]?.text == Register.format, let origin = node["origin"]?.text,
      let events = node["events"]?.text.flatMap({ Int($0) }), let files = node["files"]?.text.flatMap({ Int($0) }),
      let head = node["head"]?.text.flatMap({ Digest($0) }), events > 0, files >= 0,
      RegisterLines.header(Checkpoint(origin: origin, size: events, head: head), files: files) == bytes
    else {
      note("This is not the first line of an exported register.")
      return try faults.throwIfAny()
    }
    header = (origin, events, files, head)
  }

  private func readFile(_ bytes: [UInt8]) throws {
    guard let node = node(bytes), let text = node["file"]?.text, let digest = Digest(text),
      let kind = node["kind"]?.text.flatMap({ KeptFile(rawValue: $0) }),
      let event = node["event"]?.text.flatMap({ Int($0) }), let stated = node["bytes"]
    else { return note("This line holds no kept file.") }
    let kept = stated.isNull ? nil : stated.text.flatMap { Data(base64Encoded: $0) }
    guard RegisterLines.file(text, kind.rawValue, event: event, kept) == bytes else {
      return note("This line is not written as kept files are.")
    }
    if text <= lastDigest { note("The file \(text) does not come after the one before it.") }
    lastDigest = max(text, lastDigest)
    guard let header, (1...header.events).contains(event) else {
      return note("The file belongs to event \(event), which is not there.")
    }
    if let kept {
      if Digest(of: Array(kept)) != digest { return note("The bytes of the file do not have its digest.") }
    } else if !kind.isPersonal {
      return note("The file of the kind \(kind.rawValue) has no bytes, and is never erased.")
    }
    if !faults.isEmpty { return }
    try db.cachedStatement(sql: "INSERT INTO file VALUES (?, ?, ?, ?)").execute(arguments: [
      text, kind.rawValue, event, kept,
    ])
  }

  private func readEvent(_ bytes: [UInt8]) throws {
    do {
      let event = try walk.take(bytes)
      if !faults.isEmpty { return }
      try db.cachedStatement(sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
        event.number, event.offer, event.act.kind.rawValue, event.stamp.by, event.stamp.on.isoText,
        event.stamp.recordedAt, event.body, event.digest.text,
      ])
    } catch let broken as ChainBreak {
      note(broken.says)
      walk.goOn(after: bytes)
    }
  }

  private func checkEnd() {
    guard let header else { return }
    if walk.size != header.events {
      note("The first line states \(header.events) events, and \(walk.size) are here.")
    } else if walk.head != header.head {
      note("The last event does not have the digest that the first line states.")
    } else if walk.origin != header.origin {
      note("The first event states another origin than the first line.")
    }
  }
}
