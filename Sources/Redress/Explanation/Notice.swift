/// Something that changes no sum and that a person should see beside every answer.
public struct Notice: Hashable, Sendable {
  /// A stable word, such as `edition.draft`.
  public let code: String
  /// What a person is told, in whole sentences.
  public let says: String

  /// What there is to say of an edition on a day: that it is a draft, that its review is overdue, that readings are
  /// open.
  public static func notices(of matrix: Matrix, today: CivilDate) -> [Notice] {
    var notices: [Notice] = []
    if matrix.status == .draft {
      notices.append(
        Notice(code: "edition.draft", says: "This edition is a draft: it prices, and no offer under it can be signed."))
    }
    if let reviewBy = matrix.reviewBy, today > reviewBy {
      notices.append(
        Notice(
          code: "edition.review-passed",
          says: "The policy was due for review by \(reviewBy). It stays in force until it is replaced."))
    }
    let open = matrix.readings.count(where: \.isOpen)
    if open > 0 {
      let says = open == 1 ? "is open: nobody has decided it yet." : "are open: nobody has decided them yet."
      notices.append(Notice(code: "readings.open", says: "\(open) of its readings \(says)"))
    }
    if matrix.unconfirmedCount > 0 {
      let says = matrix.unconfirmedCount == 1 ? "1 of its figures is" : "\(matrix.unconfirmedCount) of its figures are"
      notices.append(
        Notice(code: "figures.unconfirmed", says: "\(says) not confirmed; while that is so, no offer can be signed."))
    }
    return notices + matrix.missing.map { Notice(code: "policy.missing.\($0.name)", says: $0.say) }
  }

  /// What a person should see beside the answer to a case: what it leaves out that would change its sum, and what
  /// nobody is named to sign.
  public static func notices(of explanation: Explanation) -> [Notice] {
    unsigned(explanation) + arrears(explanation)
  }

  /// Items that no ladder of authority measures, though the scheme has some.
  private static func unsigned(_ explanation: Explanation) -> [Notice] {
    let (matrix, assessment) = (explanation.matrix, explanation.assessment)
    guard assessment.outcome == .awarded, !matrix.authority.isEmpty else { return [] }
    let ladders = matrix.authority.indices.filter { assessment.authority[$0] != nil }.map { matrix.authority[$0] }
    let items = assessment.items.enumerated().filter { _, item in
      item.keptOutBy == nil && !ladders.contains { $0.heads?.contains(item.head) ?? true }
    }
    if items.isEmpty { return [] }
    let names = items.map { "item \($0.offset + 1)" }.joined(separator: ", ")
    return [
      Notice(
        code: "authority.incomplete",
        says: "Nobody is named who may authorise: \(names). The offer cannot be signed until somebody is.")
    ]
  }

  private static func arrears(_ explanation: Explanation) -> [Notice] {
    guard explanation.assessment.outcome == .awarded, let setOff = explanation.matrix.setOff else { return [] }
    let isReached = explanation.assessment.lines.contains { line in
      guard line.rule == setOff.rule else { return false }
      switch line.finding {
      case .nothingOwed, .setOff: return true
      default: return false
      }
    }
    guard isReached, setOff.debts.allSatisfy({ explanation.given.facts.value($0) == nil }) else { return [] }
    let names = setOff.debts.map { explanation.matrix.facts[ref: $0].name }.joined(separator: ", ")
    return [
      Notice(
        code: "arrears.not-stated",
        says: "Not stated, and taken as none: \(names). Check the account before an offer is made.")
    ]
  }
}
