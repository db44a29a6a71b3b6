import Foundation
import Testing

/// Signing and verifying with the real command.
@Suite struct SigningCommandTests {
  private let office: Office
  init() throws { office = try Office() }

  @Test func signsOnce() async throws {
    defer { office.close() }
    try await office.offer()
    let ended = try await office.sign()
    #expect(ended.status == 0, "\(ended.output)")
    #expect(try office.names == ["a.json", "a.json.a.khan.sig", "a.json.letter"])
    #expect(try await office.verify("a.json").status == 0)

    let before = try office.contents
    let again = try await office.sign()
    #expect(again.status == 0 && again.output.contains("a.khan has signed this offer already; nothing was changed."))
    #expect(try office.contents == before)
    // Nor with a key that is not theirs, or none at all.
    #expect(try await office.sign(key: "s.ward").status == 0)
    #expect(try office.contents == before)
  }

  @Test func refuses() async throws {
    defer { office.close() }
    try await office.offer()
    try office.folder.write("no key\n", to: "no-key")
    let cases: [(officer: String, key: String, status: Int32, says: String)] = [
      ("x.ample", Office.path("Fixtures/keys/a.khan"), 1, "officer.unknown"),
      ("j.okafor", Office.path("Fixtures/keys/j.okafor"), 1, "own-work"),
      ("s.ward", Office.path("Fixtures/keys/s.ward"), 1, "authority.too-low"),
      ("t.hughes", Office.path("Fixtures/keys/t.hughes"), 1, "role.not-held"),
      ("a.khan", Office.path("Fixtures/keys/s.ward"), 1, "key.not-theirs"),
      ("a.khan", "none", 66, "there is no key none"),
      ("a.khan", "no-key", 65, "no-key cannot be used"),
    ]
    let before = try office.contents
    for (officer, key, status, says) in cases {
      let ended = try await office.run(["sign", "a.json", "--as", officer, "--key", key] + Office.officers)
      #expect(ended.status == status && ended.output.contains(says), "\(officer): \(ended.status) \(ended.output)")
    }
    #expect(try office.contents == before)
    #expect(try await office.sign("none.json").status == 66)
    let without = try await office.run(["sign", "a.json", "--as", "a.khan", "--key", "k"])
    #expect(without.status == 64 && without.output.contains("--officers FILE is needed to sign."))
  }

  /// Whoever may not sign can still make a file with OpenSSH. It neither counts nor stands in the way.
  @Test func isNotStoppedByTheSignatureOfSomebodyWhoMayNot() async throws {
    defer { office.close() }
    try await office.offer()
    let key = Office.path("Fixtures/keys/s.ward")
    let made = try await Subprocess.run(
      [
        "bash", "-c",
        "install -m 600 '\(key)' k && ssh-keygen -q -Y sign -n offer@redress -f k a.json && "
          + "mv a.json.sig a.json.s.ward.sig && rm k",
      ], in: office.folder.url, environment: office.environment)
    #expect(made.status == 0, "\(made.output)")
    let alone = try await office.verify("a.json")
    #expect(alone.status == 1 && alone.output.contains("authority.too-low"))
    #expect(try await office.sign().status == 0)
    let both = try await office.verify("a.json")
    #expect(both.status == 0 && both.output.contains("s.ward may not sign this decision"), "\(both.output)")
  }

  /// A decision is signed by the date that stands on it, whenever it is looked at afterwards.
  @Test func signsByTheOfferDate() async throws {
    defer { office.close() }
    try await office.offer(today: "2026-10-01")
    let late = try await office.sign(today: "2026-10-13")
    #expect(late.status == 1 && late.output.contains("offer-date.passed"))
    #expect(try await office.sign(today: "2026-10-11").status == 0)
    for day in ["2026-10-01", "2026-10-12", "2026-10-13", "2036-01-01"] {
      #expect(try await office.verify("a.json", today: day).status == 0, "\(day)")
    }
    for day in ["tomorrow", "2026-02-30", ""] {
      let ended = try await office.verify("a.json", today: day)
      #expect(ended.status == 64 && ended.output.contains("--today"), "\(day): \(ended.output)")
    }
  }

  @Test func signsNothingThatWasChanged() async throws {
    defer { office.close() }
    try await office.offer()
    try office.replace("\"payable\": \"0.00\"", with: "\"payable\": \"0.01\"", in: "a.json")
    let ended = try await office.sign()
    #expect(
      ended.status == 1 && ended.output.contains("Not signed. It does not come out the same: "), "\(ended.output)")
    try await office.offer("b.json")
    try office.replace("Okoro", with: "Okora", in: "b.json.letter")
    let letter = try await office.sign("b.json")
    #expect(letter.status == 1 && letter.output.contains("Not signed. The letter part was changed"))
    #expect(try office.names.allSatisfy { !$0.hasSuffix(".sig") })
  }

  @Test func leavesNothingWhereItCannotWrite() async throws {
    defer { office.close() }
    try await office.offer()
    let blocked = office.folder.url.appendingPathComponent("a.json.a.khan.sig")
    try FileManager.default.createDirectory(at: blocked.appendingPathComponent("x"), withIntermediateDirectories: true)
    let ended = try await office.sign()
    #expect(ended.status == 74 && ended.output.contains("cannot write a.json.a.khan.sig"), "\(ended.output)")
    #expect(try office.names == ["a.json", "a.json.a.khan.sig", "a.json.letter"])
  }

  // MARK: Verifying several

  @Test func endsWithTheGravest() async throws {
    defer { office.close() }
    for name in ["good.json", "unsigned.json", "broken.json"] { try await office.offer(name) }
    try await office.sign("good.json")
    try office.folder.write("{", to: "broken.json")
    let cases: [(files: [String], status: Int32)] = [
      (["good.json"], 0), (["good.json", "unsigned.json"], 1), (["unsigned.json", "good.json"], 1),
      (["broken.json", "unsigned.json", "good.json"], 65), (["unsigned.json", "broken.json"], 65),
      (["none.json", "broken.json", "good.json"], 66), (["good.json", "none.json"], 66),
    ]
    for (files, status) in cases {
      let ended = try await office.run(["verify"] + files + Office.officers)
      #expect(ended.status == status, "\(files): \(ended.status)")
      // Those after a bad one are looked at all the same.
      if files.contains("good.json") { #expect(ended.output.contains("Signed by a.khan"), "\(files)") }
    }
    let json = try await office.verify("good.json", "unsigned.json", "--json")
    let lines = json.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].contains("\"good\":true") && lines[1].contains("\"signed\":false"))
    let without = try await office.run(["verify", "good.json"])
    #expect(without.status == 64 && without.output.contains("--officers FILE is needed"))
  }
}
