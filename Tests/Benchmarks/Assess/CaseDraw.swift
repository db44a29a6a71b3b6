import Redress

/// Draws cases of the Progress scheme from a seed, so that every kind of outcome comes up.
struct CaseDraw {
  private let matrix: Matrix
  private var state: UInt64

  init(_ matrix: Matrix, seed: UInt64) {
    self.matrix = matrix
    state = seed
  }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  private func fact(_ name: String) -> Ref<Fact> { matrix.fact(named: name)! }

  mutating func next() -> CaseFacts {
    var facts = CaseFacts(for: matrix)
    let incident = 20_000 + below(800)
    let claim = incident + (chance(80) ? below(29) : below(250))
    facts.state(fact("incident-date"), Int64(incident))
    facts.state(fact("claim-date"), Int64(claim))
    facts.state(fact("offer-date"), Int64(claim + below(60)))
    facts.state(fact("customer-type"), Int64(below(9)))
    if chance(50) { facts.state(fact("rent-arrears"), Int64(below(60_000))) }
    if chance(10) { facts.state(fact("already-paid"), Int64(below(20_000))) }
    if chance(5) { facts.state(fact("insurance-claim"), 1) }
    if chance(3) { facts.state(fact("finding"), 2) }
    if chance(30) { facts.record(matrix.decision(named: "late-claim")!, accepted: chance(80)) }
    for _ in 0...below(2) { addItem(&facts) }
    return facts
  }

  private mutating func addItem(_ facts: inout CaseFacts) {
    if chance(35) {
      let item = facts.addItem(matrix.head(named: "reimbursement")!)
      for _ in 0...below(3) { facts.addReceipt(fact("receipts"), Money(pence: Int64(1 + below(9000))), item: item) }
      return
    }
    let item = facts.addItem(matrix.head(named: "inconvenience")!)
    let level = below(3)
    let amounts = [1 + below(10_000), 10_100 + below(39_901), 50_001 + below(100_000)]
    facts.state(fact("impact"), Int64(level), item: item)
    facts.state(fact("amount"), Int64(amounts[level]), item: item)
    if chance(70) { facts.state(fact("as"), Int64(below(2)), item: item) }
  }
}
