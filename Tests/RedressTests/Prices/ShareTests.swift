import Redress
import Testing

/// A part of a sum, so many times.
struct ShareTests {
  private static let penny = Money(pence: 1)

  private static func found(
    of whole: Figure, _ part: Figure, times: [Int64] = [], most: Fraction? = nil, partTimes: [Int64] = [],
    each: Rounding? = nil, rounded: Rounding? = nil
  ) -> Found {
    var scheme = Scheme()
    let names = times.indices.map { "times \($0)" }
    let partNames = partTimes.indices.map { "part times \($0)" }
    for name in names + partNames { scheme.fact(name, .count) }
    let share = Share(
      of: whole, part: part, times: names.map { scheme[fact: $0] }, partAtMost: most,
      partTimes: partNames.map { scheme[fact: $0] }, eachRounded: each)
    scheme.head("it", Price(.share(share), rounding: rounded))
    var given = Facts.one(scheme.matrix())
    for (name, count) in zip(names + partNames, times + partTimes) { given.state([name: .count(count)]) }
    return Found(given)
  }

  @Test(arguments: [(12_50, 3_13), (12_49, 3_12), (0, 0), (1, 0), (2, 1), (10_00, 2_50)] as [(Int64, Int64)])
  func `A quarter is rounded at half a penny`(whole: Int64, pence: Int64) {
    let found = Self.found(of: .pence(whole), .percent(25))
    #expect(found.pence == pence)
    #expect(found["head.it"] == [.shared(node: 0, amount: Money(pence: pence))])
  }

  @Test func `It is rounded as the policy says`() {
    #expect(Self.found(of: .pence(12_50), .percent(25), rounded: Rounding(to: Self.penny, .down)).pence == 3_12)
    #expect(Self.found(of: .pence(12_49), .percent(25), rounded: Rounding(to: Self.penny, .up)).pence == 3_13)
    #expect(Self.found(of: .pence(12_50), .percent(25), rounded: Rounding(to: pounds(1), .halfUp)).pence == 3_00)
  }

  /// An eighth of £80.04 is £10.005.
  @Test func `Each share may be rounded, or only their sum`() {
    let eighth = Figure.part(1, over: 8)
    #expect(Self.found(of: .pence(80_04), eighth, times: [3, 2]).pence == 60_03)
    #expect(Self.found(of: .pence(80_04), eighth, times: [3, 2], each: .penny).pence == 60_06)
    let down = Rounding(to: Self.penny, .down)
    #expect(Self.found(of: .pence(80_04), eighth, times: [3, 2], each: down).pence == 60_00)
    #expect(Self.found(of: .pence(80_04), eighth, times: [1], each: down).pence == 10_00)
    #expect(Self.found(of: .pence(1_00), .part(1, over: 3), times: [3]).pence == 1_00)
    #expect(Self.found(of: .pence(1_00), .part(1, over: 3), times: [3], each: .penny).pence == 99)
  }

  @Test func `Shares that are rounded each are rounded together at the end`() {
    let (third, down) = (Figure.part(1, over: 3), Rounding(to: Self.penny, .down))
    func pence(_ rounded: Rounding?) -> Int64 {
      Self.found(of: .pounds(100), third, times: [2], each: down, rounded: rounded).pence
    }
    #expect(pence(nil) == 66_66)
    #expect(pence(Rounding(to: pounds(1), .up)) == 67_00)
    #expect(pence(Rounding(to: pounds(1), .down)) == 66_00)
  }

  @Test func `No times is nothing`() {
    #expect(Self.found(of: .pounds(80), .percent(50), times: [0, 5]).pence == 0)
    #expect(Self.found(of: .pounds(80), .percent(50), partTimes: [0]).pence == 0)
  }

