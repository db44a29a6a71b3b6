import Testing

@testable import Redress

struct NoticeTests {
  private static func notices(
    _ status: Matrix.Status = .approved, reviewBy: CivilDate? = nil, open: Int = 0, today: CivilDate = day(2026, 6, 1)
  ) -> [Notice] {
    var scheme = Scheme()
    scheme.status = status
    scheme.reviewBy = reviewBy
    scheme.reading("decided")
    for number in 0..<open {
      scheme.readings.append(
        Reading(
          name: "open \(number)", question: "?", answer: .settled("So."), because: "", decidedBy: nil, decidedOn: nil,
          citations: []))
    }
    return Notice.notices(of: scheme.matrix(), today: today)
  }

  @Test func `An approved edition with nothing open has none`() {
    #expect(Self.notices() == [])
  }

  @Test func `A draft is said to be one`() {
    #expect(
      Self.notices(.draft) == [
        Notice(code: "edition.draft", says: "This edition is a draft: it prices, and no offer under it can be signed.")
      ])
  }

  @Test func `A review is overdue from the day after its day`() {
    #expect(Self.notices(reviewBy: day(2026, 6, 1)) == [])
    #expect(
      Self.notices(reviewBy: day(2026, 5, 31)) == [
        Notice(
          code: "edition.review-passed",
          says: "The policy was due for review by 31 May 2026. It stays in force until it is replaced.")
      ])
  }

  @Test func `Open readings are counted`() {
    #expect(Self.notices(open: 1).map(\.says) == ["1 of its readings is open: nobody has decided it yet."])
    #expect(Self.notices(open: 2).map(\.says) == ["2 of its readings are open: nobody has decided them yet."])
    #expect(Self.notices(open: 2).map(\.code) == ["readings.open"])
  }

  // MARK: Arrears

  private static func notices(_ stated: KeyValuePairs<String, Stated>) -> [Notice] {
    Notice.notices(of: Told(Anyshire.priced(stated)).explanation)
  }

  @Test func `Arrears that nobody stated are to be checked before an offer is made`() {
    #expect(
      Self.notices([:]) == [
        Notice(
          code: "arrears.not-stated",
          says: "Not stated, and taken as none: rent, service-charge. Check the account before an offer is made.")
      ])
  }

  @Test(
    arguments: [
      ["rent": .pounds(0)], ["service-charge": .pounds(5)], ["customer": "neighbour"], ["paid": .pounds(180)],
      ["insured": true],
    ] as [KeyValuePairs<String, Stated>])
  func `Nothing is to be checked where one was stated, nothing can be set off, or nothing is awarded`(
    stated: KeyValuePairs<String, Stated>
  ) {
    #expect(Self.notices(stated) == [])
  }

  @Test func `A scheme without set-off has no such notice`() {
    var scheme = Scheme()
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix())
    given.item("trouble", ["amount": .pounds(1)])
    #expect(Notice.notices(of: Told(given).explanation) == [])
  }
}
