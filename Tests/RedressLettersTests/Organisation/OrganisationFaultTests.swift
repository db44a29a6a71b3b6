import RedressFiles
import Testing

@testable import RedressLetters

/// Everything that can be wrong with an organisation file, each with its place and what to do.
@Suite struct OrganisationFaultTests {
  private func places(_ text: String) throws -> [String] {
    let folder = try OrganisationFolder()
    defer { folder.folder.remove() }
    return folder.places(text)
  }

  @Test(arguments: [
    ("", ["file.empty"]), ("[1]\n", ["case.shape 1:1"]),
    (
      "x: 1\n",
      [
        "case.key-unknown 1:1", "case.key-missing 1:1", "case.key-missing 1:1", "case.key-missing 1:1",
        "case.key-missing 1:1", "case.key-missing 1:1",
      ]
    ),
  ]) func ofTheFileAsAWhole(text: String, expected: [String]) throws {
    #expect(try places(text) == expected)
  }

  @Test(arguments: [
    ("format: redress-organisation/1", "format: redress-officers/1", "case.format 1:9"),
    ("name: Millbrook Homes", "name: ''", "case.shape 2:7"), ("name: Millbrook Homes", "name: {}", "case.shape 2:7"),
    ("name: Millbrook Homes\n", "", "case.key-missing 1:1"),
    ("address: [1 Mill Lane, Millbrook]\n", "", "case.key-missing 1:1"),
    ("[1 Mill Lane, Millbrook]", "1 Mill Lane", "case.shape 3:10"),
    ("[1 Mill Lane, Millbrook]", "[1 Mill Lane, '']", "case.shape 3:24"),
    ("data-protection: We keep it for six years.", "data-protection: [a]", "case.shape 4:18"),
    ("  - { from: 2024-01-01, checked-on: 2026-09-01, phone: 01632 960 100 }\n", "", "case.key-missing 1:1"),
    ("{ from: 2024-01-01, checked-on: 2026-09-01, phone: 01632 960 100 }", "01632 960 100", "case.shape 6:5"),
    ("from: 2024-01-01, ", "", "case.key-missing 6:5"), ("checked-on: 2026-09-01, ", "", "case.key-missing 6:5"),
    ("2024-01-01", "1 May", "literal.day 6:13"), ("2026-09-01", "2026-09-31", "literal.day 6:37"),
    ("checked-on: 2026", "until: 2023-12-31, checked-on: 2026", "contact.days 6:32"),
    (", phone: 01632 960 100", "", "case.key-missing 6:5"),
    (", phone: 01632 960 100", ", hours: 9 to 5", "case.key-missing 6:5"),
    ("phone: 01632 960 100", "phone: ''", "case.shape 6:56"),
    ("phone: 01632 960 100", "post: PO Box 1", "case.shape 6:55"),
  ]) func ofALine(line: String, instead: String, place: String) throws {
    let text = OrganisationFolder.least.replacing(line, with: instead)
    #expect(text != OrganisationFolder.least)
    let found = try places(text)
    #expect(found.contains(place) && found.count <= 2, "\(found)")
  }

  @Test(arguments: [
    ("adress: []", "case.key-unknown 7:1"), ("contact: 1", "case.key-unknown 7:1"),
    ("return-address: PO Box 2", "case.shape 7:17"), ("ombudsmen: []", "case.shape 7:12"),
    ("ombudsmen: { housing: x }", "case.shape 7:23"), ("schemes: []", "case.shape 7:10"),
    ("schemes: { a: 1 }", "case.shape 7:15"),
    ("schemes: { a: { pay-witin: 1 day } }", "case.key-unknown 7:17"),
    ("schemes: { a: { pay-within: soon } }", "literal.period 7:29"),
    ("schemes: { a: { ombudsman: [] } }", "case.shape 7:28"),
    ("words: { en-GB: x }", "case.shape 7:17"), ("words: [x]", "case.shape 7:8"),
    ("words: { en-GB: { close: } }", "case.key-missing 7:19"), ("words: { en-GB: { close: [] } }", "case.shape 7:26"),
  ]) func ofOtherKeys(line: String, place: String) throws {
    #expect(try places(OrganisationFolder.least + line + "\n") == [place])
  }