  @Test(arguments: [(4, 40_00), (5, 50_00), (6, 50_00), (1_000_000, 50_00)] as [(Int64, Int64)])
  func `Parts of several rooms are capped at the whole, then paid for each week`(rooms: Int64, pence: Int64) {
    let found = Self.found(of: .pounds(50), .percent(20), most: .one, partTimes: [rooms])
    #expect(found.pence == pence)
    let weeks = Self.found(of: .pounds(50), .percent(20), times: [3], most: .one, partTimes: [rooms])
    #expect(weeks.pence == 3 * pence)
  }

  @Test(arguments: [(1, 33_33), (2, 50_00)] as [(Int64, Int64)])
  func `The cap may be another part than the whole`(rooms: Int64, pence: Int64) {
    let half = Fraction(1, over: 2)
    #expect(Self.found(of: .pounds(100), .part(1, over: 3), most: half, partTimes: [rooms]).pence == pence)
  }

  @Test func `The counts of the part are within what is rounded for itself`() {
    // Two thirds of £1 are 67p, five times; a third is 33p, ten times.
    #expect(
      Self.found(of: .pounds(1), .part(1, over: 3), times: [5], partTimes: [2], each: .penny).pence == 3_35)
    #expect(Self.found(of: .pounds(1), .part(1, over: 3), times: [5, 2], each: .penny).pence == 3_30)
  }

  @Test(arguments: [(12_50, 12_50), (33_33, 33_33), (100_00, 100_00), (150_00, 150_00)] as [(Int64, Int64)])
  func `Sum and part may be stated`(hundredths: Int64, pence: Int64) {
    let matrix = Matrix.of { scheme in
      let (rent, part) = (scheme.fact("rent", .money), scheme.fact("part", .percent, of: .ofItem))
      return Price(.share(Share(of: .fact(rent), part: .fact(part), times: [])))
    }
    #expect(
      Found(.one(matrix, ["rent": .pounds(100)], item: ["part": .hundredths(hundredths)])).pence == pence)
    #expect(Found(.one(matrix, ["rent": .pounds(100)])).missing == ["part 1"])
    #expect(Found(.one(matrix)).missing == ["rent 1"])
  }

  @Test func `Whatever is missing is named, all of it at once`() {
    var scheme = Scheme()
    for name in ["weeks", "days", "rooms"] { scheme.fact(name, .count) }
    let sum = scheme.fact("sum", .money)
    let share = Share(
      of: .fact(sum), part: .percent(25), times: [scheme[fact: "weeks"], scheme[fact: "days"]], partAtMost: nil,
      partTimes: [scheme[fact: "rooms"]], eachRounded: nil)
    scheme.head("it", Price(.share(share)))
    #expect(Set(Found(.one(scheme.matrix())).missing) == ["weeks 1", "days 1", "rooms 1", "sum 1"])
    #expect(Set(Found(.one(scheme.matrix(), ["days": .count(2)])).missing) == ["weeks 1", "rooms 1", "sum 1"])
  }

  @Test func `The largest of everything is a fault and never a crash`() {
    let most = CaseFacts.largestCount
    let whole = Figure.pence(Money.largest.pence)
    for each in [nil, Rounding.penny, Rounding(to: pounds(1), .up)] {
      for part in [Figure.percent(100), .percent(10_000), .part(1, over: 2)] {
        for (times, partTimes) in [
          ([most], []), ([], [most]), ([most, most], []), ([most], [most]), ([], [most, most]),
        ] {
          if times.isEmpty, partTimes.isEmpty { continue }
          let found = Self.found(of: whole, part, times: times, partTimes: partTimes, each: each)
          #expect(found.faults == [.tooLarge(item: 1)])
          #expect(found["head.it"] == [.notReached])
        }
      }
    }
    #expect(Self.found(of: .pence(1), .percent(100), times: [most, most, most]).faults == [.tooLarge(item: 1)])
    #expect(Self.found(of: whole, .percent(100)).pence == Money.largest.pence)
    #expect(Self.found(of: whole, .percent(101)).faults == [.tooLarge(item: 1)])
  }
}
