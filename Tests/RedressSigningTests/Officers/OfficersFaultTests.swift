import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// Everything that can be wrong with an officers file, each with its place and what to do.
@Suite struct OfficersFaultTests {
  private func faults(_ text: String) -> [Fault] {
    do {
      _ = try OfficersReaderTests.read(text)
      return []
    } catch { return error.sorted }
  }

  /// The code and the place of each fault of a file: `case.shape 3:5`.
  private func places(_ text: String) -> [String] {
    faults(text).map { fault in
      "\(fault.code.rawValue)\(fault.place.map { " \($0.line):\($0.column)" } ?? "")"
    }
  }

  /// The faults of one officer, `a`, whose lines begin on line 4 with four spaces before them.
  private func places(ofOfficer lines: String) -> [String] { places(file(lines)) }

  private func file(_ lines: String) -> String {
    let indented = lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    return "format: redress-officers/1\nofficers:\n  a:\n\(indented)\n  b: { name: B }\n"
  }

  private static let key = OfficersReaderTests.keys[0]

  @Test func ofTheFileAsAWhole() {
    #expect(places("") == ["file.empty"])
    #expect(places("# nothing\n") == ["file.empty"])
    #expect(places("[1]\n") == ["case.shape 1:1"])
    #expect(places("officers: {}\n") == ["case.key-missing 1:1"])
    #expect(places("format: redress-officers/1\n") == ["case.key-missing 1:1"])
    #expect(places("format: redress-officers/2\nofficers: {}\n") == ["case.format 1:9"])
    #expect(places("format: redress-officers/1\nofficers: [a]\n") == ["case.shape 2:11"])
    #expect(places("format: redress-officers/1\nofficers: { a: B. Ng }\n") == ["case.shape 2:16"])
    #expect(places("format: redress-officers/1\nofficers: { a: { name: A }, a: { name: B } }\n").count == 1)
    #expect(places("format: redress-officers/1\nofficers: {}\n") == [])
  }

  @Test(arguments: [
    ("name: A\nroels: []", "case.key-unknown 5:5", "Did you mean `roles`?"),
    ("name: A\nmanger: b", "case.key-unknown 5:5", "Did you mean `manager`?"),
    ("name: A\nphone: 1", "case.key-unknown 5:5", "Known keys: name, manager, roles, deputises, keys."),
    (
      "name: A\nroles:\n  - { role: x, form: 2026-01-01, from: 2026-01-01 }", "case.key-unknown 6:20",
      "Did you mean `from`?"
    ),
    (
      "name: A\nroles:\n  - { role: x, from: 2026-01-01, together: { to: £1, within: 1 month, witin: 2 } }",
      "case.key-unknown 6:75", "Did you mean `within`?"
    ),
    (
      "name: A\ndeputises:\n  - { for: b, from: 2026-01-01, until: 2026-01-02, hedas: [] }", "case.key-unknown 6:56",
      "Did you mean `heads`?"
    ),
    (
      "name: A\nkeys:\n  - { key: \"\(key)\", from: 2026-01-01, revokd: 2026-01-02 }", "case.key-unknown 6:118",
      "Did you mean `revoked`?"
    ),
  ]) func ofUnknownKeys(lines: String, place: String, mend: String) {
    #expect(places(ofOfficer: lines) == [place])
    #expect(faults(file(lines)).map(\.mend) == [mend])
  }

