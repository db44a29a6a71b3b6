import Redress
import SeededRandomness

/// Random facts of the kind that a matrix asks for: mostly sensible, often incomplete, sometimes absurd.
struct RandomCase {
  let matrix: Matrix
  private(set) var generator: SeededGenerator

  init(_ matrix: Matrix, seed: UInt64) {
    self.matrix = matrix
    generator = SeededGenerator(seed: seed)
  }

  mutating func next() -> CaseFacts {
    var facts = CaseFacts(for: matrix)
    fill(&facts)
    return facts
  }

  /// States a new case in facts that may hold an old one.
  mutating func fill(_ facts: inout CaseFacts) {
    facts.clear()
    let isTidy = chance(70)
    for ref in matrix.facts.refs where matrix.facts[ref: ref].reach != .ofItem && isStated(ref) {
      let isNeeded = matrix.facts[ref: ref].leftOut == .missing
      if chance(isNeeded ? (isTidy ? 100 : 85) : isRare(ref) ? 5 : 40) { state(ref, 0, &facts) }
    }
    for _ in 0..<Int.random(in: isTidy ? 1...4 : 0...5, using: &generator) { addItem(&facts) }
    for decision in matrix.decisions.refs where chance(40) { facts.record(decision, accepted: chance(60)) }
  }

  private mutating func addItem(_ facts: inout CaseFacts) {
    let item = facts.addItem(matrix.heads.refs.randomElement(using: &generator)!)
    for ref in matrix.facts.refs where isStated(ref) {
      switch matrix.facts[ref: ref].reach {
      case .ofCase: continue
      case .ofEither: if chance(10) { state(ref, item, &facts) }
      case .ofItem: if chance(isRare(ref) ? 5 : 80) { state(ref, item, &facts) }
      }
    }
    if chance(85) { mend(item, &facts) }
  }

  /// Makes the amount of an item agree with its level, or with its receipts.
  private mutating func mend(_ item: Int, _ facts: inout CaseFacts) {
    for price in matrix.heads[ref: facts.heads[item - 1]].price.nodes {
      switch price.kind {
      case .band(let band):
        let level = Int.random(in: band.levels.indices, using: &generator)
        let (from, to) = (band.levels[level].from, band.levels[level].to)
        let end = to ?? from + Money(pence: 300_00)
        let columns = band.splitBy.map { matrix.facts[ref: $0].choices.count } ?? 1
        facts.state(band.by, Int64(level / columns), item: item)
        if let second = band.splitBy { facts.state(second, Int64(level % columns), item: item) }
        facts.state(band.amount, Int64.random(in: from.pence...end.pence, using: &generator), item: item)
      case .actualCost(let cost):
        facts.state(cost.amount, facts.value(cost.receipts, item: item) ?? max(pence(), 1), item: item)
      default: continue
      }
    }
  }

  private func isStated(_ ref: Ref<Fact>) -> Bool { matrix.facts[ref: ref].derivation == nil }

  /// Flags that would keep most cases out if they were set half of the time.
  private func isRare(_ ref: Ref<Fact>) -> Bool { matrix.facts[ref: ref].kind == .flag }

  private mutating func state(_ ref: Ref<Fact>, _ item: Int, _ facts: inout CaseFacts) {
    switch matrix.facts[ref: ref].kind {
    case .date:
      // Days mostly follow the order in which the matrix declares them, some weeks apart.
      let start = Int64(day(2026, 1, 1).dayNumber) + Int64(ref.index) * 25
      facts.state(ref, start + Int64.random(in: chance(95) ? 0...20 : -60...250, using: &generator), item: item)
    case .money: facts.state(ref, pence(), item: item)
    case .flag: facts.state(ref, chance(60) ? 1 : 0, item: item)
    case .choice(let choices):
      let choice = chance(60) ? 0 : Int64.random(in: 0..<Int64(choices.count), using: &generator)
      facts.state(ref, choice, item: item)
    case .text: facts.state(ref, 1, item: item)
    case .count:
      let count = chance(90) ? Int64.random(in: 0...40, using: &generator) : CaseFacts.largestCount
      facts.state(ref, count, item: item)
    case .percent:
      let hundredths: [Int64] = [0, 1, 3_33, 12_50, 33_33, 50_00, 66_67, 100_00, 150_00]
      facts.state(ref, hundredths.randomElement(using: &generator)!, item: item)
    case .receipts:
      guard chance(40) else { return }
      for _ in 0..<Int.random(in: 1...3, using: &generator) { facts.addReceipt(ref, Money(pence: pence()), item: item) }
    }
  }

  /// Sums crowd where bands, ceilings and gaps begin and end.
  private mutating func pence() -> Int64 {
    let edges: [Int64] = [0, 1, 99_99, 100_00, 100_01, 100_99, 101_00, 180_00, 500_00, 500_01, 1_000_00]
    return chance(50) ? edges.randomElement(using: &generator)! : Int64.random(in: 1...800_00, using: &generator)
  }

  private mutating func chance(_ ofHundred: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < ofHundred }
}
