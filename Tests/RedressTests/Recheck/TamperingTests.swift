import Testing

@testable import Redress

struct TamperingTests {
  @Test(arguments: Honest.allCases)
  func `Whatever is changed in an assessment is found, under the rule it belongs to`(honest: Honest) {
    let given = honest.facts
    let assessment = given.assessed()
    #expect(recheck(assessment, of: given.facts, under: given.matrix) == [])
    #expect(assessment.outcome == honest.outcome)
    let tamperings = Tamperings(assessment, under: given.matrix).all
    #expect(tamperings.count > 300)
    for tampering in tamperings {
      let rules = recheck(tampering.assessment, of: given.facts, under: given.matrix).map(\.rule)
      #expect(rules.contains(tampering.rule), "\(tampering) is only found under \(rules)")
    }
  }

  @Test func `An assessment of other facts is found wherever the facts differ`() {
    let given = Anyshire.priced(["rent": .pounds(95)])
    let other = Anyshire.priced(["rent": .pounds(96)])
    let rules = Set(recheck(other.assessed(), of: given.facts, under: Anyshire.matrix).map(\.rule))
    #expect(rules == ["set-off", "total"])
  }

  @Test func `A discrepancy names rule and item, and says what should be`() {
    let given = Anyshire.priced()
    var assessment = given.assessed()
    assessment.items[0].amount = pounds(200)
    let discrepancies = recheck(assessment, of: given.facts, under: Anyshire.matrix)
    #expect(
      discrepancies == [
        Discrepancy(rule: "head.trouble", item: 1, says: "its amount should be £180.00"),
        Discrepancy(rule: "total", item: 1, says: "£180.00 of it should be paid"),
      ])
  }

  @Test func `A scheme without the later rules names its total instead`() {
    var scheme = Scheme()
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix())
    given.item("trouble", ["amount": .pounds(10)])
    var assessment = given.assessed()
    assessment.items[0].alreadyPaid = pounds(1)
    assessment.items[0].setOff = pounds(1)
    assessment.authority[0] = 0
    assessment.award = .made(
      from: assessment.award, alreadyPaid: pounds(1), setOff: pounds(1), days: 1)
    let discrepancies = recheck(assessment, of: given.facts, under: given.matrix)
    #expect(Set(discrepancies.map(\.rule)) == ["total"])
    #expect(discrepancies.count == 6)
  }
}

/// Cases that between them come to every kind of line, refusal, question and fault.
enum Honest: String, CaseIterable {
  case awarded, inKindAndAllowed, partlyRefused, refused, tooLate, lapsed, undecided, unpriced, faulty

  var outcome: Assessment.Outcome {
    switch self {
    case .awarded, .inKindAndAllowed, .partlyRefused: .awarded
    case .refused, .tooLate, .lapsed: .refused
    case .undecided, .unpriced: .undecided
    case .faulty: .faulty
    }
  }

  var facts: Facts {
    var facts = Anyshire.priced(["rent": .pounds(60), "service-charge": .pounds(90), "disputed": .pounds(10)])
    facts.item("costs", ["form": "bacs"])
    facts.receipt(30_00, item: 2)
    facts.receipt(12_00, item: 2)
    switch self {
    case .awarded: facts.state(["paid": .pounds(50)])
    case .inKindAndAllowed:
      facts.state(["happened": .on(2026, 7, 1), "court": true, "paid": .pounds(900)])
      for decision in ["late", "court-parts", "disputed-debt"] { facts.accept(decision) }
      facts.item("trouble", ["impact": "low", "amount": .pounds(20), "form": "flowers"])
      facts.item("costs", ["amount": .pounds(5), "evidence": .words])
      facts.item("costs", ["amount": .pounds(6)])
    case .partlyRefused:
      facts.item("trouble", ["impact": "low", "amount": .pounds(20), "repair": true])
      facts.item("trouble", ["supported-living": true, "amount": .pounds(300), "still-going-on": true])
    case .refused: facts.state(["court": true, "insured": true, "finding": "not-upheld"])
    case .tooLate: facts.state(["happened": .on(2025, 7, 1)])
    case .lapsed:
      facts.state(["accepted": .on(2026, 12, 1)])
      facts.decline("late-acceptance")
    case .undecided:
      facts.state(["happened": .on(2026, 7, 1), "accepted": .on(2026, 12, 1), "extended-to": .on(2026, 11, 20)])
    case .unpriced:
      facts.item("trouble", ["impact": "low"])
      facts.item("trouble", ["impact": "low", "amount": .pence(100_50)])
    case .faulty:
      facts.item("trouble", ["impact": "low", "amount": .pounds(300)])
      facts.item("trouble", ["amount": .pounds(300)])
    }
    return facts
  }
}
