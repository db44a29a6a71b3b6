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
  var duties = Declared<Duty>("deadline")
  /// The place of the first derived fact; those before it are stated.
  var firstDerived = 0
  /// Derived facts whose rule could not be read.
  var unreadDerived: Set<Int> = []
  /// The number of the head whose price is being read; past all of them where no head is.
  var headBeingRead = 0
  /// How amounts are rounded where a price does not say so itself.
  var defaultRounding: Rounding?
  /// Whether the matrix says so, be it faulty.
  var hasDefaultRounding = false
  /// Whether the edition says that it is approved.
  private(set) var isApproved = false
  /// Where working days are counted first.
  private var firstWorkingDay: Span?
  var rules: [Rule] = []
  /// Paragraphs that something rests on, as `source#paragraph`.
  var citedParagraphs: Set<String> = []
  var paragraphSpans: [String: Span] = [:]

  init(_ source: SourceText) { self.source = source }

  /// - Throws: every fault of the file, each with its place.
  public static func read(_ source: SourceText) throws(FaultList) -> Matrix {
    try read(YAMLReader().read(source)[0], of: source)
  }

  /// Reads a matrix from the tree of its file.
  static func read(_ root: Node, of source: SourceText) throws(FaultList) -> Matrix {
    var reader = MatrixReader(source)
    let matrix = reader.matrix(root)
    try reader.faults.throwIfAny()
    return matrix!
  }

  private mutating func matrix(_ node: Node) -> Matrix? {
    guard let top = mapping(node, "a matrix", .matrix) else { return nil }
    checkFormat(top)
    let identity = identity(top)
    isApproved = identity?.status == .approved
    readSources(top)
    readRoles(top)
    readReadings(top)
    let derived = section(top, "derived")
    let headEntries = section(top, "heads")
    let dutyEntries = section(top, "timetable")
    for entry in headEntries { heads.declare(entry.key, at: entry.keySpan) }
    for entry in dutyEntries { duties.declare(entry.key, at: entry.keySpan) }
    readFacts(top, derived: derived)
    readDecisions(top)
    readRounding(top)
    let selectsOn = top.value("selects-on", &self).map { statedDates($0) } ?? []

    readDerived(derived)
    readDuties(dutyEntries)
    let exclusions = readScope(top) + readExclusions(top)
    let windows = readWindows(top)
    readHeads(top, headEntries)
    headBeingRead = headEntries.count
    let combinations = readCombinations(top)
    let total = readTotal(top)
    let alreadyPaid = readAlreadyPaid(top)
    let setOff = readSetOff(top)
    let payees = readPayees(top)
    let authority = readAuthority(top)
    let substitutes = readSubstitutes(top)
    let acceptance = readAcceptance(top)
    let payment = readStatements(top, "payment", .payment)
    let statements = readStatements(top, "statements", .statement)
    let refusals = readRefusals(top)
    let review = readReview(top)
    let closing = readClosing(top)
    let ombudsman = readOmbudsman(top)
    let missing = readMissing(top)
    let calendar = readCalendar(top)
    faultUnused()

    checkNothingDropped(
      top,
      [
        "scope,exclusions": exclusions.count, "windows": windows.count,
        "payment,statements": payment.count
          + statements.count, "heads": heads.values.count, "facts,derived": facts.values.count,
        "decisions": decisions.values.count, "timetable": duties.values.count, "combination": combinations.count,
        "substitutes": substitutes.count, "missing": missing.count,
      ])
    guard let identity, let total, faults.isEmpty else { return nil }
    return Matrix(
      scheme: identity.scheme, edition: identity.edition.description, status: identity.status, title: identity.title,
      body: identity.body, inForceFrom: identity.edition.day, reviewBy: identity.reviewBy, selectsOn: selectsOn,
      sources: sources.values, readings: readings.values, roles: roles.values, facts: facts.values,
      decisions: decisions.values, rules: rules, exclusions: exclusions, windows: windows, heads: heads.values,
      total: total, alreadyPaid: alreadyPaid, setOff: setOff, authority: authority, acceptance: acceptance,
      payment: payment, statements: statements, calendar: calendar, missing: missing, duties: duties.values,
      combinations: combinations, payees: payees, substitutes: substitutes, refusals: refusals, review: review,
      ombudsman: ombudsman, closing: closing, appliesTo: identity.appliesTo)
  }

  // MARK: Working days

  /// Notes that working days are counted here, so that the matrix must name a calendar.
  mutating func needsCalendar(_ node: Node) { firstWorkingDay = firstWorkingDay ?? node.span }

  private mutating func readCalendar(_ top: Mapping) -> String? {
    guard let node = top["calendar"] else {
      if let span = firstWorkingDay {
        fault(
          .calendarUnnamed, span, "Working days are counted here, and the matrix names no calendar.",
          "Add `calendar:` with the name of a file in the folder `calendars`, such as england-and-wales.")
      }
      return nil
    }
    guard let name = text(node, "`calendar`") else { return nil }
    if firstWorkingDay == nil {
      fault(.calendarUnused, node.span, "No rule counts working days.", "Take `calendar` out.")
    }
    return name
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

  /// Declares a name that stands for something else already, and goes on doing so.
  mutating func declareAgain(_ name: String, at span: Span) {
    names.append(name)
    spans.append(span)
  }

  func place(of name: String) -> Int? { places[name] }
}
