import Redress

/// The examples of an edition, made ready to be run again and again under changed matrices.
struct MutantTrial: Sendable {
  enum Result: Sendable { case unnoticed, differs, faulty }

  private struct Expected: Sendable {
    let example: WorkedExample
    let expectation: ExampleExpectation
    /// The rules that it touches and the facts that it states, by their names.
    let touched: Set<String>
  }

  private let source: SourceText
  private let calendar: WorkingCalendar?
  private let root: Node
  private let examples: [Expected]
  /// For each section, the examples in the order in which they are tried: those first that noticed a slip there last,
  /// then those that touch the section.
  private var orders: [String: [Int]] = [:]

  init(_ edition: MatrixLibrary.Edition, _ files: [ExampleFile], root: Node) {
    source = edition.source
    calendar = edition.calendar?.calendar
    self.root = root
    let own = files.filter { $0.scheme == edition.matrix.scheme && $0.edition == edition.name }
    let assessor = edition.assessor
    examples = own.flatMap(\.examples).map {
      Expected(
        example: $0, expectation: ExampleExpectation($0.expected, isPriced: $0.isPriced),
        touched: Self.touched($0, edition.matrix, assessor))
    }.filter { !Self.differs($0, edition.matrix, assessor) }
  }

  mutating func result(of mutant: Mutant) -> Result {
    let matrix: Matrix
    do { matrix = try MatrixReader.read(mutant.applied(to: root), of: source) } catch { return .faulty }
    let assessor = Assessor(matrix, calendar: calendar)
    var order = orders[mutant.section] ?? order(for: mutant.section)
    defer { orders[mutant.section] = order }
    guard let killer = order.firstIndex(where: { Self.differs(examples[$0], matrix, assessor) }) else {
      return .unnoticed
    }
    order.insert(order.remove(at: killer), at: 0)
    return .differs
  }

  private func order(for section: String) -> [Int] {
    let name = section.split(separator: ".", maxSplits: 1).last.map(String.init) ?? section
    let touching = examples.map { $0.touched.contains { $0.contains(name) } }
    return examples.indices.filter { touching[$0] } + examples.indices.filter { !touching[$0] }
  }

  private static func touched(_ example: WorkedExample, _ matrix: Matrix, _ assessor: Assessor) -> Set<String> {
    let reading = CaseReader.read(example.outline, under: matrix)
    let rules = reading.assess(with: assessor).assessment.lines.filter { $0.finding.isUsed }
    let stated = [example.outline.node["facts"]].compactMap(\.self) + (example.outline.node["items"]?.list ?? [])
    return Set(rules.map { matrix.rules[ref: $0.rule].id } + stated.flatMap { $0.entries ?? [] }.map(\.key))
  }

  private static func differs(_ example: Expected, _ matrix: Matrix, _ assessor: Assessor) -> Bool {
    let outcome = ExampleOutcome(of: example.example, under: matrix, assessor)
    return !example.expectation.isMet(by: outcome)
  }
}
