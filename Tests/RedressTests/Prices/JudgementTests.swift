import Redress
import Testing

/// Amounts that the policy leaves to a person.
struct JudgementTests {
  private static let matrix: Matrix = .of { scheme in
    let severity = scheme.choice("severity", ["slight", "grave"], of: .ofItem, leftOut: .unstated)
    let length = scheme.fact("length", .count, of: .ofItem, leftOut: .unstated)
    let amount = scheme.fact("amount", .money, of: .ofItem, leftOut: .unstated)
    let evidence = scheme.fact("evidence", .text, of: .ofItem, leftOut: .unstated)
    let reasons = scheme.fact("reasons", .text, of: .ofItem, leftOut: .unstated)
    return Price(
      .judgement(
        Judgement(
          amount: amount, factors: [severity, length], evidence: evidence, reasons: reasons,
          pickedBy: [scheme.role("clerk")])))
  }

  @Test func `All is asked for at once, and in order`() {
    let found = Found(.one(Self.matrix))
    #expect(found.questions == ["severity 1", "length 1", "evidence 1", "reasons 1", "amount 1"])
    #expect(
      found["head.it"]
        == ["severity", "length", "evidence", "reasons", "amount"].map { .unpriced(.fact(found.fact($0))) })
    #expect(found.outcome == .undecided)
  }

  @Test func `What is stated is not asked for again`() {
    let found = Found(
      .one(Self.matrix, item: ["severity": "grave", "evidence": .words, "amount": .pounds(70)]))
    #expect(found.questions == ["length 1", "reasons 1"])
  }

  @Test(arguments: [0, 1, 70_00] as [Int64])
  func `With everything the person's amount counts`(pence: Int64) {
    let found = Found(
      .one(
        Self.matrix,
        item: [
          "severity": "slight", "length": .count(3), "evidence": .words, "reasons": .words, "amount": .pence(pence),
        ]))
    #expect(found["head.it"] == [.judged(node: 0, amount: Money(pence: pence))])
    #expect(found.pence == pence)
    #expect(found.outcome == (pence > 0 ? .awarded : .refused))
  }

  @Test func `A policy may ask for the amount alone`() {
    let matrix = Matrix.of { scheme in
      let amount = scheme.fact("amount", .money, of: .ofItem, leftOut: .unstated)
      return Price(
        .judgement(Judgement(amount: amount, factors: [], evidence: nil, reasons: nil, pickedBy: [])))
    }
    #expect(Found(.one(matrix)).questions == ["amount 1"])
    #expect(Found(.one(matrix, item: ["amount": .pounds(5)])).pence == 5_00)
  }
}
