import Redress
import RedressFiles
import RedressSigning

@testable import RedressRegister

/// A register with one offer that was sent, on which tests act: £222.00 dated 12 October 2026, to be accepted by
/// 9 November, with £180.00 of it open to set-off.
final class Desk {
  let sample: SampleRegister
  let register: Register
  let pricer: CasePricer
  let officers: Officers
  let number: Int

  init(
    until stage: SampleRegister.Stage = .issued, _ text: String = SampleRegister.caseText("PHG-1"),
    sentOn: String = "2026-10-12", signer: String = "a.khan"
  ) throws {
    sample = try SampleRegister()
    (register, pricer) = (try sample.open(), try SampleRegister.pricer())
    officers = try SampleRegister.officers().officers
    let files = try SampleRegister.files(text, pricer: pricer, signer: stage == .drafted ? nil : signer)
    let check = try SampleRegister.check(files, pricer)
    number = try register.write(SampleRegister.stamp("j.okafor", "2026-10-12")) { try $0.enter(files, check).number }
    if stage.rawValue >= SampleRegister.Stage.issued.rawValue { try issue(number, on: sentOn) }
  }

  var life: OfferLife { get throws { try life(number) } }

  func life(_ number: Int) throws -> OfferLife {
    guard let life = try register.read({ try $0.life(of: number) }) else {
      throw SampleRegister.NotMade(what: "a life")
    }
    return life
  }

  var conditions: SigningConditions {
    SigningConditions(officers: officers, isLocked: true, calendar: nil, today: nil, signedBeside: [])
  }

  func write<Value>(_ by: String, _ on: String, _ body: (RegisterWriting) throws -> Value) throws -> Value {
    try register.write(SampleRegister.stamp(by, on), body)
  }

  // MARK: Acts

  @discardableResult
  func issue(_ number: Int, on day: String, documents: [String] = ["Dear Ms Hartley"]) throws -> ActOutcome {
    let files = try register.read { reading in try reading.files(of: reading.life(of: number)!) }
    let check = try SampleRegister.check(files, pricer)
    guard let signed = check.signed else { throw ActRefusal(.notSigned, "\(check.findings.map(\.says))") }
    return try write("j.okafor", day) {
      try $0.issue(
        number, signed, check.assessed, documents: documents.map { .init(name: "letter.html", bytes: Array($0.utf8)) })
    }
  }

  static let nothingOwed = [("rent-arrears", "0"), ("service-charge-arrears", "0")]

  @discardableResult
  func accept(
    _ day: String, facts: [(String, String)] = Desk.nothingOwed, parts: [String] = [],
    decisions: [RecordedDecision] = [], knowsOfficers: Bool = true
  ) throws -> ActOutcome {
    let order = AcceptanceOrder(facts: facts.map { ($0.0, $0.1) }, parts: parts, decisions: decisions)
    return try write("j.okafor", day) {
      try $0.accept(number, order, pricer: pricer, conditions: knowsOfficers ? conditions : nil)
    }
  }

  func late(_ answer: Bool, by officer: String, on day: String) -> RecordedDecision {
    RecordedDecision(
      about: "late-acceptance", isAccepted: answer, by: officer, on: SampleRegister.day(day), because: "she was away")
  }

  @discardableResult
  func pay(
    _ method: String = "bacs", _ sum: String? = nil, by officer: String = "s.ward", on day: String = "2026-10-22",
    proof: String = "BACS 1", seen: [String] = ["acceptance-form"]
  ) throws -> ActOutcome {
    let order = PaymentOrder(method: method, amount: try sum.map { try Literal.money($0) }, proof: proof, seen: seen)
    return try write(officer, day) { try $0.pay(number, order) }
  }

  /// Drafts a revision from the same case with other facts, signed by a.khan where it is to be.
  func revise(
    _ text: String, of number: Int? = nil, on day: String = "2026-10-20", isSigned: Bool = true
  ) throws -> Int {
    let replaced = try life(number ?? self.number)
    let record = try register.read { try $0.files(of: replaced).record }
    let files = try SampleRegister.files(
      text, pricer: pricer, salt: 9, signer: isSigned ? "a.khan" : nil,
      supersedes: .init(
        name: record.name, digest: record.digest, offerDate: record.offerDate, total: replaced.drafted.sums.total))
    let check = try SampleRegister.check(files, pricer)
    return try write("j.okafor", day) { writing in
      let life = try writing.revise(
        replaced.number, files.record, check.assessed, check.draft, letter: files.letter?.source.exactBytes)
      return isSigned ? try writing.enter(files, check).number : life.number
    }
  }
}

/// The rule by which an act was refused; `nil` where it was done.
func refusal<Value>(_ body: () throws -> Value) throws -> ActRefusal? {
  do { _ = try body() } catch let refusal as ActRefusal { return refusal }
  return nil
}
