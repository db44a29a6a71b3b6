import Foundation
import Testing

/// Files that somebody made to do harm, and what others can do with the files that the command writes.
@Suite struct HostileFilesTests {
  private let office: Office
  init() throws { office = try Office() }

  // MARK: Who may read what is written

  @Test func nobodyOutsideTheGroupReadsWhatIsWritten() async throws {
    defer { office.close() }
    try await office.offer("a.json")
    try await office.sign("a.json")
    _ = try await office.letter("a.json", "--to", "letter.html")
    let line = try String(contentsOfFile: Office.path("Fixtures/cases/damp-bedroom.json"), encoding: .utf8)
    try office.folder.write(line.replacing("\n", with: " ") + "\n", to: "c.ndjson")
    _ = try await office.run(["batch", "c.ndjson", "--to", "rows.ndjson"])
    for name in ["a.json", "a.json.letter", "a.json.a.khan.sig", "letter.html", "rows.ndjson"] {
      #expect(try rights(of: name) & 0o007 == 0, "\(name)")
    }
  }

  @Test func nobodyElseReadsARegisterOrItsReports() async throws {
    defer { office.close() }
    let register = ["--register", "r.sqlite"]
    _ = try await office.run(
      ["offer", Office.path("Fixtures/cases/damp-bedroom.json"), "--by", "j.okafor"] + Office.officers + register)
    for words in [
      ["backup", "--to", "copy.sqlite"], ["export", "--to", "all.ndjson"], ["recalculate", "--to", "report.html"],
      ["audit", "--csv", "findings.csv"],
    ] {
      let takesDay = ["recalculate", "audit"].contains(words[0])
      let more = takesDay ? Office.officers : []
      let ended = try await office.run(words + register + more, today: takesDay ? "2026-10-12" : nil)
      #expect([0, 1].contains(ended.status), "\(words): \(ended.output)")
      #expect(try rights(of: words[2]) & 0o077 == 0, "\(words[2])")
    }
    #expect(try rights(of: "r.sqlite") & 0o077 == 0)
  }

  @Test func aKeyThatOthersReadIsNamed() async throws {
    defer { office.close() }
    try await office.offer()
    try office.folder.write(try String(contentsOfFile: Office.path("Fixtures/keys/a.khan"), encoding: .utf8), to: "key")
    for (rights, isNamed) in [(0o600, false), (0o640, true), (0o604, true)] {
      try FileManager.default.setAttributes(
        [.posixPermissions: rights], ofItemAtPath: office.folder.url.appendingPathComponent("key").path)
      let signed = try await office.run(["sign", "a.json", "--as", "a.khan", "--key", "key"] + Office.officers)
      #expect(signed.status == 0 && signed.output.contains("can read the key") == isNamed, "\(signed.output)")
      try FileManager.default.removeItem(at: office.folder.url.appendingPathComponent("a.json.a.khan.sig"))
    }
  }

  private func rights(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(
      atPath: office.folder.url.appendingPathComponent(name).path)
    return attributes[.posixPermissions] as? Int ?? 0o777
  }

  // MARK: Links

  /// A link beside a result, or in its place, is never written through.
  @Test func linksAreNotFollowed() async throws {
    defer { office.close() }
    try office.folder.write("kept", to: "victim")
    try office.folder.write("{}\n", to: "c.ndjson")
    for name in ["rows.ndjson.part", "letter.html", "a.json", "b.json.letter"] {
      try FileManager.default.createSymbolicLink(
        atPath: office.folder.url.appendingPathComponent(name).path, withDestinationPath: "victim")
    }
    let batch = try await office.run(["batch", "c.ndjson", "--to", "rows.ndjson"])
    #expect(batch.status == 74, "\(batch.output)")
    #expect(try await office.offer("a.json").status == 74)
    #expect(try await office.offer("b.json").status == 74)
    try await office.offer("c.json")
    #expect(try await office.letter("c.json", "--to", "letter.html").status == 0)
    #expect(try office.text("victim") == "kept")
  }

  /// A case names its scheme and edition, and nothing outside the folder of matrices is read for them.
  @Test(arguments: ["../Fixtures", "/etc", "..", ".", "progress/../progress", "~", "%2e%2e"])
  func noPathLeadsOutOfTheMatrices(_ name: String) async throws {
    defer { office.close() }
    for text in [
      "{\"case\":\"x\",\"scheme\":\"\(name)\",\"facts\":{},\"items\":[]}",
      "{\"case\":\"x\",\"scheme\":\"progress\",\"edition\":\"\(name)\",\"facts\":{},\"items\":[{}]}",
    ] {
      try office.folder.write(text, to: "c.json")
      let ended = try await office.run(["price", "c.json"])
      #expect(ended.status == 65, "\(ended.output)")
      #expect(ended.output.contains("scheme.unknown") || ended.output.contains("literal.edition"), "\(ended.output)")
    }
  }

