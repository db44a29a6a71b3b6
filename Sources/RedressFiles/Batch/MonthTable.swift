import Redress

/// The first day of every month that a file may state, so that a day is read with one look.
struct MonthTable {
  private let firstDays: UnsafePointer<Int32>

  init(in memory: ScanMemory) {
    precondition(CivilDate.years == 1583...2400, "the years that are looked up here")
    var days: [Int32] = []
    for year in CivilDate.years {
      for month in 1...12 { days.append(CivilDate(year: year, month: month, day: 1)!.dayNumber) }
    }
    days.append(CivilDate.latest.dayNumber + 1)
    firstDays = memory.keep(days)
  }

  /// The number of the day that ten bytes state as ISO 8601 has it; `nil` where they state none.
  @inline(__always)
  func day(at text: Bytes) -> Int64? {
    // The first eight bytes and the last eight. Taking hyphens and digits of zero out of them leaves the value of each
    // digit, which is below ten, and nothing of a hyphen.
    let front = text.word ^ 0x2D30_302D_3030_3030
    let back = (text + 2).word ^ 0x3030_2D30_302D_3030
    let odd = (front | (front &+ 0x0006_0600_0606_0606)) & 0xFFF0_F0FF_F0F0_F0F0
    let oddDay = (back | (back &+ 0x0606_0000_0000_0000)) & 0xF0F0_0000_0000_0000
    let pairs = ((front & 0xFFFF_FFFF) &* 0x0A01) >> 8
    let year = Int(truncatingIfNeeded: pairs & 0xFF &* 100 &+ pairs >> 16 & 0xFF)
    let month = Int(truncatingIfNeeded: front >> 40 & 0xFF &* 10 &+ front >> 48 & 0xFF)
    let day = Int(truncatingIfNeeded: back >> 48 & 0xFF &* 10 &+ back >> 56)
    guard odd | oddDay == 0, month &- 1 < 12, month >= 1, day >= 1, year >= 1583, year <= 2400 else { return nil }
    let place = (year &- 1583) &* 12 &+ month &- 1
    let first = firstDays[place]
    guard day <= Int(firstDays[place &+ 1] &- first) else { return nil }
    return Int64(first) &+ Int64(day &- 1)
  }
}
