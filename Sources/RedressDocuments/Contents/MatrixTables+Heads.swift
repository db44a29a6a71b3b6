import Redress

extension MatrixTables {
  /// What may be offered, and how each amount is found.
  var heads: Section {
    Section("What may be offered") {
      if matrix.heads.isEmpty { "Nothing may be offered." }
      for head in matrix.heads.refs {
        Section("\(words.title(matrix.heads[ref: head].rule))") { blocks(matrix.heads[ref: head], head) }
      }
    }
  }

  @BlockBuilder
  private func blocks(_ head: Head, _ ref: Ref<Head>) -> [Block] {
    Definitions(
      [
        .init("Rule", words.rule(head.rule)), .init("In a case file", words.code(head.name)),
      ] + (head.letter.flatMap { Words($0) }.map { [.init("In a letter", "\($0)")] } ?? []) + [
        .init("How it is priced", PriceWords(matrix).phrase(head.price))
      ] + forms(head) + evidence(head)
        + [
          .init("Arrears", head.allowsSetOff ? "may be taken from it" : "are never taken from it"),
          .init("Paragraph and readings", words.basis(head.rule)),
        ])
    for band in head.price.bands { blocks(band, of: ref) }
    for table in PriceWords(matrix).tables(head.price) { table }
  }

  private func evidence(_ head: Head) -> [Definitions.Entry] {
    let wanted = head.evidence.map { evidence -> Phrase in
      let above: Phrase? = evidence.above.map { ", for an amount above \($0)" }
      let condition: Phrase? = evidence.when.map { ", where \(words.condition($0))" }
      return [above, condition].compactMap(\.self).reduce(words.fact(evidence.fact)) { "\($0)\($1)" }
    }
    return Phrase(joining: wanted, with: "; ").map { [.init("Asked for first", $0)] } ?? []
  }

  // MARK: In kind

  private func forms(_ head: Head) -> [Definitions.Entry] {
    guard let forms = head.forms else {
      return head.isInKind ? [.init("Given", "always in kind: it counts for authority, and no money is paid")] : []
    }
    let fact = matrix.facts[ref: forms.fact]
    let all = fact.choices.indices.map { FactValue(fact.kind, Int64($0)).phrase }
    let given: Phrase = "\(words.fact(forms.fact)): \(Phrase(listing: all, before: "or") ?? "no form is named")"
    let kinds = Phrase(listing: forms.inKind.map { FactValue(fact.kind, $0).phrase }, before: "and")
    return [
      .init("Forms", given),
      .init("In kind", kinds.map { "\($0) \(inKindPlace(forms, head))" } ?? "nothing may be given in kind"),
    ]
  }

  /// Where the policy allows a form in kind, and what answers for the rest.
  private func inKindPlace(_ forms: Forms, _ head: Head) -> Phrase {
    guard let otherwise = forms.otherwise else { return "are allowed everywhere" }
    let rest: Phrase = "see the reading \(words.answer(otherwise))"
    guard let levels = Phrase(listing: forms.inKindAt.map { level(Int($0), of: head) }, before: "and") else {
      return "are not provided for; \(rest)"
    }
    return "at \(levels) only; elsewhere, \(rest)"
  }

  private func level(_ place: Int, of head: Head) -> Phrase {
    guard case .band(let band) = head.price.kind else { return "level \(place + 1)" }
    return level(place, of: band)
  }

  func level(_ place: Int, of band: Band) -> Phrase {
    band.levels.indices.contains(place)
      ? "\(words.words(matrix.title(ofLevel: place, in: band)))" : "level \(place + 1)"
  }
}
