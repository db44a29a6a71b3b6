import Redress
import Testing

struct AuthorityTests {
  @Test(
    arguments: [
      (1, 0), (99_99, 0), (100_00, 0), (100_01, 1), (101_00, 1), (500_00, 1), (500_01, 2), (9_999_999_99, 2),
    ] as [(Int64, Int)])
  func `The lowest step that reaches the total signs`(pence: Int64, step: Int) throws {
    var given = Anyshire.claim()
    given.item("costs", ["amount": .pence(pence)])
    let found = Found(given)
    #expect(found["authority"] == [.signedBy(step: step, measured: Money(pence: pence))])
    #expect(try #require(found.assessment.award).authority[0] == step)
    #expect(found.assessment.authority[0] == step)
  }

  @Test func `The whole counts: in kind, costs, and what is set off`() {
    var given = Anyshire.claim(["rent": .pounds(60)])
    given.item("trouble", ["impact": "low", "amount": .pounds(60)])
    given.item("trouble", ["impact": "low", "amount": .pounds(30), "form": "flowers"])
    given.item("costs", ["amount": .pounds(11)])
    given.item("costs", ["amount": .pounds(400), "repair": true])
    #expect(Found(given)["authority"] == [.signedBy(step: 1, measured: pounds(101))])
  }

  @Test func `A ladder that ends below the total names nobody`() throws {
    var scheme = Scheme()
    scheme.typedHead("trouble")
    scheme.authority([(100, ["manager"])])
    var given = Facts(scheme.matrix())
    given.item("trouble", ["amount": .pounds(101)])
    let found = Found(given)
    #expect(found["authority"] == [.notReached])
    #expect(try #require(found.assessment.award).authority[0] == nil)
  }

  @Test func `Without a ladder nobody is named`() throws {
    var scheme = Scheme()
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix())
    given.item("trouble", ["amount": .pounds(101)])
    let found = Found(given)
    #expect(try #require(found.assessment.award).authority[0] == nil)
    #expect(found.assessment.lines.count == 2)
  }
}
