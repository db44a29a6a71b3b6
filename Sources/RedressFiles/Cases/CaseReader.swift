import Redress

/// Reads the facts of a case under a matrix, and finds everything that is wrong with them in one go.
public struct CaseReader {
  /// A case that was read, and where each of its facts stands.
  public struct Reading: Sendable {
    /// The case as it stood before its matrix was known.
    public let outline: CaseOutline
    /// As far as it could be read.
    public let given: Case
    /// Where each fact stands in the file.
    public let places: CasePlaces
    /// Identifiers for other systems, in the order of the file; they never change a sum.
    public let references: [Reference]
    /// What is personal, as it was stated; `nil` where nothing was.
    public let letter: Node?
    /// What is wrong with it, those of the outline among them. Rules find more when they are tried.
    public let faults: FaultList
    /// Whether every item of the file could be read.
    let isWhole: Bool
  }

  /// An identifier that another system knows the case by.
  public struct Reference: Hashable, Sendable {
    /// What the other system calls it.
    public let name: String
    /// The identifier itself.
    public let text: String

    /// An identifier of another system.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The names of a matrix, found quickly. They are made once for any number of cases.
  package struct Names: Sendable {
    let facts: [String: Ref<Fact>]
    /// What an item may state, by the place of its head.
    let ofItems: [FactSet]

    /// The names of a matrix.
    package init(_ matrix: Matrix) {
      facts = Dictionary(uniqueKeysWithValues: zip(matrix.facts.map(\.name), matrix.facts.refs))
      ofItems = matrix.heads.refs.map { FactSet(matrix.factsOfItems(under: $0)) }
    }
  }

  let matrix: Matrix
  let names: Names
  var shapes: CaseShapes
  var places = CasePlaces()
  var given: Case
  var isWhole = true

  /// Reads a case. What could not be read is among the faults; the rest is there.
  public static func read(_ outline: CaseOutline, under matrix: Matrix) -> Reading {
    read(outline, under: matrix, Names(matrix))
  }

  /// The same, where the names of the matrix were found before.
  package static func read(_ outline: CaseOutline, under matrix: Matrix, _ names: Names) -> Reading {
    var reader = CaseReader(outline, matrix, names)
    let node = outline.node
    reader.places.start(of: outline)
    reader.readFacts(node["facts"])
    reader.readItems(node["items"])
    reader.readDecisions(node["decisions"])
    let references = reader.references(node["references"])
    let letter = node["letter"].flatMap { $0.isNull ? nil : $0 }
    if let letter { _ = reader.shapes.entries(letter, "`letter`") }
    return Reading(
      outline: outline, given: reader.given, places: reader.places, references: references, letter: letter,
      faults: reader.shapes.faults, isWhole: reader.isWhole)
  }

  private init(_ outline: CaseOutline, _ matrix: Matrix, _ names: Names) {
    self.matrix = matrix
    self.names = names
    shapes = CaseShapes(outline.source)
    shapes.faults = outline.faults
    given = Case(name: outline.name ?? "", facts: CaseFacts(for: matrix))
  }

  private mutating func readFacts(_ node: Node?) {
    guard let node, !node.isNull, let entries = shapes.entries(node, "`facts`") else { return }
    places.facts = node.span
    for entry in entries { read(entry, item: 0) }
  }

  // MARK: Items

  private mutating func readItems(_ node: Node?) {
    guard let node, !node.isNull else { return }
    let nodes = shapes.list(node, "`items`")
    if node.list == nil { isWhole = false }
    if nodes.count > CaseFacts.mostItems {
      isWhole = false
      shapes.fault(
        .caseTooMany, nodes[CaseFacts.mostItems].span, "A case has at most \(CaseFacts.mostItems) items.",
        "Split it into several cases.")
    }
    for node in nodes.prefix(CaseFacts.mostItems) { readItem(node) }
  }

