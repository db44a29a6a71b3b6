import Redress
import Testing

struct SetOffTests {
  /// £120 and £60 for trouble, with £42 of costs between them.
  private static func found(_ stated: KeyValuePairs<String, Stated>, _ decide: (inout Facts) -> Void = { _ in })
    -> Found
  {
    var given = Anyshire.claim(stated)
    given.item("trouble", ["impact": "medium", "amount": .pounds(120)])
    given.item("costs", ["amount": .pounds(42)])
    given.item("trouble", ["impact": "low", "amount": .pounds(60)])
    decide(&given)
    return Found(given)
  }

  @Test(
    arguments: [
      (95, [95, 0, 0]), (120, [120, 0, 0]), (121, [120, 0, 1]), (180, [120, 0, 60]), (500, [120, 0, 60]),
    ] as [(Int64, [Int64])])
  func `A debt is taken from the heads that allow it, in the order of items`(rent: Int64, shares: [Int64]) throws {
    let found = Self.found(["rent": .pounds(rent)])
    let taken = pounds(min(rent, 180))
    #expect(found.assessment.items.map(\.setOff) == shares.map { pounds($0) })
    #expect(
      found["set-off"].prefix(2) == [
        .setOff(owed: pounds(rent), disputed: .zero, from: pounds(180), taken: taken),
        .cleared(debt: found.fact("rent"), owed: pounds(rent), credited: taken),
      ])
    #expect(found.items("set-off") == [0, 0] + [1, 3].filter { shares[$0 - 1] > 0 })
    let award = try #require(found.assessment.award)
    #expect(award.setOff == taken)
    #expect(award.payable == pounds(222) - taken)
  }

  @Test(arguments: [(50, 50), (90, 90), (150, 120)] as [(Int64, Int64)])
  func `Debts are credited in their order`(rent: Int64, credited: Int64) {
    let found = Self.found(["service-charge": .pounds(300), "rent": .pounds(rent), "paid": .pounds(60)])
    #expect(
      found["set-off"][1...2] == [
        .cleared(debt: found.fact("rent"), owed: pounds(rent), credited: pounds(min(rent, 120))),
        .cleared(debt: found.fact("service-charge"), owed: pounds(300), credited: pounds(120 - credited)),
      ])
  }

  @Test func `A debt of nothing has no line`() {
    let found = Self.found(["rent": .pounds(0), "service-charge": .pounds(5)])
    #expect(
      found["set-off"] == [
        .setOff(owed: pounds(5), disputed: .zero, from: pounds(180), taken: pounds(5)),
        .cleared(debt: found.fact("service-charge"), owed: pounds(5), credited: pounds(5)),
        .taken(amount: pounds(5), left: pounds(115)),
      ])
  }

  @Test func `Nothing owed and nothing to take from are told apart`() {
    #expect(Self.found([:])["set-off"] == [.nothingOwed])
    #expect(Self.found(["rent": .pounds(0)])["set-off"] == [.nothingOwed])
    var given = Anyshire.claim(["rent": .pounds(10)])
    given.item("costs", ["amount": .pounds(42)])
    given.item("trouble", ["impact": "low", "amount": .pounds(42), "form": "flowers"])
    #expect(Found(given)["set-off"] == [.nothingToSetOff])
    #expect(Self.found(["rent": .pounds(10), "paid": .pounds(180)])["set-off"] == [.nothingToSetOff])
  }

  // MARK: Disputes

  @Test(arguments: [false, true])
  func `A disputed part stays out until a decision says otherwise`(isDeclined: Bool) throws {
    let found = Self.found(["rent": .pounds(100), "disputed": .pounds(30)]) {
      if isDeclined { $0.decline("disputed-debt") }
    }
    #expect(
      found["set-off"][0] == .setOff(owed: pounds(100), disputed: pounds(30), from: pounds(180), taken: pounds(70)))
    #expect(try #require(found.assessment.award).setOff == pounds(70))
    #expect(found.used == (isDeclined ? ["disputed-debt"] : []))
    #expect(found.questions == [])
  }

  @Test func `With the decision the whole debt is set off`() throws {
    let found = Self.found(["rent": .pounds(100), "disputed": .pounds(30)]) { $0.accept("disputed-debt") }
    #expect(found["set-off"][0] == .setOff(owed: pounds(100), disputed: .zero, from: pounds(180), taken: pounds(100)))
    #expect(found.used == ["disputed-debt"])
  }

  @Test func `The decision is not used where nothing is disputed`() {
    #expect(Self.found(["rent": .pounds(100)]) { $0.accept("disputed-debt") }.used == [])
  }

  @Test func `A debt that is disputed as a whole is not touched`() throws {
    let found = Self.found(["rent": .pounds(100), "disputed": .pounds(100)])
    #expect(
      found["set-off"] == [
        .setOff(owed: pounds(100), disputed: pounds(100), from: pounds(180), taken: .zero),
        .cleared(debt: found.fact("rent"), owed: pounds(100), credited: .zero),
      ])
    #expect(try #require(found.assessment.award).payable == pounds(222))
  }

  @Test func `More cannot be disputed than is owed`() {
    let found = Self.found(["rent": .pounds(100), "disputed": .pence(100_01)])
    #expect(found.assessment.faults == [.disputedAboveOwed])
    #expect(found.outcome == .faulty)
    #expect(found["set-off"] == [.notReached])
    #expect(found["authority"] == [.notReached])
    #expect(Self.found(["disputed": .pence(1)]).assessment.faults == [.disputedAboveOwed])
  }

  // MARK: Schemes

  @Test func `Nothing is set off for those whom the scheme spares`() throws {
    let found = Self.found(["customer": "neighbour", "rent": .pounds(100)])
    #expect(found["set-off"] == [.doesNotApply])
    #expect(try #require(found.assessment.award).setOff == .zero)
  }

  private static func scheme(_ build: (inout Scheme) -> Void) -> Facts {
    var scheme = Scheme()
    scheme.fact("rent", .money, leftOut: .taken(0))
    scheme.fact("disputed", .money, leftOut: .taken(0))
    scheme.choice("customer", ["tenant", "neighbour"])
    scheme.typedHead("trouble")
    build(&scheme)
    var given = Facts(scheme.matrix(), ["rent": .pounds(8), "disputed": .pounds(3)])
    given.item("trouble", ["amount": .pounds(10)])
    return given
  }

  @Test func `A scheme may have no such decision, or know of no dispute, or of no debt`() throws {
    let undecided = Found(Self.scheme { $0.setOff(["rent"], disputed: "disputed") })
    #expect(try #require(undecided.assessment.award).setOff == pounds(5))
    let undisputed = Found(Self.scheme { $0.setOff(["rent"]) })
    #expect(try #require(undisputed.assessment.award).setOff == pounds(8))
    let none = Found(Self.scheme { _ in })
    #expect(try #require(none.assessment.award).setOff == .zero)
  }

  @Test func `Whom the scheme spares must be known when arrears come up`() {
    let found = Found(
      Self.scheme {
        $0.setOff(["rent"], notWhen: .compare($0[fact: "customer"], .equal, .value(1)))
        $0.authority([(nil, ["director"])])
      })
    #expect(found.missing == ["customer"])
    #expect(found.outcome == .faulty)
  }
}
