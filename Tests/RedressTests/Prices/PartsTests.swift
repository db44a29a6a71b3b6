import Redress
import Testing

/// Prices made of prices.
struct PartsTests {
  private static func matrix(_ kind: ([Price]) -> Price.Kind) -> Matrix {
    var scheme = Scheme()
    scheme.reading("third", asks: ["clerk"])
    let parts: [Price] = ["a", "b"].map { .fixed(.fact(scheme.fact($0, .money))) }
    let third = scheme.choice("third", ["five", "ask"], leftOut: .taken(0))
    let last = Price.fixed(.byChoice(third, [.pounds(5), .ask(scheme[reading: "third"])]))
    scheme.head("it", Price(kind(parts + [last])))
    return scheme.matrix()
  }

  private static func stated(_ a: Int64, _ b: Int64) -> KeyValuePairs<String, Stated> {
    ["a": .pence(a), "b": .pence(b)]
  }

  @Test(
    arguments: [
      (4_99, 4_98, 2, 5_00, 1, 4_98), (5_00, 5_00, 0, 5_00, 0, 5_00), (5_01, 5_02, 1, 5_02, 2, 5_00),
      (4_99, 5_00, 1, 5_00, 0, 4_99), (5_01, 5_01, 0, 5_01, 2, 5_00), (0, 0, 2, 5_00, 0, 0),
    ] as [(Int64, Int64, Int, Int64, Int, Int64)])
  func `The highest or lowest counts, of equal ones the first`(
    a: Int64, b: Int64, highest: Int, most: Int64, lowest: Int, least: Int64
  ) {
    let high = Found(.one(Self.matrix { .highest($0) }, Self.stated(a, b)))
    #expect(
      high["head.it"] == [
        .fixed(node: 1, amount: Money(pence: a)), .fixed(node: 2, amount: Money(pence: b)),
        .fixed(node: 3, amount: pounds(5)), .chosen(node: 0, part: highest, amount: Money(pence: most)),
      ])
    #expect(high.pence == most)
    let low = Found(.one(Self.matrix { .lowest($0) }, Self.stated(a, b)))
    #expect(low["head.it"].last == .chosen(node: 0, part: lowest, amount: Money(pence: least)))
    #expect(low.pence == least)
  }

  @Test func `Parts are added up`() {
    let found = Found(.one(Self.matrix { .sum($0) }, Self.stated(1_11, 2_22)))
    #expect(found["head.it"].last == .added(node: 0, amount: Money(pence: 8_33)))
    #expect(found.pence == 8_33)
  }

  @Test func `All parts are tried, so that all is asked at once`() {
    var given = Facts.one(Self.matrix { .sum($0) }, ["third": "ask"])
    let both = Found(given)
    #expect(both.missing == ["a 1", "b 1"])
    #expect(both.questions == ["third 1"])
    #expect(both.outcome == .faulty)
    #expect(both["head.it"] == [.unpriced(.reading(Ref(0))), .notReached])
    given.state(Self.stated(1, 1))
    let asked = Found(given)
    #expect(asked.questions == ["third 1"])
    #expect(
      asked["head.it"] == [
        .fixed(node: 1, amount: Money(pence: 1)), .fixed(node: 2, amount: Money(pence: 1)),
        .unpriced(.reading(Ref(0))),
      ])
  }

  @Test func `Parts are numbered after their whole, and limits after parts`() {
    let matrix = Matrix.of { _ in
      let inner = Price(.sum([.fixed(.pounds(1)), .fixed(.pounds(2))]), limits: Limits(atMost: .fixed(.pounds(2))))
      return Price(
        .highest([inner, .fixed(.pounds(1))]),
        limits: Limits(atLeast: .fixed(.pounds(9)), atMost: .fixed(.pounds(8))))
    }
    #expect(
      Found(.one(matrix))["head.it"] == [
        .fixed(node: 2, amount: pounds(1)), .fixed(node: 3, amount: pounds(2)), .added(node: 1, amount: pounds(3)),
        .limited(node: 1, .atMost, amount: pounds(2)),
        .fixed(node: 5, amount: pounds(1)), .chosen(node: 0, part: 0, amount: pounds(2)),
        .limited(node: 0, .atLeast, amount: pounds(9)),
        .limited(node: 0, .atMost, amount: pounds(8)),
      ])
  }

  @Test func `Two bands of one head have each its number`() {
    let matrix = Matrix.of { scheme in
      let bands = ["pain", "cold"].map { name in
        Price.band(
          Band(
            by: scheme.choice(name, ["some"], of: .ofItem, leftOut: .taken(0)),
            amount: scheme.fact("for \(name)", .money, of: .ofItem, leftOut: .unstated), pickedBy: [],
            levels: [Band.Level(from: pounds(1), to: pounds(5), signs: [], citations: [])], holes: [], placed: []))
      }
      return Price(.sum(bands))
    }
    let found = Found(.one(matrix, item: ["for pain": .pounds(5), "for cold": .pounds(1)]))
    #expect(
      found["head.it"] == [
        .banded(node: 1, level: 0, amount: pounds(5), placed: false),
        .banded(node: 2, level: 0, amount: pounds(1), placed: false), .added(node: 0, amount: pounds(6)),
      ])
    #expect(Found(.one(matrix)).questions == ["for pain 1", "for cold 1"])
    let outside = Found(.one(matrix, item: ["for pain": .pounds(5), "for cold": .pence(5_01)]))
    #expect(outside.faults == [.outsideBand(node: 2, level: 0, item: 1)])
  }

  @Test func `The sum of the largest is a fault`() {
    let matrix = Matrix.of { _ in
      Price(.sum([.fixed(.pence(Money.largest.pence)), .fixed(.pence(1))]))
    }
    #expect(Found(.one(matrix)).faults == [.tooLarge(item: 1)])
  }

  // MARK: Totals of other heads

  private static let taking: Matrix = {
    var scheme = Scheme()
    scheme.typedHead("trouble")
    scheme.statedHead("rent")
    scheme.excludeFlag("insured", of: .ofItem)
    scheme.head("it", Price(.totalOf([scheme[head: "trouble"], scheme[head: "rent"]])))
    scheme.head("twice", Price(.totalOf([scheme[head: "it"], scheme[head: "rent"]])))
    return scheme.matrix()
  }()

  @Test func `A total counts what nothing keeps out, wherever it stands in the case`() {
    var given = Facts(Self.taking)
    given.item("twice")
    given.item("it")
    given.item("trouble", ["amount": .pounds(1)])
    given.item("rent", ["sum": .pounds(20)])
    given.item("rent", ["sum": .pounds(300), "insured": true])
    let found = Found(given)
    #expect(found.amounts == [41_00, 21_00, 1_00, 20_00, 0])
    #expect(found["head.it"] == [.takenOver(node: 0, total: pounds(21))])
    #expect(found["head.twice"] == [.takenOver(node: 0, total: pounds(41))])
  }

  @Test func `The total of nothing is nothing`() {
    let found = Found(.one(Self.taking))
    #expect(found["head.it"] == [.takenOver(node: 0, total: .zero)])
    #expect(found.outcome == .refused)
  }

  @Test func `It waits until the others are priced`() {
    var given = Facts(Self.taking)
    given.item("it")
    given.item("trouble")
    let found = Found(given)
    #expect(found["head.it"] == [.notReached])
    #expect(found.questions == ["amount 2"])
    #expect(found.outcome == .undecided)
  }
}
