import Redress

/// Reads a matrix from the tree of its file, and finds everything that is wrong with it in one go.
///
/// Sections are read in an order in which everything a rule names has been declared before; the order in the file is
/// free.
public struct MatrixReader {
  let source: SourceText
  private(set) var faults = FaultList()

  var sources = Declared<Source>("source")
  var readings = Declared<Reading>("reading")
  var roles = Declared<Role>("role")
  var facts = Declared<Fact>("fact")
  var decisions = Declared<Decision>("decision")
  var heads = Declared<Head>("head")
  var rules: [Rule] = []
  /// Paragraphs that something rests on, as `source#paragraph`.
  var citedParagraphs: Set<String> = []
  var paragraphSpans: [String: Span] = [:]

  init(_ source: SourceText) { self.source = source }

  /// - Throws: every fault of the file, each with its place.
  public static func read(_ source: SourceText) throws(FaultList) -> Matrix {
    let nodes = try YAMLReader().read(source)
    var reader = MatrixReader(source)
    let matrix = nodes.first.flatMap { reader.matrix($0) }
    try reader.faults.throwIfAny()
    return matrix!
  }

  private mutating func matrix(_ node: Node) -> Matrix? {
    guard let top = mapping(node, "a matrix", .matrix) else { return nil }
    checkFormat(top)
    let identity = identity(top)
    readSources(top)
    readRoles(top)
    readReadings(top)
    readFacts(top)
    readDecisions(top)
    let selectsOn = top.value("selects-on", &self).map { references($0, to: \.facts, of: .date) } ?? []

    let exclusions = readScope(top) + readExclusions(top)
    let windows = readWindows(top)
    readHeads(top)
    let total = readTotal(top)
    let alreadyPaid = readAlreadyPaid(top)
    let setOff = readSetOff(top)
    let authority = readAuthority(top)
    let acceptance = readAcceptance(top)
    let payment = readStatements(top, "payment", .payment)
    let statements = readStatements(top, "statements", .statement)
    faultUnused()

    checkNothingDropped(top, exclusions.count, windows.count, payment.count + statements.count)
    guard let identity, let total, faults.isEmpty else { return nil }
    return Matrix(
      scheme: identity.scheme, edition: identity.edition.description, status: identity.status, title: identity.title,
      body: identity.body, inForceFrom: identity.edition.day, reviewBy: identity.reviewBy, selectsOn: selectsOn,
      sources: sources.values, readings: readings.values, roles: roles.values, facts: facts.values,
      decisions: decisions.values, rules: rules, exclusions: exclusions, windows: windows, heads: heads.values,
      total: total, alreadyPaid: alreadyPaid, setOff: setOff, authority: authority, acceptance: acceptance,
      payment: payment, statements: statements)
  }

  // MARK: Faults

  mutating func fault(_ code: FaultCode, _ span: Span, _ says: String, _ mend: String) {
    faults.add(source.fault(code, at: span, says: says, mend: mend))
  }

  mutating func fault(_ unread: UnreadLiteral, _ span: Span) { faults.add(source.fault(unread, at: span)) }
}

/// The names that a section declares, with what each stands for, and whether a rule came to use it.
struct Declared<Value: Sendable> {
  /// What one is called in a fault: "fact", "reading".
  let noun: String
  private(set) var names: [String] = []
  private(set) var spans: [Span] = []
  var values: [Value] = []
  var used: Set<Int> = []
  private var places: [String: Int] = [:]

  init(_ noun: String) { self.noun = noun }

  mutating func declare(_ name: String, at span: Span) {
    places[name] = names.count
    names.append(name)
    spans.append(span)
  }

  func place(of name: String) -> Int? { places[name] }
}
