import Testing

/// Long names and characters that a terminal would act on.
@Suite struct OddTextTests {
  /// Escape, bell, carriage return, delete, a C1 control, and marks that turn the direction of writing.
  private static let odd = "\u{1B}[31m\u{7}\r\u{7F}\u{9B}2J\u{202E}\u{2066}\u{200F}"

  private static let unsafe: Set<UInt32> = Set(0..<0x20).subtracting([0x0A]).union(0x7F...0x9F)
    .union([0x061C, 0x200E, 0x200F, 0xFEFF]).union(0x2028...0x202E).union(0x2066...0x2069)

  private func unsafe(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { Self.unsafe.contains($0.value) }
  }

  private func escaped(_ text: String) -> String {
    text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  /// Everywhere that a file's own words are shown: names, reasons, decisions, references.
  @Test(arguments: [[], ["--json"]]) func nothingReachesTheTerminalAsItIs(arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let odd = escaped(Self.odd)
    let text = SampleCase.json("PHG-2026-0501", "PHG\(odd)").replacing(
      #""as": "bacs""#, with: #""as": "bacs", "by": "\#(odd)x", "because": "\#(odd)x""#
    ).replacing(
      #""items""#,
      with: """
        "decisions": [ { "about": "\(odd)x", "answer": "accept", "by": "\(odd)x", "on": "2026-10-10",
          "because": "\(odd)x" } ],
        "references": { "\(odd)x": "\(odd)x" }, "items"
        """)
    try folder.write(text.utf8, to: "case.json")
    let ended = try await RealCommand.price(arguments + ["case.json"], in: folder.url)
    #expect(ended.status == 0, "\(ended.said)")
    #expect(unsafe(in: ended.output) == [])
    #expect(ended.output.contains("PHG"))
  }

  @Test(arguments: [
    (#""case": "PHG-2026-0501""#, #""ODD": 1, "case": "PHG-2026-0501""#), ("progress", "ODD"),
    (#""customer-type""#, #""ODD": 1, "customer-type""#), (#""tenant""#, #""ODD""#), (#""£40.00""#, #""ODD""#),
    ("2026-10-12", "ODD"), (#""inconvenience""#, #""ODD""#), (#""scheme""#, #""edition": "ODD", "scheme""#),
    (#""scheme""#, #""format": "ODD", "scheme""#),
  ])
  func aFaultShowsItSafely(old: String, new: String) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // Raw where JSON allows it, escaped where it does not: both are read to the same text.
    let raw = String(String.UnicodeScalarView(Self.odd.unicodeScalars.filter { $0.value >= 0x7F }))
    for odd in [escaped(Self.odd), raw] {
      try folder.write(SampleCase.json(old, new.replacing("ODD", with: odd)).utf8, to: "case.json")
      for arguments in [[], ["--json"]] {
        let ended = try await RealCommand.price(arguments + ["case.json"], in: folder.url)
        #expect(ended.status == 65)
        #expect(unsafe(in: ended.output + ended.said) == [])
      }
    }
  }

  @Test func aLongNameIsShownWhole() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let name = String(repeating: "N", count: 10_000)
    try folder.write(SampleCase.json("PHG-2026-0501", name).utf8, to: "case.json")
    let ended = try await RealCommand.price(["--json", "case.json"], in: folder.url)
    #expect(ended.status == 0)
    #expect(ended.output.contains(#""case":"\#(name)""#))
    let shown = try await RealCommand.price(["case.json"], in: folder.url)
    #expect(shown.status == 0)
    #expect(shown.output.count { $0 == "N" } >= 10_000)
  }

  /// A name of 10,000 characters where a known one is wanted is not repeated whole.
  @Test(arguments: [
    (#""customer-type""#, #""NAME": 1, "customer-type""#, "fact.unknown"),
    (#""progress""#, #""NAME""#, "scheme.unknown"),
    (#""tenant""#, #""NAME""#, "choice.unknown"), (#""inconvenience""#, #""NAME""#, "head.unknown"),
    (#""scheme""#, #""NAME": 1, "scheme""#, "case.key-unknown"),
    (#""scheme""#, #""references": { "NAME": [] }, "scheme""#, "case.shape"),
  ])
  func aLongNameInAFaultIsCut(old: String, new: String, code: String) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let name = String(repeating: "N", count: 10_000)
    try folder.write(SampleCase.json(old, new.replacing("NAME", with: name)).utf8, to: "case.json")
    let ended = try await RealCommand.price(["case.json"], in: folder.url)
    #expect(ended.status == 65)
    #expect(ended.said.contains(": \(code)\n"))
    #expect(ended.said.count < 1500, "\(ended.said)")
  }

  /// The names of a matrix are cut too.
  @Test func aLongNameInAMatrixIsCut() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let name = String(repeating: "n", count: 10_000)
    for (old, new) in [
      ("until: claim-date", "until: \(name)"), ("day-one: next day", "day-one: \(name)"),
      ("  director: Director", "  director: Director\n  \(name): Director"), ("body:", "\(name): x\nbody:"),
      ("source: policy#4", "source: policy#\(name)"), ("format: redress-matrix/1", "format: \(name)"),
      ("size: small", "size: \(name)"),
    ] {
      let matrix = try SampleMatrix.text
      try folder.write(matrix.replacing(old, with: new).utf8, to: "Matrices/\(SampleMatrix.path)")
      try folder.write(SampleMatrix.sampleCase.replacing(old, with: new).utf8, to: "case.yaml")
      let ended = try await RealCommand.run("redress price case.yaml", in: folder.url)
      #expect(ended.status == 65)
      #expect(ended.said.count < 2000, "\(ended.said.prefix(3000))")
    }
  }
}
