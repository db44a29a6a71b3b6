import Redress

/// A conversation that makes a case file: what is asked next follows from the matrix and from all answers before it.
///
/// It is a pure function of the answers, so going back is leaving the last one out. Nothing is asked that could not
/// change what comes out; what the policy leaves to be taken for granted may be passed over with an empty answer.
public struct Interview {
  /// Something that is asked.
  public enum Prompt: Hashable, Sendable {
    /// The reference of the case.
    case name
    /// A fact of the case (item 0) or of an item.
    case fact(Ref<Fact>, item: Int)
    /// Which of these flags are set, for the case.
    case flags([Ref<Fact>])
    /// What the next item is for; an empty answer ends the items where there is one.
    case head
    /// A point that the policy leaves to a person: accepted, declined or left open.
    case decision(Ref<Decision>)
    /// Something that is asked of every case whatever its policy.
    case remark(Remark)
  }

  /// What is asked of every case, because it is forgotten most often. It changes no sum by itself.
  public enum Remark: String, CaseIterable, Hashable, Sendable {
    /// Whether the complaint itself was handled late or badly.
    case handling = "complaint-handling"
    /// Whether somebody in the household is vulnerable.
    case vulnerability
  }

  /// Why an answer was not taken, in a sentence and what to do.
  public struct Refused: Error, Hashable, Sendable {
    /// The reason.
    public let says: String
  }

  /// The rules that the case is asked about under.
  public let edition: MatrixLibrary.Edition
  private let assessor: Assessor
  private(set) var draft: CaseDraft
  /// The answers as they were typed, so that going back can replay them.
  private(set) var texts: [String] = []
  /// Whether the edition was asked for by its name, which the case file then states.
  let isNamed: Bool

  /// A conversation that has not begun.
  /// - Parameter isNamed: Whether the edition was asked for by its name, whatever the day of the case selects.
  public init(_ edition: MatrixLibrary.Edition, isNamed: Bool = false) {
    self.edition = edition
    self.isNamed = isNamed
    assessor = edition.assessor
    draft = CaseDraft(edition.matrix)
  }

  /// The matrix of the edition.
  public var matrix: Matrix { edition.matrix }
  /// How many answers were given.
  public var count: Int { texts.count }
  /// The case file as it stands.
  public var bytes: [UInt8] { draft.bytes(edition: isNamed ? edition.name : nil) }
  /// What the case comes to as it stands.
  public var explanation: Explanation {
    Explanation(of: assessor.assess(draft.facts), given: draft.given, under: matrix)
  }
  /// What the case comes to a second time; empty where both agree.
  public var discrepancies: [Discrepancy] {
    recheck(explanation.assessment, of: draft.facts, under: matrix, calendar: edition.calendar?.calendar)
  }

  /// Takes the answer to the prompt at hand.
  /// - Throws: why the answer cannot be taken; nothing has changed then.
  public mutating func answer(_ text: String) throws(Refused) {
    guard let prompt = next else { return }
    let trimmed = text.trimmingBlanks
    var changed = draft
    try changed.take(trimmed, for: prompt)
    if let fault = newFault(of: changed) { throw Refused(says: fault) }
    draft = changed
    texts.append(trimmed)
  }

  /// What an answer would put wrong, beside what is still missing.
  private func newFault(of changed: CaseDraft) -> String? {
    let before = assessor.assess(draft.facts).faults
    for fault in assessor.assess(changed.facts).faults where !before.contains(fault) {
      if let words = words(for: fault) { return words }
    }
    return nil
  }

  private func words(for fault: CaseFault) -> String? {
    func name(_ fact: Ref<Fact>) -> String { matrix.facts[ref: fact].name }
    switch fault {
    case .missing, .noItems: return nil
    case .outOfOrder(let later, let earlier, _):
      return "`\(name(later))` would come before `\(name(earlier))`. Correct this answer, or go back."
    case .outsideBand: return "That lies outside the band of the level. Pick another sum, or go back for another level."
    case .differsFromReceipts: return "That is not what the receipts come to. Leave the amount out, or go back."
    case .nothingSpent: return "That comes to £0.00, so nothing was spent."
    case .disputedAboveOwed: return "More is disputed than is owed. Correct this answer, or go back."
    case .beyondCalendar: return "A period would run past the days that the calendar covers. Check the day."
    case .beforeFirstFigure(let fact, _): return "`\(name(fact))` comes before the first figure that is printed for it."
    case .tooLarge: return "That comes to more than any sum that is handled. Check it."
    }
  }

