/// A matrix made ready to be applied: conditions flattened, facts read by slot, nothing left to look up by name.
///
/// `assess` is the one path to an answer. It always explains itself, and it is pure: the same facts give the same
/// lines.
public struct Assessor: Sendable {
  /// All of it behind one reference, so that nothing is copied where an assessor is handed on.
  private final class Prepared: Sendable {
    let matrix: Matrix
    let calendar: WorkingCalendar?
    let plan: Plan

    init(_ matrix: Matrix, _ calendar: WorkingCalendar?, _ plan: Plan) {
      self.matrix = matrix
      self.calendar = calendar
      self.plan = plan
    }
  }

  private var prepared: Prepared

  /// The matrix that is applied.
  public var matrix: Matrix { prepared.matrix }
  /// The days that working-day periods count by; `nil` where the scheme has none.
  var calendar: WorkingCalendar? { prepared.calendar }
  /// Its rules. They are read where they lie.
  var plan: Plan { @inline(__always) _read { yield prepared.plan } }

  /// Makes a matrix ready, once for any number of cases.
  public init(_ matrix: Matrix, calendar: WorkingCalendar? = nil) {
    var plan = Plan(matrix)
    prepared = Prepared(matrix, calendar, plan)
    let nothing = CaseFacts(for: matrix)
    var sheet = Assessment()
    plan.quieten(
      derived: plan.derived.map { finding($0, nothing, item: 0) },
      duties: plan.duties.indices.map { finding(Ref($0), nothing, &sheet) })
    prepared = Prepared(matrix, calendar, plan)
  }

  /// The assessment of one case.
  public func assess(_ facts: CaseFacts) -> Assessment {
    var sheet = Assessment()
    assess(facts, into: &sheet)
    return sheet
  }

  /// The assessment of one case, written over what the sheet held before.
  public func assess(_ facts: borrowing CaseFacts, into sheet: inout Assessment) {
    sheet.clear()
    for item in 0..<facts.itemCount { sheet.items.add(Assessment.Item(head: facts.headRow[item])) }

    checkDayOrder(facts, &sheet)
    noteDerived(facts, &sheet)
    noteDuties(facts, &sheet)
    tryExclusions(facts, &sheet)
    var isReached = !sheet.isRefused
    tryWindows(facts, isReached: isReached, &sheet)
    isReached = isReached && !sheet.isRefused
    var isPriced = priceItems(facts, isReached: isReached, &sheet)
    isPriced = combineHeads(facts, isReached: isPriced, &sheet)
    settle(facts, isReached: isPriced, &sheet)
    openAcceptance(facts, isReached: isPriced && !sheet.isRefused, &sheet)

    sheet.outcome = sheet.reachedOutcome
    if sheet.isRefused, !sheet.questions.isEmpty { sheet.questions.removeAll(keepingCapacity: true) }
    if sheet.outcome != .awarded { sheet.award = nil }
    stateStatements(facts, &sheet)
  }
}

extension Assessment {
  // These are asked for on a sheet in its place, as it is too large to be copied for a question.

  /// Whether nothing is left to price: the case was refused, or each of its items.
  var isRefused: Bool {
    @inline(__always) mutating get { !refusals.isEmpty && hasNothingLeft() }
  }

  @inline(never)
  private mutating func hasNothingLeft() -> Bool {
    refusals.contains { $0.item == 0 } || (!items.isEmpty && items.allSatisfy { $0.keptOutBy != nil })
  }

  var reachedOutcome: Outcome {
    @inline(__always) mutating get {
      if !faults.isEmpty { return .faulty }
      if isRefused { return .refused }
      return questions.isEmpty ? .awarded : .undecided
    }
  }
}
