import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

/// The cases of a file are priced, and their timetables counted, each twice over. A case that was assessed comes to the
/// same when it is written as an offer records it and read again.
enum CaseReading {
  /// On standard input the first bytes say whether it is JSON, YAML or a table.
  private static let name = "standard input"

  static func answer(to bytes: [UInt8], _ workshop: Workshop) throws -> Answer {
    var faults: [String] = []
    let answer = try Answer.of(bytes, named: name) { source in
      let entries = CaseFile.read(source)
      try BrokenRule.unless(!entries.isEmpty, "a file came to nothing, not even a fault")
      return try entries.map { entry in
        let row = try priced(entry, bytes, &faults, workshop)
        try timetable(entry, workshop)
        return row
      }.joined(separator: "\n")
    }
    return faults.isEmpty ? answer : .faulty(faults)
  }

  private static func priced(
    _ entry: CaseEntry, _ bytes: [UInt8], _ faults: inout [String], _ workshop: Workshop
  ) throws -> String {
    let priced = workshop.pricer.price(entry)
    let row = PricedRow.bytes(of: priced)
    switch priced {
    case .unchecked(_, let discrepancies): throw BrokenRule("it does not recheck: \(discrepancies.map(\.says))")
    case .faulty(let unread): faults += try FaultRules.texts(of: unread.faults, in: bytes)
    case .assessed(let explanation, _, let notices):
      _ = TextEmitter().text(of: WorkedSum(explanation, notices: notices).document)
      try recorded(entry, explanation, row, workshop)
    }
    do { _ = try JSONReader().read(SourceText(name: "row", bytes: row)) } catch {
      throw BrokenRule("its row is no JSON: \(error)")
    }
    return String(decoding: row, as: UTF8.self)
  }

  private static func timetable(_ entry: CaseEntry, _ workshop: Workshop) throws {
    switch workshop.timetabler.timetable(of: entry) {
    case .unchecked(_, let discrepancies):
      throw BrokenRule("its timetable does not recheck: \(discrepancies.map(\.says))")
    case .faulty(let unread): try BrokenRule.unless(!unread.faults.isEmpty, "no timetable, and no fault says why")
    case .counted: return
    }
  }

  private static func recorded(
    _ entry: CaseEntry, _ explanation: Explanation, _ row: [UInt8], _ workshop: Workshop
  ) throws {
    guard case .outline(let outline) = entry else { return }
    let assessed = try workshop.pricer.assess(outline)
    var json = JSONWriter()
    json.object { json in
      json.pair("case", outline.name)
      json.pair("scheme", outline.scheme)
      json.pair("edition", explanation.matrix.edition)
      CaseRecordJSON(assessed.reading, assessed.edition.matrix).write(&json)
    }
    let again = CaseFile.read(try SourceText(name: "record.json", bytes: json.bytes))
    let second = again.map { PricedRow.bytes(of: workshop.pricer.price($0)) }
    try BrokenRule.unless(
      second == [row], "its record comes to something else: \(String(decoding: row, as: UTF8.self))")
  }
}

/// The row of a case that was priced alone, as `redress price --json` prints it.
enum PricedRow {
  static func bytes(of priced: PricedCase, _ explanation: RowExplanation = .full) -> [UInt8] {
    var json = AssessmentJSON()
    switch priced {
    case .assessed(let words, let digest, let notices):
      return json.bytes(of: words, digest: digest.text, notices: notices, explanation: explanation)
    case .faulty(let unread):
      return json.bytes(ofFaulty: unread.name, scheme: unread.scheme, faults: unread.faults)
    case .unchecked: return []
    }
  }
}
