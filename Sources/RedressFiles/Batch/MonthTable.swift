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
    var isDigits = true
    @inline(__always)
    func digit(_ place: Int) -> Int {
      let value = text[place] &- 0x30
      isDigits = isDigits && value < 10
      return Int(truncatingIfNeeded: value)
    }
    let year = (digit(0) &* 10 &+ digit(1)) &* 100 &+ digit(2) &* 10 &+ digit(3)
    let month = digit(5) &* 10 &+ digit(6)
    let day = digit(8) &* 10 &+ digit(9)
    guard isDigits, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), month >= 1, month <= 12, day >= 1,
      year >= 1583, year <= 2400
    else { return nil }
    let place = (year &- 1583) &* 12 &+ month &- 1
    let first = firstDays[place]
    guard day <= Int(firstDays[place &+ 1] &- first) else { return nil }
    return Int64(first) &+ Int64(day &- 1)
  }
}
