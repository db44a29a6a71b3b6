/// A stretch of a line that is shown in one manner.
struct Fragment: Hashable {
  let text: String
  let isStrong: Bool
  /// A sum or a day, which no line may split.
  let isKeptWhole: Bool
  /// In columns; kept, because every line that is tried asks for it.
  let width: Int

  init(text: String, isStrong: Bool = false, isKeptWhole: Bool = false) {
    self.text = text
    self.isStrong = isStrong
    self.isKeptWhole = isKeptWhole
    width = text.columns
  }
}

/// Fragments with no space between them: a line ends only between words.
struct Word: Hashable {
  var fragments: [Fragment]

  var width: Int { fragments.reduce(0) { $0 + $1.width } }

  /// The stretches between which a word that is too wide is cut first: `service-`, `charge-`, `arrears`; after a hyphen
  /// inside it, and after the full stops of a name such as `head.inconvenience`.
  var parts: [Word] {
    var parts: [Word] = []
    for letter in fragments.flatMap(\.letters) {
      if let last = parts.last?.fragments.last?.text.last, let next = letter.text.first, last.isCut(before: next) {
        parts.append(Word(fragments: [letter]))
      } else if parts.isEmpty {
        parts = [Word(fragments: [letter])]
      } else {
        parts[parts.count - 1].fragments.append(letter)
      }
    }
    return parts
  }

  /// Pieces no wider than `width`, cut between parts where that is enough, else between letters. A sum or a day is
  /// never cut, though it be wider.
  func cut(to width: Int) -> [Word] {
    guard self.width > width else { return [self] }
    var pieces: [[Fragment]] = [[]]
    var room = width
    for part in parts.flatMap({ $0.width > width ? $0.fragments.map { [$0] } : [$0.fragments] }) {
      let partWidth = part.reduce(0) { $0 + $1.width }
      if partWidth > room, !pieces[pieces.count - 1].isEmpty {
        pieces.append([])
        room = width
      }
      pieces[pieces.count - 1] += part
      room -= partWidth
    }
    return pieces.map(Word.init(fragments:))
  }
}

extension Fragment {
  /// The fragment letter by letter, or whole where it must stay so.
  fileprivate var letters: [Fragment] {
    isKeptWhole ? [self] : text.map { Fragment(text: String($0), isStrong: isStrong) }
  }
}

extension Character {
  fileprivate func isCut(before next: Character) -> Bool {
    self == "-" && (next.isLetter || next.isNumber) || self == "." && next.isLetter
  }
}
