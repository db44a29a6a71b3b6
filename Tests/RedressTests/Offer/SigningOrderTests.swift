import Redress
import Testing

/// The order of precedence: of several rules that are broken, the first is reported.
struct SigningOrderTests {
  /// A desk on which everything that can be wrong at once is wrong, for one signer.
  private func worst() -> Desk {
    var desk = Desk { scheme in
      scheme.fact("asked-again-on", .date, leftOut: .unstated)
      scheme.fact("decided-by", .text, leftOut: .unstated)
      scheme.review = Review(
        given: scheme[fact: "asked-again-on"], decidedBy: scheme[fact: "decided-by"], citations: [], readings: [])
    }
    desk.scheme.status = .draft
    desk.isLocked = false
    desk.scheme.readings = [
      Reading(
        name: "open-point", question: "Why?", answer: .settled("So."), because: "Nobody says.", decidedBy: nil,
        decidedOn: nil, citations: [])
    ]
    desk.stated = ["asked-again-on": .on(2026, 10, 1), "decided-by": .words]
    desk.texts = ["decided-by": "hana, mia"]
    desk.today = day(2026, 10, 13)
    return desk
  }

  @Test func `Each rule comes up when those before it are mended`() {
    var desk = worst()
    var found: [SigningRefusal.Rule?] = []
    func look(_ signers: String...) {
      do throws(SigningRefusal) {
        _ = try desk.draft!.authorised(by: signers, in: desk.conditions)
        found.append(nil)
      } catch { found.append(error.rule) }
    }
    look("ghost")
    desk.scheme.status = .approved
    look("ghost")
    desk.isLocked = true
    look("ghost")
    desk.scheme.readings = []
    look("ghost")
    look("clerk")
    desk.officers[0] = .holding("clerk", "head")
    look("clerk")
    look("mia")
    look()
    look("hana")
    desk.texts = ["decided-by": "mia"]
    look("hana")
    desk.today = Desk.offerDate
    look("hana")
    #expect(
      found == [
        .editionDraft, .editionUnlocked, .readingOpen, .officerUnknown, .ownWork, .ownWork, .authorityTooLow,
        .secondSigner, .sameReviewer, .offerDatePassed, nil,
      ])
  }

  @Test func `The rules are in the order that is documented`() {
    #expect(
      SigningRefusal.Rule.allCases.map(\.rawValue) == [
        "edition.draft", "edition.not-in-lock", "reading.open", "figure.unconfirmed", "recheck.differs",
        "officer.unknown", "role.not-held", "own-work", "authority.too-low", "second-signer.missing",
        "review.same-person", "decision.not-entitled", "offer-date.passed", "limit.cumulative",
      ])
  }

  @Test(arguments: [(day(2026, 10, 11), true), (day(2026, 10, 12), true), (day(2026, 10, 13), false)])
  func `It is signed by the date that stands on it`(today: CivilDate, isGood: Bool) {
    var desk = Desk()
    desk.today = today
    #expect((desk.rule(of: "hana") == nil) == isGood)
  }

  @Test func `A figure that nobody confirmed stops every signature`() {
    var desk = Desk { scheme in
      scheme.head("visit", .fixed(.value(.money(pounds(20)), isConfirmed: false)))
    }
    desk.amounts = [18_000]
    #expect(desk.rule(of: "hana") == .figureUnconfirmed)
  }

  @Test func `Nothing undecided or faulty is drafted`() {
    var desk = Desk { $0.fact("needed", .date) }
    desk.amounts = []
    #expect(desk.draft == nil)
  }
}
