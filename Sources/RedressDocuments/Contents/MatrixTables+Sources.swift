import Redress

extension MatrixTables {
  /// Clause by clause: every paragraph that may be cited, with all that rests on it.
  var sources: Section {
    Section("Sources, clause by clause") {
      if matrix.sources.isEmpty { "No source is named." }
      for source in matrix.sources.refs {
        Section("\(words.words(matrix.sources[ref: source].title))") { table(source) }
      }
    }
  }

  private func table(_ source: Ref<Source>) -> Table {
    Table(
      "What rests on each paragraph", columns: ["Paragraph", "What rests on it"],
      rows: matrix.sources[ref: source].paragraphs.refs.map { paragraph in
        let citation = Redress.Citation(source: source, paragraph: paragraph)
        let shown = matrix.sources[ref: source].paragraphs[ref: paragraph].shownAs
        return Table.Row("\(words.words(shown))", [resting(on: citation)])
      }, ifNone: "No paragraph of it is cited.")
  }

  private func resting(on citation: Redress.Citation) -> Phrase {
    let rules = matrix.rules.refs.filter { matrix.rules[ref: $0].citations.contains(citation) }.map { words.rule($0) }
    let decisions = matrix.decisions.filter { $0.citations.contains(citation) }
      .map { Phrase("the decision \(words.code($0.name))") }
    let readings = matrix.readings.filter { $0.citations.contains(citation) }
      .map { Phrase("the reading \(words.code($0.name))") }
    let missing = matrix.missing.filter { $0.citations.contains(citation) }
      .map { Phrase("what is missing (\(words.code($0.name)))") }
    let all =
      rules + levels(on: citation) + figures(on: citation) + steps(on: citation) + signing(on: citation) + decisions
      + readings + missing
    return Phrase(joining: all, with: "; ") ?? "nothing"
  }

  private func figures(on citation: Redress.Citation) -> [Phrase] {
    matrix.heads.filter { $0.price.figures.contains { $0.citations.contains(citation) } }
      .map { "a figure of \(words.code(matrix.rules[ref: $0.rule].id))" }
  }

  private func levels(on citation: Redress.Citation) -> [Phrase] {
    matrix.heads.flatMap { head -> [Phrase] in
      head.price.bands.flatMap { band in
        band.levels.indices.filter { band.levels[$0].citations.contains(citation) }
          .map { "level \(level($0, of: band)) of \(words.code(matrix.rules[ref: head.rule].id))" }
      }
    }
  }

  private func steps(on citation: Redress.Citation) -> [Phrase] {
    matrix.authority.flatMap { authority in
      authority.steps.indices.filter { authority.steps[$0].citations.contains(citation) }
        .map { "step \($0 + 1) of \(words.code(matrix.rules[ref: authority.rule].id))" }
    }
  }
}
