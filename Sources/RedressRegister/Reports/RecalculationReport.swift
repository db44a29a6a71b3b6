import Redress
import RedressDocuments

/// A recalculation as a document that people read and print: a summary, what changed by kind, by cause and by step of
/// authority, and each proposal with its lines side by side.
public struct RecalculationReport {
  /// How many proposals it shows one by one. A list for programs has all of them.
  public static let shown = 1000

  private let recalculation: Recalculation
  private let summary: RecalculationSummary
  private let found: [RecalculatedOffer]
  private static let namesShown = 20

  /// The report of a recalculation. Proposals beyond ``shown`` may be left out of it.
  public init(_ recalculation: Recalculation, _ summary: RecalculationSummary, found: [RecalculatedOffer]) {
    self.recalculation = recalculation
    self.summary = summary
    self.found = found
  }

  /// The report.
  public var document: Document {
    Document("Recalculation of open offers, \(recalculation.asOf)") {
      Definitions(particulars)
      if !summary.isBalanced {
        Note(.warning, "The parts do not make the whole. Do not use this report before somebody has found out why.")
      }
      kinds
      if !summary.all.isSame {
        Section("What changed") {
          if let picture = RecalculationChart(summary).picture { Block.picture(picture) }
          causes
          tiers
          Phrase(control)
        }
      }
      Section("Offer by offer") {
        if found.isEmpty { "Nothing changed." }
        for offer in found.prefix(Self.shown) { ProposalSection(offer).section }
        if summary.all.offers > min(found.count, Self.shown) {
          "These are the first \(min(found.count, Self.shown)) of \(summary.all.offers). CSV and JSON have all of them."
        }
      }
    }
  }

  // MARK: Summary

  private var particulars: [Definitions.Entry] {
    let tally = summary.tally
    let states = OfferState.allCases.compactMap { state in
      tally.states[state].map { Phrase("\($0) \(words(state.rawValue))") }
    }
    var entries: [Definitions.Entry] = [
      .init("Edition", edition), .init("Open offers", Phrase(listing: states, before: "and") ?? "none"),
      .init("Drafts, not open", "\(tally.drafts)"),
      .init("Same under own edition", "\(tally.offers - summary.faults - notChecked)"),
      .init("Not the same, our fault", summary.faults == 0 ? "none" : "\(strong: "\(summary.faults)")"),
      .init("Unchanged", unchanged), .init("Something else now", "\(summary.all.offers - summary.faults)"),
    ]
    if tally.notTried > 0 {
      entries.append(.init("Not tried, no such edition", "\(tally.notTried)"))
    }
    if let balances = recalculation.balances {
      entries.append(.init("Balances", "\(count(balances.accounts.count, "account"))\(notUsed(tally.accountsNotUsed))"))
    }
    if let arrived = recalculation.arrived {
      entries.append(.init("Facts that arrived", "\(count(arrived.cases.count, "case"))\(notUsed(tally.casesNotUsed))"))
    }
    return entries
  }

  private var notChecked: Int { summary.withKind[.editionWithdrawn] ?? 0 }

  private var edition: Phrase {
    recalculation.edition.map { "\(words("\($0)")), tried on the offers of its scheme" }
      ?? "the one that the scheme's own date selects"
  }

  private var unchanged: Phrase {
    let others = summary.tally.unchangedUnderAnother
    return others == 0
      ? "\(summary.tally.unchanged)" : "\(summary.tally.unchanged), of which \(others) under another edition"
  }

  private func count(_ count: Int, _ what: String) -> Words { words("\(count) \(what)\(count == 1 ? "" : "s")") }

  private func notUsed(_ names: [String]) -> Phrase {
    if names.isEmpty { return ", all of them of open offers" }
    let more = names.count > Self.namesShown ? " and \(names.count - Self.namesShown) more" : ""
    return ", \(names.count) of no open offer: \(words(names.prefix(Self.namesShown).joined(separator: ", ") + more))"
  }