  /// The reference of a case becomes the name of a file, and stays one.
  @Test func noReferenceLeadsOutOfTheFolder() async throws {
    defer { office.close() }
    let sample = try String(contentsOfFile: Office.path("Fixtures/cases/damp-bedroom.json"), encoding: .utf8)
    let start = try #require(sample.range(of: "\"case\": \"")).upperBound
    for name in ["../../escaped", "/var/escaped", "-rf", ".."] {
      try office.folder.write(String(sample[..<start]) + name + "/" + sample[start...], to: "c.json")
      let ended = try await office.run(["offer", "c.json", "--by", "j.okafor"] + Office.officers)
      #expect(ended.status == 0, "\(ended.output)")
    }
    let drafts = try office.names.filter { $0.hasSuffix(".offer.json") }
    #expect(drafts.count == 4 && !drafts.contains { $0.contains("/") }, "\(drafts)")
  }

  // MARK: Programs

  /// A folder that several people share may hold a program that one of them left there.
  @Test func noPythonOfSomebodyElseIsRun() async throws {
    defer { office.close() }
    try await office.offer()
    let python = ".pdf/bin/python3"
    try office.folder.write("#!/bin/sh\ntouch ran\n", to: python)
    let path = office.folder.url.appendingPathComponent(python).path
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
    let open = try await office.letter("a.json", "--to", "a.pdf")
    #expect(open.status == 74 && open.output.contains("others may write to it"), "\(open.output)")
    #expect(try !office.names.contains("ran"))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    #expect(try await office.letter("a.json", "--to", "a.pdf").status == 74)
    #expect(try office.names.contains("ran"))
  }

  // MARK: Sizes

  @Test(arguments: [
    ("deep.json", String(repeating: "[", count: 1_000_000), "json.too-deep"),
    ("deep.yaml", String(repeating: "- ", count: 300_000) + "x", "yaml.too-deep"),
    ("keys.json", String(repeating: "{\"a\":", count: 300_000), "json.too-deep"),
    ("laughs.yaml", "a: &a [x, x]\n" + (0..<30).map { "b\($0): &b\($0) [*a, *a, *a, *a]\n" }.joined(), "yaml.anchor"),
    ("long.json", "[" + String(repeating: "1,", count: 20_000) + "1]", "case.shape"),
    (
      "number.json", "{\"case\":\"x\",\"scheme\":\"progress\",\"facts\":{\"rent-arrears\":\(hugeNumber)}}",
      "items.missing"
    ),
    ("items.json", "{\"case\":\"x\",\"scheme\":\"progress\",\(day),\"items\":[" + manyItems + "]}", "fact.missing"),
    ("columns.csv", "case,scheme" + (0..<50_000).map { ",f\($0)" }.joined() + "\nx,progress\n", "csv.row"),
  ]) func tooMuchIsAFault(name: String, text: String, code: String) async throws {
    defer { office.close() }
    try office.folder.write(text, to: name)
    let ended = try await office.run(["price", name])
    #expect(ended.status == 65 && ended.output.contains(code), "\(ended.status) \(ended.output.prefix(400))")
  }

  private static let day = "\"facts\":{\"claim-date\":\"2026-09-30\"}"
  private static let hugeNumber = String(repeating: "9", count: 900_000)
  private static let manyItems = String(repeating: "{\"head\":\"inconvenience\"},", count: 20_000) + "{}"

  /// A key, a signature, a logo and a document are read no further than their kind needs.
  @Test func largeFilesAreNotReadWhole() async throws {
    defer { office.close() }
    try await office.offer()
    let large = office.folder.url.appendingPathComponent("a.json.d.price.sig")
    try Data().write(to: large)
    try FileHandle(forWritingTo: large).truncate(atOffset: 1 << 32)
    let verified = try await office.verify("a.json")
    #expect(verified.status == 1 && verified.output.contains("NOT GOOD"), "\(verified.output)")
    let key = ["sign", "a.json", "--as", "a.khan", "--key", "a.json.d.price.sig"] + Office.officers
    try FileManager.default.moveItem(at: large, to: office.folder.url.appendingPathComponent("large"))
    let signed = try await office.run(key.map { $0 == "a.json.d.price.sig" ? "large" : $0 })
    #expect(signed.status == 65 && signed.output.contains("too large to be a key"), "\(signed.output)")
    try await office.sign()
    let register = ["--register", "r.sqlite", "--by", "j.okafor"] + Office.officers
    let sent = try await office.run(["issue", "a.json", "--document", "large"] + register)
    #expect(sent.status == 65 && sent.output.contains("larger than 64 MiB"), "\(sent.output)")
    try office.folder.write(
      try String(contentsOfFile: Office.organisation[1], encoding: .utf8).replacing("logo.svg", with: "large.svg"),
      to: "organisation.yaml")
    try FileManager.default.moveItem(
      at: office.folder.url.appendingPathComponent("large"), to: office.folder.url.appendingPathComponent("large.svg"))
    let written = try await office.run(
      ["letter", "a.json", "--format", "text", "--organisation", "organisation.yaml"] + Office.officers)
    #expect(written.status == 65 && written.output.contains("file.too-large"), "\(written.output)")
  }
}
