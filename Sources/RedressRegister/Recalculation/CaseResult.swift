import Redress
import RedressFiles

/// What a case comes to, as far as two assessments of it are compared: outcome, sums, authority, last day and the rules
/// that decided.
public struct CaseResult: Hashable, Sendable {
  /// What one item comes to.
  public struct Head: Hashable, Sendable {
    /// The head that it stands under.
    public let head: String
    /// What it was priced at.
    public let amount: Money
    /// What comes off it for earlier payments.
    public let alreadyPaid: Money
    /// What is taken from it for arrears.
    public let setOff: Money
    /// What is left of it to pay.
    public let payable: Money
    /// In which form it is given; `nil` where the case does not say.
    public let form: String?
    /// The rule that keeps it out; `nil` where none does.
    public let keptOutBy: String?
  }

  /// How the case came out.
  public let outcome: Assessment.Outcome
  /// In the order of the case. Empty unless it is an award.
  public let heads: [Head]
  /// All money of it.
  public let gross: Money
  /// What comes off for earlier payments.
  public let alreadyPaid: Money
  /// What is credited to arrears.
  public let setOff: Money
  /// What is left to pay.
  public let payable: Money
  /// The worth of what is given in kind.
  public let inKind: Money
  /// One signature is needed from each set.
  public let authority: [[String]]
  /// The last day to accept it; `nil` where there is none.
  public let lastDay: CivilDate?
  /// The rules that decided.
  public let codes: [String]

  /// What is offered, in money and in kind: nothing where it is refused, and `nil` where there is no answer.
  public var offered: Money? {
    switch outcome {
    case .awarded: gross + inKind
    case .refused: .zero
    case .undecided, .faulty: nil
    }
  }

  /// The lowest step that may sign, in words: `head-of-department`.
  public var tier: String {
    let sets = authority.map { $0.joined(separator: " or ") }
    if !sets.isEmpty { return sets.joined(separator: ", and ") }
    return outcome == .awarded ? "nobody is named" : outcome.rawValue
  }

}

extension CaseResult {
  /// What an assessment came to.
  init(_ explanation: Explanation) {
    let (assessment, matrix) = (explanation.assessment, explanation.matrix)
    outcome = assessment.outcome
    codes = explanation.codes
    guard let award = assessment.award, outcome == .awarded else {
      heads = []
      (gross, alreadyPaid, setOff, payable, inKind) = (.zero, .zero, .zero, .zero, .zero)
      (authority, lastDay) = ([], nil)
      return
    }
    heads = assessment.items.enumerated().map { place, item in
      Head(
        head: matrix.heads[ref: item.head].name, amount: item.amount, alreadyPaid: item.alreadyPaid,
        setOff: item.setOff, payable: item.payable, form: explanation.nameOfForm(place + 1),
        keptOutBy: item.keptOutBy.map { matrix.rules[ref: $0].id })
    }
    (gross, alreadyPaid, setOff) = (award.gross, award.alreadyPaid, award.setOff)
    (payable, inKind, lastDay) = (award.payable, award.inKind, award.lastDayToAccept)
    authority = matrix.signers(award.authority).map { set in set.map { matrix.roles[ref: $0].name } }
  }
}

// MARK: JSON

extension CaseResult {
  /// The keys of an assessment that it is read from.
  static let keys = [
    "outcome", "heads", "gross", "already-paid", "set-off", "payable", "in-kind", "authority", "last-day-to-accept",
    "codes",
  ]

