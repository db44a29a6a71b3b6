import Testing

@testable import RedressFiles

/// Windows, exclusions, combinations and settlement that cannot be right.
@Suite struct RuleFaultTests {
  static let combinations = [
    MatrixChange("higher-of: [trouble, grid]", "higher-of: trouble", .matrixShape),
    MatrixChange("higher-of: [trouble, grid]", "higher-of: []", .matrixShape),
    MatrixChange("higher-of: [trouble, grid]", "higher-of: [trouble, trouble]", .matrixShape),
    MatrixChange("higher-of: [trouble, grid]", "higher-of: [trouble, gird]", .matrixReference),
    MatrixChange("higher-of: [trouble, grid]", "higher-of: [trouble, grid], heads: costs", .matrixKeyUnknown),
    MatrixChange("supersede: rented, by: worn", "supersede: [worn, rented], by: worn", .matrixShape),
    MatrixChange("supersede: rented, by: worn", "supersede: rented", .matrixKeyMissing),
    MatrixChange("only: late-pay, with: [rented, worn]", "only: late-pay, with: [late-pay]", .matrixShape),
    MatrixChange("deduct: costs, from: judged", "deduct: costs", .matrixKeyMissing),
    MatrixChange("deduct: costs, from: judged", "deduct: costs, from: costs", .matrixShape),
    MatrixChange("deduct: costs, from: judged", "deduct: costs, only: worn, from: judged", .matrixShape),
    MatrixChange("at-most: £1000, less: paid", "at-most: rent, less: paid", .factMisplaced),
    MatrixChange("at-most: £1000, less: paid", "at-most: £1000, less: rooms", .matrixType),
    MatrixChange("at-most: £1000, less: paid", "nothing-under: £1000, less: paid", .matrixKeyUnknown),
    MatrixChange(
      "at-most: £1000, less: paid", "at-most: { judgement: { amount: amount, picked-by: head } }, less: paid",
      .matrixType),
    MatrixChange("adjust: { add: 10% }", "adjust: [{ add: 10% }]", .matrixShape),
  ]

  static let others = [
    MatrixChange("{ by: reply-by }", "{ by: reply-by, within: 3 days, day-one: next day }", .windowSteps),
    MatrixChange("{ by: reply-by }", "{ by: reply-by, day-one: next day }", .matrixKeyUnknown),
    MatrixChange("{ by: reply-by }", "{ by: lasted }", .factUnused, .matrixType),
    MatrixChange("{ by: reply-by }", "{ say: Too late. }", .factUnused, .windowSteps),
    MatrixChange("    unless: apart\n    undecided: ask\n", "    undecided: ask\n", .matrixKeyUnknown),
    MatrixChange("heads: trouble\n    say: It is not", "heads: []\n    say: It is not", .matrixShape),
    MatrixChange("heads: trouble\n    say: It is not", "heads: [truble]\n    say: It is not", .matrixReference),
    MatrixChange("between: households", "between: paid", .factUnused, .matrixType),
    MatrixChange(#"set-off?", optional: true }"#, #"set-off?" }"#, .matrixType),
    MatrixChange("role: head, by: finance", "role: haed, by: []", .matrixReference, .matrixShape),
    MatrixChange("{ all-of: [officer, head] }", "{ all-of: [officer, head], any-of: officer }", .matrixShape),
    MatrixChange("{ say: The table is not printed., source: policy#2 }", "{ say: [] }", .ruleUncited, .matrixShape),
    MatrixChange("plus: offered", "plus: rent", .factUnused, .factMisplaced),
    MatrixChange("{ fact: troubles, is: 1 }", "{ fact: troubles, one-of: [1, 2] }", .matrixType),
    MatrixChange("{ fact: troubles, is: 1 }", "{ fact: troubles, is: many }", .literalCount),
  ]

  @Test(arguments: combinations) func aCombinationIsMet(change: MatrixChange) { change.meet() }

  @Test(arguments: others) func aRuleIsMet(change: MatrixChange) { change.meet() }

  /// What the engine counts in small numbers is refused before it is counted.
  @Test func thereMayBeTooMany() {
    func many(_ count: Int, _ entry: (Int) -> String) -> String { (1...count).map(entry).joined() }
    let ladder = "title: T, measured-on: total, steps: [{ any-of: officer }], source: policy#1"
    let ladders = "\nladders:\n" + many(9) { "  l\($0): { \(ladder) }\n" }
    let start = wholeMatrix.range(of: "\nauthority:\n")!.lowerBound
    #expect(codes(String(wholeMatrix[..<start]) + ladders) == [.factUnused, .matrixTooMany])
    MatrixChange(
      "substitutes:\n",
      "substitutes:\n"
        + many(32) { "  s\($0): { title: S, role: head, by: finance, when: released, source: policy#1 }\n" },
      .matrixTooMany
    ).meet()
    let steps = many(254) { "    - { to: £\($0 + 100), any-of: officer }\n" }
    MatrixChange("    - { all-of: [officer, head] }\n", steps + "    - { all-of: [officer, head] }\n", .matrixTooMany)
      .meet()
    let heads = many(49) { "  h\($0): { title: H, price: £1, set-off: never, source: policy#1 }\n" }
    MatrixChange("\nheads:\n", "\nheads:\n" + heads, .matrixTooMany).meet()
    let choices = many(59) { ", c\($0): c" }
    MatrixChange("home: The home }", "home: The home\(choices) }", .matrixTooMany, .figureMissing).meetsFirst()
    let derived = many(94) { "  d\($0): { title: D, items: trouble, source: policy#1 }\n" }
    #expect(codes(wholeMatrix.replacing("\nderived:\n", with: "\nderived:\n" + derived)).contains(.matrixTooMany))
  }

  /// All rules together are counted in small numbers too.
  @Test func sectionsMayBeFarTooLong() {
    let entries = (1...5001).map { "  x\($0): {}\n" }.joined()
    var text = wholeMatrix
    for section in [
      "derived", "timetable", "scope", "exclusions", "windows", "heads", "combination", "payment", "statements",
    ] {
      text = text.replacing("\n\(section):\n", with: "\n\(section):\n" + entries)
    }
    #expect(codes(text).contains(.matrixTooMany))
  }

  private func codes(_ text: String) -> [FaultCode] {
    do throws(FaultList) {
      _ = try MatrixReader.read(source(text))
      return []
    } catch { return error.sorted.map(\.code) }
  }
}

extension MatrixChange {
  /// The first of these words is among the faults, whatever follows from it.
  func meetsFirst() {
    do throws(FaultList) {
      _ = try MatrixReader.read(source(wholeMatrix.replacing(old, with: new)))
      Issue.record("it is read without a fault")
    } catch { #expect(error.faults.map(\.code).contains(codes[0])) }
  }
}
