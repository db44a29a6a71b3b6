import Testing

/// A key that may be left out may as well be null.
@Suite struct NullTests {
  private static let keys = [
    ("the top", ["format", "edition", "decisions", "references", "letter"], #"  "case""#),
    (
      "the facts",
      ["rent-arrears", "finding", "ground", "anonymous", "accepted-on", "already-paid", "first-raised-on"],
      #"    "incident-date""#
    ), ("an item", ["as", "by", "because", "insurance-claim", "evidence"], #""head": "reimbursement""#),
    ("a receipt", ["for", "on"], #""amount": 12"#),
  ]

  private static let plain = SampleCase.json(
    #"    { "head": "inconvenience""#,
    #"    { "head": "reimbursement", "receipts": [ { "amount": 12 } ] },"# + "\n" + #"    { "head": "inconvenience""#)

  @Test func nullIsAsIfLeftOut() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Self.plain.utf8, to: "plain.json")
    let plain = try await RealCommand.price(["--json", "plain.json"], in: folder.url)
    #expect(plain.status == 0, "\(plain.output)")
    #expect(plain.output.contains(#""payable":"52.00""#))
    for (_, keys, place) in Self.keys {
      for key in keys {
        let text = Self.plain.replacing(place, with: "\"\(key)\": null, " + place)
        #expect(text != Self.plain)
        try folder.write(text.utf8, to: "case.json")
        let ended = try await RealCommand.price(["--json", "case.json"], in: folder.url)
        #expect(ended.output == plain.output, "\(key)")
      }
    }
  }

  /// YAML has a key without a value for it.
  @Test(arguments: ["format", "edition", "decisions", "references", "letter"])
  func aKeyWithoutAValueIsAsIfLeftOut(key: String) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(SampleCase.yaml("case:", "\(key):\ncase:").utf8, to: "case.yaml")
    let ended = try await RealCommand.price(["--json", "case.yaml"], in: folder.url)
    #expect(ended.status == 0, "\(ended.output)")
    #expect(ended.output.contains(#""payable":"40.00""#))
  }

  @Test(arguments: [
    ("\"case\": \"PHG-2026-0501\"", "\"case\": null", "case.key-missing"),
    ("\"scheme\": \"progress\"", "\"scheme\": null", "case.key-missing"),
    ("\"head\": \"inconvenience\"", "\"head\": null", "case.key-missing"),
    ("\"2026-08-14\"", "null", "fact.missing"), ("\"low\"", "null", "fact.missing"),
    (
      "    { \"head\": \"inconvenience\", \"impact\": \"low\", \"amount\": \"£40.00\", \"as\": \"bacs\" }", "null",
      "case.shape"
    ),
  ])
  func aKeyThatIsNeededMayNotBeNull(old: String, new: String, code: String) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(SampleCase.json(old, new).utf8, to: "case.json")
    let ended = try await RealCommand.price(["case.json"], in: folder.url)
    #expect(ended.status == 65)
    #expect(ended.said.split(separator: "\n").filter { $0.hasSuffix(": \(code)") }.count == 1, "\(ended.said)")
  }
}
