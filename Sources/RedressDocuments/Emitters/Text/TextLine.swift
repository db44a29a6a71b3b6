/// A line of a terminal.
struct TextLine: Hashable {
  var fragments: [Fragment] = []

  init(_ fragments: [Fragment] = []) { self.fragments = fragments }

  init(_ text: String, isStrong: Bool = false) { fragments = [Fragment(text: text, isStrong: isStrong)] }

  var width: Int { fragments.reduce(0) { $0 + $1.width } }

  /// Adds spaces up to a width.
  mutating func pad(to width: Int) {
    let missing = width - self.width
    if missing > 0 { fragments.append(Fragment(text: String(repeating: " ", count: missing))) }
  }

  func indented(by columns: Int) -> TextLine { prefixed(with: String(repeating: " ", count: columns)) }

  func prefixed(with text: String, isStrong: Bool = false) -> TextLine {
    fragments.isEmpty ? self : TextLine([Fragment(text: text, isStrong: isStrong)] + fragments)
  }

  /// The line without spaces at its end; strong parts in bold where the terminal shows it.
  func text(bold: Bool) -> String {
    var text = ""
    var isBold = false
    for fragment in fragments {
      if bold, fragment.isStrong != isBold {
        text += fragment.isStrong ? "\u{1B}[1m" : "\u{1B}[22m"
        isBold = fragment.isStrong
      }
      text += fragment.text
    }
    if isBold { return text + "\u{1B}[22m" }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension [TextLine] {
  /// Words in lines of at most `width` columns, as many on each as fit.
  init(_ words: [Word], width: Int) {
    self = []
    for piece in words.flatMap({ $0.cut(to: width) }) {
      if let last, last.width + 1 + piece.width <= width {
        let isStrong = last.fragments.last?.isStrong == true && piece.fragments.first?.isStrong == true
        self[count - 1].fragments.append(Fragment(text: " ", isStrong: isStrong))
        self[count - 1].fragments += piece.fragments
      } else {
        append(TextLine(piece.fragments))
      }
    }
  }

  var width: Int { map { $0.width }.max() ?? 0 }

  /// The first line after a mark such as `- `, the others under its text.
  func hanging(after mark: String, isStrong: Bool = false) -> [TextLine] {
    enumerated().map { place, line in
      place == 0 ? line.prefixed(with: mark, isStrong: isStrong) : line.indented(by: mark.columns)
    }
  }

  /// Groups with an empty line between each two.
  init(spaced groups: [[TextLine]]) {
    self = []
    for group in groups where !group.isEmpty {
      if !isEmpty { append(TextLine()) }
      self += group
    }
  }
}
