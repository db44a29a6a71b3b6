import Redress
import Testing

struct ActualCostTests {
  private static func costs(_ stated: KeyValuePairs<String, Stated> = [:], receipts: [Int64] = []) -> Found {
    var given = Anyshire.claim()
    let item = given.item("costs", stated)
    for pence in receipts { given.receipt(pence, item: item) }
    return Found(given)
  }

  @Test func `Receipts are added up`() throws {
    let found = Self.costs(receipts: [30_00, 12_00, 1])
    #expect(found["head.costs"] == [.receipted(count: 3, amount: Money(pence: 42_01))])
    #expect(try #require(found.assessment.award).payable == Money(pence: 42_01))
    #expect(found["payment.receipts"] == [.doesNotApply])
  }

  @Test func `An amount stated beside receipts must be their total`() {
    #expect(Self.costs(["amount": .pounds(42)], receipts: [30_00, 12_00]).outcome == .awarded)
    let found = Self.costs(["amount": .pence(42_01)], receipts: [30_00, 12_00])
    #expect(found.assessment.faults == [.differsFromReceipts(item: 1)])
    #expect(found.outcome == .faulty)
  }

  @Test func `Other evidence stands in for receipts`() {
    let found = Self.costs(["amount": .pounds(42), "evidence": .words])
    #expect(found["head.costs"] == [.evidenced(amount: pounds(42))])
    #expect(found["payment.receipts"] == [.doesNotApply])
  }

  @Test func `An offer may be made before there is proof, and payment waits`() {
    let found = Self.costs(["amount": .pounds(42)])
    #expect(found["head.costs"] == [.unproven(amount: pounds(42))])
    #expect(found["payment.receipts"] == [.carried])
    #expect(found.items("payment.receipts") == [1])
    #expect(found.outcome == .awarded)
  }

  @Test func `With nothing stated the receipts are missing, and with evidence the amount`() {
    #expect(Self.costs().missing == ["receipts 1"])
    #expect(Self.costs(["evidence": .words]).missing == ["amount 1"])
  }

  @Test func `Nothing spent is a fault`() {
    #expect(Self.costs(["amount": .pounds(0)]).assessment.faults == [.nothingSpent(item: 1)])
    #expect(Self.costs(["amount": .pounds(0), "evidence": .words]).assessment.faults == [.nothingSpent(item: 1)])
    #expect(Self.costs(receipts: [0]).assessment.faults == [.nothingSpent(item: 1)])
  }

  @Test func `Costs given in kind are a question, for no level prints it`() {
    let found = Self.costs(["amount": .pounds(42), "form": "flowers"])
    #expect(found.questions == ["in-kind 1"])
    #expect(found.outcome == .undecided)
  }

  @Test func `Costs paid by a named form keep it`() {
    let found = Self.costs(["form": "bacs"], receipts: [5_00])
    #expect(found.assessment.items[0].form == 0)
    #expect(found.outcome == .awarded)
  }

  @Test func `Receipts of the case count for each item without its own, and only its own fact's count`() {
    var scheme = Scheme()
    scheme.fact("bills", .receipts, of: .ofEither, leftOut: .unstated)
    scheme.fact("tickets", .receipts, of: .ofItem, leftOut: .unstated)
    scheme.fact("evidence", .text, of: .ofItem, leftOut: .unstated)
    scheme.fact("amount", .money, of: .ofItem, leftOut: .unstated)
    for fact in ["bills", "tickets"] {
      let cost = ActualCost(
        receipts: scheme[fact: fact], evidence: scheme[fact: "evidence"], amount: scheme[fact: "amount"])
      scheme.head("head of \(fact)", .actualCost(cost))
    }
    var given = Facts(scheme.matrix())
    given.receipt(10_00, of: "bills", item: 0)
    given.receipt(11_00, of: "bills", item: 0)
    given.item("head of bills")
    given.item("head of tickets")
    given.receipt(3_00, of: "tickets", item: 2)
    given.receipt(4_00, of: "bills", item: 2)
    let found = Found(given)
    #expect(found["head.head of bills"] == [.receipted(count: 2, amount: pounds(21))])
    #expect(found["head.head of tickets"] == [.receipted(count: 1, amount: pounds(3))])
  }
}
