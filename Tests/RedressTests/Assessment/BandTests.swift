import Redress
import Testing

struct BandTests {
  private static func item(_ stated: KeyValuePairs<String, Stated>) -> Found {
    var given = Anyshire.claim()
    given.item("trouble", stated)
    return Found(given)
  }

  private static func reading(_ name: String) -> Finding {
    .unpriced(.reading(Ref(Anyshire.matrix.readings.firstIndex { $0.name == name }!)))
  }

  @Test(
    arguments: [
      ("low", 0, 1), ("low", 0, 50_00), ("low", 0, 100_00), ("medium", 1, 101_00), ("medium", 1, 500_00),
      ("high", 2, 500_01), ("high", 2, 1_000_000_000_00),
    ] as [(Stated, Int, Int64)])
  func `An amount inside its band, both ends included, is priced`(impact: Stated, level: Int, pence: Int64) throws {
    let found = Self.item(["impact": impact, "amount": .pence(pence)])
    #expect(found["head.trouble"] == [.banded(level: level, amount: Money(pence: pence), placed: false)])
    #expect(try #require(found.assessment.award).gross == Money(pence: pence))
  }

  @Test(
    arguments: [
      ("low", 0, 0), ("low", 0, 101_00), ("medium", 1, 100_00), ("medium", 1, 500_01), ("high", 2, 500_00),
    ] as [(Stated, Int, Int64)])
  func `An amount outside its band is a fault`(impact: Stated, level: Int, pence: Int64) {
    let found = Self.item(["impact": impact, "amount": .pence(pence)])
    #expect(found.outcome == .faulty)
    #expect(found.assessment.faults == [.outsideBand(level: level, item: 1)])
    #expect(found["head.trouble"] == [.notReached])
  }

  @Test(arguments: [100_01, 100_50, 100_99] as [Int64], ["low", "medium", "high"] as [Stated])
  func `An amount in the gap is a question, whatever the level`(pence: Int64, impact: Stated) {
    let found = Self.item(["impact": impact, "amount": .pence(pence)])
    #expect(found.outcome == .undecided)
    #expect(found["head.trouble"] == [Self.reading("gap")])
    #expect(found.questions == ["gap 1"])
    #expect(found["total"] == [.notReached])
  }

  @Test func `Without a level nothing can be priced`() {
    let found = Self.item(["amount": .pounds(50)])
    #expect(found.missing == ["impact 1"])
    #expect(found.outcome == .faulty)
  }

  @Test func `Without an amount a person is asked for it`() {
    let found = Self.item(["impact": "low"])
    #expect(found.questions == ["amount 1"])
    #expect(found["head.trouble"] == [.unpriced(.fact(found.fact("amount")))])
  }

  // MARK: Placed cases

  @Test(arguments: [[:], ["impact": "medium"]] as [KeyValuePairs<String, Stated>])
  func `A case that the policy places has its level without being told`(stated: KeyValuePairs<String, Stated>) {
    var given = Anyshire.claim()
    given.item("trouble", stated)
    given.state(["supported-living": true, "amount": .pounds(300)], item: 1)
    #expect(Found(given)["head.trouble"] == [.banded(level: 1, amount: pounds(300), placed: true)])
  }

  @Test func `Less than its place starts at is a fault, as it is anywhere`() {
    let found = Self.item(["supported-living": true, "amount": .pounds(50)])
    #expect(found.assessment.faults == [.outsideBand(level: 1, item: 1)])
  }

  @Test(arguments: [("low", 300_00), ("medium", 500_01), ("high", 300_00), ("high", 600_00)] as [(Stated, Int64)])
  func `Another level or amount for a placed case is a question`(impact: Stated, pence: Int64) {
    let found = Self.item(["supported-living": true, "impact": impact, "amount": .pence(pence)])
    #expect(found["head.trouble"] == [Self.reading("supported")])
    #expect(found.questions == ["supported 1"])
    #expect(found.outcome == .undecided)
  }

  // MARK: Forms

  @Test func `In kind at the level it is printed for counts, and is not money`() throws {
    let found = Self.item(["impact": "low", "amount": .pounds(40), "form": "flowers"])
    let award = try #require(found.assessment.award)
    #expect(award.gross == .zero)
    #expect(award.inKind == pounds(40))
    #expect(award.payable == .zero)
    #expect(found["total"] == [.totalled(gross: .zero, inKind: pounds(40))])
    #expect(found["authority"] == [.signedBy(step: 0, measured: pounds(40))])
    #expect(found.assessment.items[0].isInKind)
    #expect(found.assessment.items[0].payable == .zero)
  }

  @Test func `In kind at another level is a question`() {
    let found = Self.item(["impact": "medium", "amount": .pounds(140), "form": "flowers"])
    #expect(found["head.trouble"] == [Self.reading("in-kind")])
    #expect(found.questions == ["in-kind 1"])
  }

  @Test func `Money may be given in its own form at every level`() {
    let found = Self.item(["impact": "high", "amount": .pounds(600), "form": "bacs"])
    #expect(found.outcome == .awarded)
    #expect(found.assessment.items[0].form == 0)
    #expect(!found.assessment.items[0].isInKind)
  }

  @Test func `No form is taken where none is stated`() {
    #expect(Self.item(["impact": "low", "amount": .pounds(5)]).assessment.items[0].form == nil)
  }
}
