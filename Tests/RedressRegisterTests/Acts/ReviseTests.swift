import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// Revisions: what becomes of the decision before, of its signature, and of what was paid on it.
@Suite struct ReviseTests {
  private func text(_ amount: String, paid: String? = nil, date: String = "2026-10-20") -> String {
    SampleRegister.caseText("PHG-1", amount: amount)
      .replacing(#""offer-date": "2026-10-12""#, with: #""offer-date": "\#(date)""#)
      .replacing(
        #""rent-arrears": "£95.00""#, with: paid.map { #""already-paid": "\#($0)""# } ?? #""rent-arrears": "0""#)
  }

  @Test(arguments: [SampleRegister.Stage.drafted, .signed]) func whatWasNotSentIsVoid(stage: SampleRegister.Stage)
    throws
  {
    let desk = try Desk(until: stage)
    let revision = try desk.revise(text("£200.00"))
    #expect(try desk.life.state == .superseded)
    #expect(try desk.life.supersededBy == revision)
    #expect(
      try refusal { try desk.issue(desk.number, on: "2026-10-21") }?.rule == (stage == .drafted ? .notSigned : .order))
    #expect(try desk.life(revision).drafted.revision == 2)
    #expect(try desk.life(revision).drafted.supersedes == desk.number)
    try desk.issue(revision, on: "2026-10-21")
    #expect(try desk.life(revision).state == .issued)
    #expect(try desk.life.supersededBy == revision)
    #expect(try desk.life.state == .superseded)
  }

  @Test func whatWasSentStandsUntilTheRevisionIsSent() throws {
    let desk = try Desk()
    let revision = try desk.revise(text("£200.00"))
    #expect(try desk.life.state == .issued)
    #expect(try refusal { try desk.accept("2026-10-20") }?.rule == .revisionPending)
    try desk.issue(revision, on: "2026-10-21")
    #expect(try desk.life.state == .superseded)
    #expect(try desk.life(revision).state == .issued)
    #expect(try refusal { try desk.accept("2026-10-22") }?.rule == .order)
  }

  @Test func withdrawingTheRevisionLetsTheOfferStandAgain() throws {
    let desk = try Desk()
    let revision = try desk.revise(text("£200.00"), isSigned: false)
    _ = try desk.write("j.okafor", "2026-10-21") { try $0.withdraw(revision, because: "no need", couldSign: nil) }
    #expect(try desk.life.pendingRevision == nil)
    #expect(try desk.accept("2026-10-20").life.state == .accepted)
  }

  @Test func oneRevisionAtATime() throws {
    let desk = try Desk()
    let revision = try desk.revise(text("£200.00"))
    let refused = try refusal { try desk.revise(text("£210.00")) }
    #expect(refused?.rule == .revisionPending)
    #expect(refused?.says.contains("\(revision)") == true)
  }

  @Test func aDeclinedOfferIsImproved() throws {
    let desk = try Desk()
    _ = try desk.write("j.okafor", "2026-10-15") { try $0.decline(desk.number, because: "too little") }
    let revision = try desk.revise(text("£300.00"))
    try desk.issue(revision, on: "2026-10-21")
    #expect(try desk.life.state == .superseded)
  }

  // MARK: What was paid

  @Test(arguments: [("£221.99", false), ("£222.00", true), ("£222.01", false)])
  func whatWasPaidStandsInTheRevision(stated: String, isRight: Bool) throws {
    let desk = try Desk()
    try desk.accept("2026-10-20")
    try desk.pay(on: "2026-10-20")
    let refused = try refusal { try desk.revise(text("£300.00", paid: stated)) }
    #expect(refused?.rule == (isRight ? nil : .alreadyPaid))
    if refused != nil { #expect(try desk.register.read { try $0.nextOffer() } == desk.number + 1) }
  }

  /// A payment between drafting and sending would be paid again by the revision.
  @Test func aPaymentAfterTheDraftStopsIt() throws {
    let desk = try Desk()
    try desk.accept("2026-10-20")
    let revision = try desk.revise(text("£300.00", paid: "0"))
    try desk.pay(on: "2026-10-20")
    let refused = try refusal { try desk.issue(revision, on: "2026-10-21") }
    #expect(refused?.rule == .alreadyPaid)
    #expect(refused?.sources == ["house#earlier-payments"])
  }

  // MARK: A second decision

  @Test func aSecondDecisionOfTheCaseIsNotTakenIn() throws {
    let desk = try Desk()
    let files = try SampleRegister.files(text("£200.00"), pricer: desk.pricer)
    let check = try SampleRegister.check(files, desk.pricer)
    let refused = try refusal { try desk.write("j.okafor", "2026-10-20") { try $0.enter(files, check) } }
    #expect(refused?.rule == .caseTwice)
  }

  @Test func theSameFileIsTakenInOnce() throws {
    let desk = try Desk(until: .signed)
    let files = try SampleRegister.files(SampleRegister.caseText("PHG-1"), pricer: desk.pricer)
    let check = try SampleRegister.check(files, desk.pricer)
    let number = try desk.write("j.okafor", "2026-10-20") { try $0.enter(files, check).number }
    #expect(number == desk.number)
    #expect(try desk.register.read { try $0.events(of: number).count } == 2)
  }
}
