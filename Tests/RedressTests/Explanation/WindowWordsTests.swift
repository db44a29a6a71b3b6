import Redress
import Testing

/// What the lines of windows say.
struct WindowWordsTests {
  private static func claim(_ claimed: CivilDate, _ decisions: [RecordedDecision] = []) -> Told {
    let given = Anyshire.priced(["claimed": .on(claimed), "raised": .on(2026, 8, 14), "offered": .on(2028, 6, 1)])
    return Told(given, decisions: decisions)
  }

  private static let accepted = "was accepted by a.khan (name not verified) on 10 October 2026: in hospital."

  @Test func `In time`() {
    #expect(
      Self.claim(day(2026, 9, 11))["claim-window"] == [
        "11 September 2026 is in time: the last day was 11 September 2026, 28 days from 14 August 2026."
      ])
  }

  @Test func `Late, and a person must decide, or has decided`() {
    let start =
      "12 September 2026 is after the last day, 11 September 2026 (28 days from 14 August 2026), "
      + "and within 6 months, which end on 14 February 2027."
    let day = day(2026, 9, 12)
    #expect(Self.claim(day)["claim-window"] == ["\(start) A person must decide: late."])
    #expect(Self.claim(day, [.accept("late")])["claim-window"] == ["\(start) late \(Self.accepted)"])
    let declined = Self.claim(day, [.decline("late")])
    #expect(
      declined["claim-window"] == [
        "\(start) late was declined by a.khan (name not verified) on 10 October 2026: No reason was given."
      ])
    #expect(declined.refusals == ["Late."])
  }

  @Test func `Too late`() {
    let start =
      "15 February 2027 is after the last day, 11 September 2026 (28 days from 14 August 2026), "
      + "and after 14 February 2027."
    let told = Self.claim(day(2027, 2, 15))
    #expect(
      told["claim-window"] == ["\(start) Only the decision very-late could let it in, and none is recorded."])
    #expect(told.refusals == ["Too late."])
    #expect(
      Self.claim(day(2027, 2, 15), [.accept("very-late")])["claim-window"] == ["\(start) very-late \(Self.accepted)"])
  }

  @Test func `Noted, without effect`() {
    let told = Told(Anyshire.priced(["raised": .on(2027, 3, 1)]))
    #expect(
      told["complaint-window"] == [
        "1 March 2027 is after the last day, 14 February 2027 (6 months from 14 August 2026). "
          + "This is noted, and by itself changes no sum."
      ])
  }

  @Test func `What is noted may have words of its own, and a window may say nothing of what comes late`() {
    var scheme = Scheme()
    for name in ["from", "until"] { scheme.fact(name, .date) }
    scheme.fact("odd", .flag)
    let noted = Window.Step(
      within: nil, when: .flag(scheme[fact: "odd"]), outcome: .noted, say: "It bars the complaint.")
    scheme.window("it", from: "from", until: "until", [.inTime(5), noted])
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix(), ["from": .on(2026, 6, 1), "until": .on(2026, 6, 9)])
    given.item("trouble", ["amount": .pounds(1)])
    #expect(Told(given)["it-window"] == ["Says nothing of a later until."])
    given.state(["odd": true])
    #expect(
      Told(given)["it-window"] == [
        "9 June 2026 is after the last day, 6 June 2026 (5 days from 1 June 2026). It bars the complaint."
      ])
  }

  @Test func `Open while it goes on, or not begun`() {
    let told = Told(Anyshire.priced(["still-going-on": true]))
    #expect(told["claim-window"] == ["In time, whatever the day (still-going-on: yes)."])
    #expect(told["stage-2-window"] == ["Not tried: escalated is not given."])
  }

  @Test func `A first step that does not let pass, and a later one without an end that does`() {
    var scheme = Scheme()
    for name in ["from", "until"] { scheme.fact(name, .date) }
    scheme.decision("early")
    scheme.window(
      "it", from: "from", until: "until",
      [.then(within: Period(2, .weeks), .discretion(scheme[decision: "early"], undecided: .ask)), .then(.inTime)])
    scheme.window(
      "other", from: "from", until: "until", [.inTime(1), .then(within: Period(1, .years), .inTime), .then(.refused)])
    scheme.window("never", from: "from", until: "until", [.then(.noted), .then(.refused)])
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix(), ["from": .on(2026, 6, 1), "until": .on(2026, 6, 15)])
    given.item("trouble", ["amount": .pounds(1)])
    let early = Told(given)
    #expect(
      early["it-window"] == ["15 June 2026 is within 2 weeks, which end on 15 June 2026. A person must decide: early."])
    #expect(
      early["other-window"] == ["15 June 2026 is in time: the last day was 1 June 2027, 1 year from 1 June 2026."])
    #expect(
      early["never-window"] == ["15 June 2026 is not in time. This is noted, and by itself changes no sum."])
    given.state(["until": .on(2026, 6, 16)])
    #expect(Told(given)["it-window"] == ["16 June 2026 is in time."])
  }

  // MARK: Acceptance

  @Test func `The last day to accept, counted or agreed`() {
    #expect(
      Told(Anyshire.priced())["acceptance-window"] == [
        "The last day to accept is 9 November 2026, 28 days from 12 October 2026."
      ])
    #expect(
      Told(Anyshire.priced(["extended-to": .on(2026, 11, 20)]))["acceptance-window"] == [
        "The last day to accept is 20 November 2026, as was agreed."
      ])
  }

  @Test func `Accepted in the time that was agreed, or after it`() {
    let agreed: KeyValuePairs<String, Stated> = ["extended-to": .on(2026, 11, 20), "accepted": .on(2026, 11, 20)]
    #expect(
      Told(Anyshire.priced(agreed))["acceptance-window"] == [
        "20 November 2026 is in time: the last day was 20 November 2026, as was agreed."
      ])
    let late: KeyValuePairs<String, Stated> = ["extended-to": .on(2026, 11, 20), "accepted": .on(2026, 11, 21)]
    let told = Told(Anyshire.priced(late), decisions: [.decline("late-acceptance")])
    #expect(
      told["acceptance-window"] == [
        "21 November 2026 is after the last day, 20 November 2026 (as was agreed). "
          + "late-acceptance was declined by a.khan (name not verified) on 10 October 2026: No reason was given."
      ])
    #expect(told.refusals == ["Lapsed."])
  }

  // MARK: Refusals of items

  @Test func `The refusal of an item has the words of its own line`() {
    var given = Anyshire.priced()
    given.item("trouble", ["impact": "low", "amount": .pounds(1), "happened": .on(2026, 1, 1)])
    #expect(Told(given).refusals == ["Item 2: Too late."])
  }

  @Test func `A step that refuses without words has the title of its rule`() {
    var scheme = Scheme()
    for name in ["from", "until"] { scheme.fact(name, .date) }
    scheme.window("it", from: "from", until: "until", [.inTime(1), .then(.refused)])
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix(), ["from": .on(2026, 6, 1), "until": .on(2026, 6, 15)])
    given.item("trouble", ["amount": .pounds(1)])
    #expect(Told(given).refusals == ["Rule of it-window"])
  }
}
