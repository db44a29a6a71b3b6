import Redress
import RedressFiles

extension RegisterWriting {
  /// Records that the open offers were recalculated. The same recalculation of the same state, with the same report, is
  /// recorded once.
  public func record(_ record: RecalculationRecord) throws -> (event: Event, isRepeated: Bool) {
    let before = try reading.events(
      sql: """
        SELECT body FROM event WHERE offer IS NULL AND kind = 'recalculated' AND json_extract(body, '$.inputs') = ?
        ORDER BY number DESC
        """, [record.inputs.text])
    if let event = before.first(where: { $0.act == .recalculated(record) }) { return (event, true) }
    return (try append(.recalculated(record), offer: nil), false)
  }
}

extension RecalculationSummary {
  /// What a register keeps of the run.
  ///
  /// - Parameters:
  ///   - inputs: the digest of what it was worked out from.
  ///   - report: the digest of its report in JSON.
  public func record(of recalculation: Recalculation, inputs: Digest, report: Digest) -> RecalculationRecord {
    RecalculationRecord(
      asOf: recalculation.asOf, edition: recalculation.edition.map { "\($0)" }, offers: tally.offers,
      proposals: all.offers - faults, faults: faults, inputs: inputs, report: report)
  }
}
