import Redress

/// What an example came to, in the words in which it is expected.
struct ExampleOutcome {
  /// Keys in order, each with its value as one text. All of them must be expected.
  private(set) var pairs: [(key: String, value: String)]
  /// Keys that an example may expect and may leave out.
  private(set) var others: [(key: String, value: String)] = []

  /// Works an example out under a matrix, without a second calculation.
  init(of example: WorkedExample, under matrix: Matrix, _ assessor: Assessor) {
    let reading = CaseReader.read(example.outline, under: matrix)
    let timetable = example.today.map { reading.timetable(by: assessor, today: $0) }
    if let timetable, !example.isPriced {
      self =
        timetable.faults.isEmpty
        ? ExampleOutcome(timetable.timetable, matrix) : ExampleOutcome(faultsOfTimetable: timetable.faults)
      return
    }
    let (assessment, faults) = reading.assess(with: assessor)
    guard faults.isEmpty else {
      self.init(faults: faults)
      return
    }
    self.init(Explanation(of: assessment, given: reading.given, under: matrix))
    if let timetable { add(timetable.timetable, matrix) }
  }

  /// Adds what the timetable came to.
  mutating func add(_ timetable: Timetable, _ matrix: Matrix) {
    pairs.append(("deadlines", ExampleTimetable.words(timetable, matrix)))
  }

  init(_ timetable: Timetable, _ matrix: Matrix) {
    pairs = []
    add(timetable, matrix)
  }

  init(_ explanation: Explanation) {
    let assessment = explanation.assessment
    var pairs = [(key: "outcome", value: assessment.outcome.rawValue)]
    if let award = assessment.award { pairs += Self.award(award, explanation) }
    if !assessment.refusals.isEmpty {
      pairs.append(("refusals", assessment.refusals.map { explanation.rule($0.rule).id }.joined(separator: ", ")))
    }
    if assessment.outcome == .undecided {
      pairs.append(("questions", assessment.questions.map { explanation.about($0) }.joined(separator: ", ")))
    }
    self.pairs = pairs
    others = Self.others(explanation)
  }

  /// The statements that are made, and the windows that were missed without a consequence.
  private static func others(_ explanation: Explanation) -> [(key: String, value: String)] {
    var (carried, noted): ([String], [String]) = ([], [])
    for line in explanation.assessment.lines {
      let id = explanation.rule(line.rule).id
      switch line.finding {
      case .carried where !carried.contains(id): carried.append(id)
      case .noted where !noted.contains(id): noted.append(id)
      default: break
      }
    }
    return [("statements", carried.joined(separator: ", ")), ("noted", noted.joined(separator: ", "))]
  }

  /// What it came to under a key; `nil` where nothing is said of it.
  subscript(key: String) -> String? { (pairs + others).first { $0.key == key }?.value }

  /// The faults of a case, each with the fact that it names.
  init(faults: FaultList) {
    pairs = [("outcome", "faulty"), ("faults", Self.words(faults))]
  }

  /// The faults of a case of which only the timetable was asked for.
  init(faultsOfTimetable faults: FaultList) { pairs = [("faults", Self.words(faults))] }

  private static func words(_ faults: FaultList) -> String {
    faults.faults.map { fault in
      let name = fault.says.split(separator: "`", maxSplits: 2, omittingEmptySubsequences: false).dropFirst().first
      return fault.code.rawValue + (name.map { " \($0)" } ?? "")
    }.joined(separator: ", ")
  }

  private static func award(_ award: Assessment.Award, _ explanation: Explanation) -> [(key: String, value: String)] {
    let matrix = explanation.matrix
    let roles = matrix.signers(award.authority).map { set in
      "[\(set.map { matrix.roles[ref: $0].name }.joined(separator: ", "))]"
    }
    return [
      ("heads", explanation.assessment.items.map { item($0, matrix) }.joined(separator: "; ")),
      ("gross", "\(award.gross)"), ("already-paid", "\(award.alreadyPaid)"), ("set-off", "\(award.setOff)"),
      ("payable", "\(award.payable)"), ("in-kind", "\(award.inKind)"), ("authority", roles.joined(separator: ", ")),
      ("last-day-to-accept", award.lastDayToAccept?.isoText ?? "none"),
    ] + (matrix.payees == nil ? [] : [("payees", award.shares.map { "\($0)" }.joined(separator: ", "))])
  }

