import Redress
import Testing

/// A cost less straight-line wear.
struct WearTests {
  private static let sofa: Matrix = .of { scheme in
    let cost = scheme.fact("cost", .money, of: .ofItem)
    let grant = scheme.fact("grant", .money, of: .ofItem, leftOut: .taken(0))
    let gift = scheme.fact("gift", .money, of: .ofItem, leftOut: .unstated)
    let age = scheme.fact("age", .count, of: .ofItem)
    return Price(.wear(Wear(cost: cost, less: [grant, gift], age: age, life: .count(60))))
  }

  @Test(
    arguments: [
      (0, 500_00), (1, 491_67), (2, 483_33), (12, 400_00), (30, 250_00), (59, 8_33), (60, 0), (61, 0), (1_000_000, 0),
    ] as [(Int64, Int64)])
  func `Each month of its life takes an equal part`(age: Int64, pence: Int64) {
    let found = Found(.one(Self.sofa, item: ["cost": .pounds(500), "age": .count(age)]))
    #expect(found.pence == pence)
    #expect(found["head.it"] == [.worn(node: 0, age: age, life: 60, amount: Money(pence: pence))])
    #expect(found.outcome == (pence > 0 ? .awarded : .refused))
  }

  @Test(arguments: [(0, 400_00), (100_00, 320_00), (500_00, 0), (500_01, 0)] as [(Int64, Int64)])
  func `What comes off the cost comes off before the wear`(grant: Int64, pence: Int64) {
    let found = Found(
      .one(Self.sofa, item: ["cost": .pounds(500), "age": .count(12), "grant": .pence(grant)]))
    #expect(found.pence == pence)
  }

  @Test func `Several sums come off together`() {
    let found = Found(
      .one(Self.sofa, item: ["cost": .pounds(500), "age": .count(12), "grant": .pounds(60), "gift": .pounds(40)]))
    #expect(found.pence == 320_00)
  }

  @Test func `Cost and age are needed`() {
    #expect(Found(.one(Self.sofa, item: ["cost": .pounds(500)])).missing == ["age 1"])
    #expect(Found(.one(Self.sofa, item: ["age": .count(1)])).missing == ["cost 1"])
  }

  /// £90.00 over 5 years: £18.00 a year.
  @Test(
    arguments: [
      (day(2023, 3, 14), 90_00), (day(2023, 3, 15), 72_00), (day(2023, 3, 16), 72_00), (day(2026, 3, 14), 36_00),
      (day(2026, 3, 15), 18_00), (day(2027, 3, 14), 18_00), (day(2027, 3, 15), 0),
    ] as [(CivilDate, Int64)])
  func `The age in years turns on the anniversary`(on: CivilDate, pence: Int64) {
    let matrix = Matrix.of { scheme in
      let cost = scheme.fact("cost", .receipts, of: .ofItem)
      let age = scheme.elapsed("age", in: Period(1, .years), last: false)
      return Price(.wear(Wear(cost: cost, less: [], age: age, life: .count(5))))
    }
    var given = Facts.one(matrix, ["from": .on(2022, 3, 15), "to": .on(on)])
    given.receipt(60_00, of: "cost", item: 1)
    given.receipt(30_00, of: "cost", item: 1)
    #expect(Found(given).pence == pence)
  }

  @Test func `The life may depend on the thing, and nothing lasts no time`() {
    let matrix = Matrix.of { scheme in
      let cost = scheme.fact("cost", .money, of: .ofItem)
      let age = scheme.fact("age", .count, of: .ofItem)
      let thing = scheme.choice("thing", ["carpet", "paint", "air"], of: .ofItem)
      return Price(
        .wear(Wear(cost: cost, less: [], age: age, life: .byChoice(thing, [.count(10), .count(3), .count(0)]))),
        rounding: Rounding(to: Money(pence: 1), .down))
    }
    func pence(_ thing: Stated) -> Int64 {
      Found(.one(matrix, item: ["cost": .pounds(100), "age": .count(1), "thing": thing])).pence
    }
    #expect(pence("carpet") == 90_00)
    #expect(pence("paint") == 66_66)
    #expect(pence("air") == 0)
  }

  @Test func `Too much to be a sum is a fault`() {
    let matrix = Matrix.of { scheme in
      let cost = scheme.fact("cost", .receipts, of: .ofItem)
      return Price(
        .wear(Wear(cost: cost, less: [], age: scheme.fact("age", .count), life: .count(1_000_000))))
    }
    var given = Facts.one(matrix, ["age": .count(0)])
    for _ in 0..<3 { given.receipt(Money.largest.pence, of: "cost", item: 1) }
    #expect(Found(given).faults == [.tooLarge(item: 1)])
  }
}
