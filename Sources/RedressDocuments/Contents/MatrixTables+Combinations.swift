import Redress

extension MatrixTables {
  /// What heads have to do with one another.
  var combinations: Section {
    Section("Where heads meet") {
      Table(
        "In the order in which they are tried", columns: ["Rule", "What it does", "Paragraph and readings"],
        rows: matrix.combinations.map { combination in
          Table.Row(words.rule(combination.rule), [phrase(combination), words.basis(combination.rule)])
        }, ifNone: "Each head stands by itself.")
    }
  }

  private func phrase(_ combination: Combination) -> Phrase {
    let start = phrase(combination.kind)
    return combination.when.map { "\(start) Only where \(words.condition($0))." } ?? start
  }

  private func phrase(_ kind: Combination.Kind) -> Phrase {
    let prices = PriceWords(matrix)
    let figures = FigureWords(matrix)
    switch kind {
    case .higherOf(let heads): return "Of \(names(heads, "and")) only the one that comes to more counts."
    case .lowerOf(let heads): return "Of \(names(heads, "and")) only the one that comes to less counts."
    case .supersedes(let head, let over):
      return "Where \(names([head], "and")) comes to something, \(names(over, "and")) does not count."
    case .onlyWith(let heads, let with):
      return "\(names(heads, "and")) counts only where \(names(with, "or")) comes to something."
    case .deduct(let heads, let from): return "What \(names(heads, "and")) comes to is taken off \(names(from, "and"))."
    case .adjust(let heads, let adjustment, let rounding):
      return "For \(group(heads)): \(prices.adjustment(adjustment)) Rounded \(prices.rounding(rounding))."
    case .atMost(let heads, let price, let less):
      let before: Phrase? = less.map { " What was awarded before (\(words.fact($0))) counts towards it." }
      let start: Phrase = "\(group(heads)) together come to at most \(prices.limit(price))"
      return before.map { "\(start)\($0)" } ?? start
    case .atLeast(let heads, let price):
      return "\(group(heads)) together come to at least \(prices.limit(price)) Nothing stays nothing."
    case .nothingUnder(let heads, let figure):
      return "Where \(group(heads)) together come to less than \(figures.phrase(figure)), nothing is paid for them."
    case .nothingUpTo(let heads, let figure):
      return "Where \(group(heads)) together come to no more than \(figures.phrase(figure)), nothing is paid for them."
    }
  }

  private func names(_ heads: [Ref<Head>], _ last: Words) -> Phrase {
    Phrase(listing: heads.map { words.code(matrix.heads[ref: $0].name) }, before: last) ?? "no head"
  }

  private func group(_ heads: [Ref<Head>]) -> Phrase { heads.isEmpty ? "all heads" : names(heads, "and") }

  // MARK: Payees

  /// Who shares what is paid.
  var payees: Section {
    Section("Who is paid") {
      if let payees = matrix.payees {
        Definitions([
          .init("Rule", words.rule(payees.rule)), .init("How many", words.fact(payees.count)),
          .init("Shares", "equal; pennies that are left go to the first ones"),
          .init("Paragraph and readings", words.basis(payees.rule)),
        ])
      } else {
        "One person is paid, or one account credited."
      }
    }
  }
}
