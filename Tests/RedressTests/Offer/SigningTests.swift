import Redress
import Testing

/// Who may sign what, a penny and a day either side.
struct SigningTests {
  @Test func `The step that the sum falls in signs, and every later one`() {
    let desk = Desk()
    #expect(desk.rule(of: "hana") == nil)
    #expect(desk.rule(of: "dora") == nil)
    #expect(desk.rule(of: "carl") == nil)
    #expect(desk.rule(of: "mia") == .authorityTooLow)
  }

  @Test(
    arguments: [
      (10_000, "mia", nil), (10_001, "mia", SigningRefusal.Rule.authorityTooLow), (10_001, "hana", nil),
      (50_000, "hana", nil), (50_001, "hana", .authorityTooLow), (50_001, "dora", nil),
    ] as [(Int64, String, SigningRefusal.Rule?)])
  func `A penny either side of a ceiling`(pence: Int64, signer: String, rule: SigningRefusal.Rule?) {
    var desk = Desk()
    desk.amounts = [pence]
    #expect(desk.rule(of: signer) == rule)
  }

  @Test func `Items are measured together`() {
    var desk = Desk()
    desk.amounts = [6_000, 4_001]
    #expect(desk.rule(of: "mia") == .authorityTooLow)
    desk.amounts = [6_000, 4_000]
    #expect(desk.rule(of: "mia") == nil)
  }

  @Test func `Nobody is no signer`() {
    #expect(Desk().refusal(of: "nobody")?.rule == .officerUnknown)
    #expect(Desk().refusal()?.rule == .secondSigner)
  }

  @Test func `The author is an officer too`() {
    var desk = Desk()
    desk.author = "ghost"
    let refusal = desk.refusal(of: "hana")
    #expect(refusal?.rule == .officerUnknown)
    #expect(refusal?.officer == "ghost")
  }

  @Test(
    arguments: [
      (day(2026, 10, 13), nil, SigningRefusal.Rule.roleNotHeld), (day(2026, 10, 12), nil, nil),
      (day(2024, 4, 1), day(2026, 10, 11), .roleNotHeld), (day(2024, 4, 1), day(2026, 10, 12), nil),
    ] as [(CivilDate, CivilDate?, SigningRefusal.Rule?)])
  func `The post is held on the offer date`(from: CivilDate, until: CivilDate?, rule: SigningRefusal.Rule?) {
    var desk = Desk()
    desk.officers[2] = .holding("hana", "head", from: from, until: until)
    #expect(desk.rule(of: "hana") == rule)
  }

  @Test func `One who held the post before and holds another now is told so`() {
    var desk = Desk()
    desk.officers[2] = Officer(
      id: "hana", name: "Hana",
      posts: [
        .init(role: "head", days: DaySpan(from: day(2024, 1, 1), until: day(2026, 6, 30))),
        .init(role: "manager", days: DaySpan(from: day(2026, 7, 1))),
      ])
    let refusal = desk.refusal(of: "hana")
    #expect(refusal?.rule == .roleNotHeld)
    #expect(refusal?.says.contains("30 June 2026") == true)
    #expect(refusal?.whoCould == ["dora", "carl"])
  }

  @Test func `Nobody signs their own work`() {
    var desk = Desk()
    desk.author = "hana"
    #expect(desk.rule(of: "hana") == .ownWork)
    #expect(desk.rule(of: "dora") == nil)
  }

  @Test func `Who set an amount has prepared it`() {
    var desk = Desk()
    desk.reasons = [Case.Reason(item: 1, by: "hana", because: "long")]
    #expect(desk.rule(of: "hana") == .ownWork)
    #expect(desk.refusal(of: "hana")?.whoCould == ["dora", "carl"])
  }

  @Test(arguments: ["hana", "Hana", "HANA", " hana", "clerk, hana", "clerk;hana", "clerk and hana", "clerk & hana"])
  func `However the name of who set an amount is written, it is theirs`(by: String) {
    var desk = Desk()
    desk.reasons = [Case.Reason(item: 1, by: by, because: "long")]
    #expect(desk.rule(of: "hana") == .ownWork)
    #expect(desk.rule(of: "dora") == nil)
  }

  @Test func `A refusal names the paragraph and who could sign`() {
    let refusal = Desk().refusal(of: "mia")
    #expect(refusal?.sources == ["policy#authority.sum"])
    #expect(refusal?.whoCould == ["hana", "dora", "carl"])
    #expect(refusal?.says == "£180.00 in all is for the Head to sign. mia is Manager.")
  }

  // MARK: Deputies and limits

  @Test(
    arguments: [
      (day(2026, 10, 12), day(2026, 10, 20), nil),
      (day(2026, 10, 13), day(2026, 10, 20), SigningRefusal.Rule.roleNotHeld),
      (day(2026, 10, 1), day(2026, 10, 11), .roleNotHeld), (day(2026, 10, 1), day(2026, 10, 12), nil),
    ] as [(CivilDate, CivilDate, SigningRefusal.Rule?)])
  func `A deputy signs within the days`(from: CivilDate, until: CivilDate, rule: SigningRefusal.Rule?) {
    var desk = Desk()
    desk.officers.append(.deputy("tom", for: "hana", from: from, until: until))
    #expect(desk.rule(of: "tom") == rule)
  }

  @Test func `A deputy does not sign the work of whom they replace`() {
    var desk = Desk()
    desk.author = "hana"
    desk.officers.append(.deputy("tom", for: "hana", from: day(2026, 10, 1), until: day(2026, 10, 31)))
    #expect(desk.rule(of: "tom") == .ownWork)
  }

  @Test func `A deputy holds no more than the other holds on the day`() {
    var desk = Desk()
    desk.officers[2] = .holding("hana", "head", until: day(2026, 10, 11))
    desk.officers.append(.deputy("tom", for: "hana", from: day(2026, 10, 1), until: day(2026, 10, 31)))
    #expect(desk.rule(of: "tom") == .roleNotHeld)
  }

  @Test func `An officer's own limit is narrower than the policy's`() {
    var desk = Desk()
    desk.officers[2] = .holding("hana", "head", limit: .upTo(180))
    #expect(desk.rule(of: "hana") == nil)
    desk.amounts = [18_001]
    #expect(desk.rule(of: "hana") == .authorityTooLow)
  }

  @Test func `A deputy has both limits`() {
    var desk = Desk()
    desk.officers.append(
      .deputy("tom", for: "hana", from: day(2026, 10, 1), until: day(2026, 10, 31), limit: .upTo(179)))
    #expect(desk.rule(of: "tom") == .authorityTooLow)
  }

  @Test func `A limit to other heads does not reach`() {
    var desk = Desk()
    desk.officers[2] = .holding("hana", "head", limit: SigningLimit(upTo: nil, heads: ["costs"], together: nil))
    #expect(desk.rule(of: "hana") == .authorityTooLow)
    desk.officers[2] = .holding("hana", "head", limit: SigningLimit(upTo: nil, heads: ["trouble"], together: nil))
    #expect(desk.rule(of: "hana") == nil)
  }

  @Test func `Nothing is signed under a limit for several offers together`() {
    var desk = Desk()
    let limit = SigningLimit(
      upTo: nil, heads: nil, together: .init(upTo: pounds(5000), within: Period(12, .months)))
    desk.officers[2] = .holding("hana", "head", limit: limit)
    #expect(desk.rule(of: "hana") == .cumulativeLimit)
    #expect(desk.refusal(of: "hana")?.whoCould == ["dora", "carl"])
  }
}
