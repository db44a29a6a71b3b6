/// Lays blocks out as lines.
struct TextLayout {
  let language: Language

  func lines(of document: Document, width: Int) -> [TextLine] {
    let marking = document.marking.map { lines(of: $0, width: width, isStrong: true) } ?? []
    let title = heading(document.title, underlinedBy: "=", width: width)
    return .init(spaced: [marking, title] + groups(of: document.blocks, depth: 1, width: width) + [marking])
  }

  /// Each block's lines; an empty line goes between them.
  private func groups(of blocks: [Block], depth: Int, width: Int) -> [[TextLine]] {
    blocks.map { lines(of: $0, depth: depth, width: width) }
  }

  /// - Parameter depth: the heading level that the block stands under; the title is 1.
  private func lines(of block: Block, depth: Int, width: Int) -> [TextLine] {
    switch block {
    case .section(let section):
      let title = heading(section.title, underlinedBy: depth == 1 ? "-" : depth == 2 ? "~" : nil, width: width)
      return .init(spaced: [title] + groups(of: section.blocks, depth: depth + 1, width: width))
    case .paragraph(let phrase): return lines(of: phrase, width: width)
    case .list(let list): return lines(of: list, depth: depth, width: width)
    case .definitions(let definitions): return lines(of: definitions, width: width)
    case .table(let table): return TextTable(table, language: language).lines(width: width)
    case .note(let note): return lines(of: note, depth: depth, width: width)
    case .lines(let phrases): return phrases.flatMap { lines(of: $0, width: width) }
    case .form(let form): return lines(of: form, width: width)
    case .picture: return []
    case .pageBreak: return [TextLine(String(repeating: "-", count: max(width, 1)))]
    }
  }

  func lines(of phrase: Phrase, width: Int, isStrong: Bool = false) -> [TextLine] {
    .init(WordBreaker.words(of: phrase, in: language, isStrong: isStrong), width: width)
  }

  private func heading(_ title: Phrase, underlinedBy mark: String?, width: Int) -> [TextLine] {
    let lines = lines(of: title, width: width, isStrong: true)
    guard let mark else { return lines }
    return lines + [TextLine(String(repeating: mark, count: lines.width))]
  }

  private func lines(of list: List, depth: Int, width: Int) -> [TextLine] {
    guard !list.items.isEmpty else { return lines(of: list.ifNone ?? Phrase(language.none), width: width) }
    let points = list.items.enumerated().map { place, item in
      let mark = mark(at: place, in: list)
      let room = width - mark.columns
      let first = lines(of: item.phrase, width: room)
      let rest = groups(of: item.blocks, depth: depth, width: room)
      return (item.isShort ? first + rest.joined() : .init(spaced: [first] + rest)).hanging(after: mark)
    }
    return list.items.allSatisfy(\.isShort) ? Array(points.joined()) : .init(spaced: points)
  }

  /// Numbers end under one another: ` 9. ` above `10. `.
  private func mark(at place: Int, in list: List) -> String {
    guard list.order == .numbered else { return "- " }
    let number = String(place + 1)
    return String(repeating: " ", count: String(list.items.count).count - number.count) + number + ". "
  }

  private func lines(of definitions: Definitions, width: Int) -> [TextLine] {
    guard !definitions.entries.isEmpty else {
      return lines(of: definitions.ifNone ?? Phrase(language.none), width: width)
    }
    let terms = definitions.entries.map { lines(of: $0.term, width: width) }
    let start = (terms.map { $0.width }.max() ?? 0) + 2
    guard start <= width * 2 / 5 else {
      return zip(terms, definitions.entries).flatMap { term, entry in
        term + lines(of: entry.meaning, width: width - 2).map { $0.indented(by: 2) }
      }
    }
    return zip(terms, definitions.entries).flatMap { term, entry in
      var mark = term[0]
      mark.pad(to: start)
      let meaning = lines(of: entry.meaning, width: width - start)
      return [TextLine(mark.fragments + meaning[0].fragments)] + meaning.dropFirst().map { $0.indented(by: start) }
    }
  }

  private func lines(of note: Note, depth: Int, width: Int) -> [TextLine] {
    let label = Fragment(text: language.label(of: note.kind).text + ":", isStrong: true)
    let words = [Word(fragments: [label])] + WordBreaker.words(of: note.phrase, in: language)
    let first = [TextLine](words, width: width - 2)
    let rest = groups(of: note.blocks, depth: depth, width: width - 2)
    return .init(spaced: [first] + rest).enumerated().map { $0 == 0 ? $1 : $1.indented(by: 2) }
  }
}

extension List.Item {
  /// Nothing but lists under it, so that it needs no empty line round it.
  fileprivate var isShort: Bool {
    blocks.allSatisfy { block in
      if case .list(let list) = block { list.items.allSatisfy(\.isShort) } else { false }
    }
  }
}
