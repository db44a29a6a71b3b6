import Redress
import Testing

/// Several people who share what is paid, and offers of nothing.
struct PayeesTests {
  private static let matrix: Matrix = {
    var scheme = Scheme()
    scheme.statedHead("it")
    scheme.fact("people", .count)
    scheme.fact("paid", .money, leftOut: .taken(0))
    scheme.fact("rent", .money, leftOut: .taken(0))
    scheme.alreadyPaid("paid")
    scheme.setOff(["rent"])
    scheme.payees("people")
    scheme.authority([(nil, ["manager"])])
    return scheme.matrix()
  }()

  @Test(
    arguments: [
      (100_00, 1, 100_00, 0, [100_00]), (100_00, 3, 33_33, 1, [33_34, 33_33, 33_33]),
      (99_99, 3, 33_33, 0, [33_33, 33_33, 33_33]), (100_01, 3, 33_33, 2, [33_34, 33_34, 33_33]),
      (1, 3, 0, 1, [1, 0, 0]),
    ] as [(Int64, Int64, Int64, Int64, [Int64])])
  func `Shares are equal, and odd pennies go to the first`(
    sum: Int64, people: Int64, each: Int64, pennies: Int64, shares: [Int64]
  ) throws {
    let found = Found(.one(Self.matrix, ["people": .count(people)], item: ["sum": .pence(sum)]))
    #expect(found["payees"] == [.split(payees: people, each: Money(pence: each), pennies: pennies)])
    let award = try #require(found.assessment.award)
    #expect(award.payees == people)
    #expect(award.shares.map(\.pence) == shares)
    #expect(award.shares.reduce(.zero, +) == award.payable)
  }

  @Test func `What is shared is what is left to pay`() {
    let found = Found(
      .one(
        Self.matrix, ["people": .count(2), "paid": .pounds(10), "rent": .pence(20_01)], item: ["sum": .pounds(100)]))
    #expect(found["payees"] == [.split(payees: 2, each: Money(pence: 34_99), pennies: 1)])
  }

  @Test func `Nobody and not said are faults`() {
    for given in [
      Facts.one(Self.matrix, item: ["sum": .pounds(1)]),
      Facts.one(Self.matrix, ["people": .count(0)], item: ["sum": .pounds(1)]),
    ] {
      let found = Found(given)
      #expect(found.missing == ["people"])
      #expect(found["payees"] == [.notReached])
      #expect(found["authority"] == [.signedBy(step: 0, measured: pounds(1))])
      #expect(found.outcome == .faulty)
      #expect(found.assessment.award == nil)
    }
  }

  @Test func `Nobody is a fault also where it is not known whether an earlier payment counts`() {
    var scheme = Scheme()
    scheme.statedHead("it")
    for name in ["people", "state"] { scheme.fact(name, .count) }
    for name in ["paid", "rent"] { scheme.fact(name, .money, leftOut: .taken(0)) }
    scheme.alreadyPaid("paid", when: .compare(scheme[fact: "state"], .below, .value(4)))
    scheme.setOff(["rent"], notWhen: .compare(scheme[fact: "rent"], .atLeast, .value(0)))
    scheme.payees("people")
    let found = Found(.one(scheme.matrix(), ["people": .count(0)], item: ["sum": .pounds(1)]))
    #expect(found.missing == ["state", "people"])
  }

  // MARK: Nothing to offer

  @Test func `Where everything comes to nothing the case is refused by its total`() {
    var given = Facts.one(Self.matrix, ["people": .count(2)], item: ["sum": .pounds(0)])
    given.item("it", ["sum": .pounds(0)])
    let found = Found(given)
    #expect(found.outcome == .refused)
    #expect(found.refusals == ["total"])
    #expect(found["total"] == [.totalled(gross: .zero, inKind: .zero)])
    for rule in ["already-paid", "set-off", "payees", "authority"] { #expect(found[rule] == [.notReached]) }
    #expect(found.keptOut == [nil, nil])
  }

  @Test func `A penny is an offer, also where all of it was paid before`() throws {
    let one = Found(.one(Self.matrix, ["people": .count(1)], item: ["sum": .pence(1)]))
    #expect(one.outcome == .awarded)
    let paid = Found(.one(Self.matrix, ["people": .count(1), "paid": .pounds(1)], item: ["sum": .pence(1)]))
    #expect(try #require(paid.assessment.award).payable == .zero)
    #expect(try #require(paid.assessment.award).paidInExcess == Money(pence: 99))
  }

  @Test func `An offer of nothing opens no time to accept it`() {
    var scheme = Scheme()
    scheme.statedHead("it")
    scheme.fact("offered", .date)
    scheme.fact("accepted", .date, leftOut: .unstated)
    scheme.acceptance(from: "offered", until: "accepted", [.inTime(28), .then(.refused)])
    let found = Found(.one(scheme.matrix(), item: ["sum": .pounds(0)]))
    #expect(found["acceptance-window"] == [.notReached])
    #expect(found.outcome == .refused)
    #expect(found.missing == [])
  }
}
