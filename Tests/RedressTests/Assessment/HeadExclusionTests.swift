import Redress
import Testing

/// Exclusions that keep out items under some heads, and exceptions that a person is asked about.
struct HeadExclusionTests {
  private static func matrix(_ undecided: Window.Step.Undecided, heads: Bool = true) -> Matrix {
    var scheme = Scheme()
    scheme.statedHead("goods")
    scheme.statedHead("rent")
    let wet = scheme.fact("wet", .flag, of: .ofEither)
    scheme.decision("all the same")
    scheme.exclusions.append(
      Exclusion(
        rule: scheme.rule("exclusion.wet", .exclusion), when: .flag(wet), exception: scheme[decision: "all the same"],
        undecided: undecided, heads: heads ? [scheme[head: "goods"]] : nil, say: "It is wet.", referTo: nil))
    return scheme.matrix()
  }

  private static func given(_ matrix: Matrix, _ stated: KeyValuePairs<String, Stated> = ["wet": true]) -> Facts {
    var given = Facts(matrix, stated)
    given.item("goods", ["sum": .pounds(10)])
    given.item("rent", ["sum": .pounds(5)])
    given.item("goods", ["sum": .pounds(1), "wet": false])
    return given
  }

  @Test func `It is tried for each item under its heads`() {
    let found = Found(Self.given(Self.matrix(.refuse)))
    #expect(found["exclusion.wet"] == [.bites, .doesNotApply])
    #expect(found.items("exclusion.wet") == [1, 3])
    #expect(found.refusals == ["exclusion.wet 1"])
    #expect(found.keptOut == ["exclusion.wet", nil, nil])
    #expect(found["total"] == [.totalled(gross: pounds(6), inKind: .zero)])
  }

  @Test func `Without such an item it was not claimed`() {
    var given = Facts(Self.matrix(.refuse), ["wet": true])
    given.item("rent", ["sum": .pounds(5)])
    let found = Found(given)
    #expect(found["exclusion.wet"] == [.notClaimed])
    #expect(found.outcome == .awarded)
  }

  @Test func `Undecided, a person is asked about the exception`() {
    let found = Found(Self.given(Self.matrix(.ask)))
    #expect(found["exclusion.wet"] == [.asksException(found.decision("all the same")), .doesNotApply])
    #expect(found.questions == ["all the same 1"])
    #expect(found.outcome == .undecided)
    #expect(found.used == [])
    #expect(found.keptOut == [nil, nil, nil])
  }

  @Test(arguments: [Window.Step.Undecided.ask, .refuse])
  func `Decided, the answer counts`(undecided: Window.Step.Undecided) {
    var given = Self.given(Self.matrix(undecided))
    given.decline("all the same")
    let declined = Found(given)
    #expect(declined["exclusion.wet"] == [.bites, .doesNotApply])
    #expect(declined.used == ["all the same"])
    given.accept("all the same")
    let accepted = Found(given)
    #expect(accepted["exclusion.wet"] == [.excepted(accepted.decision("all the same")), .doesNotApply])
    #expect(accepted["total"] == [.totalled(gross: pounds(16), inKind: .zero)])
  }

  @Test func `For the case as a whole a person is asked once`() {
    let found = Found(Self.given(Self.matrix(.ask, heads: false)))
    #expect(found.questions == ["all the same"])
    #expect(found.items("exclusion.wet") == [0, 3])
    #expect(found.outcome == .undecided)
  }

  @Test func `Nobody is asked about an item that another rule keeps out`() {
    var scheme = Scheme()
    scheme.statedHead("goods")
    scheme.fact("wet", .flag, of: .ofItem)
    scheme.decision("all the same")
    scheme.exclusions.append(
      Exclusion(
        rule: scheme.rule("exclusion.wet", .exclusion), when: .flag(scheme[fact: "wet"]),
        exception: scheme[decision: "all the same"], undecided: .ask, heads: [scheme[head: "goods"]],
        say: "It is wet.", referTo: nil))
    scheme.excludeFlag("insured", of: .ofItem)
    var given = Facts(scheme.matrix())
    given.item("goods", ["sum": .pounds(1), "wet": true, "insured": true])
    given.item("goods", ["sum": .pounds(1)])
    let found = Found(given)
    #expect(found.questions == [])
    #expect(found.outcome == .awarded)
    #expect(found.refusals == ["exclusion.insured 1"])
  }
}
