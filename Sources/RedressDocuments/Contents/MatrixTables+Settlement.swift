import Redress

extension MatrixTables {
  var total: Section {
    Section("The total") {
      Definitions([
        .init("Rule", words.rule(matrix.total)), .init("How it is made", "all items are added up"),
        .init("Paragraph and readings", words.basis(matrix.total)),
      ])
    }
  }

  var earlierPayments: Section {
    Section("Earlier payments") {
      if let paid = matrix.alreadyPaid {
        Definitions([
          .init("Rule", words.rule(paid.rule)), .init("Stated in", words.fact(paid.fact)),
          .init(
            "In which order",
            "from items that arrears may be taken from, in the order of the case, then from the others"),
          .init("Paragraph and readings", words.basis(paid.rule)),
        ])
      } else {
        "Earlier payments are not deducted."
      }
    }
  }

  // MARK: Arrears

  var arrears: Section {
    Section("Arrears") {
      if let setOff = matrix.setOff {
        Definitions(
          [.init("Rule", words.rule(setOff.rule)), .init("Debts, in order", debts(setOff))] + disputed(setOff)
            + [
              .init("Taken from", heads(allowing: true)), .init("Never taken from", heads(allowing: false)),
              .init("Not done when", setOff.notWhen.map { words.condition($0) } ?? "no exception"),
              .init("Paragraph and readings", words.basis(setOff.rule)),
            ])
      } else {
        "Nothing is set against arrears."
      }
    }
  }

  private func debts(_ setOff: SetOff) -> Phrase {
    Phrase(joining: setOff.debts.map(words.fact), with: ", then ") ?? "none"
  }

  private func disputed(_ setOff: SetOff) -> [Definitions.Entry] {
    guard let fact = setOff.disputed else { return [] }
    let unless: Phrase =
      setOff.disputedDecision.map { ", unless the decision \(words.decision($0)) accepts it" } ?? ", without exception"
    return [.init("Disputed part", "\(words.fact(fact)) stays out\(unless)")]
  }

  private func heads(allowing: Bool) -> Phrase {
    let heads = matrix.heads.filter { $0.allowsSetOff == allowing }
    return Phrase(joining: heads.map { words.rule($0.rule) }, with: "; ") ?? "none"
  }

  // MARK: Authority

  var authority: Section {
    Section("Who may authorise") {
      for authority in matrix.authority {
        Definitions([
          .init("Rule", words.rule(authority.rule)),
          .init("Measured on", "the whole total, in kind and costs included, before earlier payments and arrears"),
          .init("Higher steps", "whoever may sign at a later step may sign at an earlier one"),
          .init("Paragraph and readings", words.basis(authority.rule)),
        ])
        Table(
          "The ladder", columns: [.figures("Step"), .figures("A total up to"), "May be signed by", "Paragraph"],
          rows: authority.steps.enumerated().map { place, step in
            Table.Row(
              "\(place + 1)",
              [step.upTo.map { "\($0)" } ?? "no limit", words.signers(step.signers), words.paragraphs(step.citations)])
          })
      }
      if matrix.authority.isEmpty {
        """
        The policy names nobody who may sign money. It prices and drafts; an offer is signed only where the \
        organisation names who may, as a rule of its own.
        """
      }
    }
  }
}
