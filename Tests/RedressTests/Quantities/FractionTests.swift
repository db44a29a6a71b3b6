import Redress
import SeededRandomness
import Testing

struct FractionTests {
  @Test(
    arguments: [
      (25, 100, 1, 4), (2, 37, 2, 37), (6, 4, 3, 2), (0, 5, 0, 1), (-6, 8, -3, 4), (100, 100, 1, 1),
      (.max, .max, 1, 1), (1, .max, 1, .max), (.max, 1, .max, 1), (.min + 1, .max, -1, 1), (1 << 62, 1 << 61, 2, 1),
    ] as [(Int64, Int64, Int64, Int64)])
  func `A part is kept in lowest terms`(
    numerator: Int64, denominator: Int64, expectedNumerator: Int64, expectedDenominator: Int64
  ) throws {
    let part = try #require(Fraction(numerator, over: denominator))
    #expect(part.numerator == expectedNumerator)
    #expect(part.denominator == expectedDenominator)
  }

  @Test func `Equal parts are one, however they are written`() {
    #expect(Fraction(1, over: 8) == Fraction(125, over: 1_000))
    #expect(Set([Fraction(1, over: 8), Fraction(125, over: 1_000), Fraction(1, over: 9)]).count == 2)
    #expect(Fraction(0, over: 9) == .zero)
    #expect(Fraction(9, over: 9) == .one)
  }

  @Test(arguments: [(1, 0), (0, 0), (1, -2), (-1, -2), (1, .min), (.min, 1)] as [(Int64, Int64)])
  func `A part of nothing, or of less, is refused`(numerator: Int64, denominator: Int64) {
    #expect(Fraction(numerator, over: denominator) == nil)
  }

  @Test func `Parts are ordered exactly`() throws {
    let pairs: [(Int64, Int64)] = [
      (.min + 1, 1), (-1, 2), (-1, 3), (0, 1), (1, .max), (1, .max - 1), (2, 37), (1, 3), (1, 2), (.max - 2, .max - 1),
      (.max - 1, .max), (1, 1), (.max, .max - 1), (3, 2), (.max, 1),
    ]
    let ascending = try pairs.map { try #require(Fraction($0.0, over: $0.1)) }
    #expect(ascending.shuffledBySeed(7).sorted() == ascending)
    for (one, other) in zip(ascending, ascending.dropFirst()) {
      #expect(one < other)
      #expect(!(other < one))
    }
  }

  @Test(
    arguments: [
      (1, 4, "25%"), (1, 8, "12.5%"), (1, 16, "6.25%"), (0, 1, "0%"), (1, 1, "100%"), (3, 2, "150%"), (1, 200, "0.5%"),
      (1, 400, "0.25%"), (1, 10_000, "0.01%"), (1, 1_000, "0.1%"), (201, 200, "100.5%"), (10_001, 10_000, "100.01%"),
      (7, 1, "700%"), (2, 37, "2/37"), (1, 3, "1/3"), (1, 20_000, "1/20000"), (1, 32, "1/32"), (4, 3, "4/3"),
      (-1, 4, "−25%"), (-1, 8, "−12.5%"), (-2, 37, "−2/37"), (.max, 1, "922337203685477580700%"),
      (.min + 1, .max - 1, "−9223372036854775807/9223372036854775806"),
    ] as [(Int64, Int64, String)])
  func `A part reads as a percentage where two places say it exactly`(
    numerator: Int64, denominator: Int64, text: String
  ) throws {
    let part = try #require(Fraction(numerator, over: denominator))
    #expect(part.description == text)
  }
}

extension Array {
  fileprivate func shuffledBySeed(_ seed: UInt64) -> [Element] {
    var generator = SeededGenerator(seed: seed)
    return shuffled(using: &generator)
  }
}
