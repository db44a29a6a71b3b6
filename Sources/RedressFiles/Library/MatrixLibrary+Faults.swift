import Redress

extension MatrixLibrary {
  func unknownScheme(_ outline: CaseOutline) -> Fault {
    let schemes = schemes
    let near = NearestName.of(outline.scheme, among: schemes)
    return outline.fault(
      .schemeUnknown, at: outline.schemeSpan,
      says: "There is no scheme \(Visible.quoted(outline.scheme)) in \(folder).",
      mend: near.map { "Did you mean `\($0)`?" } ?? "Schemes there: \(schemes.joined(separator: ", ")).")
  }

  func unknownEdition(_ asked: EditionName, _ outline: CaseOutline, _ editions: [EditionName]) -> Fault {
    outline.fault(
      .editionUnknown, at: outline.editionSpan, says: "The scheme `\(outline.scheme)` has no edition \(asked).",
      mend: "Its editions: \(editions.map(\.description).joined(separator: ", ")).")
  }

  func undated(_ outline: CaseOutline, _ facts: [String]) -> Fault {
    let names = facts.map { "`\($0)`" }
    let all = [names.dropLast().joined(separator: ", "), names.last ?? ""].filter { !$0.isEmpty }
    return outline.fault(
      .editionUndated, at: outline.editionSpan,
      says: "The edition depends on \(all.joined(separator: " or ")), and the case states no such day.",
      mend: "Add `\(facts.first ?? "")` under `facts`, or name an `edition`.")
  }

  func tooEarly(_ outline: CaseOutline, _ selecting: (fact: String, day: CivilDate), _ editions: [EditionName]) -> Fault
  {
    outline.fault(
      .editionNone, at: outline.span(of: selecting.fact),
      says: "No edition of `\(outline.scheme)` was in force on \(selecting.day), the `\(selecting.fact)`.",
      mend: "Its first edition is \(editions.last!). Check the day; the nearest edition is never taken instead.")
  }
}
