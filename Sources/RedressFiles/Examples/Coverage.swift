import Redress

/// Which points of a matrix a set of cases has touched: each rule used, each step of each window with each of its
/// answers, each level, gap and form, each step of authority.
public struct Coverage: Sendable {
  /// Every point that an example should touch, in the order of the matrix.
  public let points: [String]
  /// The points that were touched, with any that no example needs to touch.
  public private(set) var touched: Set<String> = []
  private let matrix: Matrix

  /// No point of the matrix touched yet.
  public init(_ matrix: Matrix) {
    self.matrix = matrix
    points = Self.points(of: matrix)
  }

  /// The points still to be touched, in the order of the matrix.
  public var untouched: [String] { points.filter { !touched.contains($0) } }

  /// Counts the points that an assessment of this matrix touched.
  public mutating func note(_ explanation: Explanation) {
    for line in explanation.assessment.lines { touched.formUnion(Self.points(of: line, explanation)) }
    for question in explanation.assessment.questions {
      guard case .reading(let reading) = question.about else { continue }
      touched.insert("\(explanation.rule(question.rule).id): asks \(matrix.readings[ref: reading].name)")
    }
  }

  /// Counts the points of the timetable, and of what is derived for it, that a case without a price touched.
  mutating func note(timetableOf explanation: Explanation) {
    for line in explanation.assessment.lines {
      let kind = explanation.rule(line.rule).kind
      if kind == .duty || kind == .derived { touched.formUnion(Self.points(of: line, explanation)) }
    }
  }
}
