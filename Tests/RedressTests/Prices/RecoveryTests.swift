import Redress
import Testing

/// What was really spent, less what somebody else paid.
struct RecoveryTests {
  private static let matrix: Matrix = .of { scheme in
    let receipts = scheme.fact("receipts", .receipts, of: .ofItem, leftOut: .unstated)
    let evidence = scheme.fact("evidence", .text, of: .ofItem, leftOut: .unstated)
    let amount = scheme.fact("amount", .money, of: .ofItem, leftOut: .unstated)
    let insurer = scheme.fact("insurer", .money, of: .ofEither, leftOut: .unstated)
    let council = scheme.fact("council", .money, of: .ofItem, leftOut: .taken(0))
    return .actualCost(
      ActualCost(receipts: receipts, evidence: evidence, amount: amount, less: [insurer, council]))
  }

  @Test(arguments: [(1, 99_99), (99_99, 1), (100_00, 0), (100_01, 0)] as [(Int64, Int64)])
  func `What was recovered comes off, and never more than was spent`(paid: Int64, pence: Int64) {
    let found = Found(.one(Self.matrix, item: ["amount": .pounds(100), "insurer": .pence(paid)]))
    #expect(
      found["head.it"] == [
        .unproven(amount: pounds(100)),
        .recovered(node: 0, paid: Money(pence: paid), amount: Money(pence: pence)),
      ])
    #expect(found.pence == pence)
    #expect(found.outcome == (pence > 0 ? .awarded : .refused))
  }

  @Test func `Nothing recovered has no line`() {
    #expect(
      Found(.one(Self.matrix, item: ["amount": .pounds(100), "insurer": .pounds(0)]))["head.it"] == [
        .unproven(amount: pounds(100))
      ])
  }

  @Test func `Several recoveries come off together, from receipts and from other evidence`() {
    var given = Facts(Self.matrix, ["insurer": .pounds(30)])
    given.item("it", ["council": .pounds(5)])
    given.receipt(40_00, item: 1)
    given.receipt(20_00, item: 1)
    given.item("it", ["amount": .pounds(50), "evidence": .words])
    let found = Found(given)
    #expect(found.amounts == [25_00, 20_00])
    #expect(
      found["head.it"] == [
        .receipted(count: 2, amount: pounds(60)), .recovered(node: 0, paid: pounds(35), amount: pounds(25)),
        .evidenced(amount: pounds(50)), .recovered(node: 0, paid: pounds(30), amount: pounds(20)),
      ])
  }
}
