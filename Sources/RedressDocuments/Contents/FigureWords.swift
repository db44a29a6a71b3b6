import Redress

/// Figures in plain words: alone where they are printed, and as tables where they must be found.
struct FigureWords: Sendable {
  let matrix: Matrix
  private var words: MatrixWords { MatrixWords(matrix: matrix) }

  init(_ matrix: Matrix) { self.matrix = matrix }

  /// A figure as it stands in a sentence. One that must be found names what it is found by.
  func phrase(_ figure: Figure) -> Phrase {
    switch figure {
    case .value(let value, let isConfirmed):
      return isConfirmed ? phrase(value) : "\(phrase(value)) (not confirmed)"
    case .fact(let fact): return words.fact(fact)
    case .ask(let reading): return "asked, see the reading \(words.answer(reading))"
    case .dated(let fact, _): return "a figure by the day of \(words.fact(fact))"
    case .datedOnEach: return "a figure by the day of each unit"
    case .byChoice(let fact, _), .byRange(let fact, _): return "a figure by \(words.fact(fact))"
    case .bySeason(let fact, _): return "a figure by the season of \(words.fact(fact))"
    }
  }

  private func phrase(_ value: Figure.Value) -> Phrase {
    switch value {
    case .money(let money): "\(money)"
    case .part(let part): "\(part)"
    case .count(let count): "\(count)"
    case .period(let period): "\(period)"
    }
  }

  // MARK: Tables

  /// The table of a figure that must be found; none for one that is printed or stated.
  func table(_ figure: Figure, caption: Phrase) -> Table? {
    guard !figure.inner.isEmpty else { return nil }
    let rows = rows(figure, under: nil)
    let cited = rows.contains { !$0.citations.isEmpty }
    return Table(
      caption, columns: ["Where", .figures("Figure")] + (cited ? ["Paragraph"] : []),
      rows: rows.map { row in
        Table.Row(row.place, [row.figure] + (cited ? [words.paragraphs(row.citations)] : []))
      })
  }

  private struct Row {
    let place: Phrase
    let figure: Phrase
    let citations: [Redress.Citation]
  }

  /// One row for each printed figure, with the way that leads to it.
  private func rows(_ figure: Figure, under place: Phrase?, _ citations: [Redress.Citation] = []) -> [Row] {
    let parts = parts(figure)
    if parts.isEmpty { return [Row(place: place ?? "always", figure: phrase(figure), citations: citations)] }
    return parts.flatMap { part in
      let whole: Phrase = place.map { "\($0); \(part.place)" } ?? part.place
      return rows(part.figure, under: whole, citations + part.citations)
    }
  }

  private func parts(_ figure: Figure) -> [(place: Phrase, figure: Figure, citations: [Redress.Citation])] {
    switch figure {
    case .value, .fact, .ask: return []
    case .dated(let fact, let entries):
      return entries.map { ("\(words.fact(fact)) from \($0.from)", $0.figure, $0.citations) }
    case .datedOnEach(let entries): return entries.map { ("from \($0.from)", $0.figure, $0.citations) }
    case .byChoice(let fact, let figures):
      let kind = matrix.facts[ref: fact].kind
      return figures.enumerated().map { (FactValue(kind, Int64($0.offset)).phrase, $0.element, []) }
    case .byRange(let fact, let rungs):
      return rungs.enumerated().map { (range(rungs, $0.offset, fact), $0.element.figure, []) }
    case .bySeason(_, let seasons):
      return seasons.map { ("from \(dayOfYear($0))", $0.figure, []) }
    }
  }

  private func range(_ rungs: [Figure.Rung], _ place: Int, _ fact: Ref<Fact>) -> Phrase {
    let kind = matrix.facts[ref: fact].kind
    if let upTo = rungs[place].upTo { return "\(words.fact(fact)) up to \(FactValue(kind, upTo).phrase)" }
    guard place > 0, let before = rungs[place - 1].upTo else { return "any \(words.fact(fact))" }
    return "\(words.fact(fact)) above \(FactValue(kind, before).phrase)"
  }

  private func dayOfYear(_ season: Figure.Season) -> Phrase {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(season.day) \(months[season.month - 1], ifBlank: "a month")"
  }
}
