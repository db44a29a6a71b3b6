import RedressDocuments

/// A table of liblouis: how one language is written in Braille.
enum BrailleTable: String, CaseIterable, Hashable, Sendable {
  /// Unified English Braille, contracted.
  case english = "en-ueb-g2.ctb"
  /// Unified English Braille, letter by letter.
  case uncontracted = "en-ueb-g1.ctb"
  /// Welsh, contracted.
  case welsh = "cy-cy-g2.ctb"

  /// Any other language is written letter by letter.
  init(for language: Language) {
    let name = language.tag.text.split(separator: "-").first?.lowercased()
    self = name == "en" ? .english : name == "cy" ? .welsh : .uncontracted
  }

  /// What sums and references are written with. The Welsh table has signs of its own for the pound, the comma and the
  /// point, and reads the pence of its own sums as letters; Unified English Braille is read by all.
  var forFigures: BrailleTable { self == .english ? .english : .uncontracted }

  /// As liblouis is asked for it: the cells as the letters of a Braille file, then the table.
  var name: String { "en-us-brf.dis," + rawValue }
}
