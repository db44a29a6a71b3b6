import Foundation
import Redress
import SeededRandomness
import Testing

struct RoundingTests {
  /// Quarters of a step, and the steps that each manner makes of them: exact, below half, half way over an even and
  /// over an odd number of steps, above half.
  static let quarters: [Int128] = [0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15]
  static let steps: [Rounding.Manner: [Int64]] = [
    .up: [0, 1, 1, 1, 2, 3, 3, 3, 3, 4, 4, 4],
    .down: [0, 0, 0, 0, 2, 2, 2, 2, 3, 3, 3, 3],
    .halfUp: [0, 0, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4],
    .halfDown: [0, 0, 0, 1, 2, 2, 2, 3, 3, 3, 3, 4],
    .halfEven: [0, 0, 0, 1, 2, 2, 2, 3, 3, 3, 4, 4],
  ]

  @Test(arguments: Rounding.Manner.allCases, [1, 5, 100] as [Int64])
  func `Every manner rounds what is below, at and above half, of either sign`(
    manner: Rounding.Manner, step: Int64
  ) throws {
    let rounding = Rounding(to: Money(pence: step), manner)
    let expected = try #require(Self.steps[manner])
    for (quarter, count) in zip(Self.quarters, expected) {
      let pence = quarter * Int128(step)
      #expect(rounding.money(pence: pence, over: 4) == Money(pence: count * step), "\(quarter) quarters")
      #expect(rounding.money(pence: -pence, over: 4) == Money(pence: -count * step), "−\(quarter) quarters")
    }
  }

  @Test(
    arguments: [
      (Rounding.Manner.up, 4_182), (.down, 4_181), (.halfUp, 4_182), (.halfDown, 4_182), (.halfEven, 4_182),
    ] as [(Rounding.Manner, Int64)])
  func `£41.816 becomes whole pence`(manner: Rounding.Manner, pence: Int64) {
    #expect(Rounding(to: Money(pence: 1), manner).money(pence: 41_816, over: 10) == Money(pence: pence))
  }

  @Test func `The usual rounding is to the penny, from half a penny up`() {
    #expect(Rounding.penny == Rounding(to: Money(pence: 1), .halfUp))
    #expect(Rounding.penny.money(pence: 201, over: 2) == Money(pence: 101))
  }

  @Test func `The manners have the words that a matrix uses`() {
    #expect(Rounding.Manner.allCases.map(\.rawValue) == ["up", "down", "half up", "half down", "half even"])
  }

