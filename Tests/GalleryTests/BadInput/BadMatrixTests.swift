import Testing

/// Matrices that are no matrices, met by `redress check` and by `redress price` alike.
@Suite struct BadMatrixTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let what: String
    let old: String
    let new: String
    let codes: [String]

    var testDescription: String { what }
  }

  static let changes = [
    Change(what: "two documents", old: "\nheads:", new: "\n---\nheads:", codes: ["yaml.two-documents"]),
    Change(what: "an anchor", old: "from: incident-date", new: "from: &start incident-date", codes: ["yaml.anchor"]),
    Change(what: "a tab", old: "    from:", new: "\tfrom:", codes: ["yaml.tab"]),
    Change(what: "a NUL", old: "Goodwill", new: "Good\0will", codes: ["file.nul"]),
    Change(what: "a key twice", old: "body:", new: "title: Again\nbody:", codes: ["yaml.duplicate-key"]),
    Change(
      what: "steps that are no list", old: "  steps:\n    - { to: £50, any-of: manager }\n    - { any-of: director }\n",
      new: "  steps: director\n", codes: ["role.unused", "matrix.shape"]),
    Change(
      what: "authority that ends", old: "- { any-of: director }", new: "- { to: £100, any-of: director }",
      codes: ["authority.order"]),
    Change(
      what: "a sum with a comma", old: "to: £200", new: "to: £1,200", codes: ["band.backwards", "matrix.key-unknown"]),
    Change(what: "a sum with a comma, in quotes", old: "to: £200", new: "to: \"£1,200\"", codes: ["literal.money"]),
    Change(
      what: "a start at the largest sum", old: "{ from: £51, to: £200 }", new: "{ above: £1000000000 }",
      codes: []),
    Change(
      what: "levels that are a list", old: "levels:\n", new: "levels: []\n        level:\n",
      codes: ["matrix.shape", "matrix.key-unknown"]),
    Change(
      what: "a choice without choices", old: ", choices: { small: Small, large: Large }", new: "",
      codes: ["matrix.key-missing", "matrix.word", "matrix.word"]),
    Change(
      what: "an amount that a case may state for all its items", old: "amount: { type: money, of: item",
      new: "amount: { type: money, of: case or item", codes: ["fact.misplaced"]),
    addition("earlier payments of an item", "already-paid: { title: Paid, fact: amount, source: policy#3 }"),
    addition("debts of an item", "set-off: { title: Arrears, debts: amount, source: policy#3 }"),
    addition(
      "arrears kept out by an item",
      "set-off: { title: Arrears, debts: [], not-when: { fact: size, is: small }, source: policy#3 }",
      codes: ["matrix.shape", "fact.misplaced"]),
    addition(
      "a statement about the case that reads an item",
      "statements: { it: { title: It, on: both, when: { fact: size, is: small }, say: So., source: policy#3 } }"),
    addition(
      "a statement of a head, which may read an item",
      "statements: { it: { title: It, on: both, head: trouble, when: { fact: size, is: small }, say: So., "
        + "source: policy#3 } }", codes: []),
  ]

  /// A rule put in before the ladder of authority.
  private static func addition(_ what: String, _ rule: String, codes: [String] = ["fact.misplaced"]) -> Change {
    Change(what: what, old: "\nauthority:", new: "\n\(rule)\n\nauthority:", codes: codes)
  }

  @Test(arguments: changes) func isMet(change: Change) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = try SampleMatrix.text
    #expect(text.contains(change.old))
    try folder.write(text.replacing(change.old, with: change.new).utf8, to: "Matrices/\(SampleMatrix.path)")
    try folder.write(SampleMatrix.sampleCase.utf8, to: "case.yaml")
    for line in ["redress check", "redress price case.yaml"] {
      let ended = try await RealCommand.run(line, in: folder.url)
      let headings = ended.said.split(separator: "\n").compactMap { $0.wholeMatch(of: /\S.*: ([a-z]+\.[a-zA-Z0-9-]+)/) }
      #expect(headings.map { String($0.1) } == change.codes, "\(ended.said)")
      #expect(ended.status == (change.codes.isEmpty ? line == "redress check" ? 1 : 0 : 65))
      if !change.codes.isEmpty { #expect(ended.output == "") }
    }
  }

  /// More facts than places can be counted for are met before anything is counted.
  @Test func aMatrixMayHaveFarTooManyFacts() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let facts = (1...66_000).map { "  f\($0): {}" }.joined(separator: "\n")
    try folder.write(
      try SampleMatrix.text.replacing("\nfacts:\n", with: "\nfacts:\n\(facts)\n").utf8,
      to: "Matrices/\(SampleMatrix.path)")
    let ended = try await RealCommand.run("redress check", in: folder.url)
    #expect(ended.status == 65)
    #expect(ended.said.contains("`facts` has more than 5000 entries, the most that are read."))
  }

  /// A period may be long enough to leave the calendar; that is met with the case that does.
  @Test(arguments: ["9999 years, month-end: last day of the month", "9999 months, month-end: last day of the month"])
  func aPeriodMayLeaveTheCalendar(period: String) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(
      try SampleMatrix.text.replacing("28 days", with: period).utf8, to: "Matrices/\(SampleMatrix.path)")
    try folder.write(SampleMatrix.sampleCase.utf8, to: "case.yaml")
    let ended = try await RealCommand.run("redress price case.yaml", in: folder.url)
    #expect(ended.status == 65)
    #expect(ended.said.hasPrefix("case.yaml:3:8: calendar.beyond\n"))
    #expect(ended.output == "")
  }

  @Test(arguments: [
    ("edition: 2026-01-01", "edition: 1 January 2026", ["literal.edition"]),
    ("edition: 2026-01-01\n", "", ["case.key-missing"]),
    ("examples:", "exampels:", ["case.key-missing", "case.key-unknown"]),
    ("    expect:", "    expects:", ["case.key-missing", "case.key-unknown"]),
    ("  facts: {", "  fact: {", ["case.key-unknown"]),
    ("base:\n  facts: { incident-date: 2026-02-02, claim-date: 2026-02-09 }", "base: none", ["case.shape"]),
  ])
  func aFileOfExamplesMayBeFaulty(old: String, new: String, codes: [String]) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let examples = try Repository.text("Fixtures/faults/example.differs/examples/millbrook/bands.yaml")
    #expect(examples.contains(old))
    try folder.write(try SampleMatrix.text.utf8, to: "Matrices/\(SampleMatrix.path)")
    try folder.write(examples.replacing(old, with: new).utf8, to: "examples/millbrook/bands.yaml")
    let ended = try await RealCommand.run("redress check --examples examples", in: folder.url)
    let headings = ended.said.split(separator: "\n").compactMap { $0.wholeMatch(of: /\S.*: ([a-z]+\.[a-zA-Z0-9-]+)/) }
    #expect(headings.map { String($0.1) } == codes, "\(ended.said)")
    #expect(ended.status == 65)
  }
}
