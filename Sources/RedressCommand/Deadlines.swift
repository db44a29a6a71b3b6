import ArgumentParser
import Redress
import RedressDocuments
import RedressFiles

struct Deadlines: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: "Show by which day each step of a complaint is due, and where it stands today.",
    discussion: """
      Reads cases as price does and prints the timetable of each: what is to be done, the earliest last day first, \
      what is done and how late, and what is not counted yet. A case needs no items for it.

      Ends with 1 if anything is overdue: not done, and its last day has passed. What was done late is shown and \
      changes nothing, as nobody can still do anything about it.

      Every day is counted a second time by other means. Days that the calendar of working days does not reach are \
      never guessed; the case is at fault instead.
      """)

  @Argument(help: ArgumentHelp("Files of cases; - reads standard input.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "Print one compact JSON object a line.")
  var json = false

  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func run() throws {
    let library = try matricesOption.library()
    let sources = try SourceText.open(files)
    var timetabling = Timetabling(library: library, today: todayOption.day, isJSON: json, width: Console.width)
    for source in sources { try timetabling.show(source) }
    try timetabling.exit.end()
  }
}

/// Shows the timetables of one run, one after another, and keeps the gravest of what they came to.
private struct Timetabling {
  let timetabler: CaseTimetabler
  let isJSON: Bool
  let width: Int
  var json = TimetableJSON()
  var exit = Exit.yes
  var isFirst = true

  init(library: MatrixLibrary, today: CivilDate, isJSON: Bool, width: Int) {
    timetabler = CaseTimetabler(library: library, today: today)
    self.isJSON = isJSON
    self.width = width
  }

  mutating func show(_ source: Result<SourceText, FaultList>) throws {
    for entry in CaseFile.read(source) { try show(timetabler.timetable(of: entry)) }
  }

  private mutating func show(_ timetabled: TimetabledCase) throws {
    switch timetabled {
    case .unchecked(let name, let discrepancies):
      exit = .gravest(exit, .ourFault)
      Console.say("redress: our own fault. The timetable of \(name) does not come out the same a second time:")
      for it in discrepancies { Console.say("  \(it.rule): \(it.says)") }
      return Console.say("No timetable is shown. Please report this with the case file.")
    case .faulty(let unread):
      exit = .gravest(exit, .faulty)
      if isJSON {
        try Console.result(json.bytes(ofFaulty: unread) + [10])
      } else {
        Console.say((isFirst ? "" : "\n") + FaultList(unread.faults).text)
      }
    case .counted(let timetable):
      exit = .gravest(exit, timetable.isOverdue ? .notYes : .yes)
      try show(timetable)
    }
    isFirst = false
  }

  private mutating func show(_ timetable: CaseTimetable) throws {
    if isJSON { return try Console.result(json.bytes(of: timetable) + [10]) }
    let tables = TimetableTables(
      timetable.name, timetable.duties, of: timetable.matrix, today: timetable.today, notices: timetable.notices)
    try Console.result((isFirst ? "" : "\n\n") + TextEmitter(width: width).text(of: tables.document))
  }
}
