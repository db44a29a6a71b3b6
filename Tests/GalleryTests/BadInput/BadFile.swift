import Testing

/// A file that nobody should get an answer for, and the faults that it must be met with.
struct BadFile: Sendable, CustomTestStringConvertible {
  let what: String
  let name: String
  let bytes: [UInt8]
  /// The words of the faults, in the order in which they stand in the file.
  let codes: [String]

  var testDescription: String { what }

  init(_ what: String, _ name: String, _ text: String, _ codes: String...) {
    self.init(what, name, Array(text.utf8), codes)
  }

  init(_ what: String, _ name: String, _ bytes: [UInt8], _ codes: [String]) {
    self.what = what
    self.name = name
    self.bytes = bytes
    self.codes = codes
  }

  static let texts = [
    BadFile("an empty file", "case.json", "", "file.empty"),
    BadFile("blanks only", "case.yaml", " \n\t\n", "file.empty"),
    BadFile("no case in the list", "case.json", "[]\n", "file.empty"),
    BadFile("comments only", "case.yaml", "# nothing\n", "file.empty"),
    BadFile("a NUL", "case.json", SampleCase.json("tenant", "ten\0ant"), "file.nul"),
    BadFile("Latin 1", "case.yaml", Array("case: Z".utf8) + [0xE9, 0x0A], ["file.not-utf8"]),
    BadFile("UTF-16", "case.json", [0xFF, 0xFE, 0x7B, 0x00], ["file.not-utf8"]),
    BadFile("truncated JSON", "case.json", String(SampleCase.json.dropLast(20)), "json.syntax"),
    BadFile("100,000 brackets in JSON", "case.json", String(repeating: "[", count: 100_000), "json.too-deep"),
    BadFile(
      "100,000 objects in JSON", "case.json", String(repeating: #"{"a":"#, count: 100_000), "json.too-deep"),
    BadFile(
      "100,000 brackets in YAML", "case.yaml", "case: " + String(repeating: "[", count: 100_000), "yaml.too-deep"),
    BadFile(
      "1,000 levels of indentation", "case.yaml",
      (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), "yaml.too-deep"),
    BadFile(
      "a key twice in JSON", "case.json", SampleCase.json(#""as": "bacs""#, #""as": "bacs", "as": "cheque""#),
      "json.duplicate-key"),
    BadFile(
      "a key twice in YAML", "case.yaml", SampleCase.yaml("    as:", "    impact: high\n    as:"),
      "yaml.duplicate-key"),
    BadFile("a tab in YAML", "case.yaml", SampleCase.yaml("    as:", "\tas:"), "yaml.tab"),
    BadFile("an anchor", "case.yaml", SampleCase.yaml("impact: low", "impact: &level low"), "yaml.anchor"),
    BadFile("an alias", "case.yaml", SampleCase.yaml("impact: low", "impact: *level"), "yaml.anchor"),
    BadFile("a tag", "case.yaml", SampleCase.yaml("impact: low", "impact: !!str low"), "yaml.anchor"),
    BadFile("a merge key", "case.yaml", SampleCase.yaml("impact: low", "<<: low"), "yaml.anchor"),
    BadFile("a text that is no case", "case.json", "\"hello\"\n", "case.shape"),
    BadFile("a text that is no case, in YAML", "case.yaml", "hello\n", "case.shape"),
    BadFile("a spreadsheet", "case.csv", "case,scheme,item1.head\nA-1,progress,inconvenience\n", "case.shape"),
    BadFile("a spreadsheet under another name", "case.txt", "scheme,case\nprogress,A-1\n", "case.shape"),
  ]

  static let sums = [
    ("1e3", "literal.money"), (#""1e3""#, "literal.money"), (#""£1,000""#, "literal.money"),
    (#""£50.001""#, "literal.money"), (#""£50.""#, "literal.money"), ("-5", "literal.money"),
    (#""−£5""#, "literal.money"), (#""£-5""#, "literal.money"), (#""""#, "literal.money"), ("true", "literal.money"),
    (#""NaN""#, "literal.money"), (#""£٤٠""#, "literal.money"), (#""$40""#, "literal.money"), ("[40]", "case.shape"),
    (#"{ "pounds": 40 }"#, "case.shape"), ("1000000000.01", "literal.money"), ("0", "amount.outside-band"),
    ("250", "amount.outside-band"),
  ].map { BadFile("a sum of \($0)", "case.json", SampleCase.json(#""£40.00""#, $0), $1) }
}
