/// How much of an explanation the rows of a batch carry.
public enum RowExplanation: String, CaseIterable, Sendable {
  /// The outcome and the sums.
  case none
  /// The rules that decided too.
  case codes
  /// Every line of the worked sum too, as `price` gives it.
  case full
}

/// The form of the rows of a batch.
public enum RowForm: String, CaseIterable, Sendable {
  /// One object of JSON a line.
  case ndjson
  /// One row of a table a case.
  case csv
}