  /// What an assessment states in JSON; `nil` where it is not one.
  init?(_ node: Node) {
    guard let outcome = node["outcome"]?.text.flatMap({ Assessment.Outcome(rawValue: $0) }) else { return nil }
    func money(_ key: String, _ node: Node) -> Money? {
      node[key].map { $0.text.flatMap { try? Literal.money($0) } } ?? .zero
    }
    var heads: [Head] = []
    for entry in node["heads"]?.list ?? [] {
      guard let head = entry["head"]?.text, let amount = money("amount", entry),
        let alreadyPaid = money("already-paid", entry), let setOff = money("set-off", entry),
        let payable = money("payable", entry)
      else { return nil }
      heads.append(
        Head(
          head: head, amount: amount, alreadyPaid: alreadyPaid, setOff: setOff, payable: payable,
          form: entry["as"]?.text, keptOutBy: entry["refused"]?.text))
    }
    guard let gross = money("gross", node), let alreadyPaid = money("already-paid", node),
      let setOff = money("set-off", node), let payable = money("payable", node), let inKind = money("in-kind", node)
    else { return nil }
    self.outcome = outcome
    self.heads = heads
    (self.gross, self.alreadyPaid, self.setOff) = (gross, alreadyPaid, setOff)
    (self.payable, self.inKind) = (payable, inKind)
    authority = (node["authority"]?.list ?? []).map { ($0.list ?? []).compactMap(\.text) }
    lastDay = node["last-day-to-accept"].flatMap { $0.isNull ? nil : $0.text.flatMap { try? Literal.day($0) } }
    codes = (node["codes"]?.list ?? []).compactMap(\.text)
  }

  /// The result as one JSON object, always in the same words.
  var json: [UInt8] {
    var json = JSONWriter()
    write(&json)
    return json.bytes
  }

  /// A result that ``json`` wrote; `nil` where it did not.
  init?(json bytes: [UInt8]) {
    guard let source = try? SourceText(name: "result", bytes: bytes),
      let node = try? JSONReader(longestValue: SourceText.largest).read(source).first
    else { return nil }
    self.init(node)
  }

  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.pair("outcome", outcome.rawValue)
      if outcome == .awarded {
        json.key("heads")
        json.array(heads) { json, head in
          json.object { json in
            json.pair("head", head.head)
            json.pair("amount", head.amount)
            json.pair("already-paid", head.alreadyPaid)
            json.pair("set-off", head.setOff)
            json.pair("payable", head.payable)
            if let form = head.form { json.pair("as", form) }
            if let rule = head.keptOutBy { json.pair("refused", rule) }
          }
        }
        json.pair("gross", gross)
        json.pair("already-paid", alreadyPaid)
        json.pair("set-off", setOff)
        json.pair("payable", payable)
        json.pair("in-kind", inKind)
        json.key("authority")
        json.array(authority) { $0.strings($1) }
        json.pair("last-day-to-accept", lastDay)
      }
      json.key("codes")
      json.strings(codes)
    }
  }

  /// Where another result differs, each in a few words; nothing where both are the same to the penny.
  func differences(from other: CaseResult) -> [String] {
    var differences: [String] = []
    func compare<Value: Equatable>(_ what: String, _ one: Value, _ two: Value, _ text: (Value) -> String) {
      if one != two { differences.append("\(what) is \(text(one)), and comes to \(text(two))") }
    }
    compare("the outcome", outcome, other.outcome) { $0.rawValue }
    compare("the total", gross, other.gross) { "\($0)" }
    compare("what was already paid", alreadyPaid, other.alreadyPaid) { "\($0)" }
    compare("the set-off", setOff, other.setOff) { "\($0)" }
    compare("what is to be paid", payable, other.payable) { "\($0)" }
    compare("what is given in kind", inKind, other.inKind) { "\($0)" }
    compare("the authority", authority, other.authority) { sets in
      sets.isEmpty ? "nobody" : sets.map { $0.joined(separator: " or ") }.joined(separator: ", and ")
    }
    compare("the last day to accept", lastDay, other.lastDay) { $0.map { "\($0)" } ?? "none" }
    compare("the list of rules that decided", codes, other.codes) { $0.joined(separator: ", ") }
    if heads != other.heads {
      let place =
        zip(heads, other.heads).enumerated().first { $1.0 != $1.1 }?.offset ?? min(heads.count, other.heads.count)
      differences.append("the items differ, first at item \(place + 1)")
    }
    return differences
  }
}
