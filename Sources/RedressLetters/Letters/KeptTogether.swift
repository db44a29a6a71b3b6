import RedressDocuments

extension Words {
  /// The same words, in which no line ends inside a day, a telephone number, a length of time or a numbered place:
  /// their spaces become spaces that hold. Sums and days of the program's own keep together anyway.
  var keptTogether: Words {
    var text = ""
    let parts = self.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for (place, part) in parts.enumerated() {
      if place > 0 { text += Self.holds(parts[place - 1], part) ? "\u{A0}" : " " }
      text += part
    }
    return Words(text, ifBlank: self)
  }

  private static func holds(_ one: String, _ other: String) -> Bool {
    let next = other.trimmingMarks
    if one.isDigits { return next.isDigits ? one.count > 2 && next.count > 2 : units.contains(next) }
    return next.isDigits && (months.contains(one) && next.count == 4 || places.contains(one))
  }

  private static let months: Set<String> = Set(
    (Language.english.months + Language.welsh.months).map(\.text))
  private static let units: Set<String> = months.union([
    "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "working",
  ])
  private static let places: Set<String> = ["Appendix", "paragraph", "Stage", "section", "Tier", "Unit", "Box"]
}

extension String {
  fileprivate var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }

  /// Without the mark that ends a sentence or a part of one.
  fileprivate var trimmingMarks: String { last.map { ".,;:".contains($0) } == true ? String(dropLast()) : self }
}
