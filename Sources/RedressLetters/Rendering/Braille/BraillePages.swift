/// Folds words in Braille into lines, and lines into pages.
///
/// Every page begins with the marking of a draft and ends with its number. The file is ASCII Braille: capital letters
/// and signs, each line ended by a carriage return and a line feed, as embossers expect, and a form feed between pages.
struct BraillePages {
  /// Dot 5, in which a reader writes; and at the end of a line, the word goes on.
  static let guideDot: Character = "\""

  /// A word in Braille.
  struct Word {
    var cells: String
    var staysWithNext: Bool
  }

  private struct Line {
    var cells: String
    /// Whether no page ends after it.
    var staysWithNext = false
  }

  let cells: Int
  private let height: Int
  private let marking: [String]
  private var pages: [[String]] = [[]]
  private var waiting: [Line] = []
  private var needsSpace = false

  /// - Parameter marking: words that stand on every page.
  init(cells: Int, lines: Int, marking: [Word]) {
    self.cells = cells
    self.marking = marking.isEmpty ? [] : Self.fold(marking, width: cells, first: 0, others: 0)
    height = lines - self.marking.count - 1
  }

  mutating func add(_ block: BrailleBlock, words: [Word]) {
    if block.hasSpaceBefore { needsSpace = true }
    switch block.content {
    case .newPage:
      flush()
      if !pages[pages.count - 1].isEmpty { pages.append([]) }
      needsSpace = false
    case .guide(let count):
      for place in 1...count {
        append(Line(cells: String(repeating: Self.guideDot, count: cells), staysWithNext: place < count))
      }
    case .words:
      let lines = lines(of: words, as: block)
      for (place, line) in lines.enumerated() {
        append(Line(cells: line, staysWithNext: block.staysWithNext || place == 0 && lines.count > 1))
      }
    }
    if block.hasSpaceAfter { needsSpace = true }
  }

  private func lines(of words: [Word], as block: BrailleBlock) -> [String] {
    var words = words
    if !block.mark.isEmpty { words.insert(Word(cells: block.mark, staysWithNext: true), at: 0) }
    let width = block.isCentred ? cells - 6 : cells
    let lines = Self.fold(words, width: width, first: block.first, others: block.others)
    guard block.isCentred else { return lines }
    return lines.map { String(repeating: " ", count: (cells - $0.count) / 2) + $0 }
  }

  // MARK: Lines

  static func fold(_ words: [Word], width: Int, first: Int, others: Int) -> [String] {
    var lines = [String(repeating: " ", count: first)]
    var isAtStart = true
    func begin() { (lines, isAtStart) = (lines + [String(repeating: " ", count: others)], true) }
    func put(_ cells: String) {
      lines[lines.count - 1] += (isAtStart ? "" : " ") + cells
      isAtStart = false
    }
    for group in groups(words) {
      let whole = group.joined(separator: " ")
      if !isAtStart, lines[lines.count - 1].count + 1 + whole.count > width { begin() }
      if lines[lines.count - 1].count + whole.count <= width {
        put(whole)
        continue
      }
      for word in group {
        if !isAtStart, lines[lines.count - 1].count + 1 + word.count > width { begin() }
        var rest = Substring(word)
        while lines[lines.count - 1].count + rest.count > width {
          let room = width - lines[lines.count - 1].count - 1
          put(rest.prefix(room) + String(guideDot))
          rest = rest.dropFirst(room)
          begin()
        }
        put(String(rest))
      }
    }
    return lines
  }

  /// Words that stay together, if a line has room for them.
  private static func groups(_ words: [Word]) -> [[String]] {
    var groups: [[String]] = []
    var isOpen = false
    for word in words {
      if isOpen { groups[groups.count - 1].append(word.cells) } else { groups.append([word.cells]) }
      isOpen = word.staysWithNext
    }
    return groups
  }

  // MARK: Pages

  private mutating func append(_ line: Line) {
    if needsSpace, waiting.isEmpty {
      if !pages[pages.count - 1].isEmpty, pages[pages.count - 1].count < height { pages[pages.count - 1].append("") }
      needsSpace = false
    } else if needsSpace {
      waiting.append(Line(cells: "", staysWithNext: true))
      needsSpace = false
    }
    waiting.append(line)
    if !line.staysWithNext || waiting.count >= height { flush() }
  }

  /// Puts the lines that wait on the page, or all of them on the next one where this one has no room.
  private mutating func flush() {
    guard !waiting.isEmpty else { return }
    if pages[pages.count - 1].count + waiting.count > height { pages.append([]) }
    for line in waiting {
      if pages[pages.count - 1].count == height { pages.append([]) }
      pages[pages.count - 1].append(line.cells)
    }
    waiting = []
  }

  /// The whole file.
  mutating func file() -> String {
    flush()
    let sheets = pages.enumerated().map { place, lines in
      let number = Self.number(place + 1)
      let room = String(repeating: " ", count: cells - number.count) + number
      let empty = Array(repeating: "", count: height - lines.count)
      return (marking + lines + empty + [room]).map { Self.trimmed($0) + "\r\n" }.joined()
    }
    return sheets.joined(separator: "\u{0C}")
  }

  private static func trimmed(_ line: String) -> Substring {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return line
  }

  /// `#ABC`: the sign of a number, then a letter for each digit.
  private static func number(_ number: Int) -> String {
    let letters = Array("JABCDEFGHI")
    return "#" + String(String(number).compactMap(\.wholeNumberValue).map { letters[$0] })
  }
}
