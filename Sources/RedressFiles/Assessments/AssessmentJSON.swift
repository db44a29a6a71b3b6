import Redress

/// Writes assessments as `redress-assessment/1`: one compact JSON object for each case, without a line break.
public struct AssessmentJSON {
  /// The name of the format, which each object states.
  public static let format = "redress-assessment/1"

  private var writer = JSONWriter()

  /// A writer whose room is used again for each object.
  public init() {}

  /// The object of a case that was assessed. `digest` is that of the edition's exact bytes.
  public mutating func bytes(
    of explanation: Explanation, digest: String, notices: [Notice], explanation extent: RowExplanation = .full
  ) -> [UInt8] {
    writer.clear()
    Self.write(explanation, digest: digest, notices: notices, extent, to: &writer)
    return writer.bytes
  }

  /// The same object as a part of another.
  package static func write(
    _ explanation: Explanation, digest: String, notices: [Notice], _ extent: RowExplanation = .full,
    to writer: inout JSONWriter
  ) {
    let assessment = explanation.assessment
    writer.object { json in
      Self.head(&json, case: explanation.given.name, scheme: explanation.matrix.scheme)
      json.pair("edition", explanation.matrix.edition)
      json.pair("edition-digest", digest)
      json.pair("outcome", assessment.outcome.rawValue)
      if let award = assessment.award { Self.award(&json, award, explanation) }
      if !assessment.refusals.isEmpty { Self.refusals(&json, explanation) }
      if assessment.outcome == .undecided { Self.questions(&json, explanation) }
      if extent == .none { return }
      json.key("codes")
      json.strings(explanation.codes)
      if extent == .codes { return }
      Self.lines(&json, explanation)
      Self.unusedDecisions(&json, explanation)
      Self.notices(&json, notices)
    }
  }

  /// The object of a case with faults. What is not known of it is `null`.
  public mutating func bytes(
    ofFaulty name: String?, scheme: String?, edition: String? = nil, digest: String? = nil, faults: [Fault]
  ) -> [UInt8] {
    writer.clear()
    writer.object { json in
      Self.head(&json, case: name, scheme: scheme)
      if let edition { json.pair("edition", edition) }
      if let digest { json.pair("edition-digest", digest) }
      json.pair("outcome", Assessment.Outcome.faulty.rawValue)
      json.faults(faults)
    }
    return writer.bytes
  }

  private static func head(_ json: inout JSONWriter, case name: String?, scheme: String?) {
    json.pair("format", format)
    json.pair("case", name)
    json.pair("scheme", scheme)
  }

  private static func award(_ json: inout JSONWriter, _ award: Assessment.Award, _ explanation: Explanation) {
    let matrix = explanation.matrix
    json.key("heads")
    json.array(explanation.assessment.items) { json, item in
      json.object { Self.item(&$0, item, matrix) }
    }
    json.pair("gross", award.gross)
    json.pair("already-paid", award.alreadyPaid)
    if award.paidInExcess > .zero { json.pair("paid-in-excess", award.paidInExcess) }
    json.pair("set-off", award.setOff)
    json.pair("payable", award.payable)
    json.pair("in-kind", award.inKind)
    json.key("authority")
    json.array(matrix.signers(award.authority)) { json, set in json.strings(set.map { matrix.roles[ref: $0].name }) }
    json.pair("last-day-to-accept", award.lastDayToAccept?.isoText)
    if matrix.payees != nil {
      json.key("payees")
      json.strings(award.shares.map(\.decimalText))
    }
  }

  private static func item(_ json: inout JSONWriter, _ item: Assessment.Item, _ matrix: Matrix) {
    let head = matrix.heads[ref: item.head]
    json.pair("head", head.name)
    json.pair("amount", item.amount)
    if item.alreadyPaid > .zero { json.pair("already-paid", item.alreadyPaid) }
    json.pair("set-off", item.setOff)
    json.pair("payable", item.payable)
    if let form = item.form, let forms = head.forms {
      json.pair("as", matrix.facts[ref: forms.fact].choices[Int(form)].name)
    }
    if let rule = item.keptOutBy { json.pair("refused", matrix.rules[ref: rule].id) }
  }

