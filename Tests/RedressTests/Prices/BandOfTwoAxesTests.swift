import Redress
import Testing

/// A band whose level is found on two axes, row by row.
struct BandOfTwoAxesTests {
  private static let matrix: Matrix = {
    var scheme = Scheme()
    let by = scheme.choice("impact", ["low", "high"], of: .ofItem)
    let split = scheme.choice("length", ["short", "middling", "long"], of: .ofItem)
    let amount = scheme.fact("amount", .money, of: .ofItem, leftOut: .unstated)
    scheme.fact("frail", .flag, of: .ofItem)
    scheme.reading("frail", asks: ["clerk"])
    let levels = (0..<6).map { (place: Int64) in
      Band.Level(from: pounds(place * 10), to: place == 5 ? nil : pounds(place * 10 + 9), signs: [], citations: [])
    }
    scheme.head(
      "it",
      .band(
        Band(
          by: by, splitBy: split, amount: amount, pickedBy: [scheme.role("clerk")], levels: levels, holes: [],
          placed: [
            Band.Placed(when: .flag(scheme[fact: "frail"]), level: 4, reading: scheme[reading: "frail"])
          ])))
    return scheme.matrix()
  }()

  private static let rows: [Stated] = ["low", "high"]
  private static let columns: [Stated] = ["short", "middling", "long"]

  @Test(arguments: 0..<6)
  func `Each pair of answers has its own band`(level: Int) {
    let (row, column) = (Self.rows[level / 3], Self.columns[level % 3])
    let (from, to) = (Int64(level) * 10_00, Int64(level) * 10_00 + 9_00)
    func found(_ pence: Int64) -> Found {
      Found(.one(Self.matrix, item: ["impact": row, "length": column, "amount": .pence(pence)]))
    }
    for pence in [from, to] {
      #expect(
        found(pence)["head.it"] == [.banded(level: level, amount: Money(pence: pence), placed: false)])
    }
    if level > 0 { #expect(found(from - 1).faults == [.outsideBand(level: level, item: 1)]) }
    #expect(found(to + 1).faults == (level == 5 ? [] : [.outsideBand(level: level, item: 1)]))
  }

  @Test func `Both answers are needed`() {
    #expect(Found(.one(Self.matrix, item: ["impact": "low"])).missing == ["length 1"])
    #expect(Found(.one(Self.matrix, item: ["length": "long"])).missing == ["impact 1"])
    #expect(Found(.one(Self.matrix)).missing == ["impact 1", "length 1"])
  }

  @Test func `The policy may place a case in one of the pairs`() {
    let placed = Found(.one(Self.matrix, item: ["frail": true, "amount": .pounds(45)]))
    #expect(placed["head.it"] == [.banded(level: 4, amount: pounds(45), placed: true)])
    let same = Found(
      .one(
        Self.matrix, item: ["frail": true, "impact": "high", "length": "middling", "amount": .pounds(45)]))
    #expect(same["head.it"] == [.banded(level: 4, amount: pounds(45), placed: true)])
    let other = Found(
      .one(Self.matrix, item: ["frail": true, "impact": "high", "length": "long", "amount": .pounds(45)]))
    #expect(other.questions == ["frail 1"])
  }

  @Test func `Its levels are named by both`() {
    #expect(
      (0..<6).map { Self.matrix.title(ofLevel: $0, in: Self.matrix.heads[0].price.bands[0]) } == [
        "Low, Short", "Low, Middling", "Low, Long", "High, Short", "High, Middling", "High, Long",
      ])
  }
}