  // MARK: Tables

  private var kinds: Table {
    Table(
      "What it comes to",
      columns: [
        "Kind", "Meaning", .figures("Offers"), .figures("Offered before"), .figures("Now"), .figures("Difference"),
      ],
      rows: RecalculatedOffer.Kind.allCases.compactMap { kind in
        summary.kinds[kind].map { figures in
          Table.Row("\(code: words(kind.rawValue))", ["\(words(kind.meaning))"] + cells(figures))
        }
      } + (summary.kinds.isEmpty ? [] : [.total("All", cells(summary.all))]), ifNone: "Nothing changed.")
  }

  private func cells(_ figures: RecalculationSummary.Figures) -> [Phrase] {
    if figures.summed == 0 { return ["\(figures.offers)", "not known", "not known", "not known"] }
    return ["\(figures.offers)", "\(figures.before)", "\(figures.now)", "\(figures.difference)"]
  }

  private var causes: Table {
    Table(
      "By cause",
      columns: [
        "Cause", .figures("Offers"), .figures("Offered before"), .figures("Now"), .figures("Difference"),
        .figures("More is set off"),
      ],
      rows: RecalculatedOffer.Cause.Kind.allCases.compactMap { kind in
        summary.causes[kind].map { share in
          Table.Row(
            "\(words(kind.title))",
            [
              "\(share.offers)", "\(share.before)", "\(share.now)", "\(share.difference)", "\(share.setOffDifference)",
            ])
        }
      } + [
        .total(
          "All",
          [
            "\(summary.all.summed)", "\(summary.all.before)", "\(summary.all.now)", "\(summary.all.difference)",
            "\(summary.all.setOffNow - summary.all.setOffBefore)",
          ])
      ])
  }

  private var tiers: Table {
    Table(
      "By the lowest step that may sign",
      columns: [
        "Step", .figures("Offers before"), .figures("Sum before"), .figures("Offers now"), .figures("Sum now"),
      ],
      rows: summary.tiers.sorted { $0.key < $1.key }.map { name, tier in
        Table.Row(
          "\(words(name))", ["\(tier.offersBefore)", "\(tier.before)", "\(tier.offersNow)", "\(tier.now)"])
      } + [
        .total(
          "All",
          ["\(summary.all.summed)", "\(summary.all.before)", "\(summary.all.summed)", "\(summary.all.now)"])
      ])
  }

  private var control: Words {
    """
    Only offers that are something else now are summed, and only those with an answer on both sides. An offer can \
    have several causes, one taken after another: it stands under each with its own part of the difference, and the \
    differences make the whole. What did not change is offered as before.
    """
  }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}

extension RecalculatedOffer.Kind {
  /// What it means, in a few words.
  public var meaning: String {
    switch self {
    case .notReproduced: "does not come out the same under its own edition: our own fault"
    case .faulty: "cannot be assessed under what holds now"
    case .undecided: "a person has to answer first"
    case .refused: "nothing is owed now"
    case .lower: "less is owed"
    case .raise: "more is owed"
    case .topUp: "more is owed, as it still goes on"
    case .tierMoved: "somebody else has to approve it"
    case .setOffChanged: "another part of it is set off or was paid already"
    case .headsMoved: "as much is owed, made up of other sums"
    case .lastDayMoved: "more or less time to accept"
    case .reasonMoved: "refused as before, for another reason"
    case .factsArrived: "facts that arrived had a part in it"
    case .lapsed: "its last day has passed"
    case .editionWithdrawn: "its own edition is not there any more"
    }
  }
}

extension RecalculatedOffer.Cause.Kind {
  /// What people call it.
  public var title: String {
    switch self {
    case .edition: "Another edition"
    case .time: "It still goes on"
    case .facts: "Facts that arrived"
    case .balances: "Other balances"
    case .lapse: "Its last day passed"
    }
  }
}
