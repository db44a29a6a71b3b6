import Testing

@testable import Redress

struct CaseFactsTests {
  private let matrix = Anyshire.matrix
  private var happened: Ref<Fact> { matrix.fact(named: "happened")! }
  private var receipts: Ref<Fact> { matrix.fact(named: "receipts")! }
  private var trouble: Ref<Head> { matrix.head(named: "trouble")! }

  @Test func `An item has its own value, or else that of its case`() {
    var facts = CaseFacts(for: matrix)
    #expect(facts.addItem(trouble) == 1)
    #expect(facts.addItem(trouble) == 2)
    facts.state(happened, 10)
    facts.state(happened, 20, item: 2)
    #expect(facts.itemCount == 2)
    #expect([0, 1, 2].map { facts.value(happened, item: $0) } == [10, 10, 20])
    #expect([0, 1, 2].map { facts.statedValue(happened, item: $0) } == [10, nil, 20])
    #expect([0, 1, 2].map { facts.isStated(happened, item: $0) } == [true, false, true])
  }

  @Test func `What was not stated has no value`() {
    var facts = CaseFacts(for: matrix)
    facts.addItem(trouble)
    #expect(facts.value(happened) == nil)
    #expect(facts.value(happened, item: 1) == nil)
  }

  @Test func `Receipts add up to the value of their fact`() {
    var facts = CaseFacts(for: matrix)
    facts.addItem(trouble)
    facts.addReceipt(receipts, pounds(30), item: 1)
    facts.addReceipt(receipts, pounds(12), item: 1)
    #expect(facts.value(receipts, item: 1) == 42_00)
    #expect(facts.receipts.map(\.amount) == [pounds(30), pounds(12)])
    #expect(facts.receipts.allSatisfy { $0.item == 1 && $0.fact == receipts })
  }

  @Test func `Receipts that come together are added to those before`() {
    var facts = CaseFacts(for: matrix)
    facts.addItem(trouble)
    let more = [pounds(12), pounds(3)]
    facts.addReceipts(receipts, more.span, item: 1)
    #expect(facts.value(receipts, item: 1) == 15_00)
    facts.addReceipts(receipts, more.span, item: 1)
    #expect(facts.value(receipts, item: 1) == 30_00)
    #expect(facts.receipts.map(\.amount) == more + more)
  }

  @Test func `A copy is changed alone, whichever row it is`() {
    var facts = CaseFacts(for: matrix)
    facts.addItem(trouble)
    facts.state(happened, 10)
    let before = facts
    var copy = facts
    copy.state(happened, 20)
    #expect(facts.value(happened) == 10 && copy.value(happened) == 20)
    copy.addItem(trouble)
    copy.addReceipt(receipts, pounds(30), item: 1)
    #expect(facts.itemCount == 1 && facts.receipts.isEmpty && facts.value(receipts, item: 1) == nil)
    facts.state(happened, 30, item: 1)
    #expect(before.value(happened, item: 1) == 10 && copy.value(happened, item: 1) == 20)
  }