  /// Leaves the last answer out.
  public mutating func back() {
    let kept = texts.dropLast()
    draft = CaseDraft(matrix)
    texts = []
    for text in kept { try? answer(text) }
  }

  // MARK: What comes next

  /// What is asked next; `nil` where nothing is left to ask.
  public var next: Prompt? {
    if draft.name.isEmpty { return .name }
    let relevance = Relevance(draft, assessor)
    if let first = matrix.selectsOn.first, !matrix.selectsOn.contains(where: { isSettled($0) }) {
      return .fact(first, item: 0)
    }
    if let prompt = nextOfCase(relevance) { return prompt }
    let outcome = explanation.assessment
    if outcome.refusals.contains(where: { $0.item == 0 }) { return nextOfLetter ?? nextRemark }
    if let prompt = nextOfItems(relevance) { return prompt }
    if !draft.hasAllItems { return .head }
    return nextDecision ?? nextOfLetter ?? nextRemark
  }

  private func isSettled(_ fact: Ref<Fact>) -> Bool { draft.isSettled(CaseDraft.Place(fact: fact, item: 0)) }

  /// The first fact of the case that matters. Flags that matter are asked together.
  private func nextOfCase(_ relevance: Relevance) -> Prompt? {
    let open = matrix.facts.refs.filter { ref in
      matrix.facts[ref: ref].reach != .ofItem && !isSettled(ref)
    }
    func isPlainFlag(_ ref: Ref<Fact>) -> Bool {
      matrix.facts[ref: ref].kind == .flag && matrix.facts[ref: ref].leftOut == .taken(0)
    }
    for ref in open where relevance.matters(CaseDraft.Place(fact: ref, item: 0)) {
      guard isPlainFlag(ref) else { return .fact(ref, item: 0) }
      let flags = open.filter { isPlainFlag($0) && relevance.matters(CaseDraft.Place(fact: $0, item: 0)) }
      return flags.count == 1 ? .fact(ref, item: 0) : .flags(Array(flags.prefix(Self.mostFlags)))
    }
    return nil
  }

  /// The most flags that are asked together.
  static let mostFlags = 12

  private func nextOfItems(_ relevance: Relevance) -> Prompt? {
    for item in draft.items.indices.map({ $0 + 1 }) {
      for ref in matrix.factsOfItems(under: draft.items[item - 1]) where matrix.facts[ref: ref].reach == .ofItem {
        let place = CaseDraft.Place(fact: ref, item: item)
        if !draft.isSettled(place), relevance.matters(place) { return .fact(ref, item: item) }
      }
    }
    return nil
  }

  private var nextDecision: Prompt? {
    for question in explanation.assessment.questions {
      guard case .decision(let decision) = question.about else { continue }
      if !draft.passedDecisions.contains(matrix.decisions[ref: decision].name) { return .decision(decision) }
    }
    return nil
  }

  /// What changes no sum, and what the letter or its signature needs: the ombudsman, where the policy suggests none for
  /// such a case, and who decided the stage that is reviewed.
  private var nextOfLetter: Prompt? {
    var facts: [Ref<Fact>] = []
    if let choice = matrix.ombudsman, draft.facts.ombudsman(under: matrix, calendar: edition.calendar?.calendar) == nil
    {
      facts.append(choice.fact)
    }
    if let review = matrix.review, draft.facts.isReview(under: matrix) { facts.append(review.decidedBy) }
    return facts.first { !isSettled($0) }.map { .fact($0, item: 0) }
  }

  private var nextRemark: Prompt? {
    Remark.allCases.first { remark in !draft.remarks.contains { $0.key == remark.rawValue } }.map { .remark($0) }
  }
}

extension String {
  /// Without blanks at either end.
  var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
