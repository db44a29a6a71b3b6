import Redress
import Testing

/// Set-off that is left to the person or to the organisation, and earlier payments under a condition.
struct ConsentTests {
  private static func matrix(consent: Bool, discretion: Bool) -> Matrix {
    var scheme = Scheme()
    scheme.statedHead("it")
    let rent = scheme.fact("rent", .money, leftOut: .taken(0))
    let agrees = scheme.fact("agrees", .flag, leftOut: .unstated)
    scheme.fact("people", .count, leftOut: .taken(1))
    scheme.decision("set off")
    scheme.payees("people")
    scheme.setOff = SetOff(
      rule: scheme.rule("set-off", .setOff), debts: [rent], disputed: nil, disputedDecision: nil, notWhen: nil,
      consent: consent ? agrees : nil, discretion: discretion ? scheme[decision: "set off"] : nil)
    return scheme.matrix()
  }

  private static func found(
    consent: Bool? = nil, asks: Bool = true, decided: Bool? = nil, decides: Bool = false, rent: Int64 = 30
  ) -> Found {
    var given = Facts.one(
      matrix(consent: asks, discretion: decides), ["rent": .pounds(rent)], item: ["sum": .pounds(100)])
    if let consent { given.state(["agrees": .number(consent ? 1 : 0)]) }
    if let decided { if decided { given.accept("set off") } else { given.decline("set off") } }
    return Found(given)
  }

  private static let taken = Finding.setOff(owed: pounds(30), disputed: .zero, from: pounds(100), taken: pounds(30))

  @Test func `Unanswered, the person is asked`() {
    let found = Self.found()
    #expect(found["set-off"] == [.setOffOpen])
    #expect(found.questions == ["agrees"])
    #expect(found.outcome == .undecided)
    #expect(found["payees"] == [.split(payees: 1, each: pounds(100), pennies: 0)])
  }

  @Test(arguments: [(true, 70), (false, 100)] as [(Bool, Int64)])
  func `The person's answer decides`(agrees: Bool, payable: Int64) throws {
    let found = Self.found(consent: agrees)
    #expect(found["set-off"].first == (agrees ? Self.taken : .notSetOff))
    #expect(try #require(found.assessment.award).payable == pounds(payable))
  }

  @Test func `Undecided, the organisation is asked`() {
    let found = Self.found(asks: false, decides: true)
    #expect(found["set-off"] == [.setOffOpen])
    #expect(found.questions == ["set off"])
    #expect(found.used == [])
  }

  @Test(arguments: [(true, 70), (false, 100)] as [(Bool, Int64)])
  func `The organisation's decision decides`(isAccepted: Bool, payable: Int64) throws {
    let found = Self.found(asks: false, decided: isAccepted, decides: true)
    #expect(found["set-off"].first == (isAccepted ? Self.taken : .notSetOff))
    #expect(try #require(found.assessment.award).payable == pounds(payable))
    #expect(found.used == ["set off"])
  }

  @Test(
    arguments: [
      (nil, nil, ["agrees"], [Finding.setOffOpen]), (nil, true, ["agrees"], [.setOffOpen]),
      (true, nil, ["set off"], [.setOffOpen]), (false, nil, [], [.notSetOff]), (false, true, [], [.notSetOff]),
      (true, false, [], [.notSetOff]),
    ] as [(Bool?, Bool?, [String], [Finding])])
  func `Where both are wanted both must say yes`(
    consent: Bool?, decided: Bool?, questions: [String], findings: [Finding]
  ) {
    let found = Self.found(consent: consent, decided: decided, decides: true)
    #expect(found.questions == questions)
    #expect(found["set-off"] == findings)
  }

  @Test func `Both say yes`() throws {
    let found = Self.found(consent: true, decided: true, decides: true)
    #expect(try #require(found.assessment.award).setOff == pounds(30))
  }

  @Test func `Nobody is asked where nothing is owed`() {
    let found = Self.found(decides: true, rent: 0)
    #expect(found["set-off"] == [.nothingOwed])
    #expect(found.questions == [])
    #expect(found.outcome == .awarded)
  }

  // MARK: Earlier payments

  @Test(arguments: [(nil, 0), (false, 0), (true, 40)] as [(Bool?, Int64)])
  func `An earlier payment comes off only where its condition holds`(included: Bool?, off: Int64) throws {
    var scheme = Scheme()
    scheme.statedHead("it")
    let paid = scheme.fact("paid", .money, leftOut: .taken(0))
    let flag = scheme.fact("included", .flag)
    scheme.alreadyPaid = AlreadyPaid(rule: scheme.rule("already-paid", .alreadyPaid), fact: paid, when: .flag(flag))
    var given = Facts.one(scheme.matrix(), ["paid": .pounds(40)], item: ["sum": .pounds(100)])
    if let included { given.state(["included": .number(included ? 1 : 0)]) }
    let found = Found(given)
    #expect(try #require(found.assessment.award).alreadyPaid == pounds(off))
    #expect(found["already-paid"].first == (off > 0 ? .deducted(pounds(40)) : .doesNotApply))
  }
}
