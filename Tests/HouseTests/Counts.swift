/// What there is of tests, counted in the files of the repository.
struct Counts {
  /// A row of the table: what is counted, and how many there are.
  struct Row {
    let what: String
    let count: String
  }

  let rows: [Row]

  init() throws {
    let tests = try Repository.files(in: "Tests", ending: ".swift")
    let suites = tests.filter { $0.path.hasSuffix("Tests.swift") }
    let sources = try Repository.files(in: "Sources", ending: ".swift")
    let oracle = try Repository.files(in: "Tests/Oracle", ending: ".py")
    let faults = try Repository.files(in: "Tests/Faults", ending: ".py")
    let shown = try Repository.files(ending: ".md").map { try Transcript($0.text).steps.count }.reduce(0, +)
    let tenths = (Self.lines(tests) + Self.lines(oracle) + Self.lines(faults)) * 10 / Self.lines(sources)
    rows = [
      Row("test functions in Swift, many of them with a list of arguments", Self.count(tests, of: /^\s*@Test\b/)),
      Row("files of them", suites.count),
      Row("worked examples of the bundled schemes", try Self.examples(in: "Fixtures/worked-examples")),
      Row("worked examples of the kinds of rule", try Self.examples(in: "Fixtures/kinds/examples")),
      Row("figures that others published", try Self.examples(in: "Fixtures/published")),
      Row("faults that are shown, each with its page", try Self.folders(in: "Fixtures/faults")),
      Row("letters that are kept in every format", try Self.folders(in: "Fixtures/letters")),
      Row("inputs that fuzzing kept, read in every run", try Repository.paths(in: "Fixtures/fuzz").count),
      Row("commands in documents that are run and compared", shown),
      Row("faults found so far, each with what keeps it out", try Self.regressions()),
      Row("thousands of lines of the second implementation, in Python", (Self.lines(oracle) + 500) / 1000),
      Row(what: "lines of tests to a line of Swift under `Sources`", count: "\(tenths / 10).\(tenths % 10)"),
    ]
  }

  /// The table as it stands in a page.
  var table: String {
    (["| what | how many |", "|---|---|"] + rows.map { "| \($0.what) | \($0.count) |" }).joined(separator: "\n")
  }

  private static func lines(_ files: [Repository.File]) -> Int { files.map { $0.lines.count - 1 }.reduce(0, +) }

  private static func count(_ files: [Repository.File], of pattern: Regex<Substring>) -> Int {
    files.map { $0.text.matches(of: pattern.anchorsMatchLineEndings()).count }.reduce(0, +)
  }

  private static func examples(in folder: String) throws -> Int {
    count(try Repository.files(in: folder, ending: ".yaml"), of: /^ *- name:/)
  }

  private static func folders(in folder: String) throws -> Int {
    let depth = folder.split(separator: "/").count
    return Set(try Repository.paths(in: folder).map { $0.split(separator: "/")[depth] }).count
  }

  private static func regressions() throws -> Int {
    count([try Repository.file("Docs/developers/regressions.md")], of: /^\| [0-9]+ [A-Z][a-z]+ 20/)
  }
}

extension Counts.Row {
  fileprivate init(_ what: String, _ count: Int) { self.init(what: what, count: String(count)) }
}
