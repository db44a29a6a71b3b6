import Redress

/// A mapping of a matrix with fixed keys. It is declared once, for the reader, the schema and the reference of keys.
struct MatrixMapping: Sendable {
  /// What programs and headings call it: `head`, `window-step`.
  let name: String
  /// One sentence for people.
  let says: String
  let keys: [MatrixKey]
  let rules: [KeyRule]

  init(_ name: String, _ says: String, _ keys: [MatrixKey], rules: [KeyRule] = []) {
    self.name = name
    self.says = says
    self.keys = keys
    self.rules = rules
  }

  var keyNames: [String] { keys.map(\.name) }

  func requires(_ key: String) -> Bool { keys.contains { $0.name == key && $0.isRequired } }

  /// This mapping and every one inside it, each once, in the order in which they are met.
  var withInner: [MatrixMapping] {
    var met: [MatrixMapping] = []
    func visit(_ mapping: MatrixMapping) {
      if met.contains(where: { $0.name == mapping.name }) { return }
      met.append(mapping)
      for key in mapping.keys { key.shape.mappings.forEach(visit) }
    }
    visit(self)
    return met
  }
}

extension MatrixMapping {
  /// The whole file.
  static let matrix = MatrixMapping(
    "matrix", "One edition of a scheme's compensation policy.",
    [
      .required("format", .exactly(MatrixReader.format), "The format of the file."),
      .required("scheme", .text, "The name of the scheme, which is also the name of its folder."),
      .required("edition", .edition, "The day it came into force, with a point and a number for a correction of it."),
      .required("status", .word(Matrix.Status.self), "Whether it may change (`draft`) or is frozen (`approved`)."),
      .required("title", .text, "What the policy is called."),
      .required("body", .text, "The organisation whose policy it is."),
      .optional("review-by", .day, "The day after which a notice says that it is due for review."),
      .required(
        "selects-on", .oneOrMore(.name(of: "fact")),
        "The dates that select the edition of a case: the first of them that the case states."),
      .optional(
        "applies-to", .word(Matrix.AppliesTo.self), "That it may be taken up for offers of earlier editions too."),
      .optional("calendar", .text, "The calendar that working days are counted by, as its file is named."),
      .required("sources", .section(of: .mapping(.source)), "The documents that rules are taken from."),
      .optional("readings-decided", .mapping(.decided), "Who decided the readings that do not say so themselves."),
      .optional("readings", .section(of: .mapping(.reading)), "The unclear points, each with its answer."),
      .optional("roles", .section(of: .text), "The posts that sign, decide or are asked, each with its title."),
      .required(
        "facts", .section(of: .mapping(.fact), entries: 0...Matrix.mostFacts), "What a person states about a case."),
      .optional("derived", .section(of: .mapping(.derived)), "Dates and counts that follow from what people state."),
      .optional("timetable", .section(of: .mapping(.deadline)), "What the organisation has to do by which day."),
      .optional("rounding", .mapping(.defaultRounding), "How sums are brought to whole pence."),
      .optional(
        "decisions", .section(of: .mapping(.decision), entries: 0...Matrix.mostDecisions),
        "The points that the policy leaves to a person."),
      .optional("scope", .section(of: .mapping(.scope)), "What is not covered at all, tried before the exclusions."),
      .optional("exclusions", .section(of: .mapping(.exclusion)), "What is not paid for, in the policy's own order."),
      .optional("windows", .section(of: .mapping(.window)), "The times within which a person must act."),
      .required(
        "heads", .section(of: .mapping(.head), entries: 1...MatrixReader.mostHeads),
        "What money may be offered for, and how each amount is found."),
      .optional("combination", .section(of: .mapping(.combination)), "What heads have to do with one another."),
      .required("total", .mapping(.total), "How the heads make one sum."),
      .optional("already-paid", .mapping(.alreadyPaid), "What is done with money that was paid before."),
      .optional("set-off", .mapping(.setOff), "Which debts an award is set against."),
      .optional("payees", .mapping(.payees), "How many people share what is paid."),
      .optional("authority", .mapping(.authority), "Who may sign how much."),
      .optional(
        "ladders", .section(of: .mapping(.authority), entries: 0...Matrix.mostLadders),
        "Several ladders of authority, such as one for each head, in place of `authority`."),
      .optional(
        "substitutes", .section(of: .mapping(.substitute), entries: 0...Matrix.mostSubstitutes),
        "Who may sign in place of somebody else."),
      .optional("refusals", .mapping(.refusals), "Who signs a decision that nothing is offered."),
      .optional("review", .mapping(.review), "The stage that reviews another, and who may not sign there."),
      .optional("acceptance", .mapping(.window), "The time within which an offer must be accepted."),
      .optional("payment", .section(of: .mapping(.statement)), "What payment waits for."),
      .optional("statements", .section(of: .mapping(.statement)), "What the letter must say."),
      .optional("ombudsman", .mapping(.ombudsman), "Which ombudsman or tribunal a complaint belongs to."),
      .optional("closing", .mapping(.closing), "What must be done before an offer is closed, beside its payment."),
      .optional("missing", .section(of: .mapping(.missing)), "What the policy's document does not hold."),
    ], rules: [.refused(["ladders"], if: .given("authority"))])
}
