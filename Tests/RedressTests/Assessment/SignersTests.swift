import Redress
import Testing

/// Several ladders of authority, and who stands in for whom.
struct SignersTests {
  private static let matrix: Matrix = {
    var scheme = Scheme()
    scheme.statedHead("goodwill")
    scheme.statedHead("loss")
    scheme.fact("earlier", .money, leftOut: .unstated)
    scheme.choice("stage", ["one", "two"], leftOut: .taken(0))
    scheme.fact("away", .flag)
    scheme.excludeFlag("insured", of: .ofItem)
    scheme.ladder(
      "goodwill", heads: ["goodwill"], measure: .eachItem, [(50, [["officer"]]), (nil, [["manager", "deputy"]])])
    scheme.ladder(
      "all", plus: "earlier", [(100, [["manager", "deputy"]]), (nil, [["head"], ["treasurer"]])])
    scheme.ladder("stage two", when: .compare(scheme[fact: "stage"], .equal, .value(1)), [(nil, [["reviewer"]])])
    scheme.substitute("manager", by: ["duty manager", "deputy"], when: .flag(scheme[fact: "away"]))
    return scheme.matrix()
  }()

  private static func found(
    goodwill: [Int64] = [], loss: [Int64] = [], _ stated: KeyValuePairs<String, Stated> = [:]
  ) -> Found {
    var given = Facts(matrix, stated)
    for pence in goodwill { given.item("goodwill", ["sum": .pence(pence)]) }
    for pence in loss { given.item("loss", ["sum": .pence(pence)]) }
    return Found(given)
  }

  private static func signers(_ found: Found) -> [[String]] {
    found.assessment.award.map { found.matrix.signers($0.authority) }?.map { set in
      set.map { found.matrix.roles[ref: $0].name }
    } ?? []
  }

  @Test(arguments: [(50_00, 0, 50_00), (50_01, 1, 50_01)] as [(Int64, Int, Int64)])
  func `Each item is measured for itself, by the largest`(largest: Int64, step: Int, measured: Int64) {
    let found = Self.found(goodwill: [1_00, largest, 2_00], loss: [80_00])
    #expect(found["authority.goodwill"] == [.signedBy(step: step, measured: Money(pence: measured))])
  }

  @Test(
    arguments: [(100_00, nil, 0), (100_01, nil, 1), (60_00, 40_00, 0), (60_00, 40_01, 1), (1, 1_000_000_00, 1)]
      as [(Int64, Int64?, Int)])
  func `What was offered before is measured too`(loss: Int64, earlier: Int64?, step: Int) {
    let stated: KeyValuePairs<String, Stated> = ["earlier": .pence(earlier ?? 0)]
    let found = Self.found(loss: [loss], earlier == nil ? [:] : stated)
    #expect(found["authority.all"] == [.signedBy(step: step, measured: Money(pence: loss + (earlier ?? 0)))])
  }

  @Test func `A ladder measures only its own heads, and may measure nothing`() {
    let found = Self.found(loss: [5_00])
    #expect(found["authority.goodwill"] == [.nothingMeasured])
    #expect(found.assessment.authority[0] == nil)
    #expect(Self.signers(found) == [["manager", "deputy"]])
  }

  @Test func `A ladder counts only where its condition holds`() {
    #expect(Self.found(loss: [5_00])["authority.stage two"] == [.doesNotApply])
    let found = Self.found(loss: [5_00], ["stage": "two"])
    #expect(found["authority.stage two"] == [.signedBy(step: 0, measured: pounds(5))])
    #expect(Self.signers(found) == [["manager", "deputy"], ["reviewer"]])
  }

  @Test func `One signature of each set is needed, each set once`() {
    #expect(Self.signers(Self.found(goodwill: [50_00])) == [["officer"], ["manager", "deputy"]])
    #expect(Self.signers(Self.found(goodwill: [50_01])) == [["manager", "deputy"]])
    #expect(Self.signers(Self.found(goodwill: [100_01])) == [["manager", "deputy"], ["head"], ["treasurer"]])
  }

  @Test func `Substitutes stand beside those whom they replace`() {
    let found = Self.found(goodwill: [50_01], ["away": true])
    #expect(found["substitute.manager"] == [.standsIn])
    #expect(Self.signers(found) == [["manager", "deputy", "duty manager"]])
    #expect(found.assessment.authority.includes(substitute: 0))
    let present = Self.found(goodwill: [50_01])
    #expect(present["substitute.manager"] == [.doesNotApply])
    #expect(!present.assessment.authority.includes(substitute: 0))
  }

  @Test func `What is kept out is not measured, and a refused case measures nothing`() {
    var given = Facts(Self.matrix)
    given.item("loss", ["sum": .pounds(5)])
    given.item("goodwill", ["sum": .pounds(500), "insured": true])
    let found = Found(given)
    #expect(found["authority.goodwill"] == [.nothingMeasured])
    #expect(found["authority.all"] == [.signedBy(step: 0, measured: pounds(5))])
    let refused = Self.found(loss: [0])
    #expect(refused["authority.all"] == [.notReached])
    #expect(refused["substitute.manager"] == [.notReached])
    #expect(refused.assessment.authority.isEmpty)
  }

  @Test func `Every ladder of as many heads as a matrix may have measures the last`() {
    var scheme = Scheme()
    for number in 1...Matrix.mostHeads { scheme.statedHead("head \(number)") }
    let last = "head \(Matrix.mostHeads)"
    scheme.ladder("all", [(nil, [["clerk"]])])
    scheme.ladder("last", heads: [last], [(nil, [["manager"]])])
    scheme.ladder("first", heads: ["head 1"], [(nil, [["manager"]])])
    var given = Facts(scheme.matrix())
    given.item(last, ["sum": .pounds(5)])
    let found = Found(given)
    #expect(found["authority.all"] == [.signedBy(step: 0, measured: pounds(5))])
    #expect(found["authority.last"] == [.signedBy(step: 0, measured: pounds(5))])
    #expect(found["authority.first"] == [.nothingMeasured])
  }
}
