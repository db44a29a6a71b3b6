import Testing

/// A byte-order mark and CRLF are how some programs save a text: the answer is the same as without them.
@Suite struct EncodingTests {
  struct Saving: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let hasMark: Bool
    let hasReturns: Bool

    var testDescription: String { name + (hasMark ? ", with a mark" : "") + (hasReturns ? ", with CRLF" : "") }

    var bytes: [UInt8] {
      (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array((hasReturns ? text.replacing("\n", with: "\r\n") : text).utf8)
    }
  }

  static let savings = [
    ("case.json", SampleCase.json), ("cases.ndjson", SampleCase.line("A-1") + SampleCase.line("A-2")),
    ("case.yaml", SampleCase.yaml), ("cases.yaml", SampleCase.yaml + "---\n" + SampleCase.yaml("0501", "0502")),
  ].flatMap { name, text in
    [(true, false), (false, true), (true, true)].map {
      Saving(name: name, text: text, hasMark: $0.0, hasReturns: $0.1)
    }
  }

  @Test(arguments: savings) func aCaseIsTheSame(saving: Saving) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(saving.text.utf8, to: "plain/" + saving.name)
    try folder.write(saving.bytes, to: "saved/" + saving.name)
    let plain = try await RealCommand.price(["--json", "plain/" + saving.name], in: folder.url)
    let saved = try await RealCommand.price(["--json", "saved/" + saving.name], in: folder.url)
    #expect(plain.status == 0)
    #expect(plain.output.contains(#""payable":"40.00""#))
    #expect(saved.status == 0)
    #expect(saved.output == plain.output)
    #expect(saved.said == "")
  }

  /// Only the digest, which is taken of the exact bytes, is another.
  @Test(arguments: [(true, false), (false, true), (true, true)])
  func aMatrixIsTheSame(hasMark: Bool, hasReturns: Bool) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = try SampleMatrix.text
    let saved = Saving(name: "matrix", text: text, hasMark: hasMark, hasReturns: hasReturns).bytes
    try folder.write(text.utf8, to: "plain/\(SampleMatrix.path)")
    try folder.write(saved, to: "saved/\(SampleMatrix.path)")
    try folder.write(SampleMatrix.sampleCase.utf8, to: "case.yaml")
    let answers = try await ["plain", "saved"].asyncMap {
      try await RealCommand.run("redress price --json --matrices \($0) case.yaml", in: folder.url)
    }
    #expect(answers.map(\.status) == [0, 0])
    #expect(answers[0].output.contains(#""payable":"20.00""#))
    let digests = answers.map { $0.output.firstMatch(of: /sha256:[0-9a-f]{64}/).map { String($0.0) } ?? "" }
    #expect(digests[0] != digests[1])
    #expect(answers[0].output == answers[1].output.replacing(digests[1], with: digests[0]))
  }
}
