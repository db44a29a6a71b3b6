import Redress
import Testing

/// Heads that meet.
struct CombinationTests {
  /// Heads `a`, `b`, `c`, met in one way. Items are given by head and pence.
  private static func found(
    _ items: [(String, Int64)], _ stated: KeyValuePairs<String, Stated> = [:], when: Bool = false,
    _ kind: (inout Scheme) -> Combination.Kind
  ) -> Found {
    var scheme = Scheme()
    for name in ["a", "b", "c"] { scheme.statedHead(name) }
    scheme.fact("before", .money, leftOut: .unstated)
    scheme.fact("ill", .flag)
    scheme.excludeFlag("insured", of: .ofItem)
    let kind = kind(&scheme)
    scheme.combine("meet", when: when ? .flag(scheme[fact: "ill"]) : nil, kind)
    var given = Facts(scheme.matrix(), stated)
    for (head, pence) in items { given.item(head, ["sum": .pence(pence)]) }
    return Found(given)
  }

  private static func all(_ scheme: Scheme) -> [Ref<Head>] { ["a", "b", "c"].map { scheme[head: $0] } }
  private static func amount(_ pence: Int64) -> Money { Money(pence: pence) }

  // MARK: One of several

  @Test(
    arguments: [
      ([("a", 4_99), ("b", 5_00)], 1, 5_00, 0, 4_99), ([("a", 5_00), ("b", 5_00)], 0, 5_00, 0, 5_00),
      ([("b", 5_00), ("a", 5_00)], 0, 5_00, 0, 5_00), ([("a", 5_01), ("b", 5_00)], 0, 5_01, 1, 5_00),
      ([("c", 3_00), ("a", 2_00), ("c", 3_00)], 2, 6_00, 0, 2_00), ([("a", 0), ("c", 1)], 2, 1, 0, 0),
    ] as [([(String, Int64)], Int, Int64, Int, Int64)])
  func `The higher or the lower counts, of equal ones the first of the policy`(
    items: [(String, Int64)], higher: Int, most: Int64, lower: Int, least: Int64
  ) {
    let high = Self.found(items) { .higherOf(Self.all($0)) }
    #expect(high["combination.meet"].first == .compared(kept: Ref(higher), amount: Self.amount(most)))
    let out = items.indices.filter {
      "abc".firstIndex(of: Character(items[$0].0))! != "abc".index("abc".startIndex, offsetBy: higher)
    }
    #expect(high["combination.meet"].dropFirst().allSatisfy { $0 == .superseded })
    #expect(high.items("combination.meet").dropFirst() == out.map { $0 + 1 }[...])
    #expect(high.refusals == out.map { "combination.meet \($0 + 1)" } + (most == 0 ? ["total"] : []))
    #expect(high["total"] == [.totalled(gross: Self.amount(most), inKind: .zero)])
    let low = Self.found(items) { .lowerOf(Self.all($0)) }
    #expect(low["combination.meet"].first == .compared(kept: Ref(lower), amount: Self.amount(least)))
    #expect(low["total"] == [.totalled(gross: Self.amount(least), inKind: .zero)])
    #expect(low.outcome == (least == 0 ? .refused : .awarded))
  }

  @Test func `A head alone is compared with nothing`() {
    for items in [[("a", 5_00), ("a", 1_00)], [("c", 1_00)]] as [[(String, Int64)]] {
      #expect(Self.found(items) { .higherOf(Self.all($0)) }["combination.meet"] == [.doesNotApply])
      #expect(Self.found(items) { .lowerOf(Self.all($0)) }["combination.meet"] == [.doesNotApply])
    }
  }

  @Test(
    arguments: [(0, 7_00, [Finding.doesNotApply]), (1, 1, [.superseded, .superseded])] as [(Int64, Int64, [Finding])])
  func `What comes to something supersedes the others`(a: Int64, gross: Int64, findings: [Finding]) {
    let found = Self.found([("b", 3_00), ("a", a), ("c", 4_00)]) {
      .supersedes($0[head: "a"], over: [$0[head: "b"], $0[head: "c"]])
    }
    #expect(found["combination.meet"] == findings)
    #expect(found["total"] == [.totalled(gross: Self.amount(gross), inKind: .zero)])
  }

