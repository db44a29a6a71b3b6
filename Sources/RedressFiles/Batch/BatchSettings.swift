import Redress

/// What a batch is told, besides its input and output.
public struct BatchSettings: Sendable {
  /// Where the editions are.
  public var library: MatrixLibrary
  /// The day that notices count from.
  public var today: CivilDate
  /// By whom names in decisions are verified; `nil` where nobody looks.
  public var officers: Officers?
  /// How much of an explanation each row carries.
  public var explanation: RowExplanation
  /// The form of the rows.
  public var form: RowForm
  /// What faults call the input.
  public var name: String
  /// The number of the first line, for an input that is a part of a larger one.
  public var firstLine: Int

  /// Whether rows say in which line of the input their case stands. Otherwise each case is said to stand on line 1, so
  /// that the rows of a part of an input are those of the whole.
  public var numbersLines = true
  /// Whether cases are scanned; otherwise each is read the slower way, to the same rows.
  package var scans = true

  /// Settings with which rows are objects of JSON that carry the codes.
  public init(library: MatrixLibrary, today: CivilDate, name: String) {
    self.library = library
    self.today = today
    self.name = name
    explanation = .codes
    form = .ndjson
    firstLine = 1
  }

  /// How many bytes a case may have: 1 MiB.
  static let longestLine = 1 << 20
}

/// How many rows of a batch came to what.
public struct BatchTally: Sendable, Equatable {
  private var counts = SIMD4<Int>()

  /// Nothing yet.
  public init() {}

  /// How many rows have an outcome.
  public subscript(outcome: Assessment.Outcome) -> Int {
    get { counts[outcome.place] }
    set { counts[outcome.place] = newValue }
  }

  /// All rows.
  public var rows: Int { counts.wrappedSum() }

  mutating func count(_ outcome: Assessment.Outcome) { counts[outcome.place] += 1 }

  /// Adds what another thread counted.
  static func += (one: inout BatchTally, other: BatchTally) { one.counts &+= other.counts }
}

extension Assessment.Outcome {
  fileprivate var place: Int {
    switch self {
    case .faulty: 0
    case .refused: 1
    case .undecided: 2
    case .awarded: 3
    }
  }
}
