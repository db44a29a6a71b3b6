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

  /// The least width into which the word can be cut, when a cut every `length` columns is no loss.
  func narrowest(cutting length: Int) -> Int {
    fragments.map { $0.isKeptWhole ? $0.width : min($0.width, length) }.max() ?? 0
  }

  /// Pieces no wider than `width`, cut between letters. A sum or a day is never cut, though it be wider.
  func cut(to width: Int) -> [Word] {
    guard self.width > width else { return [self] }
    var pieces: [[Fragment]] = [[]]
    var room = width
    for fragment in fragments.flatMap(\.smallest) {
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
  /// The fragment letter by letter, or whole where it must stay so.
  fileprivate var smallest: [Fragment] {
    isKeptWhole ? [self] : text.map { Fragment(text: String($0), isStrong: isStrong) }
  }
}