  @Test func `A percentage may be the largest there is, and no larger`() async {
    await #expect(processExitsWith: .success) {
      var scheme = Scheme()
      let part = scheme.fact("part", .percent)
      var facts = CaseFacts(for: scheme.matrix())
      facts.state(part, CaseFacts.largestPercent)
    }
    await #expect(processExitsWith: .failure) {
      var scheme = Scheme()
      let part = scheme.fact("part", .percent)
      var facts = CaseFacts(for: scheme.matrix())
      facts.state(part, CaseFacts.largestPercent + 1)
    }
  }

  @Test func `Cleared, nothing of the case before is left`() {
    var facts = CaseFacts(for: matrix)
    facts.addItem(trouble)
    facts.state(happened, 10)
    facts.addReceipt(receipts, pounds(30), item: 1)
    facts.record(Ref(0), accepted: true)
    facts.record(Ref(1), accepted: false)
    facts.clear()
    #expect(facts.itemCount == 0 && facts.receipts.isEmpty && facts.heads.isEmpty)
    #expect(facts.accepted == DecisionSet() && facts.declined == DecisionSet())
    #expect(facts.value(happened) == nil)
    facts.addItem(trouble)
    #expect(facts.value(receipts, item: 1) == nil)
    facts.addReceipt(receipts, pounds(1), item: 1)
    #expect(facts.value(receipts, item: 1) == 1_00)
  }

  @Test func `A number that no such fact has stops the program before it becomes a sum`() async {
    await #expect(processExitsWith: .failure) {
      var facts = CaseFacts(for: Anyshire.matrix)
      facts.state(Anyshire.matrix.fact(named: "impact")!, 3)
    }
    await #expect(processExitsWith: .failure) {
      var facts = CaseFacts(for: Anyshire.matrix)
      facts.state(Anyshire.matrix.fact(named: "happened")!, .max)
    }
    await #expect(processExitsWith: .failure) {
      var facts = CaseFacts(for: Anyshire.matrix)
      facts.state(Ref(Anyshire.matrix.facts.count), 0)
    }
    await #expect(processExitsWith: .success) {
      var facts = CaseFacts(for: Anyshire.matrix)
      facts.state(Anyshire.matrix.fact(named: "impact")!, 2)
    }
  }

  @Test func `Decisions are recorded as accepted or declined`() {
    var facts = CaseFacts(for: matrix)
    facts.record(Ref(0), accepted: true)
    facts.record(Ref(1), accepted: false)
    #expect(facts.accepted.contains(Ref(0)) && !facts.accepted.contains(Ref(1)))
    #expect(facts.declined.contains(Ref(1)) && !facts.declined.contains(Ref(0)))
  }

  @Test func `A set holds the facts put into it, up to the last that a matrix may have`() {
    var set = FactSet([Ref(0), Ref(127)])
    #expect(set.contains(Ref(0)) && set.contains(Ref(127)) && !set.contains(Ref(64)))
    #expect(set.isDisjoint(with: FactSet([Ref(64)])))
    set.formUnion(FactSet([Ref(64)]))
    #expect(set == FactSet([Ref(0), Ref(64), Ref(127)]))
    #expect(!set.isEmpty && !FactSet([Ref(127)]).isEmpty && FactSet().isEmpty)
    #expect(!set.isDisjoint(with: FactSet([Ref(64)])))

    var decisions = DecisionSet()
    decisions.insert(Ref(63))
    #expect(decisions.contains(Ref(63)) && !decisions.contains(Ref(62)))
  }

  @Test func `What is taken out of a set is gone, and nothing else`() {
    let all = FactSet([Ref(0), Ref(1), Ref(63), Ref(64), Ref(65), Ref(127)])
    for place in [0, 1, 63, 64, 65, 127] {
      var set = all
      let (wasIn, isStillIn) = (set.remove(Ref<Fact>(place)), set.remove(Ref<Fact>(place)))
      #expect(wasIn && !isStillIn)
      #expect((0..<128).filter { set.contains(Ref($0)) } == [0, 1, 63, 64, 65, 127].filter { $0 != place })
    }
    var set = all
    let some = FactSet([Ref(1), Ref(2), Ref(64), Ref(66)])
    let (wasIn, isStillIn) = (set.remove(some), set.remove(some))
    #expect(wasIn && !isStillIn && set == FactSet([Ref(0), Ref(63), Ref(65), Ref(127)]))
    let wasLastIn = set.remove(FactSet([Ref(127)]))
    #expect(wasLastIn && set == FactSet([Ref(0), Ref(63), Ref(65)]))
  }

  @Test func `A case keeps what explains its facts`() {
    let decision = RecordedDecision(about: "late", isAccepted: true, by: "a.khan", on: day(2026, 10, 1), because: "ill")
    let reason = Case.Reason(item: 1, by: nil, because: "visits")
    let given = Case(
      name: "A-1", facts: CaseFacts(for: matrix), decisions: [decision], receiptWords: ["heater"], reasons: [reason])
    #expect(given.name == "A-1")
    #expect(given.decisions == [decision])
    #expect(given.receiptWords == ["heater"])
    #expect(given.reasons == [reason])
  }
}
