import Redress

/// The language of a document, with the few words that emitters add of their own.
public struct Language: Hashable, Sendable {
  /// As BCP 47 writes it: `en-GB`. Screen readers and Braille tables choose by it.
  public let tag: Words
  /// January to December.
  public let months: [Words]
  /// `Page`, in "Page 2 of 3".
  public let page: Words
  /// `of`, in "Page 2 of 3".
  public let of: Words
  /// What stands where a list or a table has no entries and the document says nothing of its own.
  public let none: Words
  /// What a note begins with that is good to know.
  public let information: Words
  /// What a warning begins with.
  public let warning: Words
  /// What a note begins with on a paper without effect.
  public let draft: Words

  /// - Precondition: there are twelve months.
  public init(
    tag: Words, months: [Words], page: Words, of: Words, none: Words, information: Words, warning: Words, draft: Words
  ) {
    precondition(months.count == 12, "a year has twelve months")
    self.tag = tag
    self.months = months
    self.page = page
    self.of = of
    self.none = none
    self.information = information
    self.warning = warning
    self.draft = draft
  }

  /// British English.
  public static let english = Language(
    tag: "en-GB",
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    page: "Page", of: "of", none: "None.", information: "Note", warning: "Warning", draft: "Draft")

  /// Welsh, with the months as they stand in a date: `9 Tachwedd 2026`.
  public static let welsh = Language(
    tag: "cy",
    months: [
      "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd",
      "Rhagfyr",
    ],
    page: "Tudalen", of: "o", none: "Dim.", information: "Nodyn", warning: "Rhybudd", draft: "Drafft")

  /// `9 November 2026`, in the words of this language and with plain spaces.
  package func text(of day: CivilDate) -> String {
    let (year, month, day) = day.parts
    return "\(day) \(months[month - 1].text) \(year)"
  }

  package func label(of kind: Note.Kind) -> Words {
    switch kind {
    case .information: information
    case .warning: warning
    case .draft: draft
    }
  }
}
