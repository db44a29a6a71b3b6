import Redress
import Testing

/// Windows of cases whose items have days of their own.
struct ItemWindowTests {
  @Test func `An item with a day of its own is judged by itself`() throws {
    var given = Anyshire.claim(["claimed": .on(2026, 9, 11)])
    given.item("trouble", ["impact": "low", "amount": .pounds(20)])
    given.item("trouble", ["impact": "low", "amount": .pounds(30), "happened": .on(2026, 1, 5)])
    let found = Found(given)
    #expect(found.items("claim-window") == [0, 2])
    #expect(found.refusals == ["claim-window 2"])
    #expect(found.outcome == .awarded)
    #expect(try #require(found.assessment.award).gross == pounds(20))
    #expect(Told(given).explanation.codes.contains("claim-window"))
  }

  @Test func `A question about one item names it`() {
    var given = Anyshire.priced()
    given.item("trouble", ["impact": "low", "amount": .pounds(30), "happened": .on(2026, 6, 5)])
    let found = Found(given)
    #expect(found.questions == ["late 2"])
    #expect(found.outcome == .undecided)
  }

  @Test func `A window is not tried on an item that is kept out already`() {
    var given = Anyshire.priced()
    given.item("trouble", ["repair": true, "happened": .on(2025, 6, 5)])
    let found = Found(given)
    #expect(found.items("claim-window") == [0])
    #expect(found.refusals == ["exclusion.repair 2"])
  }

  @Test func `A window refuses only what nothing keeps out yet`() {
    var given = Anyshire.claim(["happened": .on(2025, 6, 5)])
    given.item("trouble", ["impact": "low", "amount": .pounds(20)])
    given.item("trouble", ["repair": true])
    given.item("trouble", ["impact": "low", "amount": .pounds(30), "happened": .on(2026, 8, 20)])
    let found = Found(given)
    #expect(found.refusals == ["exclusion.repair 2", "claim-window 1"])
    #expect(found.keptOut == ["claim-window", "exclusion.repair", nil])
    #expect(found.outcome == .awarded)
  }

  @Test func `Where only items that speak for themselves are kept out, a late claim refuses the case`() {
    var given = Anyshire.claim(["happened": .on(2025, 6, 5)])
    given.item("trouble", ["impact": "low", "amount": .pounds(20)])
    given.item("trouble", ["repair": true, "happened": .on(2026, 8, 20)])
    let found = Found(given)
    #expect(found.refusals == ["exclusion.repair 2", "claim-window"])
    #expect(found.keptOut == ["claim-window", "exclusion.repair"])
    #expect(found.items("claim-window") == [0])
  }

  @Test func `A day of the case is not needed when no item that is left reads it`() {
    var given = Facts(
      Anyshire.matrix, ["customer": "tenant", "claimed": .on(2026, 9, 1), "offered": .on(2026, 10, 1)])
    given.item("trouble", ["impact": "low", "amount": .pounds(30), "happened": .on(2026, 8, 20)])
    given.item("trouble", ["repair": true])
    let found = Found(given)
    #expect(found.missing == [])
    #expect(found.items("claim-window") == [1])
    #expect(found.outcome == .awarded)
  }

  @Test func `Nobody is asked about an item that a later window keeps out`() {
    var scheme = Scheme()
    scheme.fact("happened", .date, of: .ofEither)
    scheme.fact("claimed", .date)
    scheme.fact("reported", .date, of: .ofEither)
    scheme.decision("late")
    scheme.window(
      "claim", from: "happened", until: "claimed",
      [.inTime(28), .then(.discretion(scheme[decision: "late"], undecided: .ask))])
    scheme.window("report", from: "happened", until: "reported", [.inTime(2), .then(.refused)])
    scheme.typedHead("trouble")
    var given = Facts(
      scheme.matrix(), ["happened": .on(2026, 8, 20), "claimed": .on(2026, 9, 1), "reported": .on(2026, 8, 21)])
    given.item("trouble", ["amount": .pounds(10)])
    given.item("trouble", ["amount": .pounds(10), "happened": .on(2026, 6, 1)])
    let found = Found(given)
    #expect(found.refusals == ["report-window 2"])
    #expect(found.questions == [])
    #expect(found.outcome == .awarded)

    given.item("trouble", ["amount": .pounds(10), "happened": .on(2026, 7, 1), "reported": .on(2026, 7, 1)])
    let asked = Found(given)
    #expect(asked.questions == ["late 3"])
    #expect(asked.outcome == .undecided)
  }

  @Test func `An item may go on while the rest is over`() {
    var given = Anyshire.claim(["happened": .on(2026, 6, 1), "claimed": .on(2026, 9, 11)])
    given.item("trouble", ["impact": "low", "amount": .pounds(20)])
    given.item("trouble", ["impact": "low", "amount": .pounds(30), "still-going-on": true])
    let found = Found(given)
    #expect(found["claim-window"].last == .staysOpen)
    #expect(found.questions == ["late"])
  }
}
