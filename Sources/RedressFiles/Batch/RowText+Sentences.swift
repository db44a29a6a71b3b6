import Redress

/// Sentences of an explanation, written straight into a row. Words are bytes that stand in JSON as they are.
///
/// There is always room for the engine's own words: each sum, day and word asks for more than a sentence has of them.
extension RowText: Sentences {
  typealias Words = ByteRun

  @inline(__always)
  mutating func say(_ text: StaticString) { add(text) }

  @inline(__always)
  mutating func say(_ words: ByteRun) { append(words) }

  @inline(__always)
  mutating func say(_ count: Int64) {
    reserve(1024)
    if count < 0 { add(UInt8(ascii: "-")) }
    add(number: count.magnitude)
  }

  @inline(__always)
  mutating func say(_ sum: Money) {
    reserve(1024)
    if sum.pence < 0 { add("−£") } else { add("£") }
    let (pounds, pence) = sum.pence.magnitude.quotientAndRemainder(dividingBy: 100)
    add(grouped: pounds)
    add(UInt8(ascii: "."))
    addPair(pence)
  }

  @inline(__always)
  private mutating func add(grouped number: UInt64) {
    if number < 1000 { add(number: number) } else { add(thousands: number) }
  }

  private mutating func add(thousands number: UInt64) {
    let (high, low) = number.quotientAndRemainder(dividingBy: 1000)
    add(grouped: high)
    let (hundreds, rest) = low.quotientAndRemainder(dividingBy: 100)
    add(UInt8(ascii: ","))
    add(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: hundreds))
    addPair(rest)
  }

  @inline(__always)
  mutating func say(_ day: CivilDate) {
    reserve(1024)
    let (year, month, date) = day.parts
    add(number: UInt64(date))
    switch month {
    case 1: add(" January ")
    case 2: add(" February ")
    case 3: add(" March ")
    case 4: add(" April ")
    case 5: add(" May ")
    case 6: add(" June ")
    case 7: add(" July ")
    case 8: add(" August ")
    case 9: add(" September ")
    case 10: add(" October ")
    case 11: add(" November ")
    default: add(" December ")
    }
    add(number: UInt64(year))
  }
}