  @Test func `Nothing is superseded by what is not there, nor is what is not there`() {
    func found(_ items: [(String, Int64)]) -> Found {
      Self.found(items) { .supersedes($0[head: "a"], over: [$0[head: "b"]]) }
    }
    #expect(found([("b", 3_00)])["combination.meet"] == [.doesNotApply])
    #expect(found([("a", 3_00)])["combination.meet"] == [.doesNotApply])
  }

  @Test(
    arguments: [
      ([("a", 3_00)], ["combination.meet 1", "total"]), ([("a", 3_00), ("b", 0)], ["combination.meet 1", "total"]),
      ([("a", 3_00), ("b", 1)], []), ([("b", 1)], []), ([("c", 1), ("a", 3_00)], ["combination.meet 2"]),
    ] as [([(String, Int64)], [String])])
  func `Some heads count only with others`(items: [(String, Int64)], refusals: [String]) {
    let found = Self.found(items) { .onlyWith([$0[head: "a"]], with: [$0[head: "b"]]) }
    #expect(found.refusals == refusals)
  }

  // MARK: Sums

  @Test(
    arguments: [
      ([("a", 3_00), ("b", 5_00)], [3_00, 2_00]), ([("a", 5_00), ("b", 5_00)], [5_00, 0]),
      ([("a", 5_01), ("b", 5_00)], [5_01, 0]), ([("b", 2_00), ("a", 3_00), ("b", 5_00)], [0, 3_00, 4_00]),
      ([("a", 0), ("b", 5_00)], [0, 5_00]), ([("b", 5_00)], [5_00]),
    ] as [([(String, Int64)], [Int64])])
  func `What one head comes to is taken off another`(items: [(String, Int64)], amounts: [Int64]) {
    let found = Self.found(items) { .deduct([$0[head: "a"]], from: [$0[head: "b"]]) }
    #expect(found.amounts == amounts)
    let changed = zip(items, amounts).filter { $0.1 != $1 }.map { Finding.changed(amount: Self.amount($0.1)) }
    #expect(found["combination.meet"] == (changed.isEmpty ? [.doesNotApply] : changed))
  }

