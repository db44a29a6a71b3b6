import Foundation
import Redress
import RedressFiles
import RedressSigning
import Testing

@testable import RedressDocuments
@testable import RedressLetters

/// What each letter must hold: the list of contents, item by item, as a table of letters.
@Suite(.serialized) struct LetterContentsTests {
  /// An item of the list. Where it does not belong to a letter, the letter does not have it.
  private struct Item {
    let name: String
    let words: String
    /// Whether it belongs to a letter with this award; `nil` is a refusal.
    let belongs: @Sendable (LetterKind, Assessment.Award?) -> Bool
  }

  private static let items: [Item] = {
    let isOffer: @Sendable (LetterKind, Assessment.Award?) -> Bool = { kind, _ in kind == .offer }
    let isDecision: @Sendable (LetterKind, Assessment.Award?) -> Bool = { kind, _ in kind == .offer || kind == .refusal
    }
    let isTold: @Sendable (LetterKind, Assessment.Award?) -> Bool = { isDecision($0, $1) || $0 == .extensionNotAgreed }
    let hasForm: @Sendable (LetterKind, Assessment.Award?) -> Bool = { kind, _ in kind == .offer || kind == .reminder }
    let isLetter: @Sendable (LetterKind, Assessment.Award?) -> Bool = { kind, _ in kind != .financeSheet }
    return [
      Item(name: "reference", words: "Our reference", belongs: isLetter),
      Item(name: "what was complained about", words: "What you told us", belongs: isTold),
      Item(name: "policy", words: "We decided this under our policy", belongs: isDecision),
      Item(name: "apology", words: "We are sorry\n------------", belongs: isOffer),
      Item(name: "sums", words: "What we offer, and how we worked it out", belongs: isOffer),
      Item(name: "what is left out", words: "What is not part of this offer", belongs: isOffer),
      Item(name: "insurer", words: "claim from an\ninsurer", belongs: isOffer),
      Item(name: "how it is paid", words: "How we will pay you") { $0 == .offer && ($1?.gross ?? .zero) > .zero },
      Item(name: "no bank details by email", words: "bank details by email") {
        $0 == .offer && ($1?.payable ?? .zero) > .zero
      },
      Item(name: "how it is given", words: "How you will get it") { $0 == .offer && ($1?.gross ?? .zero) == .zero },
      Item(name: "set-off", words: "Taken off what you owe us") { $0 == .offer && ($1?.setOff ?? .zero) > .zero },
      Item(name: "already paid", words: "Less what we have paid you already") {
        $0 == .offer && ($1?.alreadyPaid ?? .zero) > .zero
      },
      Item(name: "how to accept or decline", words: "How to accept or say no", belongs: isOffer),
      Item(name: "last day", words: "To accept, please tell us", belongs: isOffer),
      Item(name: "rights kept", words: "Saying yes does not end your complaint", belongs: hasForm),
      Item(name: "what to do next", words: "If you are not happy with this", belongs: isLetter),
      Item(name: "ombudsman", words: "\nHow to reach the ", belongs: isLetter),
      Item(name: "benefits", words: "this money may count as savings") {
        ($0 == .offer || $0 == .reminder) && ($1?.gross ?? .zero) > .zero
      },
      Item(name: "data protection", words: "We keep what you tell us for six years", belongs: isLetter),
      Item(name: "contact person", words: "If you have a question, ask", belongs: isLetter),
      Item(name: "other formats", words: "We can send this letter in large print", belongs: isLetter),
      Item(name: "form", words: "\nYour answer\n", belongs: hasForm),
      Item(name: "form: what cannot be waived", words: "You keep these rights whatever you tick", belongs: hasForm),
      Item(name: "form: payment", words: "How would you like to be paid?") {
        hasForm($0, $1) && ($1?.payable ?? .zero) > .zero
      },
      Item(name: "form: joint", words: "Others who must sign", belongs: hasForm),
      Item(name: "form: spoken answer", words: "call taken by, and when", belongs: hasForm),
      Item(name: "right to challenge", words: "You can challenge it") { kind, _ in kind == .refusal },
      Item(name: "reasons", words: "Why we decided this") { kind, _ in kind == .refusal },
      Item(name: "renewal", words: "If you still want it") { kind, _ in kind == .lapse },
    ]
  }()

