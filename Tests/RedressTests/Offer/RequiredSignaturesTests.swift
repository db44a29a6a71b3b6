import Testing

@testable import Redress

/// The signatures that a decision needs: what is measured, and what is asked of whom.
struct RequiredSignaturesTests {
  @Test(arguments: [(18_000, "head"), (50_000, "head"), (50_001, "director"), (9_999_00, "director")])
  func `Another total needs the signatures of its own step, and never of a lower one`(total: Int64, role: String) {
    let draft = Desk().draft!
    #expect(draft.required(forTotal: Money(pence: total)).roleSets.map(\.first) == [role])
    #expect(draft.measured(asTotal: Money(pence: total)).required == draft.required(forTotal: Money(pence: total)))
    #expect(draft.required(forTotal: pounds(1)).roleSets == [["head"]])
  }

  @Test func `Above the last ceiling the last step signs`() {
    var desk = Desk()
    desk.scheme.authority = []
    desk.scheme.ladder("sum", [(100, [["manager"]]), (500, [["head"]])])
    desk.amounts = [5_000]
    #expect(desk.draft?.required(forTotal: pounds(100)).roleSets == [["manager"]])
    #expect(desk.draft?.required(forTotal: pounds(501)).roleSets == [["head"]])
  }

  @Test func `What is given in kind is signed for too`() throws {
    var given = Anyshire.priced()
    given.item("trouble", ["impact": "low", "amount": .pounds(20), "form": "flowers"])
    let draft = try #require(Draft(Told(given).explanation, author: "clerk", offerDate: day(2026, 10, 12)))
    #expect(draft.total == pounds(200))
    #expect(draft.required.measured == pounds(200))
  }

  @Test func `A set of nobody is no signature`() {
    var desk = Desk()
    desk.scheme.authority = []
    desk.scheme.ladder("sum", [(nil, [[], ["head"]])])
    #expect(desk.draft?.required.roleSets == [["head"]])
  }

  @Test func `Each ladder needs its own signature`() {
    var desk = Desk { $0.ladder("second", [(nil, [["treasurer"]])]) }
    desk.officers.append(.holding("tess", "treasurer"))
    #expect(desk.rule(of: "hana") == .secondSigner)
    #expect(desk.rule(of: "tess") == .secondSigner)
    #expect(desk.rule(of: "hana", "tess") == nil)
  }

  @Test func `A signature that is missing is wanted by the policy`() {
    var desk = Desk()
    desk.scheme.authority = []
    desk.scheme.ladder("sum", [(nil, [["head"], ["director"], ["chief"]])])
    let two = desk.refusal(of: "hana")
    #expect(two?.says == "A signature of the Director is missing. 2 signatures are missing.")
    #expect(two?.sources == ["policy#authority.sum"])
    #expect(desk.refusal(of: "hana", "dora")?.says == "A signature of the Chief is missing.")
  }

  @Test func `Who stands in for two managers stands in for the nearer one`() throws {
    var desk = Desk { scheme in
      scheme.excludeFlag("barred", of: .ofCase)
    }
    desk.stated = ["barred": true]
    desk.officers[2] = .holding("hana", "head", manager: "dora")
    let days = DaySpan(from: day(2026, 10, 1), until: day(2026, 10, 31))
    desk.officers.append(
      Officer(
        id: "tom", name: "Tom", posts: [],
        deputyships: [
          Officer.Deputyship(for: "dora", days: days, limit: .none),
          Officer.Deputyship(for: "hana", days: days, limit: .none),
        ]))
    let signed = try desk.draft!.authorised(by: ["tom"], in: desk.conditions)
    #expect(signed.signers.map(\.standsInFor) == ["hana"])
  }
}
