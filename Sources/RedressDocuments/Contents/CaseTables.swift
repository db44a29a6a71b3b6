import Redress

/// What cases come to under two editions: a row for each case in which anything has changed, and the totals.
struct CaseTables {
  let changes: CaseChanges

  init(_ changes: CaseChanges) { self.changes = changes }

  @BlockBuilder var blocks: [Block] {
    Section("Cases") {
      Table(
        "Each case in which anything has changed",
        columns: ["Case", "What it means", .figures("Before"), .figures("After"), .figures("Difference"), "What else"],
        rows: changes.changed.map(row) + (changes.changed.isEmpty ? [] : [total]),
        ifNone: "Every case comes to the same.")
      counts
      lacking
    }
  }

  private func row(_ change: CaseChange) -> Table.Row {
    Table.Row(
      "\(change.name, ifBlank: "no name")",
      [
        kind(change), sum(change.old), sum(change.new), change.difference.map(difference) ?? "none",
        Phrase(joining: others(change), with: "; ") ?? "nothing",
      ])
  }

  private func kind(_ change: CaseChange) -> Phrase {
    switch change.kind {
    case .more: "more"
    case .less: "less"
    case .same: "as much"
    case .anotherOutcome: "\(outcome(change.old)), now \(outcome(change.new))"
    }
  }

  private func outcome(_ side: CaseChange.Side) -> Words { Words(side.outcome.rawValue, ifBlank: "unknown") }

  private func sum(_ side: CaseChange.Side) -> Phrase { side.award.map { "\($0.offered)" } ?? "none" }

  /// `+£20.00`, `−£5.00`, `£0.00`.
  private func difference(_ sum: Money) -> Phrase {
    sum == .zero ? "\(sum)" : sum > .zero ? "+\(sum)" : "−\(Money.zero - sum)"
  }

  // MARK: What else

  private func others(_ change: CaseChange) -> [Phrase] {
    var others: [Phrase] = []
    if change.hasOtherSigners, let old = change.old.award, let new = change.new.award {
      others.append("signed by \(signers(old)), now \(signers(new))")
    }
    if change.hasOtherLastDay, let old = change.old.award, let new = change.new.award {
      others.append("last day \(day(old.lastDay)), now \(day(new.lastDay))")
    }
    if change.hasOtherPayment, let old = change.old.award, let new = change.new.award {
      others.append("\(old.payable) is paid out, now \(new.payable)")
    }
    if let old = change.old.award, let new = change.new.award, old.items != new.items, old.offered == new.offered {
      others.append("the items come to other sums")
    }
    if change.old.reasons != change.new.reasons {
      others += [reasons("before", change.old), reasons("now", change.new)].compactMap { $0 }
    }
    return others
  }

  private func signers(_ award: CaseChange.Award) -> Phrase {
    let sets = award.signers.map { set in
      Phrase(listing: set.compactMap { Words($0.title) }.map { Phrase($0) }, before: "or") ?? "nobody"
    }
    return Phrase(listing: sets, before: "together with") ?? "nobody"
  }

  private func day(_ day: CivilDate?) -> Phrase { day.map { "\($0)" } ?? "none" }

  private func reasons(_ word: Words, _ side: CaseChange.Side) -> Phrase? {
    let names = side.reasons.compactMap { Words($0) }.map { Phrase("\(code: $0)") }
    return Phrase(joining: names, with: ", ").map { "\(word): \($0)" }
  }

  // MARK: Totals

  private var total: Table.Row {
    let (before, after) = (changes.offeredBefore, changes.offeredAfter)
    return Table.Row(
      cells: [
        "All cases", "\(changes.answered.count) with an answer under both", "\(before)", "\(after)",
        difference(after - before), "offered in all",
      ], hasHeader: true, isTotal: true)
  }

  @BlockBuilder private var counts: [Block] {
    Definitions([
      .init("More", count(.more)), .init("Less", count(.less)), .init("As much", count(.same)),
      .init("Another outcome", count(.anotherOutcome)),
      .init("Other signatures", "\(changes.cases.count { $0.hasOtherSigners })"),
      .init("Another last day", "\(changes.cases.count { $0.hasOtherLastDay })"),
      .init("Not summed", "\(changes.cases.count - changes.answered.count), without an answer under one or both"),
    ])
  }

  private func count(_ kind: CaseChange.Kind) -> Phrase { "\(changes.count(kind))" }

  private var lacking: [Block] {
    if changes.lacking.isEmpty { return [] }
    let rows = changes.lacking.map { change in
      let facts = change.new.missing.compactMap { Words($0) }.map { Phrase("\(code: $0)") }
      return Table.Row("\(change.name, ifBlank: "no name")", [Phrase(joining: facts, with: ", ") ?? "none"])
    }
    return [
      .table(Table("Cases that need what they do not state", columns: ["Case", "Facts needed now"], rows: rows))
    ]
  }
}
