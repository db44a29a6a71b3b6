import Redress
import Testing

struct MissingFactTests {
  @Test func `All missing facts of what was reached are named at once`() {
    var given = Facts(Anyshire.matrix)
    given.item("trouble")
    given.item("costs")
    let found = Found(given)
    #expect(found.missing == ["customer", "happened", "claimed", "impact 1", "receipts 2", "offered"])
    #expect(found.outcome == .faulty)
  }

  @Test func `The day of the offer is not missed while a question stands before the sum`() {
    var given = Facts(
      Anyshire.matrix, ["customer": "tenant", "happened": .on(2026, 8, 14), "claimed": .on(2026, 9, 1)])
    given.item("trouble", ["impact": "low"])
    #expect(Found(given).outcome == .undecided)
    given.item("costs")
    #expect(Found(given).missing == ["receipts 2", "offered"])
    given.state(["insured": true])
    #expect(Found(given).missing == [])
  }

  @Test func `What a refusal makes needless is not missed`() {
    let found = Found(Facts(Anyshire.matrix, ["customer": "outsider"]))
    #expect(found.outcome == .refused)
    #expect(found.missing == [])
  }

  @Test func `A window that was entered needs its first day`() {
    let found = Found(Anyshire.priced(["escalated": .on(2026, 10, 1)]))
    #expect(found.missing == ["replied"])
    #expect(found["stage-2-window"] == [.notReached])
  }

