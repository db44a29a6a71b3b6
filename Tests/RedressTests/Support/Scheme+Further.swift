import Redress

/// Derived facts, duties, prices, combinations and ladders by name.
extension Scheme {
  @discardableResult
  mutating func derive(
    _ name: String, _ kind: Fact.Kind, of reach: Fact.Reach = .ofCase, _ derivation: Derivation.Kind
  ) -> Ref<Fact> {
    let rule = rule("derived.\(name)", .derived)
    return fact(name, kind, of: reach, leftOut: .derived(Derivation(rule: rule, kind: derivation)))
  }

  /// A count.
  @discardableResult
  mutating func derive(_ name: String, _ derivation: Derivation.Kind) -> Ref<Fact> { derive(name, .count, derivation) }

  /// A count of the time from the fact `from` to the fact `to`, both of which are declared for it.
  @discardableResult
  mutating func elapsed(
    _ name: String, in unit: Period, first: Bool = true, last: Bool = true, _ parts: Elapsed.Parts = .full,
    of reach: Fact.Reach = .ofCase, running: Bool = false
  ) -> Ref<Fact> {
    let from = fact("from", .date, of: reach)
    let to = fact("to", .date, of: reach, leftOut: running ? .unstated : .missing)
    let today = running ? fact("counted-to", .date) : nil
    return derive(
      name, .count, of: reach,
      .elapsed(
        Elapsed(
          from: from, to: to, runningTo: today, unit: unit, countsFirstDay: first, countsLastDay: last, parts: parts)))
  }

  mutating func duty(
    _ name: String, due: DayRule, done: String, when: Condition? = nil, waived: Condition? = nil, orBy: String? = nil,
    strength: Duty.Strength = .must, extended: Duty.Extension? = nil
  ) {
    duties.append(
      Duty(
        name: name, rule: rule("duty.\(name)", .duty), when: when, waived: waived, due: due,
        orBy: orBy.map { self[fact: $0] }, done: self[fact: done], strength: strength, extended: extended))
  }

  mutating func combine(_ name: String, when: Condition? = nil, _ kind: Combination.Kind) {
    combinations.append(Combination(rule: rule("combination.\(name)", .combination), kind: kind, when: when))
  }

  /// A ladder of ceilings in pounds, each with the sets of roles of which one of each signs.
  mutating func ladder(
    _ name: String, heads: [String]? = nil, when: Condition? = nil, measure: Authority.Measure = .total,
    plus: String? = nil, _ steps: [(upTo: Int64?, sets: [[String]])]
  ) {
    let rule = rule("authority.\(name)", .authority)
    let steps = steps.map { step in
      let signers = step.sets.map { set in set.map { role($0) } }
      return Authority.Step(upTo: step.upTo.map { Money(pence: $0 * 100) }, signers: signers, citations: [])
    }
    authority.append(
      Authority(
        rule: rule, heads: heads?.map { self[head: $0] }, when: when, measure: measure,
        plus: plus.map { self[fact: $0] }, steps: steps))
  }

  mutating func substitute(_ role: String, by others: [String], when: Condition) {
    let rule = rule("substitute.\(role)", .substitute)
    substitutes.append(Substitute(rule: rule, role: self.role(role), by: others.map { self.role($0) }, when: when))
  }

  mutating func payees(_ count: String) {
    payees = Payees(rule: rule("payees", .payees), count: self[fact: count])
  }

  /// A head whose amount is stated on its items, and may be nothing.
  mutating func statedHead(_ name: String, setOff: Bool = true) {
    if !facts.contains(where: { $0.name == "sum" }) { fact("sum", .money, of: .ofItem) }
    head(name, Price(.fixed(.fact(self[fact: "sum"]))), setOff: setOff)
  }

  /// A scheme of one head, named `it`, at a price.
  static func of(_ declare: (inout Scheme) -> Price) -> Matrix {
    var scheme = Scheme()
    let price = declare(&scheme)
    scheme.head("it", price)
    return scheme.matrix()
  }
}

extension Figure {
  static func pounds(_ pounds: Int64) -> Figure { .printed(.money(Money(pence: pounds * 100))) }
  static func pence(_ pence: Int64) -> Figure { .printed(.money(Money(pence: pence))) }
  static func percent(_ percent: Int64) -> Figure { .part(percent, over: 100) }
  static func part(_ numerator: Int64, over denominator: Int64) -> Figure {
    .printed(.part(Fraction(numerator, over: denominator)!))
  }
  static func count(_ count: Int64) -> Figure { .printed(.count(count)) }
  static func period(_ count: Int, _ unit: Period.Unit = .days) -> Figure { .printed(.period(Period(count, unit))) }
}

extension Price {
  static func fixed(_ figure: Figure) -> Price { Price(.fixed(figure)) }
}

extension Facts {
  /// One item under the head `it`.
  static func one(
    _ matrix: Matrix, _ stated: KeyValuePairs<String, Stated> = [:], item: KeyValuePairs<String, Stated> = [:]
  ) -> Facts {
    var facts = Facts(matrix, stated)
    facts.item("it", item)
    return facts
  }
}

extension Stated {
  static func count(_ count: Int64) -> Stated { .number(count) }
  /// So many hundredths of a per cent.
  static func hundredths(_ hundredths: Int64) -> Stated { .number(hundredths) }
}

extension Found {
  /// What the first item comes to, in pence.
  var pence: Int64 { assessment.items[0].amount.pence }
  /// What each item comes to, in pence.
  var amounts: [Int64] { assessment.items.map(\.amount.pence) }
  var faults: [CaseFault] { Array(assessment.faults) }
}
