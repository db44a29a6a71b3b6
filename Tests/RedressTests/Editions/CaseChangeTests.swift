import Redress
import Testing

/// What a new edition means for one case, and for many.
struct CaseChangeTests {
  private static func awarded(
    _ pence: Int64, inKind: Int64 = 0, payable: Int64? = nil, signers: [[Role]] = [], lastDay: CivilDate? = nil
  ) -> CaseChange.Side {
    CaseChange.Side(
      outcome: .awarded,
      award: CaseChange.Award(
        gross: Money(pence: pence), inKind: Money(pence: inKind), payable: Money(pence: payable ?? pence), items: [],
        signers: signers, lastDay: lastDay),
      reasons: [], missing: [])
  }

  private static func without(
    _ outcome: Assessment.Outcome, reasons: [String] = [], missing: [String] = []
  ) -> CaseChange.Side {
    CaseChange.Side(outcome: outcome, award: nil, reasons: reasons, missing: missing)
  }

  private static func change(_ old: CaseChange.Side, _ new: CaseChange.Side, _ name: String = "A-1") -> CaseChange {
    CaseChange(name: name, old: old, new: new)
  }

  @Test(arguments: [(9_99, CaseChange.Kind.less, -1), (10_00, .same, 0), (10_01, .more, 1)])
  func `A penny more is more, and a penny less is less`(pence: Int64, kind: CaseChange.Kind, difference: Int64) {
    let change = Self.change(Self.awarded(10_00), Self.awarded(pence))
    #expect(change.kind == kind)
    #expect(change.difference == Money(pence: difference))
    #expect(change.isUnchanged == (kind == .same))
  }

  @Test func `What is given in kind is offered too`() {
    let change = Self.change(Self.awarded(10_00), Self.awarded(8_00, inKind: 3_00))
    #expect(change.kind == .more && change.difference == Money(pence: 1_00))
  }

  @Test func `A refusal offers nothing, and a case without an answer is not compared`() {
    let refused = Self.change(Self.awarded(10_00), Self.without(.refused))
    #expect(refused.kind == .anotherOutcome && refused.difference == Money(pence: -10_00))
    let open = Self.change(Self.awarded(10_00), Self.without(.undecided))
    #expect(open.kind == .anotherOutcome && open.difference == nil)
    let twice = Self.change(Self.without(.refused, reasons: ["a"]), Self.without(.refused, reasons: ["b"]))
    #expect(twice.kind == .same && twice.difference == .zero && !twice.isUnchanged)
    let faulty = Self.change(Self.without(.faulty), Self.without(.faulty))
    #expect(faulty.kind == .same && faulty.difference == nil && faulty.isUnchanged)
  }

  @Test func `Other signers, another last day or another payment are told apart`() {
    func changes(_ old: CaseChange.Side, _ new: CaseChange.Side) -> [Bool] {
      let change = Self.change(old, new)
      return [change.hasOtherSigners, change.hasOtherLastDay, change.hasOtherPayment]
    }
    let clerk = [[Role(name: "clerk", title: "Clerk")]]
    #expect(changes(Self.awarded(10_00), Self.awarded(10_00)) == [false, false, false])
    #expect(changes(Self.awarded(10_00), Self.awarded(10_00, signers: clerk)) == [true, false, false])
    #expect(changes(Self.awarded(10_00), Self.awarded(10_00, lastDay: day(2026, 1, 2))) == [false, true, false])
    #expect(changes(Self.awarded(10_00), Self.awarded(10_00, payable: 9_99)) == [false, false, true])
    #expect(changes(Self.awarded(10_00), Self.awarded(10_01, payable: 10_00)) == [false, false, false])
    #expect(changes(Self.awarded(10_00), Self.awarded(9_00)) == [false, false, false])
    #expect(changes(Self.awarded(10_00, signers: clerk), Self.without(.refused)) == [false, false, false])
  }

  @Test func `Only cases with an answer under both are summed`() {
    let changes = CaseChanges([
      Self.change(Self.awarded(10_00), Self.awarded(12_00), "more"),
      Self.change(Self.awarded(5_00), Self.without(.refused), "refused"),
      Self.change(Self.awarded(7_00), Self.without(.undecided), "open"),
      Self.change(Self.without(.faulty), Self.awarded(3_00), "mended"),
      Self.change(Self.awarded(1_00), Self.awarded(1_00), "same"),
    ])
    #expect(changes.answered.map(\.name) == ["more", "refused", "same"])
    #expect(changes.changed.map(\.name) == ["more", "refused", "open", "mended"])
    #expect(changes.offeredBefore == pounds(16))
    #expect(changes.offeredAfter == pounds(13))
    #expect(CaseChange.Kind.allCases.map { changes.count($0) } == [1, 0, 1, 3])
  }

  @Test func `A case lacks what it did not lack before`() {
    let none = Self.awarded(1_00)
    func lacking(_ missing: [String]) -> CaseChange.Side { Self.without(.faulty, missing: missing) }
    let changes = CaseChanges([
      Self.change(none, lacking(["rent"]), "now"), Self.change(lacking(["rent"]), lacking(["rent"]), "still"),
      Self.change(lacking(["rent"]), none, "no longer"), Self.change(lacking(["rent"]), lacking(["age"]), "another"),
    ])
    #expect(changes.lacking.map(\.name) == ["now", "another"])
  }

  @Test func `The figures of an award are those of its assessment`() throws {
    var given = Anyshire.priced(["rent": .pounds(60)])
    given.item("trouble", ["impact": "low", "amount": .pounds(20), "repair": true])
    let found = Found(given)
    let award = try #require(CaseChange.Award(found.assessment, under: found.matrix))
    let whole = try #require(found.assessment.award)
    #expect(award.gross == whole.gross && award.inKind == whole.inKind && award.payable == whole.payable)
    #expect(award.lastDay == whole.lastDayToAccept)
    #expect(award.items == found.assessment.items.map { $0.keptOutBy == nil ? $0.amount : .zero })
    #expect(found.keptOut.contains { $0 != nil } && award.items.contains { $0 > .zero })
    #expect(!award.signers.isEmpty)
    #expect(CaseChange.Award(Found(Anyshire.priced(["court": true])).assessment, under: found.matrix) == nil)
  }

  @Test func `Editions say the same only where nothing of them differs`() {
    let entry = [EntryChange(kind: .added, name: "a", title: "A", paragraphs: [], details: [])]
    func isEmpty(
      rules: [EntryChange] = [], facts: [EntryChange] = [], readings: [EntryChange] = [], others: [EntryChange] = []
    ) -> Bool {
      EditionChange(rules: rules, facts: facts, neededNow: [], readings: readings, others: others).isEmpty
    }
    #expect(isEmpty())
    #expect(!isEmpty(rules: entry) && !isEmpty(facts: entry) && !isEmpty(readings: entry) && !isEmpty(others: entry))
  }
}
