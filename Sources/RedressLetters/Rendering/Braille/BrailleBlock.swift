/// Lines of a Braille page that belong together, before they are put into Braille.
struct BrailleBlock {
  /// What it is made of.
  enum Content {
    /// Words, folded at spaces.
    case words([BraillePhrase.Run])
    /// Lines of guide dots, to be filled in.
    case guide(lines: Int)
    /// What follows begins a page.
    case newPage
  }

  let content: Content
  /// Cells that stay empty before the first line.
  var first = 0
  /// Cells that stay empty before the others.
  var others = 0
  /// Each line in the middle of the page.
  var isCentred = false
  var hasSpaceBefore = false
  var hasSpaceAfter = false
  /// Whether no page ends after it.
  var staysWithNext = false
  /// Cells that stand before the first word, as they are.
  var mark = ""

  var runs: [BraillePhrase.Run] { if case .words(let runs) = content { runs } else { [] } }
}
