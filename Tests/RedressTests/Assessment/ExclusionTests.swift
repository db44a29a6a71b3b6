import Redress
import Testing

struct ExclusionTests {
  @Test func `An exclusion of the case refuses the case and keeps out every item`() {
    var given = Anyshire.priced(["repair": true])
    given.item("costs", ["amount": .pounds(10)])
    let found = Found(given)
    #expect(found.outcome == .refused)
    #expect(found["exclusion.repair"] == [.bites])
    #expect(found.refusals == ["exclusion.repair"])
    #expect(found.keptOut == ["exclusion.repair", "exclusion.repair"])
    #expect(found["claim-window"] == [.notReached])
    #expect(found["head.trouble"] == [.notReached])
    #expect(found["total"] == [.notReached])
    #expect(found["acceptance-window"] == [.notReached])
    #expect(found.assessment.award == nil)
  }

  @Test func `An exclusion of one item leaves the others`() throws {
    var given = Anyshire.priced()
    given.item("costs", ["amount": .pounds(10), "repair": true])
    let found = Found(given)
    #expect(found.outcome == .awarded)
    #expect(found.lines("exclusion.repair").map(\.finding) == [.doesNotApply, .bites])
    #expect(found.items("exclusion.repair") == [0, 2])
    #expect(found.refusals == ["exclusion.repair 2"])
    #expect(found.keptOut == [nil, "exclusion.repair"])
    #expect(found["head.costs"] == [.keptOut(found.rule("exclusion.repair"))])
    #expect(try #require(found.assessment.award).gross == pounds(180))
    #expect(found.assessment.items[1].payable == .zero)
  }

  @Test func `An item that says no for itself is spared what is said of the case`() throws {
    var given = Anyshire.claim(["repair": true])
    given.item("trouble", ["impact": "low", "amount": .pounds(20)])
    given.item("trouble", ["impact": "low", "amount": .pounds(30), "repair": false])
    let found = Found(given)
    #expect(found.outcome == .awarded)
    #expect(found["exclusion.repair"] == [.bites, .doesNotApply])
    #expect(found.items("exclusion.repair") == [0, 2])
    #expect(found.refusals == ["exclusion.repair 1"])
    #expect(try #require(found.assessment.award).gross == pounds(30))
  }

  @Test func `When every item is kept out by itself, the case is refused`() {
    var given = Anyshire.claim()
    given.item("trouble", ["repair": true])
    given.item("trouble", ["insured": true])
    let found = Found(given)
    #expect(found.outcome == .refused)
    #expect(found.refusals == ["exclusion.insured 2", "exclusion.repair 1"])
    #expect(found.items("exclusion.repair") == [0, 1])
    #expect(found["head.trouble"] == [.notReached])
  }

  @Test func `A rule is not tried on the case when every item speaks for itself`() {
    var given = Anyshire.claim(["repair": true])
    given.item("trouble", ["impact": "low", "amount": .pounds(20), "repair": false])
    let found = Found(given)
    #expect(found.outcome == .awarded)
    #expect(found.items("exclusion.repair") == [1])
  }

  @Test func `Several that bite are all shown, and the first of them is named`() {
    let found = Found(Anyshire.priced(["customer": "outsider", "insured": true, "weather": true]))
    #expect(found.refusals == ["exclusion.customer", "exclusion.insured", "exclusion.weather"])
    #expect(found.keptOut == ["exclusion.customer"])
    #expect(found["exclusion.repair"] == [.doesNotApply])
  }

  @Test func `A case without items is excluded all the same`() {
    let found = Found(Anyshire.claim(["insured": true]))
    #expect(found.outcome == .refused)
    #expect(found.refusals == ["exclusion.insured"])
  }

  @Test func `A flag with two limbs is taken at its word until the other limb is denied`() {
    #expect(Found(Anyshire.priced(["weather": true])).refusals == ["exclusion.weather"])
    #expect(Found(Anyshire.priced(["weather": true, "all-steps": false])).outcome == .awarded)
    #expect(Found(Anyshire.priced(["weather": true, "all-steps": true])).outcome == .refused)
  }

  // MARK: Exceptions

  @Test func `An accepted exception lets the case through, and counts as used`() {
    var given = Anyshire.priced(["court": true])
    given.accept("court-parts")
    let found = Found(given)
    #expect(found.outcome == .awarded)
    #expect(found["exclusion.court"] == [.excepted(found.decision("court-parts"))])
    #expect(found.used == ["court-parts"])
  }

  @Test func `A declined exception keeps it out, and counts as used`() {
    var given = Anyshire.priced(["court": true])
    given.decline("court-parts")
    let found = Found(given)
    #expect(found.refusals == ["exclusion.court"])
    #expect(found.used == ["court-parts"])
  }

  @Test func `Without a decision the exclusion bites`() {
    let found = Found(Anyshire.priced(["court": true]))
    #expect(found.refusals == ["exclusion.court"])
    #expect(found.used == [])
  }

  @Test func `An exception that no exclusion asked for is not used`() {
    var given = Anyshire.priced()
    given.accept("court-parts")
    let found = Found(given)
    #expect(found.outcome == .awarded)
    #expect(found["exclusion.court"] == [.doesNotApply])
    #expect(found.used == [])
  }

  @Test func `A decision makes no exception to an exclusion that has none`() {
    var given = Anyshire.priced(["repair": true])
    for decision in Anyshire.matrix.decisions { given.accept(decision.name) }
    #expect(Found(given).refusals == ["exclusion.repair"])
  }
}
