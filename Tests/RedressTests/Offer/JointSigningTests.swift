import Redress
import Testing

/// Decisions that several people sign, reviews, refusals, and schemes that name nobody.
struct JointSigningTests {
  private func joint() -> Desk {
    var desk = Desk()
    desk.scheme.authority = []
    desk.scheme.ladder("sum", [(500, [["head"], ["director", "chief"]]), (nil, [["chief"], ["director"]])])
    return desk
  }

  @Test func `Each set needs a signature, from different people`() {
    let desk = joint()
    #expect(desk.rule(of: "hana") == .secondSigner)
    #expect(desk.rule(of: "hana", "dora") == nil)
    #expect(desk.rule(of: "dora", "hana") == nil)
    #expect(desk.rule(of: "hana", "hana") == .secondSigner)
    #expect(desk.rule(of: "hana", "mia") == .authorityTooLow)
  }

  @Test func `Two of a later step sign for a lower one`() {
    #expect(joint().rule(of: "carl", "dora") == nil)
    #expect(joint().rule(of: "carl") == .secondSigner)
  }

  @Test func `The first of two is told what is still needed`() throws {
    let desk = joint()
    let missing = try desk.draft!.stillNeeded(after: "dora", beside: [], in: desk.conditions)
    #expect(missing.map(\.roles) == [["head"]])
    let none = try desk.draft!.stillNeeded(after: "hana", beside: ["dora"], in: desk.conditions)
    #expect(none.isEmpty)
  }

  @Test func `One who could make either signature makes the one that the other cannot`() {
    var desk = joint()
    desk.officers[2] = Officer(
      id: "hana", name: "Hana",
      posts: [
        .init(role: "head", days: DaySpan(from: day(2024, 1, 1))),
        .init(role: "director", days: DaySpan(from: day(2024, 1, 1))),
      ])
    desk.officers[3] = .holding("dora", "head")
    #expect(desk.rule(of: "hana", "dora") == nil)
    #expect(desk.rule(of: "dora", "hana") == nil)
  }

  @Test func `An item that no ladder measures stops every signature`() {
    var desk = Desk { scheme in
      scheme.typedHead("costs")
      scheme.authority = []
      scheme.ladder("costs", heads: ["costs"], [(nil, [["head"]])])
    }
    desk.amounts = [18_000]
    #expect(desk.rule(of: "hana") == .authorityTooLow)
  }

  // MARK: Review

  private func review(decidedBy text: String?) -> Desk {
    var desk = Desk { scheme in
      scheme.fact("asked-again-on", .date, leftOut: .unstated)
      scheme.fact("decided-by", .text, leftOut: .unstated)
      scheme.review = Review(
        given: scheme[fact: "asked-again-on"], decidedBy: scheme[fact: "decided-by"], citations: [], readings: [])
    }
    desk.stated = ["asked-again-on": .on(2026, 10, 1)]
    if let text { desk.texts = ["decided-by": text] }
    return desk
  }

  @Test(
    arguments: [
      ("mia", nil), ("hana", SigningRefusal.Rule.sameReviewer), ("mia, hana", .sameReviewer), ("Hana", .sameReviewer),
      ("mia;  hana ", .sameReviewer), (nil, .sameReviewer), ("hanna", .sameReviewer),
      ("mia and hana", .sameReviewer), ("Ms Hana", .sameReviewer), ("mia and dora", nil),
    ] as [(String?, SigningRefusal.Rule?)])
  func `Who decided the stage before does not sign its review`(text: String?, rule: SigningRefusal.Rule?) {
    #expect(review(decidedBy: text).rule(of: "hana") == rule)
  }

  @Test func `A first stage has no reviewer`() {
    var desk = review(decidedBy: "hana")
    desk.stated = [:]
    #expect(desk.rule(of: "hana") == nil)
  }

  // MARK: Refusals

  private func refused() -> Desk {
    var desk = Desk { scheme in
      scheme.excludeFlag("barred", of: .ofCase)
      scheme.fact("unused", .flag)
    }
    desk.stated = ["barred": true]
    return desk
  }

  @Test func `A refusal is signed by the author's manager, or theirs in turn`() {
    var desk = refused()
    desk.officers[2] = .holding("hana", "head", manager: "dora")
    #expect(desk.draft?.decision == .refusal)
    #expect(desk.rule(of: "hana") == nil)
    #expect(desk.rule(of: "dora") == nil)
    #expect(desk.rule(of: "carl") == .authorityTooLow)
    #expect(desk.rule(of: "clerk") == .ownWork)
    #expect(desk.refusal(of: "carl")?.sources == ["house#refusal-signer"])
    #expect(desk.refusal(of: "carl")?.whoCould == ["hana", "dora"])
  }

  @Test func `Managers in a circle sign nothing of one another's`() {
    var desk = refused()
    desk.officers[2] = .holding("hana", "head", manager: "clerk")
    #expect(desk.rule(of: "hana") == nil)
    #expect(desk.rule(of: "clerk") == .ownWork)
  }

  @Test func `Without a manager nobody signs a refusal`() {
    var desk = refused()
    desk.officers[0] = .holding("clerk", "case-handler")
    #expect(desk.rule(of: "hana") == .authorityTooLow)
    #expect(desk.refusal(of: "hana")?.whoCould == [])
  }

  // MARK: House rules

