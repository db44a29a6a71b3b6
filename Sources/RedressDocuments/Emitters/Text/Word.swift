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

  /// The stretches between which a word that is too wide is cut first: `service-`, `charge-`, `arrears`.
  var parts: [Fragment] { fragments.flatMap(\.parts) }

  /// Pieces no wider than `width`, cut after hyphens where that is enough, else between letters. A sum or a day is never
  /// cut, though it be wider.
  func cut(to width: Int) -> [Word] {
    guard self.width > width else { return [self] }
    var pieces: [[Fragment]] = [[]]
    var room = width
    for fragment in parts.flatMap({ $0.width > width ? $0.letters : [$0] }) {
      if fragment.width > room, !pieces[pieces.count - 1].isEmpty {
        pieces.append([])
        room = width
      }
      pieces[pieces.count - 1].append(fragment)
      room -= fragment.width
    }
    return pieces.map(Word.init(fragments:))
  }
}

extension Fragment {
  /// The fragment cut after each hyphen between letters or digits, and after the full stops of a name such as
  /// `head.inconvenience`; whole where it must stay so.
  fileprivate var parts: [Fragment] {
    guard !isKeptWhole else { return [self] }
    var parts: [String] = [""]
    for (place, character) in zip(text.indices, text) {
      parts[parts.count - 1].append(character)
      let next = text.index(after: place)
      if next < text.endIndex, character.isCut(before: text[next]), parts[parts.count - 1].count > 1 { parts.append("") }
    }
    return parts.map { Fragment(text: $0, isStrong: isStrong) }
  }

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
