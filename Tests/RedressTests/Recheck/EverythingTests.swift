import SeededRandomness
import Testing

@testable import Redress

/// A scheme that uses every kind of rule at once, on random cases.
struct EverythingTests {
  @Test(arguments: [1, 2026] as [UInt64])
  func `Thousands of random cases recheck, and say what they found`(seed: UInt64) {
    var random = RandomCase(Everyshire.matrix, seed: seed)
    let assessor = Assessor(Everyshire.matrix)
    var outcomes: [Assessment.Outcome: Int] = [:]
    var kinds: Set<String> = []
    var sheet = Assessment()
    for number in 0..<1_000 {
      let facts = random.next()
      assessor.assess(facts, into: &sheet)
      outcomes[sheet.outcome, default: 0] += 1
      let discrepancies = recheck(sheet, of: facts, under: Everyshire.matrix)
      guard discrepancies.isEmpty else {
        Issue.record("seed \(seed), case \(number): \(discrepancies)")
        return
      }
      kinds.formUnion(sheet.lines.map(\.finding.kind))
      checkSums(sheet, "seed \(seed), case \(number)")
      checkWords(sheet, facts, "seed \(seed), case \(number)")
    }
    for outcome in Assessment.Outcome.allCases {
      #expect(outcomes[outcome, default: 0] > 25, "seed \(seed): too few are \(outcome.rawValue)")
    }
    let wanted: Set<String> = [
      "accrued", "added", "adjusted", "asksException", "changed", "chosen", "compared", "derivedCount", "derivedDay",
      "done", "doneLate", "fixed", "interest", "judged", "limited", "nothingMeasured", "notKnown", "notSetOff", "owed",
      "recovered", "setOffOpen", "shared", "split", "standsIn", "superseded", "suspended", "takenOver", "together",
      "waived", "withinLimit", "worn",
    ]
    #expect(wanted.subtracting(kinds) == [], "seed \(seed): never found")
  }

  private func checkSums(_ assessment: Assessment, _ note: String) {
    guard let award = assessment.award else { return }
    #expect(award.alreadyPaid + award.setOff + award.payable == award.gross, "\(note)")
    #expect(
      assessment.items.reduce(.zero) { $0 + ($1.keptOutBy == nil ? $1.payable : .zero) } == award.payable, "\(note)")
    #expect(award.shares.reduce(.zero, +) == award.payable, "\(note)")
    #expect(award.gross + award.inKind > .zero, "\(note)")
    for item in assessment.items {
      #expect(item.amount >= .zero && item.alreadyPaid >= .zero && item.setOff >= .zero, "\(note)")
    }
  }

  private func checkWords(_ assessment: Assessment, _ facts: CaseFacts, _ note: String) {
    let explanation = Explanation(of: assessment, given: Case(name: "A", facts: facts), under: Everyshire.matrix)
    for line in assessment.lines {
      let says = explanation.says(line)
      #expect(says.hasSuffix(".") || says.hasSuffix("?"), "\(note): \(line.finding) says \(says)")
      #expect(!says.contains("  ") && !says.contains("..") && !says.contains(" ."), "\(note): \(says)")
      #expect(!says.contains("unknown figure"), "\(note): \(line.finding) says \(says)")
    }
    for question in assessment.questions { #expect(!explanation.ask(question).isEmpty, "\(note)") }
    for refusal in assessment.refusals { #expect(!explanation.say(refusal).isEmpty, "\(note)") }
  }

  @Test(arguments: [21, 22] as [UInt64])
  func `One more unit of a fault never lowers what it comes to`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func random(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &generator) }
    for _ in 0..<60 {
      let ends = [random(1...10), random(11...25)]
      let steps = zip([ends[0], ends[1], nil], [random(0...500), random(0...500), random(0...500)])
        .map { Accrual.Step(upTo: $0, rate: .pence($1)) }
      let options = (per: random(1...7), grace: random(0...5), above: random(0...5), plus: random(0...900))
      let matrix = Matrix.of { scheme in
        Price(
          .accrual(
            Accrual(
              count: scheme.fact("units", .count), steps: steps, per: options.per, grace: .count(options.grace),
              onlyAbove: .count(options.above), plus: .pence(options.plus))))
      }
      var last = Money.zero
      let assessor = Assessor(matrix)
      for units in 0...40 as ClosedRange<Int64> {
        let amount = assessor.assess(Facts.one(matrix, ["units": .count(units)]).facts).items[0].amount
        #expect(amount >= last, "seed \(seed): \(units) of \(steps), \(options)")
        last = amount
      }
    }
  }

  @Test(arguments: Whole.allCases)
  func `Whatever is changed in the assessment of everything is found`(whole: Whole) {
    let given = whole.facts
    let assessment = given.assessed()
    #expect(recheck(assessment, of: given.facts, under: given.matrix) == [])
    #expect(assessment.outcome == whole.outcome)
    for tampering in Tamperings(assessment, under: given.matrix).all {
      let rules = recheck(tampering.assessment, of: given.facts, under: given.matrix).map(\.rule)
      #expect(rules.contains(tampering.rule), "\(tampering) is only found under \(rules)")
    }
  }
}

/// Cases of everything that between them come to every new kind of line.
enum Whole: String, CaseIterable {
  case awarded, ill, open, faulty

  var outcome: Assessment.Outcome {
    switch self {
    case .awarded, .ill: .awarded
    case .open: .undecided
    case .faulty: .faulty
    }
  }

  var facts: Facts {
    switch self {
    case .awarded:
      return Everyshire.whole([
        "paid": .pounds(20), "owed": .pounds(30), "water": .pounds(5), "replied": .on(2026, 4, 20),
        "before": .pounds(200),
      ])
    case .ill:
      var facts = Everyshire.whole([
        "ill": true, "away": true, "released": true, "size": "large",
      ])
      facts.state(["photo": .words], item: 4)
      facts.item("monthly")
      return facts
    case .open:
      var facts = Everyshire.whole(["wet": true, "owed": .pounds(5)])
      facts.item("distress")
      return facts
    case .faulty:
      var facts = Everyshire.whole(["held from": .on(2026, 3, 25)])
      facts.item("trouble", ["impact": "low", "amount": .pounds(500)])
      return facts
    }
  }
}

extension Finding {
  /// Its name without its figures.
  var kind: String { String("\(self)".prefix { $0 != "(" }) }
}
