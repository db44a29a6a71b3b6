import Testing

@testable import Redress

struct QuestionWordsTests {
  private struct Asked: Equatable {
    let about: String
    let ask: String
    let who: [String]
  }

  private static func asked(_ told: Told) -> [Asked] {
    told.explanation.assessment.questions.map {
      Asked(about: told.explanation.about($0), ask: told.explanation.ask($0), who: told.explanation.who($0))
    }
  }

  private static func item(_ stated: KeyValuePairs<String, Stated>) -> [Asked] {
    var given = Anyshire.claim()
    given.item("trouble", stated)
    return asked(Told(given))
  }

  @Test(
    arguments: [(20, ["manager", "head", "director", "chief"]), (180, ["head", "director", "chief"])]
      as [(Int64, [String])])
  func `A decision of whoever may authorise the sum names the step and those above it`(amount: Int64, who: [String]) {
    var given = Anyshire.claim(["happened": .on(2026, 7, 1)])
    given.item("costs", ["amount": .pounds(amount)])
    #expect(Self.asked(Told(given)) == [Asked(about: "late", ask: "May late be?", who: who)])
  }

  @Test func `While the sum is not known, the whole ladder may answer`() {
    var given = Anyshire.claim(["happened": .on(2026, 7, 1)])
    given.item("trouble", ["impact": "low"])
    #expect(Self.asked(Told(given))[0].who == ["manager", "head", "director", "chief"])
  }

  @Test func `A question about one item says which`() {
    var given = Anyshire.priced()
    given.item("trouble", ["impact": "low", "amount": .pounds(1), "happened": .on(2026, 7, 1)])
    #expect(Told(given).questions == ["Item 2: May late be?"])
  }

  @Test func `A reading gives its question and its reason`() {
    #expect(
      Self.item(["impact": "low", "amount": .pence(100_50)]) == [
        Asked(about: "gap", ask: "Item 1: What of gap? Nobody says.", who: ["clerk"])
      ])
  }

  @Test(
    arguments: [
      ("low", "Low runs from £0.01 to £100.00."), ("high", "High runs from £500.01 upwards, with no limit printed."),
    ] as [(Stated, String)])
  func `An amount is asked for with the band of its level`(impact: Stated, range: String) {
    #expect(
      Self.item(["impact": impact]) == [
        Asked(about: "amount", ask: "Item 1: What of amount? \(range)", who: ["clerk"])
      ])
  }

  @Test func `A case that the policy places has the band of its place`() {
    #expect(
      Self.item(["supported-living": true]).map(\.ask) == [
        "Item 1: What of amount? Medium runs from £101.00 to £500.00."
      ])
  }

  @Test func `Where several places are possible and no level was stated, no band is named`() {
    var scheme = Scheme()
    scheme.choice("impact", ["low", "high"], of: .ofItem)
    scheme.fact("amount", .money, of: .ofItem, leftOut: .unstated)
    scheme.reading("other", asks: ["clerk"])
    let level = Band.Level(from: pounds(1), to: nil, signs: [], citations: [])
    let placed = [0, 1].map { level in
      Band.Placed(
        when: .notGiven(scheme[fact: "amount"]), level: level, reading: scheme[reading: "other"])
    }
    scheme.head(
      "trouble",
      .band(
        Band(
          by: scheme[fact: "impact"], amount: scheme[fact: "amount"], pickedBy: [], levels: [level, level], holes: [],
          placed: placed)))
    var given = Facts(scheme.matrix())
    given.item("trouble")
    #expect(Self.asked(Told(given)) == [Asked(about: "amount", ask: "Item 1: What of amount?", who: [])])
  }

  @Test func `Decisions of named roles, alone or jointly, and readings that are settled`() {
    var scheme = Scheme()
    for name in ["from", "until"] { scheme.fact(name, .date) }
    scheme.decision("one", .anyOf([scheme.role("head"), scheme.role("chief")]))
    scheme.decision("both", .jointly([scheme.role("lawyer"), scheme.role("chief")]))
    scheme.reading("settled")
    for name in ["one", "both"] {
      scheme.window(
        name, from: "from", until: "until",
        [.inTime(1), .then(.discretion(scheme[decision: name], undecided: .ask))])
    }
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix(), ["from": .on(2026, 6, 1), "until": .on(2026, 6, 9)])
    given.item("trouble", ["amount": .pounds(1)])
    let told = Told(given)
    #expect(Self.asked(told).map(\.who) == [["head", "chief"], ["lawyer", "chief"]])
    let explanation = told.explanation
    #expect(explanation.who(Question(about: .reading(Ref(0)), rule: Ref(0), item: 1)) == [])
    #expect(explanation.title(ofRole: "lawyer") == "Lawyer")
    #expect(explanation.title(ofRole: "nobody") == "nobody")
  }

  @Test func `Nobody in particular is asked for a fact of a head without levels`() {
    var given = Anyshire.claim()
    given.item("costs")
    let explanation = Told(given).explanation
    let question = Question(about: .fact(Anyshire.matrix.fact(named: "amount")!), rule: Ref(0), item: 1)
    #expect(explanation.who(question) == [])
    #expect(explanation.ask(question) == "Item 1: What of amount?")
  }
}
