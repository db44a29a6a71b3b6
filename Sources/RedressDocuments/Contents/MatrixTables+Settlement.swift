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
        Definitions(
          [
            .init("Rule", words.rule(paid.rule)), .init("Stated in", words.fact(paid.fact)),
            .init(
              "In which order",
              "from items that arrears may be taken from, in the order of the case, then from the others"),
          ] + (paid.when.map { [.init("Only when", words.condition($0))] } ?? []) + [
            .init("Paragraph and readings", words.basis(paid.rule))
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
            + leave(setOff)
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

  /// Whose leave a set-off needs.
  private func leave(_ setOff: SetOff) -> [Definitions.Entry] {
    let consent = setOff.consent.map { fact in
      [Definitions.Entry("Consent", "only where the person agrees (\(words.fact(fact))); unanswered, it is asked")]
    }
    let discretion = setOff.discretion.map { decision in
      [Definitions.Entry("It may be done", "by the decision \(words.decision(decision)); undecided, it is asked")]
    }
    return (consent ?? []) + (discretion ?? [])
  }

  private func heads(allowing: Bool) -> Phrase {
    let heads = matrix.heads.filter { $0.allowsSetOff == allowing }
    return Phrase(joining: heads.map { words.rule($0.rule) }, with: "; ") ?? "none"
  }

  // MARK: Authority

  var authority: Section {
    Section("Who may authorise") {
      for ladder in matrix.authority {
        if matrix.authority.count == 1 {
          blocks(ladder)
        } else {
          Section("\(words.title(ladder.rule))") { blocks(ladder) }
        }
      }
      if matrix.authority.isEmpty {
        """
        The policy names nobody who may sign money. It prices and drafts; an offer is signed only where the \
        organisation names who may, as a rule of its own.
        """
      }
      if !matrix.substitutes.isEmpty { substitutes }
    }
  }

  @BlockBuilder
  private func blocks(_ ladder: Authority) -> [Block] {
    Definitions(
      [.init("Rule", words.rule(ladder.rule)), .init("Measured on", measured(ladder))]
        + (ladder.when.map { [.init("Only when", words.condition($0))] } ?? [])
        + [
          .init("Higher steps", "whoever may sign at a later step may sign at an earlier one"),
          .init("Paragraph and readings", words.basis(ladder.rule)),
        ])
    Table(
      "The ladder", columns: [.figures("Step"), .figures("A total up to"), "May be signed by", "Paragraph"],
      rows: ladder.steps.enumerated().map { place, step in
        Table.Row(
          "\(place + 1)",
          [step.upTo.map { "\($0)" } ?? "no limit", words.signers(step.signers), words.paragraphs(step.citations)])
      })
  }

  private func measured(_ ladder: Authority) -> Phrase {
    let names = ladder.heads.flatMap { heads in
      Phrase(listing: heads.map { words.code(matrix.heads[ref: $0].name) }, before: "and")
    }
    let start: Phrase
    switch (ladder.measure, names) {
    case (.total, nil):
      start = "the whole total, in kind and costs included, before earlier payments and arrears"
    case (.total, let names?): start = "what \(names) come to together, before earlier payments and arrears"
    case (.eachItem, nil): start = "the largest single item"
    case (.eachItem, let names?): start = "the largest single item of \(names)"
    }
    return ladder.plus.map { "\(start), with what was offered before (\(words.fact($0)))" } ?? start
  }

  private var substitutes: Section {
    Section("Who may sign in whose place") {
      Table(
        "Substitutes", columns: ["Rule", "In place of", "May sign", "When", "Paragraph and readings"],
        rows: matrix.substitutes.map { substitute in
          Table.Row(
            words.rule(substitute.rule),
            [
              words.roles([substitute.role], before: "or"), words.roles(substitute.by, before: "or"),
              words.condition(substitute.when), words.basis(substitute.rule),
            ])
        })
    }
  }
}
