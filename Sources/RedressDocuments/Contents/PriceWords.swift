import Redress

/// How an amount is found, in plain words.
struct PriceWords: Sendable {
  let matrix: Matrix
  private var words: MatrixWords { MatrixWords(matrix: matrix) }
  private var figures: FigureWords { FigureWords(matrix) }

  init(_ matrix: Matrix) { self.matrix = matrix }

  /// The whole of a price, as the meaning of “How it is priced”.
  func phrase(_ price: Price) -> Phrase {
    let parts = [kind(price.kind)] + price.adjustments.map(adjustment) + limits(price.limits)
    let rounded: [Phrase] = price.rounding.map { ["Each step is rounded \(rounding($0))."] } ?? []
    return Phrase(joining: parts + rounded, with: " ") ?? "not stated"
  }

  func rounding(_ rounding: Rounding) -> Phrase {
    switch rounding.manner {
    case .up: "up to the next \(rounding.step)"
    case .down: "down to a whole \(rounding.step)"
    case .halfUp: "to the nearest \(rounding.step), and half of it up"
    case .halfDown: "to the nearest \(rounding.step), and half of it down"
    case .halfEven: "to the nearest \(rounding.step), and half of it to the even one"
    }
  }

  private func kind(_ kind: Price.Kind) -> Phrase {
    switch kind {
    case .band(let band): return self.band(band)
    case .actualCost(let cost): return self.cost(cost)
    case .fixed(let figure): return "The sum is \(figures.phrase(figure))."
    case .accrual(let accrual): return self.accrual(accrual)
    case .share(let share): return self.share(share)
    case .wear(let wear): return self.wear(wear)
    case .interest(let interest): return self.interest(interest)
    case .judgement(let judgement): return self.judgement(judgement)
    case .highest(let parts): return "The highest of these counts: \(numbered(parts))"
    case .lowest(let parts): return "The lowest of these counts: \(numbered(parts))"
    case .sum(let parts): return "These are added up: \(numbered(parts))"
    case .totalOf(let heads): return "It is what \(names(heads)) come to."
    }
  }

  private func numbered(_ parts: [Price]) -> Phrase {
    let phrases = parts.enumerated().map { Phrase("(\($0.offset + 1)) \(phrase($0.element))") }
    return Phrase(joining: phrases, with: " ") ?? "nothing."
  }

  private func names(_ heads: [Ref<Head>]) -> Phrase {
    Phrase(listing: heads.map { words.code(matrix.heads[ref: $0].name) }, before: "and") ?? "no head"
  }

  private func band(_ band: Band) -> Phrase {
    let axes = words.facts([band.by] + (band.splitBy.map { [$0] } ?? []), before: "and")
    return """
      a person judges the level (\(axes)) and picks an amount within its band \
      (\(words.fact(band.amount))). The amount is picked by the \(words.roles(band.pickedBy, before: "or")).
      """
  }

  private func cost(_ cost: ActualCost) -> Phrase {
    let start: Phrase = """
      what was really spent: the total of the receipts (\(words.fact(cost.receipts))). Without receipts, the sum that \
      is stated (\(words.fact(cost.amount))), shown by other evidence (\(words.fact(cost.evidence))) or with \
      proof to come.
      """
    if cost.less.isEmpty { return start }
    return "\(start) What somebody else paid comes off: \(words.facts(cost.less, before: "and"))."
  }

  private func accrual(_ accrual: Accrual) -> Phrase {
    var before: Int64 = 0
    var rates: [Phrase] = []
    for step in accrual.steps {
      let each: Phrase = accrual.per == 1 ? "each" : "each \(accrual.per)"
      let units: Phrase
      if let upTo = step.upTo {
        units = before == 0 ? "for the first \(upTo)" : "from number \(before + 1) to \(upTo)"
      } else {
        units = before == 0 ? "for all of them" : "from number \(before + 1) on"
      }
      rates.append(
        accrual.steps.count == 1
          ? "\(figures.phrase(step.rate)) for \(each)"
          : "\(figures.phrase(step.rate)) for \(each) \(units)")
      before = step.upTo ?? before
    }
    var parts: [Phrase] = [
      "So much for each of \(words.fact(accrual.count)): \(Phrase(joining: rates, with: ", ") ?? "nothing")."
    ]
    if let above = accrual.onlyAbove {
      parts.append("Nothing is due unless there are more than \(figures.phrase(above)).")
    }
    if let grace = accrual.grace { parts.append("The first \(figures.phrase(grace)) are not paid for.") }
    if let plus = accrual.plus { parts.append("Once one is paid for, \(figures.phrase(plus)) comes on top.") }
    return Phrase(joining: parts, with: " ") ?? "nothing"
  }

