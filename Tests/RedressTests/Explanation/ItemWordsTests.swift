import Testing

@testable import Redress

/// What letters and finance sheets are told of an item.
struct ItemWordsTests {
  @Test func `The line that priced an item is its own, and the last that changed it`() {
    var scheme = Scheme()
    scheme.statedHead("a")
    scheme.statedHead("b")
    scheme.combine(
      "half", .adjust([scheme[head: "a"]], Adjustment(.keep, part: .percent(50), when: nil, because: nil), .penny))
    var given = Facts(scheme.matrix())
    for (head, sum) in [("a", 10), ("b", 20), ("a", 30)] as [(String, Int64)] {
      given.item(head, ["sum": .pounds(sum)])
    }
    let explanation = Told(given).explanation
    let findings = (1...3).map { explanation.pricing(of: $0)?.line.finding }
    #expect(findings[0] == .changed(amount: pounds(5)))
    #expect(findings[2] == .changed(amount: pounds(15)))
    let second = explanation.pricing(of: 2)
    #expect(second?.line.item == 2)
    #expect(second.map { explanation.assessment.lines[$0.number - 1] } == second?.line)
  }

  @Test func `The days of an item are the first and the last that were counted`() {
    let matrix = Matrix.of { scheme in
      let count = scheme.elapsed("time", in: Period(1, .days), last: false)
      return Price(.accrual(Accrual(count: count, steps: [Accrual.Step(upTo: nil, rate: .pounds(1))])))
    }
    let days = Told(.one(matrix, ["from": .on(2026, 3, 30), "to": .on(2026, 4, 2)])).explanation.days(of: 1)
    #expect(days?.first == day(2026, 3, 30) && days?.last == day(2026, 4, 1))
    #expect(Told(.one(.of { _ in .fixed(.pounds(1)) })).explanation.days(of: 1) == nil)
  }

