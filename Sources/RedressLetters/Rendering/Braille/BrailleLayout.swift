import RedressDocuments

/// Lays a document out as Braille readers know it: headings in the middle or from the fifth cell, paragraphs set in by
/// two, lists hanging by two, and tables told row by row.
struct BrailleLayout {
  let language: Language

  func blocks(of document: Document) -> [BrailleBlock] {
    var title = words(document.title)
    title.isCentred = true
    (title.hasSpaceAfter, title.staysWithNext) = (true, true)
    return [title] + blocks(of: document.blocks, depth: 0)
  }

  func words(_ phrase: Phrase, first: Int = 0, others: Int = 0) -> BrailleBlock {
    BrailleBlock(content: .words(BraillePhrase(phrase, in: language).runs), first: first, others: others)
  }

  /// - Parameter depth: how many lists the blocks stand in.
  private func blocks(of blocks: [Block], depth: Int) -> [BrailleBlock] {
    blocks.flatMap { self.blocks(of: $0, depth: depth) }
  }

  private func blocks(of block: Block, depth: Int) -> [BrailleBlock] {
    let indent = 2 * depth
    switch block {
    case .section(let section): return [heading(section.title)] + blocks(of: section.blocks, depth: depth)
    case .paragraph(let phrase): return [words(phrase, first: indent + 2, others: indent)]
    case .list(let list): return blocks(of: list, depth: depth)
    case .definitions(let definitions): return apart(blocks(of: definitions, indent: indent))
    case .table(let table): return apart(blocks(of: table, indent: indent))
    case .note(let note):
      let label = Phrase(language.label(of: note.kind))
      return apart(
        [words("\(label): \(note.phrase)", first: indent + 2, others: indent)] + blocks(of: note.blocks, depth: depth))
    case .lines(let phrases): return apart(phrases.map { words($0, first: indent, others: indent + 2) })
    case .form(let form): return apart(form.fields.flatMap(blocks))
    case .picture: return []
    case .pageBreak: return [BrailleBlock(content: .newPage)]
    }
  }

  private func heading(_ title: Phrase) -> BrailleBlock {
    var heading = words(title, first: 4, others: 4)
    (heading.hasSpaceBefore, heading.staysWithNext) = (true, true)
    return heading
  }

  /// With an empty line before and after.
  private func apart(_ blocks: [BrailleBlock]) -> [BrailleBlock] {
    guard !blocks.isEmpty else { return [] }
    var blocks = blocks
    blocks[0].hasSpaceBefore = true
    blocks[blocks.count - 1].hasSpaceAfter = true
    return blocks
  }

  // MARK: Lists and tables

  /// Only Unified English Braille has a sign for it.
  private var bullet: Phrase { BrailleTable(for: language) == .english ? "• " : "- " }

  private func blocks(of list: List, depth: Int) -> [BrailleBlock] {
    let indent = 2 * depth
    guard !list.items.isEmpty else { return [words(list.ifNone ?? Phrase(language.none), first: indent + 2)] }
    let items = list.items.enumerated().flatMap { place, item in
      let mark: Phrase = list.order == .numbered ? "\(place + 1). " : bullet
      return [words("\(mark)\(item.phrase)", first: indent, others: indent + 2)]
        + blocks(of: item.blocks, depth: depth + 1)
    }
    return depth == 0 ? apart(items) : items
  }

  private func blocks(of definitions: Definitions, indent: Int) -> [BrailleBlock] {
    guard !definitions.entries.isEmpty else { return [words(definitions.ifNone ?? Phrase(language.none))] }
    return definitions.entries.map { words("\($0.term): \($0.meaning)", first: indent, others: indent + 2) }
  }

  private func blocks(of table: Table, indent: Int) -> [BrailleBlock] {
    [heading(table.caption)] + table.rowsToShow(in: language).flatMap { row($0, of: table, indent: indent) }
  }

  /// The name of the row, then each value after the header of its column. A total is one line.
  private func row(_ row: Table.Row, of table: Table, indent: Int) -> [BrailleBlock] {
    if row.isTotal, row.cells.count == 2 {
      return [words("\(row.cells[0]): \(row.cells[1])", first: indent, others: indent + 2)]
    }
    let span = table.span(ofFirstCellIn: row)
    let isNamed = row.hasHeader || span > 1
    var name = words(row.cells[0], first: indent, others: indent + 2)
    name.staysWithNext = row.cells.count > 1
    let pairs = zip(table.columns.dropFirst(isNamed ? span : 0), row.cells.dropFirst(isNamed ? 1 : 0))
    let values = pairs.enumerated().map { place, pair in
      let start = isNamed || place > 0 ? indent + 2 : indent
      var value = words("\(pair.0.header): \(pair.1)", first: start, others: start + 2)
      value.staysWithNext = place < row.cells.count - (isNamed ? 2 : 1)
      return value
    }
    return (isNamed ? [name] : []) + values
  }

  // MARK: Forms

  /// A choice begins with guide dots in which to put a mark.
  private func blocks(of field: Form.Field) -> [BrailleBlock] {
    switch field {
    case .choice(let label):
      var choice = words(label, first: 0, others: 4)
      choice.mark = String(repeating: BraillePages.guideDot, count: 3)
      return [choice]
    case .line(let label): return room(after: label, lines: 1)
    case .box(let label): return room(after: label, lines: 3)
    }
  }

  private func room(after label: Phrase, lines: Int) -> [BrailleBlock] {
    var words = words("\(label):", first: 0, others: 2)
    words.staysWithNext = true
    return [words, BrailleBlock(content: .guide(lines: lines))]
  }
}
