import Redress
import Testing

/// What is asked of a case outside an assessment: conditions, the ombudsman, and whether it is a review.
struct CaseFactsConditionTests {
  private func scheme() -> Scheme {
    var scheme = Scheme()
    scheme.choice("customer", ["tenant", "owner", "visitor"])
    scheme.choice("goes-to", ["housing", "council", "court"], leftOut: .unstated)
    scheme.fact("pets", .flag)
    scheme.fact("asked-again-on", .date, leftOut: .unstated)
    scheme.fact("decided-by", .text, leftOut: .unstated)
    scheme.fact("bad", .flag, of: .ofEither)
    scheme.typedHead("trouble")
    return scheme
  }

  private func tenant(_ scheme: Scheme) -> Condition { .compare(scheme[fact: "customer"], .equal, .value(0)) }

  private func choosing() -> Matrix {
    var scheme = scheme()
    scheme.ombudsman = OmbudsmanChoice(
      fact: scheme[fact: "goes-to"],
      suggested: [
        .init(when: .flag(scheme[fact: "pets"]), choice: 1), .init(when: tenant(scheme), choice: 0),
        .init(when: .compare(scheme[fact: "customer"], .equal, .value(1)), choice: 2),
      ], citations: [], readings: [])
    return scheme.matrix()
  }

  @Test func `A condition is met or not`() {
    let scheme = scheme()
    let facts = Facts(scheme.matrix(), ["customer": "tenant"])
    let isTenant = tenant(scheme)
    let hasPets = Condition.flag(scheme[fact: "pets"])
    #expect(facts.facts.meets(isTenant, under: facts.matrix))
    #expect(!facts.facts.meets(hasPets, under: facts.matrix))
    #expect(facts.facts.meets(.any([isTenant, hasPets]), under: facts.matrix))
    #expect(!facts.facts.meets(.all([isTenant, hasPets]), under: facts.matrix))
    #expect(facts.facts.meets(.notGiven(scheme[fact: "goes-to"]), under: facts.matrix))
  }

  @Test func `A condition that stays open is not met`() {
    let facts = Facts(scheme().matrix())
    let isNoTenant = Condition.compare(scheme()[fact: "customer"], .different, .value(0))
    #expect(!facts.facts.meets(isNoTenant, under: facts.matrix))
  }

  @Test func `An item has its own facts, and else those of the case`() {
    let scheme = scheme()
    var facts = Facts(scheme.matrix(), ["bad": true])
    let own = facts.item("trouble", ["bad": false])
    let none = facts.item("trouble")
    let isBad = Condition.flag(scheme[fact: "bad"])
    #expect([0, own, none].map { facts.facts.meets(isBad, under: facts.matrix, item: $0) } == [true, false, true])
  }

  @Test func `An ombudsman that is stated counts before any that is suggested`() {
    let matrix = choosing()
    func ombudsman(_ stated: KeyValuePairs<String, Stated>) -> Int64? {
      Facts(matrix, stated).facts.ombudsman(under: matrix)
    }
    #expect(ombudsman(["customer": "tenant", "goes-to": "court"]) == 2)
    #expect(ombudsman(["customer": "tenant"]) == 0)
    #expect(ombudsman(["customer": "tenant", "pets": true]) == 1)
    #expect(ombudsman(["customer": "owner"]) == 2)
    #expect(ombudsman(["customer": "visitor"]) == nil)
    #expect(ombudsman([:]) == nil)
    let silent = scheme().matrix()
    #expect(Facts(silent, ["goes-to": "court"]).facts.ombudsman(under: silent) == nil)
  }

  @Test func `A case is a review once the fact is stated`() {
    var scheme = scheme()
    let silent = scheme.matrix()
    scheme.review = Review(
      given: scheme[fact: "asked-again-on"], decidedBy: scheme[fact: "decided-by"], citations: [], readings: [])
    let matrix = scheme.matrix()
    #expect(!Facts(matrix).facts.isReview(under: matrix))
    #expect(Facts(matrix, ["asked-again-on": .on(2026, 5, 1)]).facts.isReview(under: matrix))
    #expect(!Facts(silent, ["asked-again-on": .on(2026, 5, 1)]).facts.isReview(under: silent))
  }
}