  @Test func `A scheme that names nobody is signed only under a house rule`() {
    var desk = Desk()
    desk.scheme.authority = []
    #expect(desk.refusal(of: "hana")?.rule == .authorityTooLow)
    desk.house = HouseAuthority(
      scheme: "anyshire", source: "minute 12 of 4 May 2026",
      steps: [.init(upTo: pounds(180), signers: [["head"]]), .init(upTo: nil, signers: [["chief"]])], refusals: nil)
    #expect(desk.rule(of: "hana") == nil)
    #expect(desk.rule(of: "carl") == nil)
    #expect(desk.refusal(of: "dora")?.sources == ["minute 12 of 4 May 2026"])
    desk.amounts = [18_001]
    #expect(desk.rule(of: "hana") == .authorityTooLow)
  }

  @Test func `A house rule never takes the place of the policy`() {
    var desk = Desk()
    desk.house = HouseAuthority(
      scheme: "anyshire", source: "minute 12", steps: [.init(upTo: nil, signers: [["manager"]])], refusals: nil)
    #expect(desk.rule(of: "mia") == .authorityTooLow)
  }

  @Test func `A house ladder with an end stops there`() {
    var desk = Desk()
    desk.scheme.authority = []
    desk.house = HouseAuthority(
      scheme: "anyshire", source: "minute 12", steps: [.init(upTo: pounds(100), signers: [["head"]])], refusals: nil)
    #expect(desk.rule(of: "hana") == .authorityTooLow)
  }

  // MARK: Decisions on record

  @Test func `A decision counts only from somebody who may take it`() {
    var desk = Desk { scheme in
      scheme.decision("let-in", .anyOf([scheme.role("head"), scheme.role("director")]))
      scheme.fact("shut", .flag)
      scheme.exclude("shut", when: .flag(scheme[fact: "shut"]), unless: "let-in")
    }
    desk.stated = ["shut": true]
    func decide(_ by: String, _ on: CivilDate = day(2026, 10, 10)) {
      desk.decisions = [RecordedDecision(about: "let-in", isAccepted: true, by: by, on: on, because: "ill")]
    }
    decide("hana")
    #expect(desk.rule(of: "hana") == nil)
    decide("mia")
    #expect(desk.rule(of: "hana") == .decisionMaker)
    decide("nobody")
    #expect(desk.rule(of: "hana") == .decisionMaker)
    decide("hana", day(2024, 3, 31))
    #expect(desk.rule(of: "hana") == .decisionMaker)
    decide("hana", day(2024, 4, 1))
    #expect(desk.rule(of: "hana") == nil)
  }

  @Test(
    arguments: [
      ("hana, dora", nil), ("Hana and Dora", nil), ("hana, nobody", SigningRefusal.Rule.decisionMaker),
    ] as [(String, SigningRefusal.Rule?)])
  func `Each name of a decision is an officer's`(by: String, rule: SigningRefusal.Rule?) {
    var desk = Desk { scheme in
      scheme.decision("let-in", .jointly([scheme.role("head"), scheme.role("director")]))
      scheme.fact("shut", .flag)
      scheme.exclude("shut", when: .flag(scheme[fact: "shut"]), unless: "let-in")
    }
    desk.stated = ["shut": true]
    desk.decisions = [
      RecordedDecision(about: "let-in", isAccepted: true, by: by, on: day(2026, 10, 10), because: "ill")
    ]
    #expect(desk.rule(of: "hana") == rule)
  }

  @Test func `A decision after the offer date settles nothing`() {
    var desk = Desk { scheme in
      scheme.decision("let-in", .anyOf([scheme.role("head")]))
      scheme.fact("shut", .flag)
      scheme.exclude("shut", when: .flag(scheme[fact: "shut"]), unless: "let-in")
    }
    desk.stated = ["shut": true]
    for (on, rule) in [(Desk.offerDate, nil), (day(2026, 10, 13), SigningRefusal.Rule.decisionMaker)] {
      desk.decisions = [RecordedDecision(about: "let-in", isAccepted: true, by: "hana", on: on, because: "ill")]
      #expect(desk.rule(of: "dora") == rule)
    }
  }

  // MARK: Limits of the post that is counted

  @Test(arguments: [
    (SigningLimit.upTo(180), true), (.upTo(179), false),
    (SigningLimit(upTo: nil, heads: nil, together: .init(upTo: pounds(5), within: Period(1, .months))), false),
  ])
  func `A signature counts by a post whose own limit reaches`(limit: SigningLimit, isEnough: Bool) throws {
    var desk = joint()
    desk.officers[3] = Officer(
      id: "dora", name: "Dora",
      posts: [
        .init(role: "director", days: DaySpan(from: day(2024, 1, 1)), limit: limit),
        .init(role: "head", days: DaySpan(from: day(2024, 1, 1))),
      ])
    #expect((desk.rule(of: "hana", "dora") == nil) == isEnough)
    guard isEnough else { return }
    let signers = try desk.draft!.authorised(by: ["hana", "dora"], in: desk.conditions).signers
    #expect(signers.map(\.role) == ["head", "director"])
  }

  @Test func `A deputy of a manager who has left signs no refusal`() {
    var desk = refused()
    desk.officers.append(.deputy("tom", for: "hana", from: day(2026, 10, 1), until: day(2026, 10, 31)))
    desk.officers.append(.holding("tim", "clerk-of-works"))
    desk.officers[5] = Officer(
      id: "tom", name: "Tom", posts: [.init(role: "clerk-of-works", days: DaySpan(from: day(2024, 1, 1)))],
      deputyships: desk.officers[5].deputyships)
    #expect(desk.rule(of: "tom") == nil)
    desk.officers[2] = .holding("hana", "head", until: day(2026, 10, 11))
    #expect(desk.rule(of: "tom") == .authorityTooLow)
  }
}
