import Redress

extension MatrixReader {
  mutating func actualCost(_ node: Node) -> ActualCost? {
    guard let map = mapping(node, "an actual cost", .actualCost) else { return nil }
    let receipts = fact(map, "receipts", of: .receipts)
    let evidence = fact(map, "evidence", of: .text)
    let amount = fact(map, "amount", of: .money)
    let less = map["less"].map { references($0, to: \.facts, of: .money) } ?? []
    checkOfItem(receipts, at: map["receipts"])
    checkOfItem(amount, at: map["amount"])
    for fact in less { checkOfItem(fact, at: map["less"]) }
    if let amount, case .taken = facts.values[amount.index].leftOut, let node = map["amount"] {
      fault(
        .matrixType, node.span, "`\(facts.names[amount.index])`, left out, would count as a sum that was stated.",
        "Write `optional: true` where it is declared.")
    }
    guard let receipts, let evidence, let amount else { return nil }
    return ActualCost(receipts: receipts, evidence: evidence, amount: amount, less: less)
  }

  mutating func accrual(_ node: Node) -> Accrual? {
    guard let map = mapping(node, "an accrual", .accrual) else { return nil }
    let count = fact(map, "count", of: .count)
    let steps = map.value("rate", &self).map { rates($0) } ?? []
    let per = map["per"].flatMap { literal($0, "`per`", Literal.count) } ?? 1
    if per == 0, let node = map["per"] {
      fault(.literalCount, node.span, "A rate is for at least one unit.", "Write 1 or more.")
      return nil
    }
    func optional(_ key: String, _ kind: FigureKind, _ reader: inout MatrixReader) -> Figure? {
      map[key].flatMap { reader.figure($0, "`\(key)`", FigurePlace(kind: kind)) }
    }
    let grace = optional("grace", .count, &self)
    let onlyAbove = optional("only-above", .count, &self)
    let plus = optional("plus", .money, &self)
    guard let count, !steps.isEmpty else { return nil }
    if steps.contains(where: { $0.rate.isDatedOnEach }), let node = map["rate"] {
      checkUnits(of: count, at: node, "days or weeks") { $0.unit == .days || $0.unit == .weeks }
    }
    return Accrual(count: count, steps: steps, per: Int64(per), grace: grace, onlyAbove: onlyAbove, plus: plus)
  }

  /// One rate for all units, or a list of rates for some of them each.
  private mutating func rates(_ node: Node) -> [Accrual.Step] {
    let place = FigurePlace(kind: .money, isForEach: true)
    guard let nodes = node.list else {
      return figure(node, "`rate`", place).map { [Accrual.Step(upTo: nil, rate: $0)] } ?? []
    }
    var steps: [Accrual.Step] = []
    if nodes.isEmpty { _ = list(node, "`rate`") }
    for (number, node) in nodes.enumerated() {
      guard let map = mapping(node, "a step of rates", .rangedFigure) else { continue }
      let upTo = map["to"].flatMap { literal($0, "`to`", Literal.count) }.map { Int64($0) }
      let rate = map.value("is", &self).flatMap { figure($0, "`is`", place) }
      if (map["to"] == nil) != (number == nodes.count - 1) {
        fault(
          .figureOrder, node.span, "Only the last rate has no end.",
          "Give each rate but the last the number of the unit that it ends with.")
      }
      if let upTo, upTo <= steps.last?.upTo ?? 0 {
        fault(.figureOrder, node.span, "This rate ends no later than the one before it.", "Put the rates in order.")
      }
      if let rate { steps.append(Accrual.Step(upTo: upTo, rate: rate)) }
    }
    return steps.count == nodes.count ? steps : []
  }

  /// Of a count that has days of its own.
  private mutating func checkUnits(
    of count: Ref<Fact>, at node: Node, _ words: String, _ isWanted: (Period) -> Bool
  ) {
    if unreadDerived.contains(count.index) { return }
    if case .elapsed(let elapsed)? = facts.values[count.index].derivation?.kind, isWanted(elapsed.unit) { return }
    fault(
      .matrixType, node.span, "`\(facts.names[count.index])` is not counted in \(words) between two dates.",
      "Name a derived fact with `elapsed` in \(words).")
  }

  mutating func share(_ node: Node) -> Share? {
    guard let map = mapping(node, "a share", .share) else { return nil }
    let of = map.value("of", &self).flatMap { figure($0, "`of`", FigurePlace(kind: .money)) }
    let part = map.value("part", &self).flatMap { figure($0, "`part`", FigurePlace(kind: .part)) }
    let times = map["times"].map { references($0, to: \.facts, of: .count) } ?? []
    let partTimes = map["part-times"].map { references($0, to: \.facts, of: .count) } ?? []
    let most = map["part-at-most"].flatMap { literal($0, "`part-at-most`", Literal.fraction) }
    let each = map["each-rounded"].flatMap { rounding($0) }
    guard let of, let part else { return nil }
    return Share(of: of, part: part, times: times, partAtMost: most, partTimes: partTimes, eachRounded: each)
  }

