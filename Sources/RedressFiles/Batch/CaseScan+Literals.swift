import Redress

/// The literals of a case file, each read to the byte behind it. `false` gives the case to the reader.
extension CaseScan {
  /// States a sum in the digits from ``at`` on: at least one before a point, one or two behind it.
  @inline(__always)
  mutating func sum() -> Int64? {
    let start = at
    var pounds: Int64 = 0
    while at.pointee &- 0x30 < 10 {
      pounds = pounds &* 10 &+ Int64(at.pointee &- 0x30)
      at += 1
    }
    guard at > start, at - start <= 12 else { return nil }
    var pence: Int64 = 0
    if at.pointee == UInt8(ascii: ".") {
      let (first, second) = (at[1] &- 0x30, at[2] &- 0x30)
      guard first < 10 else { return nil }
      pence = Int64(first) * 10
      at += 2
      if second < 10 {
        pence += Int64(second)
        at += 1
      }
    }
    let sum = pounds * 100 + pence
    return sum <= Money.largest.pence ? sum : nil
  }

  @inline(__always)
  mutating func count() -> Int64? {
    let start = at
    var count: Int64 = 0
    while at.pointee &- 0x30 < 10 {
      count = count &* 10 &+ Int64(at.pointee &- 0x30)
      at += 1
    }
    guard at > start, at - start <= 9, count <= CaseFacts.largestCount else { return nil }
    return count
  }

  /// Passes over `£`.
  @inline(__always)
  mutating func poundSign() {
    if at.pointee == 0xC2, at[1] == 0xA3 { at += 2 }
  }

  /// What a whole run of bytes states of a fact that has no run of its own to pass over.
  func percent(_ run: ByteRun) -> Int64? { run.count <= 16 ? try? Literal.percent(run.text) : nil }
}