  @Test func `Each item is raised or lowered by a part, each rounded for itself`() {
    let items: [(String, Int64)] = [("a", 10_05), ("c", 10_05), ("b", 10_04), ("a", 0)]
    func found(_ direction: Adjustment.Direction, _ rounding: Rounding = .penny) -> Found {
      Self.found(items) {
        .adjust(
          [$0[head: "a"], $0[head: "b"]], Adjustment(direction, part: .percent(10), when: nil, because: nil), rounding)
      }
    }
    #expect(found(.add).amounts == [11_06, 10_05, 11_04, 0])
    #expect(found(.takeOff).amounts == [9_04, 10_05, 9_04, 0])
    #expect(found(.keep).amounts == [1_01, 10_05, 1_00, 0])
    #expect(found(.add, Rounding(to: Money(pence: 1), .up)).amounts == [11_06, 10_05, 11_05, 0])
    #expect(
      found(.add)["combination.meet"] == [.changed(amount: Self.amount(11_06)), .changed(amount: Self.amount(11_04))])
  }

  @Test func `An adjustment that changes nothing does not apply`() {
    let found = Self.found([("a", 5_00)]) {
      .adjust(
        [$0[head: "a"]], Adjustment(.add, part: .percent(10), when: .flag($0[fact: "ill"]), because: nil), .penny)
    }
    #expect(found["combination.meet"] == [.doesNotApply])
    #expect(
      Self.found([("b", 5_00)]) {
        .adjust([$0[head: "a"]], Adjustment(.add, part: .percent(10), when: nil, because: nil), .penny)
      }["combination.meet"] == [.doesNotApply])
  }

  @Test(
    arguments: [
      (nil, [6_00, 3_99], [6_00, 3_99]), (nil, [6_00, 4_00], [6_00, 4_00]), (nil, [6_00, 4_01], [6_00, 4_00]),
      (nil, [11_00, 4_01], [10_00, 0]), (4_00, [6_00, 4_01], [6_00, 0]), (4_01, [6_00, 4_01], [5_99, 0]),
      (10_00, [6_00, 4_00], [0, 0]), (10_01, [6_00, 4_00], [0, 0]),
    ] as [(Int64?, [Int64], [Int64])])
  func `Together at most, less what was awarded before, off the last items first`(
    before: Int64?, sums: [Int64], amounts: [Int64]
  ) {
    let stated: KeyValuePairs<String, Stated> = ["before": .pence(before ?? 0)]
    let found = Self.found([("a", sums[0]), ("c", 99_00), ("b", sums[1])], before == nil ? [:] : stated) {
      .atMost([$0[head: "a"], $0[head: "b"]], .fixed(.pounds(10)), less: $0[fact: "before"])
    }
    #expect(found.amounts == [amounts[0], 99_00, amounts[1]])
    let total = sums.reduce(0, +)
    let room = max(10_00 - (before ?? 0), 0)
    #expect(
      found["combination.meet"].first
        == (total > room
          ? .together(Self.amount(total), limitedTo: Self.amount(room)) : .withinLimit(Self.amount(total))))
  }

  @Test(
    arguments: [
      ([0, 0], [0, 0]), ([1, 0], [10_00, 0]), ([0, 1], [9_99, 1]), ([6_00, 3_99], [6_01, 3_99]),
      ([6_00, 4_00], [6_00, 4_00]), ([6_00, 4_01], [6_00, 4_01]),
    ] as [([Int64], [Int64])])
  func `Together at least, where they come to anything`(sums: [Int64], amounts: [Int64]) {
    let found = Self.found([("c", 1_00), ("a", sums[0]), ("b", sums[1])]) {
      .atLeast([$0[head: "a"], $0[head: "b"]], .fixed(.pounds(10)))
    }
    #expect(found.amounts == [1_00] + amounts)
  }

  @Test(
    arguments: [
      ([6_00, 3_99], [0, 0], [0, 0]), ([6_00, 4_00], [6_00, 4_00], [0, 0]),
      ([6_00, 4_01], [6_00, 4_01], [6_00, 4_01]),
    ] as [([Int64], [Int64], [Int64])])
  func `Together nothing under a sum, or up to it`(sums: [Int64], under: [Int64], upTo: [Int64]) {
    let items = [("c", 1_00), ("a", sums[0]), ("b", sums[1])]
    let first = Self.found(items) { .nothingUnder([$0[head: "a"], $0[head: "b"]], .pounds(10)) }
    #expect(first.amounts == [1_00] + under)
    let second = Self.found(items) { .nothingUpTo([$0[head: "a"], $0[head: "b"]], .pounds(10)) }
    #expect(second.amounts == [1_00] + upTo)
    let total = sums.reduce(0, +)
    #expect(
      second["combination.meet"].first
        == (total > 10_00 ? .withinLimit(Self.amount(total)) : .together(Self.amount(total), limitedTo: .zero)))
  }

  // MARK: When, in which order, and what is open

  @Test(arguments: 0...3)
  func `Where nothing stands under the heads, its limit is nobody's question`(way: Int) {
    let kinds: [(inout Scheme) -> Combination.Kind] = [
      { .atMost([$0[head: "a"]], Price(.fixed(.fact($0.fact("limit", .money)))), less: nil) },
      { .atLeast([$0[head: "a"]], Price(.fixed(.fact($0.fact("limit", .money))))) },
      { .nothingUnder([$0[head: "a"]], .fact($0.fact("limit", .money))) },
      { .nothingUpTo([$0[head: "a"]], .fact($0.fact("limit", .money))) },
    ]
    let other = Self.found([("b", 5_00)], [:], kinds[way])
    #expect(other["combination.meet"] == [.doesNotApply])
    #expect(other.outcome == .awarded)
    #expect(Self.found([("a", 5_00)], [:], kinds[way]).outcome == .faulty)
  }

  @Test(arguments: 0...3)
  func `A limit that nobody has set is a question in words`(way: Int) {
    var scheme = Scheme()
    scheme.statedHead("a")
    scheme.reading("most", asks: ["board"])
    let (a, ask) = ([scheme[head: "a"]], Figure.ask(Ref(0)))
    let kinds: [Combination.Kind] = [
      .atMost(a, Price(.fixed(ask)), less: nil), .atLeast(a, Price(.fixed(ask))), .nothingUnder(a, ask),
      .nothingUpTo(a, ask),
    ]
    scheme.combine("meet", kinds[way])
    var given = Facts(scheme.matrix())
    given.item("a", ["sum": .pence(5_00)])
    #expect(Found(given).outcome == .undecided)
    let told = Told(given)
    #expect(told["combination.meet"] == ["Cannot be priced yet. What of most?"])
    #expect(told.questions == ["What of most? Nobody says."])
  }

  @Test func `It may count only where a condition holds`() {
    let items: [(String, Int64)] = [("a", 5_00), ("b", 6_00)]
    #expect(Self.found(items, when: true) { .higherOf(Self.all($0)) }["combination.meet"] == [.doesNotApply])
    #expect(Self.found(items, ["ill": true], when: true) { .higherOf(Self.all($0)) }.refusals == ["combination.meet 1"])
  }

  @Test func `Where its condition lacks a fact, what follows is not reached`() {
    var scheme = Scheme()
    scheme.statedHead("a")
    let kind = scheme.choice("kind", ["one", "two"])
    scheme.combine("first", when: .compare(kind, .equal, .value(1)), .nothingUnder([scheme[head: "a"]], .pounds(1)))
    scheme.combine("second", .nothingUnder([scheme[head: "a"]], .pounds(1)))
    var given = Facts(scheme.matrix())
    given.item("a", ["sum": .pounds(5)])
    let found = Found(given)
    #expect(found.missing == ["kind"])
    #expect(found["combination.second"] == [.notReached])
    #expect(found["total"] == [.notReached])
  }

  @Test func `They follow one another`() {
    var scheme = Scheme()
    for name in ["a", "b"] { scheme.statedHead(name) }
    scheme.combine("least", .atLeast([scheme[head: "a"]], .fixed(.pounds(10))))
    scheme.combine("higher", .higherOf([scheme[head: "a"], scheme[head: "b"]]))
    scheme.combine("most", .atMost([scheme[head: "a"], scheme[head: "b"]], .fixed(.pounds(9)), less: nil))
    var given = Facts(scheme.matrix())
    given.item("b", ["sum": .pence(9_99)])
    given.item("a", ["sum": .pence(1)])
    let found = Found(given)
    #expect(found.amounts == [0, 9_00])
    #expect(found.keptOut == ["combination.higher", nil])
    #expect(found["total"] == [.totalled(gross: pounds(9), inKind: .zero)])
  }

  @Test func `A limit without a figure is asked about, and what follows is not reached`() {
    var scheme = Scheme()
    scheme.reading("limit", asks: ["clerk"])
    scheme.statedHead("a")
    scheme.combine("most", .atMost([scheme[head: "a"]], .fixed(.ask(scheme[reading: "limit"])), less: nil))
    scheme.combine("under", .nothingUnder([scheme[head: "a"]], .pounds(1)))
    var given = Facts(scheme.matrix())
    given.item("a", ["sum": .pounds(5)])
    let found = Found(given)
    #expect(found.questions == ["limit"])
    #expect(found["combination.most"] == [.unpriced(.reading(Ref(0)))])
    #expect(found["combination.under"] == [.notReached])
    #expect(found["total"] == [.notReached])
    #expect(found.outcome == .undecided)
  }

  @Test func `Items that were kept out do not count`() {
    var scheme = Scheme()
    for name in ["a", "b"] { scheme.statedHead(name) }
    scheme.excludeFlag("insured", of: .ofItem)
    scheme.combine("higher", .higherOf([scheme[head: "a"], scheme[head: "b"]]))
    var given = Facts(scheme.matrix())
    given.item("a", ["sum": .pounds(1)])
    given.item("b", ["sum": .pounds(5), "insured": true])
    #expect(Found(given)["combination.higher"] == [.doesNotApply])
  }

  @Test func `Raised beyond the largest sum it is a fault`() {
    let found = Self.found([("a", Money.largest.pence)]) {
      .adjust([$0[head: "a"]], Adjustment(.add, part: .percent(1), when: nil, because: nil), .penny)
    }
    #expect(found.faults == [.tooLarge(item: 0)])
    #expect(found["combination.meet"] == [.notReached])
  }
}