  @Test(arguments: [
    ("manager: b", "case.key-missing 4:5"),
    ("name: ''", "case.shape 4:11"),
    ("name: [A]", "case.shape 4:11"),
    ("name: A\nmanager: c", "officer.unknown 5:14"),
    ("name: A\nroles: x", "case.shape 5:12"),
    ("name: A\nroles: [x]", "case.shape 5:13"),
    ("name: A\nroles:\n  - { from: 2026-01-01 }", "case.key-missing 6:9"),
    ("name: A\nroles:\n  - { role: x }", "case.key-missing 6:9"),
    ("name: A\nroles:\n  - { role: x, from: }", "case.key-missing 6:9"),
    ("name: A\nroles:\n  - { role: x, from: 1 May }", "literal.day 6:26"),
    ("name: A\nroles:\n  - { role: x, from: 2026-02-30 }", "literal.day 6:26"),
    ("name: A\nroles:\n  - { role: x, from: 2026-01-02, until: 2026-01-01 }", "officer.days 6:45"),
    ("name: A\nroles:\n  - { role: x, from: 2026-01-01, to: a lot }", "literal.money 6:42"),
    ("name: A\nroles:\n  - { role: x, from: 2026-01-01, heads: x }", "case.shape 6:45"),
    ("name: A\nroles:\n  - { role: x, from: 2026-01-01, together: £5 }", "case.shape 6:48"),
    ("name: A\nroles:\n  - { role: x, from: 2026-01-01, together: { to: £5 } }", "case.key-missing 6:48"),
    ("name: A\nroles:\n  - { role: x, from: 2026-01-01, together: { to: £5, within: soon } }", "literal.period 6:66"),
    ("name: A\ndeputises:\n  - { from: 2026-01-01, until: 2026-01-02 }", "case.key-missing 6:9"),
    ("name: A\ndeputises:\n  - { for: c, from: 2026-01-01, until: 2026-01-02 }", "officer.unknown 6:16"),
    ("name: A\ndeputises:\n  - { for: b, from: 2026-01-01 }", "case.key-missing 6:9"),
    ("name: A\ndeputises:\n  - { for: b, from: 2026-01-01, until: }", "case.key-missing 6:9"),
    ("name: A\ndeputises:\n  - { for: b, from: 2026-01-02, until: 2026-01-01 }", "officer.days 6:44"),
    ("name: A\nkeys:\n  - { from: 2026-01-01 }", "case.key-missing 6:9"),
    ("name: A\nkeys:\n  - { key: \"\(key)\" }", "case.key-missing 6:9"),
    ("name: A\nkeys:\n  - { key: \"\(key)\", from: 2026-01-02, until: 2026-01-01 }", "officer.days 6:125"),
    ("name: A\nkeys:\n  - { key: \"\(key)\", from: 2026-01-02, revoked: never }", "literal.day 6:127"),
    ("name: A\nkeys:\n  - { key: ssh-ed25519 AAAA, from: 2026-01-01 }", "officer.key 6:16"),
  ]) func ofAnOfficer(lines: String, place: String) {
    #expect(places(ofOfficer: lines) == [place])
  }

  /// A name becomes part of file names, and `manager` is what stands for the author's manager.
  @Test(arguments: ["''", "a b", "a/b", "../a", "zoë", "a*", "manager"]) func ofNames(name: String) {
    #expect(places("format: redress-officers/1\nofficers:\n  \(name): { name: A }\n") == ["officer.name 3:3"])
  }

  @Test func ofAKeyThatIsNotOfThisKind() throws {
    let bench = try Workbench()
    let line = try bench.text(try bench.makeKey("rsa", bits: 3072) + ".pub").split(separator: "\n")[0]
    let found = faults(file("name: A\nkeys:\n  - { key: \"\(line)\", from: 2026-01-01 }"))
    #expect(found.map(\.code) == [.officerKey])
    #expect(found.first?.place?.line == 6)
    #expect(found.first?.says.contains("ssh-rsa") == true)
    let secret = faults(file("name: A\nkeys:\n  - { key: \"-----BEGIN OPENSSH PRIVATE KEY-----\", from: 2026-01-01 }"))
    #expect(secret.map(\.code) == [.officerKey])
  }

  @Test func namesTheNearestOfficer() {
    let found = faults(
      "format: redress-officers/1\nofficers:\n  j.okafor: { name: J, manager: a.kahn }\n  a.khan: { name: A }\n")
    #expect(found.map(\.code) == [.officerUnknown] && found.map(\.mend) == ["Did you mean `a.khan`?"])
  }

  /// Nobody should have to mend one fault to hear of the next.
  @Test func findsAllInOneGo() {
    let text = """
      format: redress-officers/2
      officers:
        a b: { name: A }
        c:
          nmae: C
          manager: x
          roles:
            - { role: x, from: 2026-01-02, until: 2026-01-01 }
            - { from: soon }
          deputises:
            - { for: y, from: 2026-01-01 }
          keys:
            - { key: nonsense }
      more: 1
      """
    #expect(
      places(text)
        == [
          "case.format 1:9", "officer.name 3:3", "case.key-unknown 5:5", "case.key-missing 5:5", "officer.unknown 6:14",
          "officer.days 8:45", "case.key-missing 9:9", "literal.day 9:17", "case.key-missing 11:9",
          "officer.unknown 11:16", "case.key-missing 13:9", "officer.key 13:16", "case.key-unknown 14:1",
        ])
  }
}
