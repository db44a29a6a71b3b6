import Redress
import RedressFiles

/// A calendar is read; in one that can be, days are counted there and back.
enum CalendarReading {
  static func answer(to bytes: [UInt8], _ workshop: Workshop) throws -> Answer {
    try Answer.of(bytes, named: "calendar") { source in
      let file = try CalendarFile.read(source)
      let days = file.calendar
      try BrokenRule.unless(file.holidays.map(\.day) == days.holidays, "holidays are not each once in order")
      for day in days.holidays { try BrokenRule.unless(days.isWorkingDay(day) == false, "\(day) is a working day") }
      let first = days.covers.lowerBound
      guard let tenth = days.day(10, after: first) else { return "\(file.name) \(days.covers)" }
      try BrokenRule.unless(days.workingDays(from: first, to: tenth) == 10, "ten days are not ten")
      try BrokenRule.unless(days.isWorkingDay(tenth) == true, "the tenth working day is none")
      if let back = days.day(10, before: tenth) {
        try BrokenRule.unless(days.workingDays(from: back, to: tenth) == 10, "ten days back are not ten")
      }
      return "\(file.name) \(days.covers) \(file.holidays) \(tenth)"
    }
  }
}
