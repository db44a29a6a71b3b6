/// A place in a text that a person can go to.
public struct Place: Hashable, Sendable {
  /// The name of the text, such as the path of its file.
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1, counted in Unicode scalars.
  public let column: Int

  /// A place that a person can go to.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Place: CustomStringConvertible {
  /// `case.json:7:14`
  public var description: String { "\(file):\(line):\(column)" }
}

/// Where a node stands in its text, and how far it reaches on its first line. Small, because every node carries one.
public struct Span: Hashable, Sendable {
  /// From 1.
  public let line: Int32
  /// From 1, counted in Unicode scalars.
  public let column: Int32
  /// How many scalars of the line to point at; at least 1.
  public let length: Int32

  /// A place by line and column, from 1. A length below 1 counts as 1.
  public init(line: Int, column: Int, length: Int = 1) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
    self.length = Int32(clamping: max(1, length))
  }
}