  private static let english = FixtureLetter.all.filter { $0.name != "offer-welsh" }

  @Test(arguments: english) func everyItemOfTheListIsThere(letter: FixtureLetter) throws {
    let maker = try FixtureMaker(letter)
    let (kind, text) = (try maker.written().kind, try maker.text())
    let award: Assessment.Award? = if case .offer(let award)? = try maker.draft()?.decision { award } else { nil }
    let flat = text.replacing(/\s+/, with: " ")
    var row: [String] = []
    #expect(text.contains("\nWhat you owe us\n") == flat.contains("wrong, tell us before you accept"))
    for item in Self.items {
      let isThere = text.contains(item.words) || flat.contains(item.words.replacing(/\s+/, with: " "))
      let belongs = item.belongs(kind, award)
      #expect(isThere == belongs, "\(letter): \(item.name)")
      row.append(isThere ? "yes" : "–")
    }
    print("\(letter): " + zip(Self.items, row).filter { $0.1 == "yes" }.map(\.0.name).joined(separator: ", "))
  }

  @Test(arguments: FixtureLetter.all) func nothingIsMissingOrLeftOpen(letter: FixtureLetter) throws {
    let text = try FixtureMaker(letter).text()
    for words in ["missing", "not stated", "{", "}", "Optional", "  .", " ,", "..", "as a person judged it"] {
      #expect(!text.contains(words), "\(letter) says “\(words)”")
    }
  }

  @Test(arguments: english) func noSentenceIsSaidTwice(letter: FixtureLetter) throws {
    let document = try FixtureMaker(letter).written().letter.document
    let sentences = LetterSentences(document, without: "How this letter can be checked").sentences
      .map { $0.joined(separator: " ") }
    // These belong to each of the points, or stand both in the letter and on the form, which is sent back alone.
    let repeated = ["We agree: we got this wrong.", "We do not agree that we got this wrong."]
    let counts = Dictionary(sentences.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts.filter { $0.value > 1 && !repeated.contains($0.key) }.keys.sorted() == [])
  }

  @Test(arguments: english.filter { $0.kind == nil }) func theSumsOfALetterAgree(letter: FixtureLetter) throws {
    let maker = try FixtureMaker(letter)
    guard case .offer(let award)? = try maker.draft()?.decision else { return }
    let table = Self.amounts(in: try maker.written().letter.document.blocks)
    let total = award.gross + award.inKind
    #expect(table.rows.reduce(Money.zero, +) == total)
    #expect(table.totals.first == total)
    let parts = award.payable + award.setOff + award.alreadyPaid + award.inKind
    #expect(parts == total)
    if table.totals.count > 1 {
      let less = table.totals.dropFirst().dropLast()
      #expect(total - less.reduce(Money.zero, +) == table.totals.last)
    }
  }

  /// The amounts of the table of sums, as they stand in the letter: rows, then totals without their signs.
  private static func amounts(in blocks: [Block]) -> (rows: [Money], totals: [Money]) {
    for block in blocks {
      switch block {
      case .table(let table):
        let sides = [false, true].map { isTotal in
          table.rows.filter { $0.isTotal == isTotal }.compactMap { $0.cells.last.map(money) }
        }
        return (sides[0], sides[1])
      case .section(let section):
        let found = amounts(in: section.blocks)
        if !found.totals.isEmpty { return found }
      default: continue
      }
    }
    return ([], [])
  }

  private static func money(_ phrase: Phrase) -> Money {
    Money(pence: Int64(phrase.plainText(in: .english).filter(\.isNumber)) ?? -1)
  }

  @Test(arguments: FixtureLetter.all.filter { $0.signers.isEmpty && $0.isOfItsOwn })
  func aDraftSaysSoOnEveryPage(letter: FixtureLetter) throws {
    let folder = try Folder()
    defer { folder.remove() }
    let path = try folder.put(Data(try FixtureMaker(letter).bytes(.pdf)), "letter.pdf")
    let pages = try Program.run(["pdftotext", "-layout", path, "-"]).output.split(separator: "\u{0C}")
    #expect(pages.count > 2)
    for page in pages { #expect(page.contains("Draft: this is not")) }
  }
}