  private static func item(_ item: Assessment.Item, _ matrix: Matrix) -> String {
    let head = matrix.heads[ref: item.head]
    let form = item.form.flatMap { form in head.forms.map { matrix.facts[ref: $0.fact].choices[Int(form)].name } }
    return [
      "head \(head.name)", "amount \(item.amount)", "already-paid \(item.alreadyPaid)", "set-off \(item.setOff)",
      "payable \(item.payable)", form.map { "as \($0)" }, item.keptOutBy.map { "refused \(matrix.rules[ref: $0].id)" },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}

/// The timetable of an example, as it came out and as it is expected.
enum ExampleTimetable {
  /// The keys of a deadline. `due` left out is none, `days-late` is 0, `forecast` is false.
  static let keys = ["deadline", "due", "state", "days-late", "forecast"]

  /// Duties that have not started, or are not owed, go without saying.
  static func words(_ timetable: Timetable, _ matrix: Matrix) -> String {
    timetable.duties.filter { $0.state != .notStarted && $0.state != .notOwed }.map { state in
      words(
        matrix.duties[ref: state.duty].name, state.state.rawValue, due: state.due?.isoText,
        daysLate: String(state.daysLate), isForecast: state.isForecast)
    }.joined(separator: "; ")
  }

  static func words(_ node: Node) -> String {
    (node.list ?? []).map { node in
      words(
        node["deadline"]?.text ?? "", node["state"]?.text ?? "", due: node["due"]?.text,
        daysLate: node["days-late"]?.text ?? "0", isForecast: node["forecast"]?.text == "true")
    }.joined(separator: "; ")
  }

  private static func words(
    _ name: String, _ state: String, due: String?, daysLate: String, isForecast: Bool
  ) -> String {
    let late = daysLate == "0" ? [] : ["days-late \(daysLate)"]
    return ([name, state] + (due.map { ["due \($0)"] } ?? []) + late + (isForecast ? ["forecast"] : []))
      .joined(separator: ", ")
  }
}

/// What an example expects, brought to the same words.
struct ExampleExpectation {
  /// Keys that an award must state, so that no figure of it goes unchecked.
  private static let ofAward = [
    "heads", "gross", "already-paid", "set-off", "payable", "in-kind", "authority", "last-day-to-accept",
  ]

  let pairs: [(key: String, value: String, span: Span)]
  let missing: [String]

  init(_ entries: [Node.Entry], isPriced: Bool) {
    pairs = entries.map { ($0.key, Self.words($0.key, $0.value), $0.value.span) }
    let outcome = pairs.first { $0.key == "outcome" }?.value
    guard isPriced else {
      let isFaulty = entries.contains { $0.key == "faults" }
      missing = isFaulty || entries.contains { $0.key == "deadlines" } ? [] : ["deadlines"]
      return
    }
    let wanted =
      outcome == "awarded"
      ? Self.ofAward : outcome == "refused" ? ["refusals"] : outcome == "undecided" ? ["questions"] : ["faults"]
    missing = (["outcome"] + wanted).filter { key in !entries.contains { $0.key == key } }
  }

  /// Whether an outcome is all that is expected and no more.
  func isMet(by outcome: ExampleOutcome) -> Bool {
    pairs.allSatisfy { $0.value == outcome[$0.key] }
      && outcome.pairs.allSatisfy { pair in pairs.contains { $0.key == pair.key } }
  }

  private static func words(_ key: String, _ node: Node) -> String {
    switch key {
    case "heads": return (node.list ?? []).map(item).joined(separator: "; ")
    case "authority":
      return (node.list ?? []).map { "[\(($0.list ?? []).compactMap(\.text).joined(separator: ", "))]" }.joined(
        separator: ", ")
    case "gross", "already-paid", "set-off", "payable", "in-kind": return money(node)
    case "deadlines": return ExampleTimetable.words(node)
    case "payees": return (node.list ?? [node]).map(money).joined(separator: ", ")
    default: return node.list.map { $0.compactMap(\.text).joined(separator: ", ") } ?? node.text ?? ""
    }
  }

  private static func item(_ node: Node) -> String {
    ["head", "amount", "already-paid", "set-off", "payable", "as", "refused"].compactMap { key in
      guard let value = node[key] else {
        return key == "already-paid" || key == "set-off" || key == "payable" ? "\(key) £0.00" : nil
      }
      return ["amount", "already-paid", "set-off", "payable"].contains(key)
        ? "\(key) \(money(value))" : "\(key) \(value.text ?? "")"
    }.joined(separator: ", ")
  }

  private static func money(_ node: Node) -> String {
    let text = node.text ?? ""
    return (try? Literal.money(text)).map { "\($0)" } ?? text
  }
}