  private static func refusals(_ json: inout JSONWriter, _ explanation: Explanation) {
    json.key("refusals")
    json.array(explanation.assessment.refusals) { json, refusal in Self.refusal(&json, refusal, explanation) }
  }

  static func refusal(_ json: inout JSONWriter, _ refusal: Refusal, _ explanation: Explanation) {
    json.object {
      $0.pair("rule", explanation.rule(refusal.rule).id)
      $0.pair("source", explanation.sources(refusal.rule))
      $0.pair("say", explanation.say(refusal))
      if refusal.item > 0 { $0.pair("item", refusal.item) }
    }
  }

  private static func questions(_ json: inout JSONWriter, _ explanation: Explanation) {
    json.key("questions")
    json.array(explanation.assessment.questions) { json, question in
      json.object {
        $0.pair("about", explanation.about(question))
        $0.pair("ask", explanation.ask(question))
        $0.key("who")
        $0.strings(explanation.who(question))
        $0.pair("rule", explanation.rule(question.rule).id)
        $0.pair("source", explanation.sources(question.rule))
        if question.item > 0 { $0.pair("item", question.item) }
      }
    }
  }

  private static func lines(_ json: inout JSONWriter, _ explanation: Explanation) {
    json.key("lines")
    json.array(explanation.assessment.lines.enumerated()) { json, numbered in
      Self.line(&json, numbered.element, number: numbered.offset + 1, explanation)
    }
  }

  static func line(_ json: inout JSONWriter, _ line: Line, number: Int, _ explanation: Explanation) {
    json.object {
      $0.pair("line", number)
      $0.pair("rule", explanation.rule(line.rule).id)
      $0.pair("source", explanation.names(explanation.citations(of: line)))
      $0.key("used")
      $0.flag(line.finding.isUsed)
      if line.item > 0 { $0.pair("item", line.item) }
      if let amount = explanation.amount(line) { $0.pair("amount", amount) }
      $0.pair("says", explanation.says(line))
    }
  }

  static func unusedDecisions(_ json: inout JSONWriter, _ explanation: Explanation) {
    let unused = explanation.unusedDecisions.map(\.about)
    guard !unused.isEmpty else { return }
    json.key("decisions-not-used")
    json.strings(unused)
  }

  static func notices(_ json: inout JSONWriter, _ notices: [Notice]) {
    guard !notices.isEmpty else { return }
    json.key("notices")
    json.array(notices) { json, notice in
      json.object {
        $0.pair("notice", notice.code)
        $0.pair("says", notice.says)
      }
    }
  }
}

extension Explanation {
  /// The paragraphs of a rule as programs read them.
  func sources(_ ref: Ref<Rule>) -> String {
    names(rule(ref).citations)
  }

  func names(_ citations: [Citation]) -> String {
    citations.map { matrix.name(of: $0) }.joined(separator: "; ")
  }
}

extension JSONWriter {
  package mutating func pair(_ key: String, _ text: String?) {
    self.key(key)
    if let text { string(text) } else { null() }
  }

  /// Every fault of a case, each with where it is and what to do.
  mutating func faults(_ faults: [Fault]) {
    key("faults")
    array(faults) { json, fault in
      json.object {
        $0.pair("code", fault.code.rawValue)
        $0.pair("place", fault.place.map { "\($0)" } ?? fault.file ?? "")
        $0.pair("say", "\(fault.says) \(fault.mend)")
      }
    }
  }

  package mutating func pair(_ key: String, _ money: Money) { pair(key, money.decimalText) }

  package mutating func pair(_ key: String, _ number: Int) {
    self.key(key)
    self.number(number)
  }
}
