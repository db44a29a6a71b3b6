import Redress
import Testing

struct MoneyTests {
  @Test(
    arguments: [
      (0, "£0.00", "0.00"), (1, "£0.01", "0.01"), (10, "£0.10", "0.10"), (99, "£0.99", "0.99"),
      (100, "£1.00", "1.00"), (99_999, "£999.99", "999.99"), (100_000, "£1,000.00", "1000.00"),
      (100_100, "£1,001.00", "1001.00"), (101_000, "£1,010.00", "1010.00"), (123_450, "£1,234.50", "1234.50"),
      (99_999_999, "£999,999.99", "999999.99"), (100_000_000, "£1,000,000.00", "1000000.00"),
      (100_001_009, "£1,000,010.09", "1000010.09"), (100_000_000_000, "£1,000,000,000.00", "1000000000.00"),
      (-1, "−£0.01", "-0.01"), (-300, "−£3.00", "-3.00"), (-123_450, "−£1,234.50", "-1234.50"),
      (.max, "£92,233,720,368,547,758.07", "92233720368547758.07"),
      (.min, "−£92,233,720,368,547,758.08", "-92233720368547758.08"),
    ] as [(Int64, String, String)])
  func `A sum has a text for people and one for programs`(pence: Int64, description: String, decimalText: String) {
    #expect(Money(pence: pence).description == description)
    #expect(Money(pence: pence).decimalText == decimalText)
  }

  @Test func `Sums are added, taken, repeated and compared`() {
    let (small, large) = (Money(pence: 1_250), Money(pence: 4_000))
    #expect(small + large == Money(pence: 5_250))
    #expect(small - large == Money(pence: -2_750))
    #expect(3 * small == Money(pence: 3_750))
    #expect(0 * small == .zero)
    #expect(-1 * small == Money(pence: -1_250))
    #expect(small < large && !(large < small) && !(small < small))
    #expect(small - large < .zero)
    #expect(Money.largest == Money(pence: 100_000_000_000))
  }

  @Test func `A running sum is added to and taken from`() {
    var sum = Money.zero
    sum += Money(pence: 18_000)
    sum -= Money(pence: 9_500)
    #expect(sum == Money(pence: 8_500))
  }

  @Test(
    arguments: [
      (25, 100, 9_050, 2_263), (2, 37, 10_000, 541), (1, 3, 100, 33), (2, 3, 100, 67), (1, 8, 100, 13), (0, 1, 100, 0),
      (1, 1, 9_999, 9_999), (3, 2, 101, 152), (1, 2, -1, -1), (-1, 2, 1, -1), (-1, 4, 100, -25), (1, 1, 0, 0),
    ] as [(Int64, Int64, Int64, Int64)])
  func `A part of a sum is exact before it is rounded`(
    numerator: Int64, denominator: Int64, pence: Int64, expected: Int64
  ) throws {
    let part = try #require(Fraction(numerator, over: denominator))
    #expect(Money.part(part, of: Money(pence: pence), rounded: .penny) == Money(pence: expected))
  }

  @Test func `The largest numbers of all lose nothing`() throws {
    let nearlyAll = try #require(Fraction(.max - 1, over: .max))
    let most = Money(pence: .max)
    #expect(Money.part(nearlyAll, of: most, rounded: .penny) == Money(pence: .max - 1))
    #expect(Money.part(nearlyAll, of: Money(pence: .min + 1), rounded: .penny) == Money(pence: .min + 2))
    #expect(Money.part(.one, of: Money(pence: .min), rounded: .penny) == Money(pence: .min))
    #expect(Money.part(nearlyAll, of: most, rounded: Rounding(to: most, .up)) == most)
    #expect(Money.part(nearlyAll, of: most, rounded: Rounding(to: most, .down)) == .zero)
  }

  @Test func `A sum beyond 64 bits stops the program`() async {
    await #expect(processExitsWith: .failure) { _ = Money(pence: .max) + Money(pence: 1) }
    await #expect(processExitsWith: .failure) { _ = Money(pence: .min) - Money(pence: 1) }
    await #expect(processExitsWith: .failure) { _ = 2 * Money(pence: .max) }
    await #expect(processExitsWith: .failure) {
      _ = Money.part(Fraction(2, over: 1)!, of: Money(pence: .max), rounded: .penny)
    }
  }
}
