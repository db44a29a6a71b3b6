import Foundation
import Redress
import RedressFiles
import RedressSigning

@testable import RedressRegister

/// A case of the scheme `progress` as tests change it.
struct AuditCase {
  var reference = "PHG-1"
  var household: String? = "H-1"
  var account: String? = "RA-1"
  var incident = "2026-09-14"
  var claim = "2026-09-30"
  var offerDate = "2026-10-12"
  var arrears = "£0.00"
  var impact = "low"
  var amount = "£60.00"
  var form: String? = "bacs"
  /// Amounts and days; an empty list is an item whose receipts are still to come.
  var receipts: [(amount: String, on: String)]?
  var person = "Ms D. Hartley"
  var decisions = ""
  /// Who set the amount.
  var setBy: String?
  var signer: String? = "a.khan"

  var text: String {
    let more = pair("as", form) + pair("by", setBy)
    let items =
      [
        "{ \"head\": \"inconvenience\", \"impact\": \"\(impact)\", \"amount\": \"\(amount)\"\(more) }"
      ]
      + (receipts.map { [reimbursement($0)] } ?? [])
    let references = [
      ("household", household), ("rent-account", account == "RA-1" ? "RA-\(reference)" : account),
      ("cost-code", "4410"),
    ].compactMap {
      name, text in text.map { "\"\(name)\": \"\($0)\"" }
    }
    return """
      { "case": "\(reference)", "scheme": "progress",
        "facts": { "incident-date": "\(incident)", "claim-date": "\(claim)", "offer-date": "\(offerDate)",
          "customer-type": "tenant", "rent-arrears": "\(arrears)" },
        "items": [ \(items.joined(separator: ", ")) ], "decisions": [ \(decisions) ],
        "references": { \(references.joined(separator: ", ")) },
        "letter": { "to": [ "\(person)", "14 Mill Brow" ], "points": [ "Our contractor missed a visit." ],
          "apology": "We are sorry.", "actions": [ "The contractor rings first." ] } }
      """
  }

  private func pair(_ key: String, _ text: String?) -> String { text.map { ", \"\(key)\": \"\($0)\"" } ?? "" }

  private func reimbursement(_ receipts: [(amount: String, on: String)]) -> String {
    if receipts.isEmpty { return "{ \"head\": \"reimbursement\", \"amount\": \"£25.00\" }" }
    let all = receipts.map { "{ \"amount\": \"\($0.amount)\", \"for\": \"heater\", \"on\": \"\($0.on)\" }" }
    return "{ \"head\": \"reimbursement\", \"receipts\": [ \(all.joined(separator: ", ")) ] }"
  }
}

/// A register that tests fill and audit.
final class AuditBench {
  let sample: SampleRegister
  let register: Register
  let pricer: CasePricer

  init() throws {
    sample = try SampleRegister()
    register = try sample.open()
    pricer = try SampleRegister.pricer()
  }

  /// Acts are recorded on their day, with the clock of the machine, unless a test says otherwise.
  static func stamp(
    _ by: String, _ on: String, recorded: String? = nil, stated: String? = nil, isVerified: Bool = true
  ) -> Stamp {
    Stamp(
      by: by, on: SampleRegister.day(on), recordedAt: "\(recorded ?? on)T09:30:00Z",
      statedToday: stated.map { SampleRegister.day($0) }, isVerified: isVerified)
  }

  // MARK: Acts

  func enter(_ one: AuditCase, by: Stamp? = nil, supersedes: OfferRecord.Superseded? = nil) throws -> Int {
    let files = try SampleRegister.files(one.text, pricer: pricer, signer: one.signer, supersedes: supersedes)
    let check = try SampleRegister.check(files, pricer)
    return try register.write(by ?? Self.stamp("j.okafor", one.offerDate)) { try $0.enter(files, check).number }
  }

