/// The readers of files that come from outside, each as fuzzing drives it: through the same functions as the command.
///
/// The fuzzer and the test that replays the kept corpus share all of this.
public enum FuzzedReader: String, CaseIterable, Sendable {
  /// A matrix in YAML.
  case matrix
  /// Cases as JSON, YAML or CSV, priced one by one.
  case cases = "case"
  /// A batch of objects of JSON.
  case ndjson
  /// A batch of rows of a table.
  case csv
  /// A calendar of holidays.
  case calendar
  /// An officers file.
  case officers
  /// An offer, with a signature behind it or without.
  case offer
  /// An exported register.
  case register

  /// What the reader makes of some bytes, twice.
  /// - Throws: ``BrokenRule`` where an answer breaks a rule that holds for every input.
  public func answer(to bytes: [UInt8], in workshop: Workshop) throws -> Answer {
    let first = try read(bytes, workshop)
    let second = try read(bytes, workshop)
    guard first == second else { throw BrokenRule("two readings differ: \(first) and \(second)") }
    return first
  }

  private func read(_ bytes: [UInt8], _ workshop: Workshop) throws -> Answer {
    switch self {
    case .matrix: try MatrixReading.answer(to: bytes, workshop)
    case .cases: try CaseReading.answer(to: bytes, workshop)
    case .ndjson: try BatchReading.answer(to: bytes, as: .ndjson, workshop)
    case .csv: try BatchReading.answer(to: bytes, as: .csv, workshop)
    case .calendar: try CalendarReading.answer(to: bytes, workshop)
    case .officers: try OfficersReading.answer(to: bytes, workshop)
    case .offer: try OfferReading.answer(to: bytes, workshop)
    case .register: try RegisterReplay.answer(to: bytes, workshop)
    }
  }
}
