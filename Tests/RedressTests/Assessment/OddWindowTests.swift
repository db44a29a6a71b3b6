import Testing

@testable import Redress

/// Windows in shapes that no file may have, or that few have.
struct OddWindowTests {
  private static func found(
    claimed: Int, extendedTo: Int? = nil, closing: Bool = false, _ steps: (Scheme) -> [Window.Step]
  ) -> Found {
    var scheme = Scheme()
    scheme.fact("happened", .date)
    scheme.fact("claimed", .date)
    scheme.fact("agreed", .date, leftOut: .unstated)
    scheme.fact("open", .flag)
    scheme.window("claim", from: "happened", until: "claimed", extendedTo: "agreed", steps(scheme))
    scheme.typedHead("trouble")
    let start = day(2026, 6, 1)
    var given = Facts(
      scheme.matrix(),
      ["happened": .on(start), "claimed": .on(start.adding(days: claimed)), "open": .number(closing ? 1 : 0)])
    if let extendedTo { given.state(["agreed": .on(start.adding(days: extendedTo))]) }
    given.item("trouble", ["amount": .pounds(10)])
    return Found(given)
  }

  @Test(
    arguments: [
      (12, 11, false), (12, 12, true), (12, 13, true), (10, 5, true), (11, 5, false), (11, nil, false), (10, nil, true),
    ] as [(Int, Int?, Bool)])
  func `A later day that was agreed counts in place of the first step's, an earlier one does not`(
    claimed: Int, extendedTo: Int?, isInTime: Bool
  ) {
    let found = Self.found(claimed: claimed, extendedTo: extendedTo) { _ in [.inTime(10), .then(.refused)] }
    #expect(found.outcome == (isInTime ? .awarded : .refused))
    let last = day(2026, 6, 1).adding(days: max(10, extendedTo ?? 0))
    let count = WindowCount(
      step: isInTime ? 0 : 1, from: day(2026, 6, 1), on: day(2026, 6, 1).adding(days: claimed), lastDay: last)
    #expect(found["claim-window"] == [isInTime ? .inTime(count) : .late(count)])
  }

  @Test func `Agreement does not move the later steps`() {
    let found = Self.found(claimed: 25, extendedTo: 30) { _ in
      [.inTime(10), .then(within: Period(20, .days), .noted), .then(.refused)]
    }
    #expect(found.outcome == .awarded)
    let refused = Self.found(claimed: 31, extendedTo: 30) { _ in
      [.inTime(10), .then(within: Period(20, .days), .noted), .then(.refused)]
    }
    let count = WindowCount(
      step: 2, from: day(2026, 6, 1), on: day(2026, 7, 2), lastDay: day(2026, 6, 21))
    #expect(refused["claim-window"] == [.late(count)])
  }

  @Test func `An act that no step speaks of is not refused, and the line says so`() {
    let steps: (Scheme) -> [Window.Step] = { [.inTime(10), .then(when: .flag($0[fact: "open"]), .refused)] }
    #expect(Self.found(claimed: 11, closing: true, steps).outcome == .refused)
    let found = Self.found(claimed: 11, steps)
    #expect(found["claim-window"] == [.doesNotApply])
    #expect(found.outcome == .awarded)
  }

  @Test func `A step without an end may be in time`() {
    let found = Self.found(claimed: 400) { _ in [.inTime(10), .then(.inTime)] }
    let count = WindowCount(step: 1, from: day(2026, 6, 1), on: day(2027, 7, 6), lastDay: day(2026, 6, 11))
    #expect(found["claim-window"] == [.inTime(count)])
  }
}
