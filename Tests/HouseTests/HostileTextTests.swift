import Foundation
import Testing

/// A case in which every text is an attack, driven through everything that the command writes of it.
@Suite struct HostileTextTests {
  private let office: Office
  init() throws { office = try Office() }

  /// Marks of HTML and CSS, commands to a terminal, marks that turn or hide text, and the end of a quoted value.
  private static let attack =
    "</style></title><script>alert(1)</script>&lt;b&gt; \" onmouseover=\"x' {{y}} \\0022"
    + " \u{1B}[31m\u{1B}]0;t\u{7}\u{9B}2J\u{0}\u{7F} \u{202E}\u{2066}\u{200B}\u{AD}\u{2060}\u{2028} a\r\nb\tc"

  /// What a formula begins with, in each of the ways in which a spreadsheet may come upon it.
  private static let formulas = [
    "=HYPERLINK(\"http://x.example\",\"y\")", "+1", "-1", "@SUM(A1)", "\u{FF1D}1", "\u{FF0B}1", "x;=1", "y;-1;@1",
  ]

  @Test func lettersHoldTheTextAndNothingElse() async throws {
    defer { office.close() }
    let plain = try await papers("plain", of: Self.hostile { "x \($0)" })
    let attacked = try await papers("attacked", of: Self.hostile { "\(Self.attack)\($0)" })
    for (name, page) in attacked where name.contains("html") || name == "sheet" {
      #expect(page.tags == plain[name]?.tags, "\(name)")
      #expect(page.ranges(of: "</style").count == 1 && page.ranges(of: "</title").count == 1, "\(name)")
    }
    for (name, page) in attacked {
      #expect(page.commands.isEmpty, "\(name): \(page.commands)")
      #expect(page.contains("alert(1)") || name == "verify" || name.hasPrefix("draft"), "\(name)")
    }
  }

  /// What `price` and `batch` say of a text in each place of a case, right or wrong, in each of their forms.
  @Test func nothingReachesATerminalRaw() async throws {
    defer { office.close() }
    let text = "\u{1B}[2J\u{9B}31m\u{202E}\u{200B}\u{0}\u{7}\u{8}\u{7F}\u{AD}\u{2060}\u{FEFF}\u{2028}"
    let keys = ["case", "scheme", "edition", "offer-date", "customer-type", "head", "because", "about", "none"]
    let cases = keys.map { Self.hostile(key: $0, text: text).replacing("\n", with: " ") + "\n" }
    try office.folder.write(cases.joined(), to: "c.ndjson")
    for words in [
      ["price"], ["price", "--json"], ["batch", "--as", "csv", "--explain", "full"],
      ["batch", "--as", "csv", "--explain", "codes"], ["batch", "--explain", "full"],
    ] {
      let ended = try await office.run(words + ["c.ndjson"])
      #expect(ended.status == 65 && ended.output.contains("[2J"), "\(words): \(ended.status)")
      #expect(ended.output.replacing("\r\n", with: "\n").commands.isEmpty, "\(words): \(ended.output.commands)")
    }
    let name = "\u{1B}[31mred\u{9B}2J"
    for words in [
      ["price", name], ["verify", name], ["list", "--register", name], ["offer", "c.json", "--by", name],
    ] {
      let ended = try await office.run(words + (words[0] == "offer" ? Office.officers : []), today: nil)
      #expect(ended.status != 0 && ended.output.commands.isEmpty, "\(words): \(ended.output.commands)")
    }
  }

  // MARK: Tables

  @Test(arguments: [0, 3]) func noTableHoldsAFormula(first: Int) async throws {
    defer { office.close() }
    var next = first
    let text = Self.hostile { _ in
      defer { next += 1 }
      return Self.formulas[next % Self.formulas.count]
    }
    let formula = Self.formulas[first]
    try office.folder.write(text, to: "c.json")
    try office.folder.write(text.replacing("\n", with: " ") + "\n", to: "c.ndjson")
    try office.folder.write("account,rent-arrears\n\"\(formula.replacing("\"", with: "\"\""))\",10.00\n", to: "b.csv")
    try office.folder.write(try Self.withFinance, to: "officers.yaml")
    let register = ["--register", "r.sqlite", "--officers", "officers.yaml"]
    func act(_ words: [String], _ day: String = "2026-10-12", _ ends: [Int32] = [0]) async throws {
      let ended = try await office.run(words + register, today: day)
      #expect(ends.contains(ended.status), "\(words): \(ended.output)")
    }
    try await act(["offer", "c.json", "--by", "j.okafor"])
    try await act(["sign", "1", "--as", "a.khan", "--key", Office.path("Fixtures/keys/a.khan")])
    try await act(["issue", "1", "--by", "j.okafor"])
    try await act(["recalculate", "--arrears", "b.csv", "--to", "recalculated.csv"], "2026-11-20", [0, 1])
    let facts = ["--fact", "rent-arrears=10", "--fact", "service-charge-arrears=0"] + Office.organisation
    try await act(["accept", "1", "--by", "j.okafor", "--pay-to", "bacs"] + facts, "2026-10-20")
    let run = [
      "--payments", "payments.csv", "--credits", "credits.csv", "--seen", "acceptance-form", "--by", "m.brandt",
    ]
    try await act(["audit"] + run, "2026-10-22")
    try await act(["audit", "--csv", "audit.csv"], "2026-11-20", [0, 1])
    for (name, more) in [("codes.csv", []), ("full.csv", ["--explain", "full"])] {
      let ended = try await office.run(["batch", "c.ndjson", "--as", "csv", "--to", name] + more)
      #expect(ended.status == 0, "\(ended.output)")
    }
    for name in ["recalculated", "payments", "credits", "audit", "codes", "full"] {
      let text = try office.text("\(name).csv")
      #expect(text.contains(formula.suffix(2)), "\(name) says nothing of the case")
      for cell in Self.cells(of: text) { #expect(!Self.isFormula(cell), "\(name): \(cell)") }
    }
  }

  @Test func sumsBelowZeroStayNumbers() {
    #expect(!Self.isFormula("-12.00") && Self.isFormula("-12") && Self.isFormula("a;=1") && !Self.isFormula("a-b"))
    #expect(Self.cells(of: "a,\"b,\"\"c\n\"\r\n-1.00\n") == ["a", "b,\"c\n", "-1.00"])
  }
}

