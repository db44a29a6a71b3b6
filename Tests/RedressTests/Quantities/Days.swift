import Redress

/// A day that the test knows to exist.
func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate { CivilDate(year: year, month: month, day: day)! }

/// Bank holidays of England and Wales as GOV.UK lists them for 2026 and 2027.
let englandAndWales = WorkingCalendar(
  covers: day(2026, 1, 1)...day(2027, 12, 31),
  holidays: [
    day(2026, 1, 1), day(2026, 4, 3), day(2026, 4, 6), day(2026, 5, 4), day(2026, 5, 25), day(2026, 8, 31),
    day(2026, 12, 25), day(2026, 12, 28),
    day(2027, 1, 1), day(2027, 3, 26), day(2027, 3, 29), day(2027, 5, 3), day(2027, 5, 31), day(2027, 8, 30),
    day(2027, 12, 27), day(2027, 12, 28),
  ])