  mutating func wear(_ node: Node) -> Wear? {
    guard let map = mapping(node, "a wear", .wear) else { return nil }
    let cost = map.value("cost", &self).flatMap { node -> Ref<Fact>? in
      guard let ref = reference(node, to: \.facts) else { return nil }
      let word = FactWord(facts.values[ref.index].kind)
      if word == .money || word == .receipts { return ref }
      fault(.matrixType, node.span, "A \(word.rawValue) is no cost.", "Name a sum of money, or receipts.")
      return nil
    }
    let less = map["less"].map { references($0, to: \.facts, of: .money) } ?? []
    let age = fact(map, "age", of: .count)
    let life = map.value("life", &self).flatMap { figure($0, "`life`", FigurePlace(kind: .count)) }
    if let node = map["life"], life?.values.contains(where: { $0.value == .count(0) }) ?? false {
      fault(.literalCount, node.span, "Nothing is worth anything after no time at all.", "Write 1 or more.")
    }
    checkOfItem(cost, at: map["cost"])
    for fact in less { checkOfItem(fact, at: map["less"]) }
    guard let cost, let age, let life else { return nil }
    return Wear(cost: cost, less: less, age: age, life: life)
  }

  mutating func interest(_ node: Node) -> Interest? {
    guard let map = mapping(node, "an interest", .interest) else { return nil }
    let days = fact(map, "days", of: .count)
    let rate = map.value("rate", &self).flatMap {
      figure($0, "`rate`", FigurePlace(kind: .part, isForEach: true))
    }
    let year = map.value("year-of", &self).flatMap { word($0, "`year-of`", Interest.YearOf.self) }
    let compound = map.value("compound", &self).flatMap { word($0, "`compound`", Interest.Compound.self) }
    let daily = map["daily-rounded"].flatMap { rounding($0) }
    if let node = map["daily-rounded"], let compound, compound != .never {
      fault(.matrixShape, node.span, "Only simple interest is rounded day by day.", "Take `daily-rounded` out.")
    }
    let principal = principal(map)
    guard let principal, let days, let rate, let year, let compound else { return nil }
    if let node = map["days"] { checkUnits(of: days, at: node, "single days") { $0 == Period(1, .days) } }
    checkMillionths(rate, at: map["rate"]!)
    return Interest(
      principal: principal, days: days, rate: rate, yearOf: year, compound: compound, dailyRounded: daily)
  }

  private mutating func principal(_ map: Mapping) -> Interest.Principal? {
    if let node = map["on-heads"] {
      if let other = map["on"] {
        fault(.matrixShape, other.span, "Interest is `on` a sum or `on-heads`, not both.", "Take one of them out.")
      }
      return .totalOf(earlierHeads(node))
    }
    return map.required("on", &self).flatMap { fact($0, of: .money) }.map { .fact($0) }
  }

  /// A rate of interest is counted in millionths, so that no part of a penny is lost before the rounding.
  private mutating func checkMillionths(_ rate: Figure, at node: Node) {
    for (value, _) in rate.values {
      guard case .part(let part) = value, 1_000_000 % part.denominator != 0 else { continue }
      fault(
        .literalFraction, node.span, "The rate \(part) is no whole number of millionths.",
        "Write a percentage with at most four places after the point.")
    }
  }

  mutating func judgement(_ node: Node) -> Judgement? {
    guard let map = mapping(node, "a judgement", .judgement) else { return nil }
    let amount = fact(map, "amount", of: .money)
    checkOfItem(amount, at: map["amount"])
    let factors = map["factors"].map { self.factors($0) } ?? []
    let evidence = map["evidence"].flatMap { fact($0, of: .text) }
    let reasons = map["reasons"].flatMap { fact($0, of: .text) }
    let pickedBy = map.value("picked-by", &self).map { references($0, to: \.roles) } ?? []
    return amount.map {
      Judgement(amount: $0, factors: factors, evidence: evidence, reasons: reasons, pickedBy: pickedBy)
    }
  }
}

extension MatrixReader {
  private mutating func factors(_ node: Node) -> [Ref<Fact>] {
    oneOrMore(node).compactMap { node in
      let fact = reference(node, to: \.facts)
      // What is worked out is shown beside the others, and what it follows from is asked for.
      if let fact, !isDerived(fact) { checkAsked(fact, at: node) }
      return fact
    }
  }
}

extension Figure {
  /// Whether each unit that is counted may have a figure of its own.
  var isDatedOnEach: Bool {
    if case .datedOnEach = self { true } else { inner.contains(where: \.isDatedOnEach) }
  }
}