  private func share(_ share: Share) -> Phrase {
    func times(_ facts: [Ref<Fact>]) -> Phrase? {
      facts.isEmpty ? nil : ", for each of \(words.facts(facts, before: "and"))"
    }
    var sentence: Phrase = "\(figures.phrase(share.part))"
    if let times = times(share.partTimes) { sentence = "\(sentence)\(times)" }
    if let most = share.partAtMost { sentence = "\(sentence), together at most \(most)," }
    sentence = "\(sentence) of \(figures.phrase(share.of))"
    if let times = times(share.times) { sentence = "\(sentence)\(times)" }
    guard let each = share.eachRounded else { return "\(sentence)." }
    return "\(sentence). A single share is rounded \(rounding(each)) before it is multiplied."
  }

  private func wear(_ wear: Wear) -> Phrase {
    let less: Phrase? = wear.less.isEmpty ? nil : " less \(words.facts(wear.less, before: "and"))"
    let cost: Phrase = less.map { "\(words.fact(wear.cost))\($0)" } ?? words.fact(wear.cost)
    return """
      The cost (\(cost)) less an equal part for each year or other unit of its age (\(words.fact(wear.age))), over a \
      life of \(figures.phrase(wear.life)). Once its life is over nothing is left.
      """
  }

  private func interest(_ interest: Interest) -> Phrase {
    let sum: Phrase =
      switch interest.principal {
      case .fact(let fact): words.fact(fact)
      case .totalOf(let heads): "what \(names(heads)) come to"
      }
    let how: Phrase =
      switch interest.compound {
      case .never: "Simple interest"
      case .monthly: "Interest, added to the sum after each month,"
      case .yearly: "Interest, added to the sum after each year,"
      }
    let year: Phrase = interest.yearOf == .days365 ? "a year of 365 days" : "a year as long as it is"
    let start: Phrase =
      "\(how) of \(figures.phrase(interest.rate)) on \(sum), for \(words.fact(interest.days)), in \(year)."
    guard let daily = interest.dailyRounded else { return start }
    return "\(start) The interest of one day is rounded \(rounding(daily))."
  }

  private func judgement(_ judgement: Judgement) -> Phrase {
    let needed = judgement.factors + [judgement.evidence, judgement.reasons].compactMap(\.self)
    let start: Phrase = """
      The policy prints no figure. The \(words.roles(judgement.pickedBy, before: "or")) decides the amount \
      (\(words.fact(judgement.amount))).
      """
    return needed.isEmpty ? start : "\(start) Needed first: \(words.facts(needed, before: "and"))."
  }

  // MARK: What changes an amount

  func adjustment(_ adjustment: Adjustment) -> Phrase {
    let part = figures.phrase(adjustment.part)
    let cause: Phrase? = adjustment.because.flatMap { Words($0) }.map { " \($0)" }
    let condition: Phrase? = adjustment.when.map { ", where \(words.condition($0))" }
    let start: Phrase =
      switch adjustment.direction {
      case .add: "\(part) is added"
      case .takeOff: "\(part) is taken off"
      case .keep: "\(part) of it counts"
      }
    return [cause, condition, "."].compactMap(\.self).reduce(start) { "\($0)\($1)" }
  }

  private func limits(_ limits: Limits) -> [Phrase] {
    var phrases: [Phrase] = []
    if let under = limits.nothingUnder { phrases.append("Nothing is paid under \(figures.phrase(under)).") }
    if let upTo = limits.nothingUpTo { phrases.append("Nothing is paid up to and with \(figures.phrase(upTo)).") }
    if let least = limits.atLeast { phrases.append("It is at least: \(limit(least))") }
    if let most = limits.atMost { phrases.append("It is at most: \(limit(most))") }
    return phrases
  }

  /// A sum alone, or the way to find it.
  func limit(_ price: Price) -> Phrase {
    if case .fixed(let figure) = price.kind, price.adjustments.isEmpty, price.limits.isEmpty {
      return "\(figures.phrase(figure))."
    }
    return phrase(price)
  }

  // MARK: Tables

  /// The tables of all figures in a price that must be found.
  func tables(_ price: Price) -> [Table] {
    let found = price.figures.filter { !$0.inner.isEmpty }
    return found.enumerated().compactMap { number, figure in
      let caption: Phrase = found.count == 1 ? "The figure" : "Figure \(number + 1)"
      return figures.table(figure, caption: "\(caption): \(figures.phrase(figure))")
    }
  }
}
