import Redress
import Testing

/// Conditions of every kind, tried as the exclusion of a small scheme.
struct ConditionTests {
  /// The finding for a condition over a date, a sum, a flag, a choice, an optional sum and one taken from another.
  private static func found(
    _ stated: KeyValuePairs<String, Stated>, _ condition: (Scheme) -> Condition
  ) -> Found {
    var scheme = Scheme()
    scheme.fact("day", .date)
    scheme.fact("sum", .money)
    scheme.fact("flag", .flag)
    scheme.choice("choice", ["red", "green", "blue"])
    scheme.fact("optional", .money, leftOut: .unstated)
    scheme.fact("double", .money, leftOut: .same(scheme[fact: "sum"]))
    scheme.fact("triple", .money, leftOut: .same(scheme[fact: "double"]))
    scheme.exclude("it", when: condition(scheme))
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix(), stated)
    given.item("trouble", ["amount": .pounds(5)])
    return Found(given)
  }

  /// Whether the condition held; `nil` where it stayed open and a fact was missing.
  private static func holds(
    _ stated: KeyValuePairs<String, Stated>, _ condition: (Scheme) -> Condition
  ) -> Bool? {
    let found = found(stated, condition)
    if found.outcome == .faulty { return nil }
    return found["exclusion.it"] == [.bites]
  }

  @Test(
    arguments: [
      (.equal, [false, true, false]), (.different, [true, false, true]), (.above, [false, false, true]),
      (.atLeast, [false, true, true]), (.below, [true, false, false]), (.atMost, [true, true, false]),
    ] as [(Condition.Comparison, [Bool])])
  func `Every comparison, below, at and above a value or another fact`(
    comparison: Condition.Comparison, expected: [Bool]
  ) {
    for (sum, isSo) in zip([9_99, 10_00, 10_01] as [Int64], expected) {
      #expect(Self.holds(["sum": .pence(sum)]) { .compare($0[fact: "sum"], comparison, .value(10_00)) } == isSo)
      let stated: KeyValuePairs<String, Stated> = ["sum": .pence(sum), "optional": .pounds(10)]
      #expect(
        Self.holds(stated) { .compare($0[fact: "sum"], comparison, .fact($0[fact: "optional"])) } == isSo)
    }
  }

  @Test func `Given and not given ask only whether it was stated`() {
    for name in ["day", "sum", "flag", "choice", "optional", "double"] {
      #expect(Self.holds([:]) { .given($0[fact: name]) } == false)
      #expect(Self.holds([:]) { .notGiven($0[fact: name]) } == true)
    }
    #expect(Self.holds(["flag": false]) { .given($0[fact: "flag"]) } == true)
    #expect(Self.holds(["optional": .pence(0)]) { .notGiven($0[fact: "optional"]) } == false)
  }

  @Test func `A fact taken from an optional one is tested by what that one states`() {
    var scheme = Scheme()
    scheme.fact("optional", .money, leftOut: .unstated)
    scheme.fact("double", .money, leftOut: .same(scheme[fact: "optional"]))
    scheme.exclude("it", when: .compare(scheme[fact: "double"], .above, .value(0)))
    scheme.typedHead("trouble")
    for (stated, finding) in [(["optional": .pounds(5)], .bites), ([:], .doesNotApply)]
      as [(KeyValuePairs<String, Stated>, Finding)]
    {
      var given = Facts(scheme.matrix(), stated)
      given.item("trouble", ["amount": .pounds(5)])
      #expect(Found(given)["exclusion.it"] == [finding])
    }
  }

  @Test func `One of several choices`() {
    for (choice, isSo) in [("red", true), ("green", false), ("blue", true)] as [(Stated, Bool)] {
      #expect(Self.holds(["choice": choice]) { .oneOf($0[fact: "choice"], [0, 2]) } == isSo)
    }
  }

  @Test func `A fact that is needed and left out leaves the answer open, an optional one does not hold`() {
    #expect(Self.holds([:]) { .compare($0[fact: "sum"], .above, .value(0)) } == nil)
    #expect(Self.holds([:]) { .oneOf($0[fact: "choice"], [0]) } == nil)
    #expect(Self.holds([:]) { .compare($0[fact: "optional"], .different, .value(1)) } == false)
    #expect(Self.holds([:]) { .flag($0[fact: "flag"]) } == false)
    #expect(Self.holds(["sum": .pounds(1)]) { .compare($0[fact: "sum"], .above, .fact($0[fact: "optional"])) } == false)
    #expect(
      Self.holds(["optional": .pounds(1)]) { .compare($0[fact: "optional"], .equal, .fact($0[fact: "sum"])) } == nil)
  }

  @Test func `Compared with an optional fact that was left out, neither order holds`() {
    #expect(Self.holds([:]) { .compare($0[fact: "sum"], .above, .fact($0[fact: "optional"])) } == false)
    #expect(Self.holds([:]) { .compare($0[fact: "optional"], .above, .fact($0[fact: "sum"])) } == false)
    #expect(Self.holds([:]) { .compare($0[fact: "sum"], .equal, .fact($0[fact: "triple"])) } == nil)
    #expect(
      Self.holds(["optional": .pence(1)]) { .compare($0[fact: "sum"], .above, .fact($0[fact: "optional"])) } == nil)
  }

  @Test func `The one that a fact is taken from is the one that is missing`() {
    let found = Self.found([:]) { .compare($0[fact: "triple"], .above, .value(0)) }
    #expect(found.missing == ["sum"])
    #expect(Self.holds(["sum": .pounds(1)]) { .compare($0[fact: "triple"], .above, .value(0)) } == true)
    #expect(Self.holds(["double": .pounds(1)]) { .compare($0[fact: "triple"], .above, .value(0)) } == true)
  }

  @Test func `All and any are settled as soon as the known parts settle them`() {
    let yes = { (scheme: Scheme) in Condition.notGiven(scheme[fact: "optional"]) }
    let no = { (scheme: Scheme) in Condition.given(scheme[fact: "optional"]) }
    let open = { (scheme: Scheme) in Condition.compare(scheme[fact: "sum"], .above, .value(0)) }
    let tables: [([(Scheme) -> Condition], all: Bool?, any: Bool?)] = [
      ([yes, yes], true, true), ([yes, no], false, true), ([no, no], false, false), ([open, yes], nil, true),
      ([yes, open], nil, true), ([open, no], false, nil), ([no, open], false, nil), ([open, open], nil, nil),
      ([], true, false),
    ]
    for (parts, all, any) in tables {
      #expect(Self.holds([:]) { scheme in .all(parts.map { $0(scheme) }) } == all)
      #expect(Self.holds([:]) { scheme in .any(parts.map { $0(scheme) }) } == any)
      #expect(Self.holds([:]) { scheme in .all([.any(parts.map { $0(scheme) })]) } == any)
      #expect(Self.holds([:]) { scheme in .any([.all(parts.map { $0(scheme) }), no(scheme)]) } == all)
    }
  }

  @Test func `Every fact that is wanting is named once, and only those that matter`() {
    let found = Self.found([:]) { scheme in
      let (day, sum, choice) = (scheme[fact: "day"], scheme[fact: "sum"], scheme[fact: "choice"])
      return .all([
        .any([.compare(day, .above, .value(0)), .compare(sum, .above, .value(0))]),
        .compare(sum, .atMost, .fact(scheme[fact: "double"])), .oneOf(choice, [1]), .notGiven(choice),
        .any([
          .given(scheme[fact: "optional"]), .compare(scheme[fact: "optional"], .above, .value(0)), .oneOf(choice, [2]),
        ]),
      ])
    }
    #expect(found.missing == ["day", "sum", "choice"])
    #expect(found["exclusion.it"] == [.doesNotApply])
  }

  @Test func `A condition lists the facts that it reads`() {
    let (a, b, c) = (Ref<Fact>(0), Ref<Fact>(1), Ref<Fact>(2))
    let condition = Condition.all([
      .given(a), .notGiven(b), .any([.compare(c, .equal, .fact(a)), .compare(b, .above, .value(1)), .oneOf(c, [1])]),
    ])
    #expect(condition.facts == [a, b, c, a, b, c])
    #expect(Condition.flag(a) == .compare(a, .equal, .value(1)))
  }
}
