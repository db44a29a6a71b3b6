import Redress

extension MatrixTables {
  /// Who and what the policy covers, told by what it leaves out.
  var scope: Section {
    Section("Who and what is covered") {
      """
      A case is covered unless one of these rules leaves it out. Nobody may make an exception unless the row names the \
      decision that makes it.
      """
      table("What is not covered", of: .scope, ifNone: "Nothing is left out.")
    }
  }

  /// What is not compensated although the case is covered.
  var exclusions: Section {
    Section("Exclusions") {
      """
      An exclusion takes out the item that it is stated of; stated of the case, it is taken to hold for all its items. \
      Nobody may make an exception unless the row names the decision that makes it.
      """
      table("What is excluded", of: .exclusion, ifNone: "There are no exclusions.")
    }
  }

  private func table(_ caption: Phrase, of kind: Rule.Kind, ifNone: Phrase) -> Table {
    let rows = matrix.exclusions.filter { matrix.rules[ref: $0.rule].kind == kind }
    return Table(
      caption,
      columns: ["Rule", "It applies when", "What the person is told", "Paragraph and readings"],
      rows: rows.map { row in
        Table.Row(
          words.rule(row.rule), ["\(words.condition(row.when)).", consequence(row), words.basis(row.rule)])
      }, ifNone: ifNone)
  }

  private func consequence(_ exclusion: Exclusion) -> Phrase {
    let say: Phrase = "“\(exclusion.say, ifBlank: "nothing")”"
    let letter: Phrase? = exclusion.letter.flatMap { Words($0) }.map { "The letter says: “\($0)”" }
    let place: Phrase? = exclusion.referTo.flatMap { Words($0) }.map { "It belongs to: \($0)." }
    let exception: Phrase? = exclusion.exception.map {
      exclusion.undecided == .ask
        ? "The decision \(words.decision($0)) is asked for first."
        : "An exception may be made by the decision \(words.decision($0))."
    }
    let heads: Phrase? = exclusion.heads.flatMap { heads in
      Phrase(listing: heads.map { words.code(matrix.heads[ref: $0].name) }, before: "and")
    }.map { "Only for items under \($0)." }
    return [letter, place, heads, exception].compactMap(\.self).reduce(say) { "\($0) \($1)" }
  }
}
