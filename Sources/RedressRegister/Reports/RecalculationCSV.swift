import Redress
import RedressFiles

/// Writes a recalculation as CSV: a row for each proposal, and one with the control totals.
public enum RecalculationCSV {
  private static let sides = [
    "outcome", "offered", "already-paid", "set-off", "payable", "in-kind", "authority", "last-day-to-accept",
  ]

  /// The names of the columns.
  public static let header = CSVText.row(
    ["offer", "case", "scheme", "state", "kind", "kinds", "causes", "edition", "edition-now", "difference"]
      + sides.flatMap { ["\($0)-before", "\($0)-now"] } + ["facts", "to-do", "revision", "says"])

  /// A proposal as a row.
  public static func row(of found: RecalculatedOffer) -> String {
    let sides = zip(cells(found.before), cells(found.now)).flatMap { [$0, $1] }
    let facts = found.changes.map { change in
      (change.item > 0 ? "item\(change.item)." : "") + "\(change.fact)=\(change.now)"
    }
    let actors = found.actors.map { "\($0.task.rawValue): \($0.who.joined(separator: " or "))" }
    return CSVText.row(
      [
        "\(found.number)", found.reference, found.scheme, found.state.rawValue, found.kind.rawValue,
        found.kinds.map(\.rawValue).joined(separator: ";"), found.causes.map(\.kind.rawValue).joined(separator: ";"),
        found.edition, found.editionNow ?? "", found.difference?.decimalText ?? "",
      ] + sides + [
        facts.joined(separator: ";"), actors.joined(separator: ";"), found.revision.map(String.init) ?? "",
        (found.causes.map(\.says) + found.says).joined(separator: " "),
      ])
  }

  /// The control totals: how many proposals, and what those with an answer on both sides come to.
  public static func total(_ summary: RecalculationSummary) -> String {
    var cells = Array(repeating: "", count: 10 + sides.count * 2 + 4)
    cells[0] = "TOTAL"
    cells[1] = "\(summary.all.offers)"
    cells[9] = summary.all.difference.decimalText
    (cells[12], cells[13]) = (summary.all.before.decimalText, summary.all.now.decimalText)
    (cells[16], cells[17]) = (summary.all.setOffBefore.decimalText, summary.all.setOffNow.decimalText)
    return CSVText.row(cells)
  }

  private static func cells(_ result: CaseResult?) -> [String] {
    guard let result else { return Array(repeating: "", count: sides.count) }
    guard result.outcome == .awarded else {
      return [result.outcome.rawValue, result.offered?.decimalText ?? ""]
        + Array(repeating: "", count: sides.count - 2)
    }
    return [
      result.outcome.rawValue, result.offered?.decimalText ?? "", result.alreadyPaid.decimalText,
      result.setOff.decimalText, result.payable.decimalText, result.inKind.decimalText,
      result.authority.map { $0.joined(separator: "|") }.joined(separator: ";"), result.lastDay?.isoText ?? "",
    ]
  }
}
