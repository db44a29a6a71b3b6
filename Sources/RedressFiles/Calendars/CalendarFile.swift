import Redress

/// A file of holidays, `Matrices/calendars/<name>.yaml`: which days are no working days, within the days that it
/// covers.
public struct CalendarFile: Sendable {
  /// The name of the format, which each file states.
  public static let format = "redress-calendar/1"

  /// A holiday with its name.
  public struct Holiday: Hashable, Sendable {
    /// The day.
    public let day: CivilDate
    /// What it is called.
    public let name: String
  }

  /// The name by which matrices ask for it.
  public let name: String
  /// Where it holds, in words.
  public let title: String
  /// Where the days were published.
  public let source: String
  /// The days for which every holiday is known.
  public let covers: ClosedRange<CivilDate>
  /// The holidays in ascending order.
  public let holidays: [Holiday]
  /// What tells its exact bytes from any other.
  public let digest: Digest

  /// The calendar that working days are counted by.
  public let calendar: WorkingCalendar

  /// - Throws: every fault of the file.
  public static func read(_ source: SourceText) throws(FaultList) -> CalendarFile {
    let nodes = try YAMLReader().read(source)
    var reader = CalendarReader(source)
    guard let node = nodes.first else {
      throw FaultList(
        source.fault(
          .fileEmpty, says: "The file holds no calendar.", mend: "Add one, or check that it is the right file."))
    }
    let file = reader.file(node)
    try reader.shapes.faults.throwIfAny()
    return file!
  }
}

private struct CalendarReader {
  var shapes: CaseShapes
  let source: SourceText

  init(_ source: SourceText) {
    self.source = source
    shapes = CaseShapes(source)
  }

  mutating func file(_ node: Node) -> CalendarFile? {
    guard let entries = shapes.entries(node, "a calendar") else { return nil }
    shapes.checkKeys(entries, "a calendar", ["format", "calendar", "title", "source", "covers", "holidays"])
    let format = shapes.text(node["format"], "format", in: node.span, "this calendar")
    if let format, format != CalendarFile.format {
      shapes.fault(
        .caseFormat, node["format"]!.span, "This is not the format of a calendar.", "Write `\(CalendarFile.format)`.")
    }
    let name = shapes.text(node["calendar"], "calendar", in: node.span, "this calendar")
    let title = shapes.text(node["title"], "title", in: node.span, "this calendar")
    let from = shapes.text(node["source"], "source", in: node.span, "this calendar")
    let covers = self.covers(node)
    guard let list = node["holidays"] else {
      shapes.fault(.caseKeyMissing, node.span, "`holidays` is missing in this calendar.", "Add `holidays`.")
      return nil
    }
    let holidays = shapes.list(list, "`holidays`").compactMap { holiday($0) }
    guard let name, let title, let from, let covers else { return nil }
    check(holidays, covers)
    return CalendarFile(
      name: name, title: title, source: from, covers: covers, holidays: holidays.map(\.holiday),
      digest: Digest(of: source.exactBytes),
      calendar: WorkingCalendar(covers: covers, holidays: holidays.map(\.holiday.day)))
  }

  private mutating func covers(_ node: Node) -> ClosedRange<CivilDate>? {
    guard let node = node["covers"] else {
      shapes.fault(
        .caseKeyMissing, node.span, "`covers` is missing in this calendar.", "Add `covers` with `from` and `to`.")
      return nil
    }
    guard let entries = shapes.entries(node, "`covers`") else { return nil }
    shapes.checkKeys(entries, "`covers`", ["from", "to"])
    let days = ["from", "to"].map { key in node[key].flatMap { shapes.literal($0, Literal.day) } }
    guard let from = days[0], let to = days[1] else {
      if node["from"] == nil || node["to"] == nil {
        shapes.fault(.caseKeyMissing, node.span, "`covers` has a first and a last day.", "Add `from` and `to`.")
      }
      return nil
    }
    guard from <= to else {
      shapes.fault(.calendarDays, node.span, "The last day, \(to), comes before the first.", "Correct one of the two.")
      return nil
    }
    return from...to
  }

  private mutating func holiday(_ node: Node) -> (holiday: CalendarFile.Holiday, span: Span)? {
    guard let entries = shapes.entries(node, "a holiday") else { return nil }
    shapes.checkKeys(entries, "a holiday", ["on", "name"])
    let name = shapes.text(node["name"], "name", in: node.span, "this holiday")
    guard let day = node["on"].flatMap({ shapes.literal($0, Literal.day) }), let name else {
      if node["on"] == nil {
        shapes.fault(.caseKeyMissing, node.span, "`on` is missing in this holiday.", "Add `on` with its day.")
      }
      return nil
    }
    return (CalendarFile.Holiday(day: day, name: name), node.span)
  }

  private mutating func check(
    _ holidays: [(holiday: CalendarFile.Holiday, span: Span)], _ covers: ClosedRange<CivilDate>
  ) {
    var before: CivilDate?
    for (holiday, span) in holidays {
      if !covers.contains(holiday.day) {
        shapes.fault(
          .calendarDays, span, "\(holiday.day) lies outside the days that the calendar covers.",
          "Take it out, or change `covers`.")
      }
      if let before, holiday.day <= before {
        shapes.fault(
          .calendarDays, span, "\(holiday.day) does not come after the holiday before it.",
          "Put the holidays in order, each once.")
      }
      before = holiday.day
    }
  }
}
