import Redress
import Testing

struct LargeCaseTests {
  @Test func `A thousand items at the largest sum are added up`() throws {
    var given = Anyshire.claim(["rent": .pence(Money.largest.pence), "paid": .pence(Money.largest.pence)])
    for _ in 0..<CaseFacts.mostItems {
      given.item("trouble", ["impact": "high", "amount": .pence(Money.largest.pence)])
    }
    let award = try #require(Found(given).assessment.award)
    #expect(award.gross == 1_000 * Money.largest)
    #expect(award.payable == 998 * Money.largest)
  }

  @Test func `Ten thousand receipts at the largest sum are added up`() throws {
    var given = Anyshire.claim()
    given.item("costs")
    for _ in 0..<CaseFacts.mostReceipts { given.receipt(Money.largest.pence, item: 1) }
    let found = Found(given)
    #expect(found["head.costs"] == [.receipted(count: 10_000, amount: 10_000 * Money.largest)])
  }

  @Test func `A thousand items with facts of their own are each tried`() {
    var given = Anyshire.claim()
    for number in 1...CaseFacts.mostItems {
      given.item("trouble", ["impact": "low", "amount": .pounds(1), "repair": .number(number % 2 == 0 ? 1 : 0)])
    }
    let found = Found(given)
    #expect(found.refusals.count == 500)
    #expect(found["total"] == [.totalled(gross: pounds(500), inKind: .zero)])
  }

  @Test func `One item or one receipt more stops the program`() async {
    await #expect(processExitsWith: .failure) {
      var given = Anyshire.claim()
      for _ in 0...CaseFacts.mostItems { given.item("trouble") }
    }
    await #expect(processExitsWith: .failure) {
      var given = Anyshire.claim()
      given.item("costs")
      for _ in 0...CaseFacts.mostReceipts { given.receipt(1, item: 1) }
    }
  }

  @Test func `A scheme may have sixty heads, and more`() throws {
    var scheme = Scheme()
    for number in 1...70 { scheme.typedHead("head \(number)") }
    var given = Facts(scheme.matrix())
    given.item("head 60", ["amount": .pounds(6)])
    given.item("head 70", ["amount": .pounds(7)])
    let found = Found(given)
    #expect(found["head.head 60"] == [.banded(level: 0, amount: pounds(6), placed: false)])
    #expect(found["head.head 70"] == [.banded(level: 0, amount: pounds(7), placed: false)])
    #expect(found.assessment.lines.count { $0.finding == .notClaimed } == 68)
  }

  @Test func `A scheme may have all the facts, decisions and choices that it is allowed`() {
    var scheme = Scheme()
    scheme.typedHead("trouble")
    scheme.choice("colour", (0..<60).map { "colour \($0)" }, leftOut: .taken(59))
    while scheme.facts.count < Matrix.mostFacts { scheme.fact("fact \(scheme.facts.count)", .flag, of: .ofEither) }
    while scheme.decisions.count < Matrix.mostDecisions { scheme.decision("decision \(scheme.decisions.count)") }
    let last = "fact \(Matrix.mostFacts - 1)"
    let isLast = Condition.all([.flag(scheme[fact: last]), .oneOf(scheme[fact: "colour"], [0, 59])])
    scheme.exclude("last", when: isLast, unless: "decision \(Matrix.mostDecisions - 1)")
    var given = Facts(scheme.matrix(), ["fact 126": true])
    given.item("trouble", ["amount": .pounds(1)])
    #expect(Found(given).outcome == .awarded)
    given.state([last: true])
    #expect(Found(given).outcome == .refused)
    given.accept("decision \(Matrix.mostDecisions - 1)")
    #expect(Found(given).used == ["decision \(Matrix.mostDecisions - 1)"])
  }
}
