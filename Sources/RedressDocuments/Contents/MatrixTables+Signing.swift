import Redress

/// Who signs beside the ladder, and where a complaint goes next: what holds no sum and is no rule of its own.
extension MatrixTables {
  var refusals: Section {
    Section("Who signs a refusal") {
      if let refusals = matrix.refusals {
        Definitions([
          .init("Signed by", words.signers(refusals.signers)),
          .init("Paragraph and readings", words.basis(refusals.citations, refusals.readings)),
        ])
      }
    }
  }

  var review: Section {
    Section("Reviews") {
      if let review = matrix.review {
        Definitions([
          .init("A review where", "\(words.fact(review.given)) is stated"),
          .init("Who may not sign it", "whoever is named in \(words.fact(review.decidedBy))"),
          .init("Paragraph and readings", words.basis(review.citations, review.readings)),
        ])
      }
    }
  }

  var closing: Section {
    Section("When an offer is closed") {
      if let closing = matrix.closing {
        Definitions([
          .init("Beside its payment", "\(Words(closing.needs.rawValue, ifBlank: "nothing"))"),
          .init("Paragraph and readings", words.basis(closing.citations, closing.readings)),
        ])
      }
    }
  }

  var ombudsman: Section {
    Section("Which ombudsman or tribunal") {
      if let choice = matrix.ombudsman {
        let fact = matrix.facts[ref: choice.fact]
        Definitions(
          [.init("Stated in", words.fact(choice.fact))]
            + choice.suggested.map { suggestion in
              .init(
                "Where nothing is stated",
                "\(FactValue(fact.kind, suggestion.choice).phrase), where \(words.condition(suggestion.when))")
            }
            + [.init("Paragraph and readings", words.basis(choice.citations, choice.readings))])
      }
    }
  }

  /// What rests on a paragraph beside the rules.
  func signing(on citation: Redress.Citation) -> [Phrase] { signing { citations, _ in citations.contains(citation) } }

  /// What follows a reading beside the rules and the decisions.
  func signing(following reading: Ref<Reading>) -> [Phrase] {
    signing { _, readings in readings.contains(reading) }
  }

  private func signing(_ holds: ([Redress.Citation], [Ref<Reading>]) -> Bool) -> [Phrase] {
    let refusals = matrix.refusals.map { holds($0.citations, $0.readings) } ?? false
    let review = matrix.review.map { holds($0.citations, $0.readings) } ?? false
    let ombudsman = matrix.ombudsman.map { holds($0.citations, $0.readings) } ?? false
    let closing = matrix.closing.map { holds($0.citations, $0.readings) } ?? false
    return (refusals ? ["who signs a refusal"] : []) + (review ? ["who may not sign a review"] : [])
      + (closing ? ["when an offer is closed"] : []) + (ombudsman ? ["which ombudsman or tribunal"] : [])
  }
}
