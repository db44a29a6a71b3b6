import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// How offers end without money, are opened again, and are closed.
@Suite struct EndTests {
  private func withdraw(_ desk: Desk, by officer: String, couldSign: [String]? = ["a.khan", "d.price"]) throws
    -> OfferState
  {
    try desk.write(officer, "2026-10-15") {
      try $0.withdraw(desk.number, because: "wrong home", couldSign: couldSign).life.state
    }
  }

  @Test func whatWasSentIsTakenBackByWhoCouldSign() throws {
    #expect(try withdraw(Desk(), by: "a.khan") == .withdrawn)
    #expect(try refusal { try withdraw(Desk(), by: "j.okafor") }?.rule == .notSigned)
    #expect(try refusal { try withdraw(Desk(), by: "a.khan", couldSign: nil) }?.rule == .officer)
  }

  @Test(arguments: [SampleRegister.Stage.drafted, .signed]) func whatWasNotSentIsTakenBackByAnyone(
    stage: SampleRegister.Stage
  ) throws {
    #expect(try withdraw(Desk(until: stage), by: "j.okafor", couldSign: nil) == .withdrawn)
  }

  @Test func whatWasAcceptedIsNotTakenBack() throws {
    let desk = try Desk()
    try desk.accept("2026-10-14")
    #expect(try refusal { try withdraw(desk, by: "a.khan") }?.rule == .order)
  }

  @Test func declinedOnce() throws {
    let desk = try Desk()
    func decline(_ why: String?) throws -> ActOutcome {
      try desk.write("j.okafor", "2026-10-15") { try $0.decline(desk.number, because: why) }
    }
    #expect(try decline("too little").life.state == .declined)
    #expect(try decline("too little").isRepeated)
    #expect(try refusal { try decline("other words") }?.rule == .order)
    #expect(try refusal { try desk.accept("2026-10-16") }?.rule == .order)
  }

  // MARK: Renewing

  private func renew(_ desk: Desk, by officer: String, _ day: String, until: String? = nil) throws -> ActOutcome {
    try desk.write(officer, day) { writing in
      let assessed = try desk.pricer.assess(try writing.reading.files(of: try writing.life(desk.number)).record.outline)
      return try writing.renew(
        desk.number, until: until.map(SampleRegister.day), because: "in hospital", assessed, conditions: desk.conditions
      )
    }
  }

  @Test(arguments: [("2026-11-09", false), ("2026-11-10", true)])
  func onlyALapsedOfferIsRenewed(day: String, isRenewed: Bool) throws {
    let desk = try Desk()
    #expect(try refusal { try renew(desk, by: "s.ward", day) }?.rule == (isRenewed ? nil : .order))
  }

  @Test func renewedForAsLongAgain() throws {
    let desk = try Desk()
    #expect(try renew(desk, by: "s.ward", "2026-11-10").life.lastDay == SampleRegister.day("2026-12-08"))
    let life = try desk.accept("2026-12-08").life
    #expect(life.state == .accepted && life.acceptance?.late == nil)
    #expect(life.renewal?.by == "s.ward" && life.renewal?.value.because == "in hospital")
    #expect(try refusal { try desk.pay(on: "2026-12-09") }?.rule == .ownWork)
  }

  @Test func renewedUntilADay() throws {
    let desk = try Desk()
    #expect(try refusal { try renew(desk, by: "s.ward", "2026-11-10", until: "2026-11-10") }?.rule == .day)
    _ = try renew(desk, by: "s.ward", "2026-11-10", until: "2026-11-20")
    #expect(try refusal { try desk.accept("2026-11-21") }?.rule == .acceptanceWindow)
    #expect(try desk.accept("2026-11-20").life.state == .accepted)
  }

  @Test func notByACaseManager() throws {
    let refused = try refusal { try renew(Desk(), by: "j.okafor", "2026-11-10") }
    #expect(refused?.rule == .decisionMaker)
    #expect(refused?.sources == ["policy#appendix-1-accepting"])
  }

  // MARK: Closing

  private func close(_ desk: Desk, _ day: String, remedies: [String] = []) throws -> ActOutcome {
    try desk.write("j.okafor", day) { try $0.close(desk.number, remediesBy: remedies) }
  }

  @Test func whatIsOpenIsNotClosed() throws {
    let desk = try Desk()
    #expect(try refusal { try close(desk, "2026-11-09") }?.rule == .closing)
    #expect(try refusal { try close(Desk(until: .signed), "2026-11-10") }?.rule == .order)
    try desk.accept("2026-10-20")
    #expect(try refusal { try close(desk, "2026-11-10") }?.rule == .closing)
    try desk.pay()
    #expect(try close(desk, "2026-11-10").life.state == .closed)
    #expect(try close(desk, "2026-11-11").isRepeated)
  }

  @Test func aLapsedOfferIsClosed() throws {
    #expect(try close(Desk(), "2026-11-10").life.state == .closed)
  }

  /// Closed once every part of the agreed remedy has been delivered, where the policy says so.
  @Test func everyRemedyIsDeliveredFirst() throws {
    let desk = try Desk()
    try desk.accept("2026-10-20")
    try desk.pay()
    func deliver(_ remedy: Int) throws -> ActOutcome {
      try desk.write("s.ward", "2026-10-28") { try $0.deliver(desk.number, remedy: remedy, proof: "order \(remedy)") }
    }
    _ = try deliver(1)
    #expect(try deliver(1).isRepeated)
    #expect(try refusal { try deliver(3) }?.rule == .order)
    let refused = try #require(try refusal { try close(desk, "2026-11-10", remedies: ["policy#12"]) })
    #expect(refused.rule == .closing && refused.sources == ["policy#12"])
    #expect(refused.says.contains("remedy 2"))
    _ = try deliver(2)
    #expect(try close(desk, "2026-11-10", remedies: ["policy#12"]).life.state == .closed)
  }

  @Test func notBeforeItsLastAct() throws {
    let desk = try Desk()
    try desk.accept("2026-10-20")
    try desk.pay()
    #expect(try refusal { try close(desk, "2026-10-21") }?.rule == .day)
  }

  @Test func aPaymentThatComesBackOpensItAgain() throws {
    let desk = try Desk()
    try desk.accept("2026-10-20")
    let payment = try desk.pay().event.number
    _ = try close(desk, "2026-11-10")
    let life = try desk.write("s.ward", "2026-11-12") {
      try $0.takeBack(payment, of: desk.number, because: "cheque not cashed").life
    }
    #expect(life.state == .accepted && life.closedOn == nil)
  }
}