  private mutating func readItem(_ node: Node) {
    guard let entries = shapes.entries(node, "an item"), let head = head(node) else {
      isWhole = false
      return
    }
    let item = given.facts.addItem(head)
    places.items.append(node.span)
    for entry in entries where !["head", "by", "because"].contains(entry.key) { read(entry, item: item) }
    let by = shapes.optionalText(node["by"], "by", in: node.span, "this item")
    let because = shapes.optionalText(node["because"], "because", in: node.span, "this item")
    if by != nil || because != nil { given.reasons.append(Case.Reason(item: item, by: by, because: because)) }
  }

  private mutating func head(_ node: Node) -> Ref<Head>? {
    guard let name = shapes.text(node["head"], "head", in: node.span, "this item") else { return nil }
    if let head = matrix.head(named: name) { return head }
    let names = matrix.heads.map(\.name)
    shapes.fault(
      .headUnknown, node["head"]!.span, "The scheme `\(matrix.scheme)` has no head \(Visible.quoted(name)).",
      NearestName.of(name, among: names).map { "Did you mean `\($0)`?" }
        ?? "Its heads: \(names.joined(separator: ", ")).")
    return nil
  }

  // MARK: Decisions and references

  static let decisionKeys = ["about", "answer", "by", "on", "because"]

  private mutating func readDecisions(_ node: Node?) {
    guard let node else { return }
    for node in shapes.list(node, "`decisions`") {
      guard let entries = shapes.entries(node, "a decision") else { continue }
      shapes.checkKeys(entries, "a decision", Self.decisionKeys)
      if let decision = decision(node) { record(decision, node.span) }
    }
  }

  private mutating func decision(_ node: Node) -> RecordedDecision? {
    let missing = Self.decisionKeys.filter { key in
      guard let stated = node[key], !stated.isNull else { return true }
      return stated.text?.allSatisfy(\.isWhitespace) ?? false
    }
    if !missing.isEmpty {
      let keys = missing.map { "`\($0)`" }.joined(separator: ", ")
      shapes.fault(
        .decisionIncomplete, node.span,
        "A decision says what it is about, the answer, by whom, on which day and why. This one lacks \(keys).",
        "Add what is missing.")
    }
    let texts = ["about", "answer", "by", "because"].map { key in
      missing.contains(key) ? nil : shapes.text(node[key], key, in: node.span, "this decision")
    }
    let day = missing.contains("on") ? nil : node["on"].flatMap { literal($0, Literal.day) }
    guard let about = texts[0], let answer = texts[1], let by = texts[2], let because = texts[3] else { return nil }
    guard answer == "accept" || answer == "decline" else {
      shapes.fault(
        .decisionAnswer, node["answer"]!.span, "\(Visible.quoted(answer)) is not an answer.",
        "Write `accept` or `decline`.")
      return nil
    }
    return day.map { RecordedDecision(about: about, isAccepted: answer == "accept", by: by, on: $0, because: because) }
  }

  private mutating func record(_ decision: RecordedDecision, _ span: Span) {
    if given.decisions.contains(where: { $0.about == decision.about }) {
      return shapes.fault(
        .decisionTwice, span, "\(Visible.quoted(decision.about)) is decided twice.", "Keep the decision that stands.")
    }
    given.decisions.append(decision)
    if let known = matrix.decision(named: decision.about) {
      given.facts.record(known, accepted: decision.isAccepted)
    }
  }

  private mutating func references(_ node: Node?) -> [Reference] {
    guard let node, !node.isNull, let entries = shapes.entries(node, "`references`") else { return [] }
    return entries.compactMap { entry in
      guard !entry.value.isNull else { return nil }
      return shapes.text(entry.value, entry.key, in: entry.keySpan, "`references`").map {
        Reference(name: entry.key, text: $0)
      }
    }
  }

  mutating func literal<Value>(_ node: Node, _ read: (String) throws(UnreadLiteral) -> Value) -> Value? {
    shapes.literal(node, read)
  }
}
