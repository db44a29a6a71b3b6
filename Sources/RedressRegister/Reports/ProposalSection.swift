import Redress
import RedressDocuments

/// One proposal for people: why, what it comes to side by side, and who has to do what.
struct ProposalSection {
  private let found: RecalculatedOffer

  init(_ found: RecalculatedOffer) { self.found = found }

  var section: Section {
    let kinds = found.kinds.map(\.rawValue).joined(separator: ", ")
    return Section("Offer \(found.number), \(words(found.reference)): \(words(kinds))") {
      Definitions(particulars)
      for text in found.causes.map(\.says) + found.says { Phrase(words(text)) }
      if let before = found.before, let now = found.now, before.outcome == .awarded || now.outcome == .awarded {
        table(before, now)
      }
      if !found.actors.isEmpty {
        List(.bulleted, found.actors.map { actor in List.Item(task(actor)) })
      }
    }
  }

  private var particulars: [Definitions.Entry] {
    var edition = "\(found.edition)"
    if let now = found.editionNow, now != found.edition { edition += ", now \(now)" }
    return [
      .init("Scheme and edition", "\(words(found.scheme)) \(words(edition))"),
      .init("Where it is", "\(words(found.state.rawValue))"),
    ]
  }

  // MARK: Side by side

  private func table(_ before: CaseResult, _ now: CaseResult) -> Table {
    Table(
      "Offer \(found.number), before and now",
      columns: ["Line", .figures("Before"), .figures("Now"), .figures("Difference")],
      rows: items(before, now) + sums(before, now)
        + words(before, now))
  }

  private func items(_ before: CaseResult, _ now: CaseResult) -> [Table.Row] {
    (0..<max(before.heads.count, now.heads.count)).map { place in
      let (old, new) = (before.heads.dropFirst(place).first, now.heads.dropFirst(place).first)
      let name = "Item \(place + 1), \((new ?? old)?.head ?? "")"
      return Table.Row(
        "\(words(name))", [item(old), item(new), difference(amount(old), amount(new))])
    }
  }

  private func item(_ head: CaseResult.Head?) -> Phrase {
    guard let head else { return "none" }
    if let rule = head.keptOutBy { return "left out: \(words(rule))" }
    return "\(head.amount)"
  }

  private func amount(_ head: CaseResult.Head?) -> Money {
    head.map { $0.keptOutBy == nil ? $0.amount : .zero } ?? .zero
  }

  private func sums(_ before: CaseResult, _ now: CaseResult) -> [Table.Row] {
    let sums: [(Phrase, KeyPath<CaseResult, Money>, Bool)] = [
      ("Total", \.gross, true), ("In kind", \.inKind, false), ("Already paid", \.alreadyPaid, false),
      ("Set off", \.setOff, true), ("To pay", \.payable, true),
    ]
    return sums.compactMap { name, path, isAlways in
      let (old, new) = (before[keyPath: path], now[keyPath: path])
      guard isAlways || old != .zero || new != .zero else { return nil }
      return Table.Row(name, ["\(old)", "\(new)", difference(old, new)])
    }
  }

  private func words(_ before: CaseResult, _ now: CaseResult) -> [Table.Row] {
    let days = [before, now].map { result in result.lastDay.map { Phrase("\($0)") } ?? "none" }
    return [
      Table.Row(
        "To be approved by",
        ["\(words(before.tier))", "\(words(now.tier))", before.tier == now.tier ? "none" : "moved"]),
      Table.Row("Last day to accept", days + [before.lastDay == now.lastDay ? "none" : "moved"]),
    ]
  }

  private func difference(_ old: Money, _ new: Money) -> Phrase {
    old == new ? "none" : "\(new - old)"
  }

  // MARK: Who

  private func task(_ actor: RecalculatedOffer.Actor) -> Phrase {
    let who = words(actor.who.joined(separator: " or "))
    switch actor.task {
    case .draft: return "To be drafted as a revision by \(who), or by another officer."
    case .sign: return "To be signed by \(who)."
    case .renew: return "To be renewed, if it is to be, by \(who): \(code: words("redress renew \(found.number)"))"
    case .answer: return "To be answered by \(who)."
    case .mend: return "To be put right by \(who)."
    case .report: return "To be reported to whoever keeps redress."
    }
  }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}
