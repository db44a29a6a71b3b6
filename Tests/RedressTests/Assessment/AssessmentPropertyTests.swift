import Redress
import SeededRandomness
import Testing

/// What holds of every case, whatever its facts.
struct AssessmentPropertyTests {
  /// Random cases with their assessments.
  private static func cases(_ count: Int, seed: UInt64) -> [(facts: CaseFacts, assessment: Assessment)] {
    var random = RandomCase(Anyshire.matrix, seed: seed)
    let assessor = Assessor(Anyshire.matrix)
    return (0..<count).map { _ in
      let facts = random.next()
      return (facts, assessor.assess(facts))
    }
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `What was paid, what is set off and what is paid make the gross`(seed: UInt64) {
    let awards = Self.cases(4_000, seed: seed).filter { $0.assessment.outcome == .awarded }
    #expect(awards.count > 200)
    for (_, assessment) in awards {
      guard let award = assessment.award else {
        Issue.record("seed \(seed): an award without sums")
        continue
      }
      #expect(award.alreadyPaid + award.setOff + award.payable == award.gross, "seed \(seed)")
      let items = assessment.items
      #expect(items.reduce(.zero) { $0 + $1.payable } == award.payable, "seed \(seed)")
      #expect(items.reduce(.zero) { $0 + $1.setOff } == award.setOff, "seed \(seed)")
      #expect(items.reduce(.zero) { $0 + $1.alreadyPaid } == award.alreadyPaid, "seed \(seed)")
      #expect(items.allSatisfy { $0.payable >= .zero && $0.setOff >= .zero && $0.alreadyPaid >= .zero }, "seed \(seed)")
    }
  }

  @Test(arguments: [13, 14] as [UInt64])
  func `Set-off never goes beyond the arrears, nor beyond the heads that allow it`(seed: UInt64) {
    let matrix = Anyshire.matrix
    for (facts, assessment) in Self.cases(4_000, seed: seed) {
      guard let award = assessment.award else { continue }
      let owed = ["rent", "service-charge"].reduce(Money.zero) { sum, name in
        sum + Money(pence: facts.value(matrix.fact(named: name)!) ?? 0)
      }
      #expect(award.setOff <= owed, "seed \(seed)")
      for item in assessment.items where item.setOff > .zero {
        #expect(matrix.heads[ref: item.head].allowsSetOff, "seed \(seed)")
        #expect(item.setOff <= item.amount - item.alreadyPaid, "seed \(seed)")
        #expect(!item.isInKind && item.keptOutBy == nil, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [15, 16] as [UInt64])
  func `The order of items does not change the totals`(seed: UInt64) {
    var random = RandomCase(Anyshire.matrix, seed: seed)
    var generator = SeededGenerator(seed: seed)
    let assessor = Assessor(Anyshire.matrix)
    for _ in 0..<2_000 {
      let facts = random.next()
      let order = (0..<facts.itemCount).shuffled(using: &generator).map { $0 + 1 }
      let (one, other) = (assessor.assess(facts), assessor.assess(facts.reordered(order, of: Anyshire.matrix)))
      #expect(one.outcome == other.outcome, "seed \(seed), order \(order)")
      #expect(one.award == other.award, "seed \(seed), order \(order)")
      #expect(order.map { one.items[$0 - 1].amount } == other.items.map(\.amount), "seed \(seed), order \(order)")
      #expect(one.questions.count == other.questions.count, "seed \(seed), order \(order)")
    }
  }

  @Test(arguments: [17, 18] as [UInt64])
  func `Every rule appears, and a verdict once for each part it was tried on`(seed: UInt64) {
    let kinds: Set<Rule.Kind> = [.exclusion, .scope, .window, .head, .total, .authority, .payment, .statement]
    let matrix = Anyshire.matrix
    for (_, assessment) in Self.cases(2_000, seed: seed) {
      let seen = Set(assessment.lines.map(\.rule))
      #expect(matrix.rules.refs.allSatisfy { seen.contains($0) }, "seed \(seed)")
      var parts: Set<[Int]> = []
      for line in assessment.lines where kinds.contains(matrix.rules[ref: line.rule].kind) {
        #expect(parts.insert([line.rule.index, line.item]).inserted, "seed \(seed): a rule twice on one part")
      }
    }
  }

  @Test(arguments: [19] as [UInt64])
  func `What is explained stands on a rule, and says something`(seed: UInt64) {
    for (facts, assessment) in Self.cases(500, seed: seed) {
      let explanation = Explanation(of: assessment, given: Case(name: "A", facts: facts), under: Anyshire.matrix)
      for line in assessment.lines {
        let says = explanation.says(line)
        #expect(says.hasSuffix(".") || says.hasSuffix("?"), "seed \(seed): \(says)")
        #expect(!says.contains("  ") && !says.contains("..") && !says.contains(" ."), "seed \(seed): \(says)")
        #expect(!explanation.citations(of: line).isEmpty, "seed \(seed)")
      }
      #expect(assessment.questions.allSatisfy { !explanation.who($0).isEmpty }, "seed \(seed)")
      #expect(explanation.codes.isEmpty == (assessment.outcome == .faulty), "seed \(seed)")
    }
  }
}

extension CaseFacts {
  /// The same case with its items in another order.
  func reordered(_ order: [Int], of matrix: Matrix) -> CaseFacts {
    var facts = CaseFacts(for: matrix)
    for ref in matrix.facts.refs { statedValue(ref).map { facts.state(ref, $0) } }
    for old in order {
      let item = facts.addItem(heads[old - 1])
      for ref in matrix.facts.refs where matrix.facts[ref: ref].kind != .receipts {
        statedValue(ref, item: old).map { facts.state(ref, $0, item: item) }
      }
      for receipt in receipts where receipt.item == old { facts.addReceipt(receipt.fact, receipt.amount, item: item) }
    }
    for decision in matrix.decisions.refs {
      if accepted.contains(decision) { facts.record(decision, accepted: true) }
      if declined.contains(decision) { facts.record(decision, accepted: false) }
    }
    return facts
  }
}