  @Test func `An item that does not count says why by its own rule`() {
    var scheme = Scheme()
    for name in ["a", "b", "c", "d", "e"] { scheme.statedHead(name) }
    scheme.combine("more", .higherOf([scheme[head: "a"], scheme[head: "b"]]))
    scheme.combine("instead", .supersedes(scheme[head: "a"], over: [scheme[head: "c"]]))
    scheme.combine("alone", .onlyWith([scheme[head: "d"]], with: [scheme[head: "e"]]))
    var given = Facts(scheme.matrix())
    for (head, sum) in [("a", 3), ("b", 2), ("c", 1), ("d", 1)] as [(String, Int64)] {
      given.item(head, ["sum": .pounds(sum)])
    }
    let told = Told(given)
    let more = "It does not count, because another head comes to more and only one is paid."
    let instead = "It does not count, because it is paid as Rule of head.a instead."
    let alone = "It counts only together with Rule of head.e, which comes to nothing."
    #expect(
      told["combination.more"] == ["Rule of head.a counts, at £3.00; of heads that come to the same, the first.", more])
    #expect(told["combination.instead"] == [instead])
    #expect(told["combination.alone"] == [alone])
    #expect(told.refusals == ["Item 2: \(more)", "Item 3: \(instead)", "Item 4: \(alone)"])
  }

  @Test func `What heads come to together says what became of it, by its own rule`() {
    var scheme = Scheme()
    for name in ["a", "b", "c"] { scheme.statedHead(name) }
    func head(_ name: String) -> [Ref<Head>] { [scheme[head: name]] }
    let kinds: [(String, Combination.Kind)] = [
      ("most", .atMost(head("a"), .fixed(.pounds(5)), less: nil)), ("least", .atLeast(head("b"), .fixed(.pounds(5)))),
      ("under", .nothingUnder(head("c"), .pounds(3))), ("up-to", .nothingUpTo(head("b"), .pounds(4))),
    ]
    for (name, kind) in kinds { scheme.combine(name, kind) }
    var given = Facts(scheme.matrix())
    for (head, sum) in [("a", 6), ("b", 4), ("c", 2)] as [(String, Int64)] { given.item(head, ["sum": .pounds(sum)]) }
    let told = Told(given)
    #expect(told["combination.most"].first == "Together £6.00, which is limited to £5.00.")
    #expect(told["combination.least"].first == "Together £4.00, which is raised to £5.00.")
    #expect(told["combination.under"].first == "Together £2.00; under £3.00 nothing is paid.")
    #expect(told["combination.up-to"] == ["Together £5.00, which it leaves as it is."])
  }

  @Test func `A letter has the words of the rule that refuses`() {
    var scheme = Scheme()
    for name in ["one", "two"] {
      let flag = Condition.flag(scheme.fact(name, .flag))
      scheme.exclusions.append(
        Exclusion(
          rule: scheme.rule("exclusion.\(name)", .exclusion), when: flag, exception: nil, say: "It is \(name).",
          referTo: nil, letter: name == "one" ? "We do not pay for one." : nil))
    }
    scheme.typedHead("it")
    let told = Told(.one(scheme.matrix(), ["one": true, "two": true], item: ["amount": .pounds(1)]))
    let explanation = told.explanation
    #expect(
      explanation.assessment.refusals.map { explanation.letterWords(for: $0) } == [
        "We do not pay for one.", "It is two.",
      ])
  }

  @Test func `A share says what it is of, and how much at most`() {
    var scheme = Scheme()
    let rooms = scheme.fact("rooms", .count)
    let share = Share(of: .pounds(80), part: .percent(25), times: [], partAtMost: .one, partTimes: [rooms])
    scheme.head("it", Price(.share(share)))
    let told = Told(.one(scheme.matrix(), ["rooms": .count(5)]))
    #expect(told["head.it"] == ["25% × 5 (rooms), together at most 100% of £80.00 = £80.00."])
  }

  @Test func `An amount is asked for with the band that it belongs to`() {
    var scheme = Scheme()
    scheme.choice("level", ["low", "high"], of: .ofItem)
    let bands = ["one", "two"].enumerated().map { place, name in
      Price.band(
        Band(
          by: scheme[fact: "level"], amount: scheme.fact(name, .money, of: .ofItem, leftOut: .unstated),
          pickedBy: [scheme.role(name)],
          levels: (1...2).map { Band.Level(from: pounds(Int64($0 * 10 + place)), to: nil, signs: [], citations: []) },
          holes: [], placed: []))
    }
    scheme.head("it", Price(.sum(bands)))
    let told = Told(.one(scheme.matrix(), item: ["level": "high", "one": .pounds(20)]))
    #expect(
      told.questions == ["Item 1: What of two? High runs from £21.00 upwards, with no limit printed."])
    #expect(told.explanation.assessment.questions.map { told.explanation.who($0) } == [["two"]])
  }

  @Test func `Who judges a sum is asked about the items of its head alone`() {
    let told = Told(
      {
        var given = Everyshire.claim()
        given.item("distress")
        given.item("trouble", ["amount": .pounds(1)])
        return given
      }())
    let fact = Everyshire.matrix.fact(named: "judged")!
    func who(_ item: Int) -> [String] {
      told.explanation.who(Question(about: .fact(fact), rule: Ref(0), item: item))
    }
    #expect([0, 1, 2].map(who) == [[], ["clerk"], []])
  }

  @Test func `A day says which day it is counted from, the event before the forecast`() {
    var scheme = Scheme()
    let event = scheme.fact("event", .date, leftOut: .unstated)
    let forecast = scheme.fact("forecast", .date, leftOut: .unstated)
    scheme.derive("last", .date, .day(DayRule(from: event, elseFrom: forecast, within: .period(5))))
    scheme.typedHead("it")
    func says(_ stated: KeyValuePairs<String, Stated>) -> [String] {
      Told(.one(scheme.matrix(), stated, item: ["amount": .pounds(1)]))["derived.last"]
    }
    #expect(says(["forecast": .on(2026, 9, 1)]) == ["6 September 2026, 5 days from 1 September 2026."])
    #expect(
      says(["forecast": .on(2026, 9, 1), "event": .on(2026, 9, 2)]) == [
        "7 September 2026, 5 days from 2 September 2026."
      ])
  }

  @Test func `A decision not to set off is told`() {
    var scheme = Scheme()
    scheme.decision("set off")
    let owed = scheme.fact("owed", .money)
    scheme.statedHead("it")
    scheme.setOff = SetOff(
      rule: scheme.rule("set-off", .setOff), debts: [owed], disputed: nil, disputedDecision: nil, notWhen: nil,
      discretion: scheme[decision: "set off"])
    let given = Facts.one(scheme.matrix(), ["owed": .pounds(3)], item: ["sum": .pounds(5)])
    #expect(
      Told(given, decisions: [.decline("set off")])["set-off"] == [
        "Nothing is set off, as the person or the organisation decided. "
          + "set off was declined by a.khan (name not verified) on 10 October 2026: No reason was given."
      ])
  }

  @Test func `A duty that was done on its last day is in time`() {
    let told = Told(Everyshire.whole(["replied": .on(2026, 3, 30)]))
    #expect(told["duty.reply"] == ["Done on 30 March 2026, in time: the last day was 30 March 2026."])
  }

  @Test func `Of several decisions the one that was followed is told`() {
    let given = Anyshire.priced(["court": true, "happened": .on(2026, 7, 1)])
    let told = Told(given, decisions: [.accept("court-parts"), .decline("late")])
    let by = "by a.khan (name not verified) on 10 October 2026"
    #expect(told["exclusion.court"].first?.hasSuffix("court-parts was accepted \(by): in hospital.") == true)
    #expect(told["claim-window"].first?.hasSuffix("late was declined \(by): No reason was given.") == true)
  }

  /// The claim had 28 days, to 11 September 2026, and by a decision 6 months, to 14 February 2027.
  @Test(
    arguments: [
      (day(2026, 9, 12), day(2026, 9, 11)), (day(2027, 2, 14), day(2026, 9, 11)), (day(2027, 2, 15), day(2027, 2, 14)),
    ])
  func `The day that was missed is that of the step before`(claimed: CivilDate, missed: CivilDate) {
    let given = Anyshire.priced(["claimed": .on(claimed), "raised": .on(2026, 8, 14), "offered": .on(2028, 6, 1)])
    let told = Told(given, decisions: [.decline("late"), .decline("very-late")])
    let lateness = told.explanation.lateness(of: told.lines("claim-window")[0].rule)
    #expect(lateness?.on == claimed && lateness?.lastDay == missed)
  }
}
