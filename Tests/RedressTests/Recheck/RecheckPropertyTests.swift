import Redress
import Testing

struct RecheckPropertyTests {
  @Test(arguments: [1, 2026] as [UInt64])
  func `Ten thousand random cases recheck, and every outcome is among them`(seed: UInt64) {
    var random = RandomCase(Anyshire.matrix, seed: seed)
    let assessor = Assessor(Anyshire.matrix)
    var seen: [Assessment.Outcome: Int] = [:]
    var sheet = Assessment()
    for number in 0..<5_000 {
      let facts = random.next()
      assessor.assess(facts, into: &sheet)
      seen[sheet.outcome, default: 0] += 1
      let discrepancies = recheck(sheet, of: facts, under: Anyshire.matrix)
      guard discrepancies.isEmpty else {
        Issue.record("seed \(seed), case \(number): \(discrepancies)")
        return
      }
    }
    for outcome in Assessment.Outcome.allCases {
      #expect(seen[outcome, default: 0] > 200, "seed \(seed): too few are \(outcome.rawValue)")
    }
  }
}