// MARK: What is looked for

extension HostileTextTests {
  /// The letters of a case in every form, the finance sheet and what is said meanwhile, by their names.
  private func papers(_ name: String, of text: String) async throws -> [String: String] {
    try office.folder.write(text, to: "\(name).case.json")
    var papers: [String: String] = [:]
    func keep(_ paper: String, _ words: [String]) async throws {
      let ended = try await office.run(words + Office.officers)
      #expect(ended.status == 0, "\(name), \(paper): \(ended.output)")
      papers[paper] = ended.output
    }
    let offer = "\(name).json"
    try await keep("draft", ["offer", "\(name).case.json", "--by", "j.okafor", "--to", offer])
    try await keep("draft signed", ["sign", offer, "--as", "a.khan", "--key", Office.path("Fixtures/keys/a.khan")])
    try await keep("verify", ["verify", offer])
    for (paper, words) in [
      ("html", ["--format", "html"]), ("html large", ["--format", "html", "--large-print"]),
      ("text", ["--format", "text"]), ("sheet", ["--kind", "finance-sheet", "--format", "html"]),
    ] { try await keep(paper, ["letter", offer] + words + Office.organisation) }
    return papers
  }

  /// The sample case with a text of one's own in every place that takes any, told by its name.
  private static func hostile(_ text: (String) -> String) -> String {
    func quoted(_ place: String) -> String {
      let escaped = text(place).unicodeScalars.map { scalar in
        scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
          ? String(scalar) : scalar.utf16.map { "\\u" + ("000" + String($0, radix: 16)).suffix(4) }.joined()
      }
      return "\"" + escaped.joined() + "\""
    }
    return """
      { "case": \(quoted("case")), "scheme": "progress",
        "facts": { "incident-date": "2026-08-14", "claim-date": "2026-09-30", "offer-date": "2026-10-12",
          "customer-type": "tenant", "rent-arrears": "£95.00" },
        "items": [
          { "head": "inconvenience", "impact": "medium", "amount": "£180.00", "as": "bacs", "by": "j.okafor",
            "because": \(quoted("because")) },
          { "head": "reimbursement", "receipts": [ { "amount": "£42.00", "for": \(quoted("for")) } ] } ],
        "decisions": [ { "about": "late-claim", "answer": "accept", "by": "a.khan", "on": "2026-10-10",
          "because": \(quoted("reason")) } ],
        "references": { "household": \(quoted("household")), "rent-account": \(quoted("account")),
          "cost-code": \(quoted("cost-code")) },
        "letter": { "to": [ \(quoted("name")), \(quoted("street")) ], "points": [ \(quoted("point")) ],
          "apology": \(quoted("apology")), "actions": [ \(quoted("action")) ] } }
      """
  }

  /// A case with a text in one place, which mostly makes it faulty.
  private static func hostile(key: String, text: String) -> String {
    let sample = hostile { "x \($0)" }
    let escaped = text.unicodeScalars.map { "\\u" + ("000" + String($0.value, radix: 16)).suffix(4) }.joined()
    if key == "edition" || key == "none" {
      return sample.replacingOccurrences(of: "{ \"case\"", with: "{ \"\(key)\": \"\(escaped)\", \"case\"")
    }
    let end = sample.range(of: "\"\(key)\": \"")!.upperBound
    return sample[..<end] + escaped + sample[end...]
  }

  private static var withFinance: String {
    get throws {
      try String(contentsOfFile: Office.officers[1], encoding: .utf8)
        + "  m.brandt: { name: M. Brandt, manager: d.price, roles: [{ role: finance, from: 2024-04-01 }] }\n"
    }
  }

  /// Whether a spreadsheet could take a cell, or what follows another separator in it, for a formula.
  private static func isFormula(_ cell: String) -> Bool {
    if cell.wholeMatch(of: /-[0-9]+\.[0-9]{2}/) != nil { return false }
    return cell.split(omittingEmptySubsequences: false) { ";\t\r\n".contains($0) }.contains { part in
      part.unicodeScalars.first.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
    }
  }

  /// The cells of a table, read without any code of ours.
  private static func cells(of text: String) -> [String] {
    var (cells, cell, isQuoted) = ([String](), String.UnicodeScalarView(), false)
    let scalars = Array(text.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      let isDoubled = isQuoted && scalar == "\"" && place + 1 < scalars.count && scalars[place + 1] == "\""
      if isDoubled {
        cell.append("\"")
        place += 1
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," || scalar == "\n" {
        cells.append(String(cell))
        cell = .init()
      } else if isQuoted || scalar != "\r" {
        cell.append(scalar)
      }
      place += 1
    }
    return cells
  }
}

extension String {
  /// Every stretch from `<` to the next `>`, without those that only keep words in order.
  fileprivate var tags: [String] {
    split(separator: "<", omittingEmptySubsequences: false).dropFirst()
      .map { "<" + $0.prefix { $0 != ">" } + ">" }.filter { !["<bdi>", "</bdi>", "<wbr>"].contains($0) }
  }

  /// The characters of it that command a terminal, or that nobody sees.
  fileprivate var commands: [String] {
    unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n"
      case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
      case .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16) }
  }
}
