/// Writes blocks as elements, one on a line.
struct HTMLBlocks {
  let language: Language
  let look: HTMLEmitter.Look

  func html(of document: Document) -> String {
    let marking = document.marking.map { "<p class=\"marking\">\(html(of: $0))</p>\n" } ?? ""
    let letterhead = look == .report ? Letterhead() : Letterhead(of: document)
    return marking + html(of: letterhead) + "<h1>\(html(of: document.title))</h1>\n"
      + html(of: Array(document.blocks.dropFirst(letterhead.count)), depth: 1)
  }

  /// - Parameter depth: the heading level that the blocks stand under; the title is 1.
  func html(of blocks: [Block], depth: Int) -> String {
    blocks.map { html(of: $0, depth: depth) }.joined()
  }

  private func html(of block: Block, depth: Int) -> String {
    switch block {
    case .section(let section):
      let heading = "h\(min(depth + 1, 6))"
      return "<section>\n<\(heading)>\(html(of: section.title))</\(heading)>\n"
        + html(of: section.blocks, depth: depth + 1) + "</section>\n"
    case .paragraph(let phrase): return paragraph(phrase)
    case .list(let list): return html(of: list, depth: depth)
    case .definitions(let definitions): return html(of: definitions)
    case .table(let table): return html(of: table)
    case .note(let note): return html(of: note, depth: depth)
    case .lines(let phrases):
      return "<p class=\"lines\">\(phrases.map { html(of: $0) }.joined(separator: "<br>\n"))</p>\n"
    case .form(let form): return html(of: form)
    case .picture(let picture):
      let language = picture.language.map { "lang=\"\(HTMLText.plain($0.tag.text))\" " } ?? ""
      return "<img class=\"logo\" src=\"data:\(picture.kind.rawValue);base64,\(HTMLText.plain(picture.base64.text))\" "
        + "\(language)alt=\"\(HTMLText.plain(picture.alternative.text))\">\n"
    case .pageBreak: return "<hr class=\"page-break\">\n"
    }
  }

  private func paragraph(_ phrase: Phrase) -> String { "<p>\(html(of: phrase))</p>\n" }

  private func html(of list: List, depth: Int) -> String {
    guard !list.items.isEmpty else { return paragraph(list.ifNone ?? Phrase(language.none)) }
    let element = list.order == .numbered ? "ol" : "ul"
    let items = list.items.map { item in
      let rest = html(of: item.blocks, depth: depth)
      return "<li>\(html(of: item.phrase))\(rest.isEmpty ? "" : "\n" + rest)</li>\n"
    }
    return "<\(element)>\n\(items.joined())</\(element)>\n"
  }

  func html(of definitions: Definitions) -> String {
    guard !definitions.entries.isEmpty else { return paragraph(definitions.ifNone ?? Phrase(language.none)) }
    let entries = definitions.entries.map { entry in
      "<div><dt>\(html(of: entry.term))</dt><dd>\(html(of: entry.meaning))</dd></div>\n"
    }
    return "<dl>\n\(entries.joined())</dl>\n"
  }

  private func html(of note: Note, depth: Int) -> String {
    let label = HTMLText.escaped(language.label(of: note.kind).text)
    return """
      <aside role="note" class="\(note.kind.htmlClass)">
      <p><strong>\(label):</strong> \(html(of: note.phrase))</p>
      \(html(of: note.blocks, depth: depth))</aside>

      """
  }
}

extension Note.Kind {
  fileprivate var htmlClass: String {
    switch self {
    case .information: "information"
    case .warning: "warning"
    case .draft: "draft"
    }
  }
}
