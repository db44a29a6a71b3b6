import Redress
import RedressDocuments
import Testing

@Suite struct PhraseTests {
  @Test func interpolationKeepsTypes() {
    let phrase: Phrase = "Pay \(pounds(5)) by \(strong: "\(lastDay)"), see \(code: "PHG-1")."
    #expect(
      phrase.inlines == [
        .text("Pay "), .money(pounds(5)), .text(" by "), .strong(Phrase(lastDay)), .text(", see "), .code("PHG-1"),
        .text("."),
      ])
  }

  @Test func numbersStayBesideTheirUnits() {
    #expect(("\(Period(10, .workingDays))" as Phrase).inlines == [.text("10\u{A0}working\u{A0}days")])
    #expect(("\(3) of \(Fraction(1, over: 4)!)" as Phrase).inlines == [.text("3"), .text(" of "), .text("25%")])
  }

  @Test func blankTextFromOutsideIsReplaced() {
    let name = " \u{200B}"
    #expect(
      ("By \(name, ifBlank: "a person not named")" as Phrase).inlines == [.text("By "), .text("a person not named")])
    #expect(("By \("A. Khan ", ifBlank: "nobody")" as Phrase).inlines == [.text("By "), .text("A. Khan")])
  }

  @Test func aPhraseOfOneValueHoldsIt() {
    let citation = Citation("Policy", "paragraph 4.1")
    #expect(Phrase(citation).inlines == [.citation(citation)])
    #expect(Phrase(Words("so")) == "so")
    #expect("\(pounds(5))" == Phrase(pounds(5)))
    #expect(("\(Phrase(lastDay))" as Phrase) == Phrase(lastDay))
  }

  @Test func listingReadsAsASentence() {
    #expect(Phrase(listing: [], before: "or") == nil)
    #expect(Phrase(listing: ["a"], before: "or") == "a")
    #expect(Phrase(listing: ["a", "b"], before: "or")?.inlines == [.text("a"), .text(" or "), .text("b")])
    let three = Phrase(listing: ["a", "b", "c"], before: "or")
    #expect(three?.inlines == [.text("a"), .text(", "), .text("b"), .text(" or "), .text("c")])
  }
}