  @Test func ofAnOmbudsman() throws {
    let contact = "{ from: 2024-01-01, checked-on: 2026-01-01, web: o.example }"
    func line(_ text: String) -> String { OrganisationFolder.least + "ombudsmen: { housing: \(text) }\n" }
    #expect(try places(line("{ contacts: [\(contact)] }")) == ["case.key-missing 7:23"])
    #expect(try places(line("{ name: O }")) == ["case.key-missing 7:23"])
    #expect(try places(line("{ name: O, contacts: [], phone: 1 }")) == ["case.key-unknown 7:48"])
    #expect(try places(line("{ name: O, contacts: [\(contact)] }")) == [])
  }

  @Test(arguments: [
    ("{}", ["case.key-missing 7:28", "case.key-missing 7:28"]),
    ("{ source: M }", ["case.key-missing 7:28"]), ("{ source: M, steps: [] }", ["case.key-missing 7:28"]),
    ("{ source: M, steps: x }", ["case.key-missing 7:28"]),
    ("{ steps: [ { any-of: [a] } ] }", ["case.key-missing 7:28"]),
    ("{ source: M, steps: [ a ] }", ["case.shape 7:50"]), ("{ source: M, steps: [ {} ] }", ["case.key-missing 7:50"]),
    ("{ source: M, steps: [ { any-off: [a], any-of: [a] } ] }", ["case.key-unknown 7:52"]),
    ("{ source: M, steps: [ { to: lots, any-of: [a] } ] }", ["literal.money 7:56"]),
    // With nobody named an offer would need no signature, or one that nobody can make.
    ("{ source: M, steps: [ { any-of: [] } ] }", ["case.shape 7:60"]),
    ("{ source: M, steps: [ { all-of: [] } ] }", ["case.shape 7:60"]),
    ("{ source: M, steps: [ { all-of: [a, []] } ] }", ["case.shape 7:60"]),
    ("{ source: M, steps: [ { any-of: [a] } ], refusals: [] }", ["case.shape 7:79"]),
    ("{ source: M, steps: [ { any-of: [a] } ], refusals: [[a], []] }", ["case.shape 7:79"]),
    ("{ source: M, steps: [ { any-of: [''] } ] }", ["case.shape 7:61"]),
    ("{ source: M, steps: [ { any-of: [a] }, { any-of: [b] } ] }", ["authority.order 7:50"]),
    ("{ source: M, steps: [ { to: £2, any-of: [a] }, { to: £2, any-of: [b] } ] }", ["authority.order 7:75"]),
    ("{ source: M, steps: [ { to: £2, any-of: [a] }, { to: £1, any-of: [b] } ] }", ["authority.order 7:75"]),
    ("{ source: M, steps: [ { to: £2, any-of: [a] }, { to: £2.01, any-of: [b] } ] }", []),
  ]) func ofAuthority(authority: String, expected: [String]) throws {
    #expect(try places(OrganisationFolder.least + "schemes: { a: { authority: \(authority) } }\n") == expected)
  }

  @Test func areAllFoundInOneGo() throws {
    let text = """
      format: x
      name: ''
      addres: [a]
      contacts: [ { phone: 1 } ]
      logo: { file: a.gif }
      schemes: { a: { pay-within: x } }
      """
    #expect(
      Set(try places(text)) == [
        "case.format 1:9", "case.shape 2:7", "case.key-unknown 3:1", "case.key-missing 1:1", "case.key-missing 4:13",
        "case.key-missing 5:7", "case.shape 5:15", "literal.period 6:29",
      ])
  }
}
