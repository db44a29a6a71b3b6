import Redress
import Testing

struct EarlierPaymentTests {
  /// £100 of costs, then £20 and £30 for trouble, then £15 in kind.
  private static func given(_ stated: KeyValuePairs<String, Stated>) -> Facts {
    var given = Anyshire.claim(stated)
    given.item("costs", ["amount": .pounds(100)])
    given.item("trouble", ["impact": "low", "amount": .pounds(20)])
    given.item("trouble", ["impact": "low", "amount": .pounds(30)])
    given.item("trouble", ["impact": "low", "amount": .pounds(15), "form": "flowers"])
    return given
  }

  @Test func `The total is the sum of all items, money and in kind apart`() throws {
    let found = Found(Self.given([:]))
    #expect(found["total"] == [.totalled(gross: pounds(150), inKind: pounds(15))])
    #expect(found["already-paid"] == [.nothingPaid])
    #expect(found["authority"] == [.signedBy(step: 1, measured: pounds(165))])
    #expect(try #require(found.assessment.award).payable == pounds(150))
  }

  @Test(
    arguments: [
      (0, [0, 0, 0]), (5, [0, 5, 0]), (20, [0, 20, 0]), (21, [0, 20, 1]), (50, [0, 20, 30]), (51, [1, 20, 30]),
      (150, [100, 20, 30]), (200, [100, 20, 30]),
    ] as [(Int64, [Int64])])
  func `A payment comes off heads that may be set off first, in the order of items, then off the rest`(
    paid: Int64, shares: [Int64]
  ) throws {
    let found = Found(Self.given(["paid": .pounds(paid)]))
    #expect(found.assessment.items.map(\.alreadyPaid) == (shares + [0]).map { pounds($0) })
    let award = try #require(found.assessment.award)
    #expect(award.alreadyPaid == pounds(min(paid, 150)))
    #expect(award.paidInExcess == pounds(max(paid - 150, 0)))
    #expect(award.payable == pounds(150 - min(paid, 150)))
    let lines = found.lines("already-paid")
    #expect(lines.filter { $0.item > 0 }.map(\.item) == [2, 3, 1].filter { shares[$0 - 1] > 0 })
    if paid > 0 { #expect(lines[0].finding == .deducted(pounds(min(paid, 150)))) }
    if paid > 150 { #expect(lines[1].finding == .overpaid(pounds(paid - 150))) }
    #expect(lines.filter { $0.item == 0 }.count == (paid > 150 ? 2 : 1))
  }

  @Test func `A payment before an offer that is all in kind is in excess, and nothing is deducted`() {
    var given = Anyshire.claim(["paid": .pounds(5)])
    given.item("trouble", ["impact": "low", "amount": .pounds(15), "form": "flowers"])
    #expect(Found(given)["already-paid"] == [.overpaid(pounds(5))])
  }

  @Test func `What each item has left is said with what came off it`() {
    let found = Found(Self.given(["paid": .pounds(21)]))
    #expect(
      found["already-paid"].dropFirst() == [
        .taken(amount: pounds(20), left: .zero), .taken(amount: pounds(1), left: pounds(29)),
      ])
  }

  @Test func `Authority is measured before earlier payments`() {
    let found = Found(Self.given(["paid": .pounds(150)]))
    #expect(found["authority"] == [.signedBy(step: 1, measured: pounds(165))])
  }

  @Test func `Arrears are taken from what an earlier payment leaves`() throws {
    let found = Found(Self.given(["paid": .pounds(40), "rent": .pounds(95)]))
    #expect(found.assessment.items.map(\.setOff) == [.zero, .zero, pounds(10), .zero])
    #expect(try #require(found.assessment.award).payable == pounds(100))
  }

  @Test func `A scheme without the rule deducts nothing`() throws {
    var scheme = Scheme()
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix())
    given.item("trouble", ["amount": .pounds(10)])
    let award = try #require(Found(given).assessment.award)
    #expect(award.payable == pounds(10))
    #expect(award.authority[0] == nil)
    #expect(award.lastDayToAccept == nil)
  }
}
