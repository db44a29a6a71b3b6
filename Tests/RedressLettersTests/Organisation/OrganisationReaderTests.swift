import Redress
import RedressFiles
import Testing

@testable import RedressLetters

/// The organisation file as it should be: everything that it can say.
@Suite struct OrganisationReaderTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day)!
  }

  @Test func readsTheLeast() throws {
    let folder = try OrganisationFolder()
    defer { folder.folder.remove() }
    let read = try folder.read(OrganisationFolder.least)
    #expect(read.name.text == "Millbrook Homes" && read.address.map(\.text) == ["1 Mill Lane", "Millbrook"])
    #expect(read.returnAddress == read.address && read.dataProtection.text == "We keep it for six years.")
    #expect(read.logo == nil && read.ombudsmen.isEmpty && read.schemes.isEmpty && read.words.isEmpty)
    #expect(read.stylesheet == nil && read.scheme("progress") == nil && read.houseAuthorities.isEmpty)
    let contact = try #require(read.contacts.first)
    #expect(contact.days == DaySpan(from: day(2024, 1, 1)) && contact.checkedOn == day(2026, 9, 1))
    #expect(contact.phone?.text == "01632 960 100" && contact.email == nil && contact.post.isEmpty)
  }

  @Test func readsEverything() throws {
    let folder = try OrganisationFolder()
    defer { folder.folder.remove() }
    try folder.put([0x89, 0x50, 0x4E, 0x47], "logo.PNG")
    try folder.put(Array("h1 { color: teal }".utf8), "styles.css")
    let read = try folder.read(
      OrganisationFolder.least + """
          - from: 2023-01-01
            until: 2023-12-31
            checked-on: 2023-06-01
            email: a@b.example
            web: b.example
            hours: 9 to 5
            post: [PO Box 1, Millbrook]
        return-address: [PO Box 2]
        logo: { file: logo.PNG, shows: A mill wheel }
        stylesheet: styles.css
        ombudsmen:
          housing:
            name: the Housing Ombudsman
            contacts: [ { from: 2024-01-01, checked-on: 2026-01-01, web: o.example } ]
        schemes:
          halton:
            pay-within: 10 working days
            ombudsman: housing
            authority:
              source: Board minute 12
              steps:
                - { to: £100, any-of: [manager, head] }
                - { to: £500.00, all-of: [head, [director, chief]] }
                - { any-of: chief }
              refusals: [head, director]
          redditch: { authority: { source: M, steps: [ { all-of: [head] } ], refusals: [[head, deputy], [chief]] } }
          progress: {}
        words:
          en-GB: { close: Kind regards }
          cy: { close: Cofion }

        """)
    #expect(read.returnAddress.map(\.text) == ["PO Box 2"])
    #expect(
      read.logo?.kind == .png && read.logo?.alternative.text == "A mill wheel" && read.logo?.base64.text == "iVBORw==")
    #expect(read.stylesheet == "h1 { color: teal }")
    #expect(read.contacts.count == 2 && read.contacts[1].post.map(\.text) == ["PO Box 1", "Millbrook"])
    #expect(read.contacts[1].days == DaySpan(from: day(2023, 1, 1), until: day(2023, 12, 31)))
    #expect(read.contacts[1].hours?.text == "9 to 5" && read.contacts[1].web?.text == "b.example")
    #expect(read.ombudsmen.map(\.id) == ["housing"] && read.ombudsmen[0].contacts[0].web?.text == "o.example")
    #expect(read.words.map(\.language) == ["en-GB", "cy"] && read.words.map(\.text) == ["Kind regards", "Cofion"])
    let halton = try #require(read.scheme("halton"))
    #expect(halton.payWithin == Period(10, .workingDays) && halton.ombudsman == "housing")
    #expect(
      halton.authority
        == HouseAuthority(
          scheme: "halton", source: "Board minute 12",
          steps: [
            HouseAuthority.Step(upTo: Money(pence: 10_000), signers: [["manager", "head"]]),
            HouseAuthority.Step(upTo: Money(pence: 50_000), signers: [["head"], ["director", "chief"]]),
            HouseAuthority.Step(upTo: nil, signers: [["chief"]]),
          ], refusals: [["head", "director"]]))
    #expect(read.scheme("redditch")?.authority?.refusals == [["head", "deputy"], ["chief"]])
    #expect(read.houseAuthorities.map(\.scheme) == ["halton", "redditch"])
    #expect(read.scheme("progress")?.authority == nil && read.scheme("progress")?.payWithin == nil)
  }

  /// A key without a value says nothing.
  @Test func readsWhatIsLeftEmpty() throws {
    let folder = try OrganisationFolder()
    defer { folder.folder.remove() }
    let empty =
      "return-address:\nlogo:\nombudsmen: {}\nschemes: { a: { pay-within: , authority: } }\nwords:\nstylesheet:\n"
    let read = try folder.read(OrganisationFolder.least + empty)
    #expect(read.logo == nil && read.stylesheet == nil && read.words.isEmpty && read.scheme("a")?.payWithin == nil)
    let ladder = "schemes: { a: { authority: { source: M, steps: [ { any-of: [b] } ], refusals: } } }\n"
    #expect(try folder.read(OrganisationFolder.least + ladder).scheme("a")?.authority?.refusals == nil)
  }

  @Test func readsTheSamples() throws {
    for name in ["progress", "halton", "forhousing", "housing-services", "redditch"] {
      let path = Program.root.appendingPathComponent("Fixtures/organisation/\(name).yaml").path
      _ = try LetterPrinter(Organisation.read(SourceText(path: path)))
    }
  }
}