  @Test func `A window whose end is taken from an optional day is entered only with that day`() {
    var scheme = Scheme()
    scheme.fact("from", .date)
    scheme.fact("asked", .date, leftOut: .unstated)
    scheme.fact("until", .date, leftOut: .same(scheme[fact: "asked"]))
    scheme.window("it", from: "from", until: "until", [.inTime(5), .then(.refused)])
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix())
    given.item("trouble", ["amount": .pounds(5)])
    #expect(Found(given)["it-window"] == [.notStarted])
    given.state(["asked": .on(2026, 6, 1)])
    #expect(Found(given).missing == ["from"])
    given.state(["from": .on(2026, 6, 1)])
    #expect(Found(given).outcome == .awarded)
  }

  @Test func `A condition of a step or of an open window may want a fact`() {
    var scheme = Scheme()
    for name in ["from", "until"] { scheme.fact(name, .date) }
    scheme.choice("kind", ["a", "b"])
    scheme.choice("state", ["over", "on"])
    let isKind = Condition.compare(scheme[fact: "kind"], .equal, .value(0))
    scheme.window(
      "it", from: "from", until: "until", openWhile: .compare(scheme[fact: "state"], .equal, .value(1)),
      [.inTime(5), .then(when: isKind, .noted), .then(.refused)])
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix(), ["from": .on(2026, 6, 1), "until": .on(2026, 6, 5), "state": "over"])
    given.item("trouble", ["amount": .pounds(5)])
    #expect(Found(given).outcome == .awarded, "the second step was not reached")
    given.state(["until": .on(2026, 6, 7)])
    #expect(Found(given).missing == ["kind"])
    let bare = Facts(scheme.matrix(), ["from": .on(2026, 6, 1), "until": .on(2026, 6, 5)])
    #expect(Found(bare).missing == ["state"])
  }

  @Test func `Of a condition only what is still open is wanted`() {
    var scheme = Scheme()
    for name in ["a", "b", "c"] { scheme.choice(name, ["no", "yes"]) }
    func isYes(_ name: String) -> Condition { .compare(scheme[fact: name], .equal, .value(1)) }
    scheme.exclude("it", when: .all([.any([isYes("a"), isYes("b")]), isYes("c")]))
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix(), ["a": "yes"])
    given.item("trouble", ["amount": .pounds(5)])
    #expect(Found(given).missing == ["c"])
    given.state(["a": "no"])
    #expect(Found(given).missing == ["b", "c"])
  }

  @Test func `Nobody is sent for a day while it is not known whether it is needed`() {
    var scheme = Scheme()
    for name in ["from", "until", "by"] { scheme.fact(name, .date) }
    for name in ["state", "kind"] { scheme.choice(name, ["a", "b"]) }
    func isB(_ name: String) -> Condition { .compare(scheme[fact: name], .equal, .value(1)) }
    let byDay = Window.Step(within: nil, by: scheme[fact: "by"], when: nil, outcome: .inTime, say: nil)
    scheme.window(
      "it", from: "from", until: "until", openWhile: isB("state"),
      [.then(within: Period(5, .days), when: isB("kind"), .refused), byDay, .then(.refused)])
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix())
    given.item("trouble", ["amount": .pounds(5)])
    #expect(Found(given).missing == ["state"])
    given.state(["state": "a"])
    #expect(Found(given).missing == ["from", "until"])
    given.state(["from": .on(2026, 6, 1), "until": .on(2026, 6, 1)])
    #expect(Found(given).missing == ["kind"])
    given.state(["kind": "a"])
    #expect(Found(given).missing == ["by"])
  }

  @Test func `An accepted offer waits for what says whether it may still be accepted`() {
    var scheme = Scheme()
    for name in ["offered", "accepted"] { scheme.fact(name, .date, leftOut: name == "offered" ? .missing : .unstated) }
    for name in ["state", "kind"] { scheme.choice(name, ["a", "b"]) }
    func isB(_ name: String) -> Condition { .compare(scheme[fact: name], .equal, .value(1)) }
    scheme.acceptance(
      from: "offered", until: "accepted", openWhile: isB("state"),
      [.inTime(5), .then(when: isB("kind"), .noted), .then(.refused)])
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix(), ["offered": .on(2026, 6, 1), "accepted": .on(2026, 6, 20)])
    given.item("trouble", ["amount": .pounds(5)])
    #expect(Found(given).missing == ["state"])
    given.state(["state": "a"])
    #expect(Found(given).missing == ["kind"])
    given.state(["kind": "a"])
    #expect(Found(given).outcome == .refused)
  }

  @Test func `A refused case without items is not asked for the days of another window`() {
    var scheme = Scheme()
    for name in ["happened", "claimed", "replied"] { scheme.fact(name, .date) }
    let state = scheme.choice("state", ["over", "on"], of: .ofItem)
    scheme.window("claim", from: "happened", until: "claimed", [.inTime(5), .then(.refused)])
    scheme.window(
      "reply", from: "replied", until: "claimed", openWhile: .compare(state, .equal, .value(1)), [.inTime(5)])
    scheme.typedHead("trouble")
    let given = Facts(scheme.matrix(), ["happened": .on(2026, 6, 1), "claimed": .on(2026, 7, 1)])
    let found = Found(given)
    #expect(found.outcome == .refused)
    #expect(found["reply-window"] == [.notReached])
  }

  @Test func `A case without items is at fault once it is not refused`() {
    #expect(Found(Anyshire.claim()).assessment.faults == [.noItems])
    #expect(Found(Anyshire.claim())["head.trouble"] == [.notClaimed])
  }

  @Test func `Without an item nothing that only items state is missing`() {
    var scheme = Scheme()
    scheme.excludeFlag("insured", of: .ofItem)
    let state = scheme.fact("state", .flag, of: .ofItem)
    scheme.exclude("state", when: .flag(state))
    scheme.statedHead("it")
    #expect(Found(Facts(scheme.matrix())).faults == [.noItems])
  }

  // MARK: Order of days

  @Test func `Days in the wrong order are faults, each pair once`() {
    let found = Found(
      Anyshire.priced(["happened": .on(2026, 9, 2), "raised": .on(2026, 9, 1), "accepted": .on(2026, 10, 11)]))
    #expect(
      found.assessment.faults == [
        .outOfOrder(found.fact("claimed"), earlier: found.fact("happened"), item: 0),
        .outOfOrder(found.fact("raised"), earlier: found.fact("happened"), item: 0),
        .outOfOrder(found.fact("accepted"), earlier: found.fact("offered"), item: 0),
      ])
  }

  @Test func `The same day is in order`() {
    let stated: KeyValuePairs<String, Stated> = [
      "happened": .on(2026, 9, 1), "raised": .on(2026, 9, 1), "claimed": .on(2026, 9, 1), "offered": .on(2026, 9, 1),
      "accepted": .on(2026, 9, 1),
    ]
    #expect(Found(Anyshire.priced(stated)).outcome == .awarded)
  }

  @Test func `A day of an item is held against the days of the case, for that item only`() {
    var given = Anyshire.priced()
    given.item("trouble", ["happened": .on(2026, 9, 2), "impact": "low", "amount": .pounds(5)])
    let found = Found(given)
    #expect(
      found.assessment.faults == [
        .outOfOrder(found.fact("claimed"), earlier: found.fact("happened"), item: 2)
      ])
  }
}