  @Test(arguments: [0xC0FFEE, 2_026] as [UInt64])
  func `A random quotient becomes the one sum that its manner allows`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10_000 {
      let quotient = Quotient.random(using: &generator)
      for manner in Rounding.Manner.allCases {
        let rounding = Rounding(to: Money(pence: quotient.step), manner)
        let sum = rounding.money(pence: quotient.numerator, over: quotient.denominator)
        #expect(quotient.allows(sum.pence, manner), "seed \(seed): \(quotient), \(manner.rawValue): \(sum)")
      }
    }
  }

  @Test(arguments: [1_583, 2_400] as [UInt64])
  func `A random decimal becomes what Foundation makes of it`(seed: UInt64) {
    let modes: [(Rounding.Manner, Decimal.RoundingMode)] = [
      (.up, .up), (.down, .down), (.halfUp, .plain), (.halfEven, .bankers),
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5_000 {
      let width = Int64.random(in: 0...60, using: &generator)
      let digits = Int64.random(in: 0...(.max >> width), using: &generator)
      let places = Int.random(in: 0...6, using: &generator)
      let stepPlaces = Int.random(in: 0...3, using: &generator)
      let step = [1, 10, 100, 1_000][stepPlaces] as Int64
      let denominator = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000][places] as Int128
      for (manner, mode) in modes {
        // Foundation rounds up and down along the number line; on a magnitude that is away from zero and towards it.
        var exact = Decimal(sign: .plus, exponent: -places, significand: Decimal(digits))
        var theirs = Decimal()
        NSDecimalRound(&theirs, &exact, -stepPlaces, mode)
        guard theirs <= Decimal(Int64.max) else { continue }
        let rounding = Rounding(to: Money(pence: step), manner)
        for sign in [1, -1] as [Int64] {
          let ours = rounding.money(pence: Int128(sign * digits), over: denominator)
          #expect(Decimal(sign * ours.pence) == theirs, "seed \(seed): \(exact) to \(step)p, \(manner.rawValue)")
        }
      }
    }
  }

  @Test func `Numbers near 128 bits are rounded exactly`() {
    let huge = Int128(Int64.max) * Int128(Int64.max)
    let pennies = Rounding(to: Money(pence: 1), .halfEven)
    #expect(pennies.money(pence: huge, over: Int128(Int64.max)) == Money(pence: .max))
    #expect(pennies.money(pence: -huge, over: Int128(Int64.max)) == Money(pence: -.max))
    #expect(pennies.money(pence: .max, over: .max) == Money(pence: 1))
    #expect(pennies.money(pence: .max - 1, over: .max) == Money(pence: 1))
    #expect(pennies.money(pence: .max / 2, over: .max) == .zero)
    #expect(pennies.money(pence: .max / 2 + 1, over: .max) == Money(pence: 1))
    #expect(pennies.money(pence: .min, over: .max) == Money(pence: -1))
  }

  @Test func `A step or a denominator of nothing, and a sum beyond 64 bits, stop the program`() async {
    await #expect(processExitsWith: .failure) { _ = Rounding(to: .zero, .up) }
    await #expect(processExitsWith: .failure) { _ = Rounding(to: Money(pence: -1), .up) }
    await #expect(processExitsWith: .failure) { _ = Rounding.penny.money(pence: 1, over: 0) }
    await #expect(processExitsWith: .failure) { _ = Rounding.penny.money(pence: 1, over: -1) }
    await #expect(processExitsWith: .failure) { _ = Rounding.penny.money(pence: Int128(Int64.max) + 1, over: 1) }
  }
}

/// A number of pence over a denominator, with the step to round it to.
private struct Quotient: CustomStringConvertible {
  let numerator: Int128
  let denominator: Int128
  let step: Int64

  var description: String { "\(numerator)/\(denominator) to \(step)p" }

  /// Of any size up to 2^100; one in two lies exactly on a step, or half way between two.
  static func random(using generator: inout SeededGenerator) -> Quotient {
    let step = ([1, 5, 100, 1_000] as [Int64]).randomElement(using: &generator)!
    let width = Int64.random(in: 0...62, using: &generator)
    let denominator = Int128(Int64.random(in: 1...(.max >> (22 + width / 2)), using: &generator)) * 2
    let pence = Int128(Int64.random(in: -(.max >> width)...(.max >> width), using: &generator) / 2)
    if Bool.random(using: &generator) {
      let halves = pence / Int128(step)
      return Quotient(numerator: halves * Int128(step) * (denominator / 2), denominator: denominator, step: step)
    }
    let over = Int128(Int64.random(in: 0..<Int64(denominator), using: &generator))
    return Quotient(numerator: pence * denominator + over, denominator: denominator, step: step)
  }

  /// Whether a manner may give a sum, by what the manner promises and without dividing anything.
  func allows(_ pence: Int64, _ manner: Rounding.Manner) -> Bool {
    guard pence % step == 0, pence == 0 || (pence < 0) == (numerator < 0) else { return false }
    let (exact, sum) = (numerator.magnitude, UInt128(pence.magnitude) * denominator.magnitude)
    let gap = denominator.magnitude * UInt128(step.magnitude)
    let away = exact > sum ? exact - sum : sum - exact
    let isEven = (pence / step) % 2 == 0
    switch manner {
    case .up: return sum >= exact && away < gap
    case .down: return sum <= exact && away < gap
    case .halfUp: return 2 * away < gap || 2 * away == gap && sum > exact
    case .halfDown: return 2 * away < gap || 2 * away == gap && sum < exact
    case .halfEven: return 2 * away < gap || 2 * away == gap && isEven
    }
  }
}