  func issue(_ number: Int, on: String, documents: [String] = ["Dear tenant"], by: Stamp? = nil) throws {
    let (life, files) = try register.read { reading in
      let life = try reading.life(of: number)!
      return (life, try reading.files(of: life))
    }
    let check = try SampleRegister.check(files, pricer)
    guard let signed = check.signed else { throw SampleRegister.NotMade(what: "a signed offer \(life.number)") }
    _ = try register.write(by ?? Self.stamp("j.okafor", on)) {
      try $0.issue(
        number, signed, check.assessed,
        documents: documents.map { .init(name: "letter.html", bytes: Array("\($0) \(number)".utf8)) })
    }
  }

  func accept(
    _ number: Int, on: String, arrears: String = "£0.00", payTo: String? = nil, payWithin: Period? = nil,
    decisions: [RecordedDecision] = [], parts: [String] = []
  ) throws {
    let conditions = SigningConditions(
      officers: try SampleRegister.officers().officers, isLocked: true, calendar: nil, today: nil)
    _ = try register.write(Self.stamp("j.okafor", on)) {
      try $0.accept(
        number,
        AcceptanceOrder(
          facts: [("rent-arrears", arrears), ("service-charge-arrears", "£0.00")], parts: parts, payTo: payTo,
          decisions: decisions, payWithin: payWithin),
        pricer: pricer, conditions: conditions)
    }
  }

  @discardableResult func pay(
    _ number: Int, on: String = "2026-10-22", method: String = "bacs", amount: Money? = nil, proof: String? = nil,
    by: String = "l.novak"
  ) throws -> Int {
    try register.write(Self.stamp(by, on)) { writing in
      let waits = try writing.life(number).stillUnseen().map(\.name)
      let isMoney = PaymentOrder.methodsOfMoney.contains(method)
      return try writing.pay(
        number,
        PaymentOrder(method: method, amount: amount, proof: proof ?? "BACS-\(number)", seen: isMoney ? waits : [])
      ).event.number
    }
  }

  /// An offer that was sent and accepted.
  func accepted(_ one: AuditCase, on: String = "2026-10-20", payTo: String? = nil, payWithin: Period? = nil) throws
    -> Int
  {
    let number = try enter(one)
    try issue(number, on: one.offerDate)
    try accept(number, on: on, arrears: one.arrears, payTo: payTo, payWithin: payWithin)
    return number
  }

  // MARK: Audits

  func audit(
    today: String = "2026-10-25", from: String? = nil, to: String? = nil, within: Period = Period(12, .months),
    officers: OfficersFile? = nil, library: MatrixLibrary? = nil, strands: Int = 1
  ) throws -> (findings: [AuditFinding], summary: AuditSummary) {
    let audit = Audit(
      library: try library ?? SampleRegister.library(), officers: try officers ?? SampleRegister.officers(),
      today: SampleRegister.day(today),
      scope: .period(from: from.map { SampleRegister.day($0) }, to: to.map { SampleRegister.day($0) }),
      householdWithin: within)
    var findings: [AuditFinding] = []
    let summary = try audit.run(register, strands: strands) { findings.append($0) }
    return (findings, summary)
  }

  /// The words of what was found: `12 authority`, notes in brackets: `(12 today.stated)`.
  func codes(
    today: String = "2026-10-25", within: Period = Period(12, .months), officers: OfficersFile? = nil,
    library: MatrixLibrary? = nil, but left: [AuditFinding.Code] = [.paymentWaiting, .creditWaiting]
  ) throws -> [String] {
    try audit(today: today, within: within, officers: officers, library: library).findings.filter {
      !(left.contains($0.code) && $0.grade == .note) && $0.code != .register
    }.map { finding in
      let words = "\(finding.offer ?? 0) \(finding.code.rawValue)"
      return finding.grade == .note ? "(\(words))" : words
    }
  }

  /// The officers file with something else in it.
  static func officers(_ old: String, _ new: String) throws -> OfficersFile {
    let text = try String(contentsOfFile: SampleRegister.file("Fixtures/officers.yaml"), encoding: .utf8)
    guard text.contains(old) else { throw SampleRegister.NotMade(what: "other officers") }
    return try OfficersFile.read(
      SourceText(name: "officers.yaml", bytes: Array(text.replacing(old, with: new).utf8)))
  }
}
