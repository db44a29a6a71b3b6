import Testing

@testable import RedressFiles

/// Which slips are tried, and where.
@Suite struct MutantFinderTests {
  private func slips(_ yaml: String) throws -> [String] {
    let source = try SourceText(name: "m.yaml", bytes: Array(yaml.utf8))
    return MutantFinder.mutants(of: try YAMLReader().read(source)[0], in: source).map {
      "\($0.path): \($0.from) → \($0.to)"
    }
  }

  @Test func aWindowHasItsFiguresWordsAndKeys() throws {
    let slips = try slips(
      """
      windows:
        claim:
          title: Time to claim
          open-while: going-on
          steps:
            - { within: 6 months, day-one: next day, month-end: last day of the month }
            - { when: unasked, needs: late, undecided: ask, say: It came late. }
            - { outcome: refused, say: It came too late. }
          source: policy#1
      """)
    #expect(
      slips == [
        "windows.claim.open-while: going-on → not going-on", "windows.claim.open-while: going-on → nothing",
        "windows.claim.steps[1].within: 6 months → 7 months", "windows.claim.steps[1].within: 6 months → 5 months",
        "windows.claim.steps[1].day-one: next day → same day",
        "windows.claim.steps[1].month-end: last day of the month → first day of the next month",
        "windows.claim.steps[2].when: unasked → not unasked", "windows.claim.steps[2].when: unasked → nothing",
        "windows.claim.steps[2].undecided: ask → refuse",
        "windows.claim.steps[2].undecided: ask → accept", "windows.claim.steps[3].outcome: refused → noted",
      ])
  }

  /// Words of letters, and who signs beside the ladder, decide no sum and no outcome.
  @Test func whatLettersSayIsLeftAlone() throws {
    let slips = try slips(
      """
      scope: { a: { when: old, say: No., letter: We cannot. } }
      windows: { w: { steps: [{ needs: late, undecided: ask, say: It came late., letter: You asked late. }] } }
      heads: { h: { title: H, letter: For the trouble } }
      payment: { p: { on: both, say: It waits., letter: none } }
      statements: { s: { on: both, say: Rights., letter: { part: next-steps, say: You keep your rights. } } }
      refusals: { signed-by: [head, [officer, finance]] }
      review: { given: answered-on, decided-by: answered-by }
      closing: { needs: every remedy delivered }
      ombudsman: { fact: goes-to, suggested: [{ when: { fact: kind, is: tenant }, is: housing }] }
      """)
    #expect(slips.filter { $0.contains("letter") } == [])
    #expect(Set(slips.map { $0.prefix { $0 != "." } }) == ["scope", "windows", "payment", "statements"])
  }

  @Test func aConditionIsTurnedAndTakenApart() throws {
    let slips = try slips("scope: { a: { when: { all: [old, { fact: debt, above: £5 }, { not-given: x }] } } }")
    #expect(
      slips == [
        "scope.a.when.all[1]: old → not old", "scope.a.when.all[2].above: £5 → £5.01",
        "scope.a.when.all[2].above: £5 → £4.99", "scope.a.when.all[2].above: above → at-least",
        "scope.a.when.all[3].not-given: not-given → given", "scope.a.when.all[1]: old → nothing",
        "scope.a.when.all[2]: { fact: debt, above: £5 } → nothing", "scope.a.when.all[3]: { not-given: x } → nothing",
        "scope.a.when.all: all → any",
      ])
  }

  @Test func whatAFactIsTakenToBeCouldBeAnother() throws {
    let slips = try slips(
      """
      facts:
        a: { type: flag, ask: "A?", left-out: true }
        b: { type: choice, ask: "B?", left-out: x, choices: { x: X, y: Y, z: Z } }
        c: { type: money, ask: "C?", left-out: nothing }
        d: { type: date, ask: "D?", left-out: e, not-before: [f, g] }
      """)
    #expect(
      slips == [
        "facts.a.left-out: true → false", "facts.b.left-out: x → y", "facts.b.left-out: x → z",
        "facts.c.left-out: nothing → £1", "facts.d.not-before[1]: f → nothing", "facts.d.not-before[2]: g → nothing",
        "facts.d.not-before: [f, g] → nothing",
      ])
  }

  @Test func bandsThatMeetMoveTogether() throws {
    let text = """
      heads: { h: { price: { band: { levels: { low: { from: £1, to: £100 }, high: { from: £100.01 } } } } } }
      """
    let source = try SourceText(name: "m.yaml", bytes: Array(text.utf8))
    let root = try YAMLReader().read(source)[0]
    let mutants = MutantFinder.mutants(of: root, in: source)
    #expect(
      mutants.map { "\($0.path): \($0.from) → \($0.to)" } == [
        "heads.h.price.band.levels.low.from: £1 → £1.01", "heads.h.price.band.levels.low.from: £1 → £0.99",
        "heads.h.price.band.levels.high.from: £100.01 → £100.02",
        "heads.h.price.band.levels.high.from: £100.01 → £100",
      ])
    let levels = mutants[2].applied(to: root)["heads"]?["h"]?["price"]?["band"]?["levels"]
    #expect(levels?.brief == "{ low: { from: £1, to: £100.01 }, high: { from: £100.02 } }")
  }

  @Test func seasonsThatMeetMoveTogether() throws {
    let text = """
      heads:
        h:
          price:
            fixed:
              on: day
              seasons: [{ from: 1 November, to: 30 April, is: £5 }, { from: 1 May, to: 31 October, is: £2 }]
      """
    let source = try SourceText(name: "m.yaml", bytes: Array(text.utf8))
    let root = try YAMLReader().read(source)[0]
    let first = try #require(MutantFinder.mutants(of: root, in: source).first)
    let seasons = first.applied(to: root)["heads"]?["h"]?["price"]?["fixed"]?["seasons"]
    #expect(
      seasons?.brief
        == "[{ from: 2 November, to: 30 April, is: £5 }, { from: 1 May, to: 1 November, is: £2 }]")
  }

  @Test func tablesAreGoneThroughToTheirFigures() throws {
    let slips = try slips(
      "heads: { h: { price: { fixed: { by: [a, b], values: { x: { p: £5, q: { is: £6, unconfirmed: true } } } } } } }")
    #expect(
      slips == [
        "heads.h.price.fixed.values.x.p: £5 → £5.01", "heads.h.price.fixed.values.x.p: £5 → £4.99",
        "heads.h.price.fixed.values.x.q.is: £6 → £6.01", "heads.h.price.fixed.values.x.q.is: £6 → £5.99",
      ])
  }

  @Test func signersOfOneStepAreAllOrAny() throws {
    let slips = try slips("authority: { measured-on: total, steps: [{ to: £100, any-of: [a, b] }, { all-of: c }] }")
    #expect(
      slips == [
        "authority.measured-on: total → each item", "authority.steps[1].to: £100 → £100.01",
        "authority.steps[1].to: £100 → £99.99", "authority.steps[1].any-of[1]: a → nothing",
        "authority.steps[1].any-of[2]: b → nothing", "authority.steps[1].any-of: any-of → all-of",
      ])
  }

  @Test func wordsForPeopleAreLeftAlone() throws {
    let slips = try slips(
      """
      format: redress-matrix/1
      edition: 2024-01-01
      review-by: 2025-01-01
      title: £5 policy
      readings: { r: { question: 5 days?, answer: 28 days, because: £5, decided: { by: A, on: 2024-01-01 } } }
      roles: { a: 1 }
      total: { title: 28 days, combine: sum, source: policy#1 }
      statements: { s: { title: £5, say: £5 } }
      """)
    #expect(slips == [])
  }

  @Test func aPlaceIsThatOfTheValue() throws {
    let text = "already-paid:\n  fact: paid\n  when: old\n"
    let source = try SourceText(name: "m.yaml", bytes: Array(text.utf8))
    let mutants = MutantFinder.mutants(of: try YAMLReader().read(source)[0], in: source)
    #expect(
      mutants.map(\.description) == [
        "3:9  already-paid.when: old → not old", "3:3  already-paid.when: old → nothing",
      ])
    #expect(mutants.map(\.section) == ["already-paid", "already-paid"])
  }

  @Test(
    arguments: [
      ("heads: { a: { set-off: never } }", []),
      ("heads: { a: { set-off: never } }\nalready-paid: { fact: paid }", []),
      ("heads: { a: { set-off: never }, b: {} }\nalready-paid: { fact: paid }", ["heads.a.set-off: never → allowed"]),
      ("heads: { a: { set-off: never } }\nset-off: {}", ["heads.a.set-off: never → allowed"]),
      ("derived: { a: { elapsed: { in: 1 day, parts: full } } }", ["1 day → 2 days"]),
      ("derived: { a: { elapsed: { in: 2 days, parts: full } } }", ["2 days → 3 days", "full → started"]),
    ])
  func aKeyThatHasNothingToDoIsLeftAlone(yaml: String, tried: [String]) throws {
    let slips = try slips(yaml)
    #expect(tried.filter { slip in !slips.contains { $0.hasSuffix(slip) } } == [])
    #expect(
      slips.contains { $0.contains("set-off: ") || $0.contains("parts: ") }
        == tried.contains {
          $0.contains("set-off: ") || $0.contains("full")
        })
  }
}
