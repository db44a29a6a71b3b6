extension HTMLBlocks {
  func html(of phrase: Phrase) -> String { phrase.inlines.map(html).joined() }

  private func html(of inline: Inline) -> String {
    switch inline {
    case .text(let text): return HTMLText.escaped(text)
    case .strong(let phrase): return "<strong>\(html(of: phrase))</strong>"
    case .code(let words): return html(ofCode: words.text)
    case .money(let sum): return "<data value=\"\(sum.decimalText)\">\(sum)</data>"
    case .day(let day):
      let text = language.text(of: day).split(separator: " ").map { HTMLText.plain(String($0)) }
      return "<time datetime=\"\(day.isoText)\">\(text.joined(separator: "&nbsp;"))</time>"
    case .foreign(let other, let phrase):
      let inner = HTMLBlocks(language: other, look: look).html(of: phrase)
      return "<span lang=\"\(HTMLText.plain(other.tag.text))\">\(inner)</span>"
    case .citation(let citation): return "<span class=\"citation\">\(HTMLText.escaped(citation.text))</span>"
    }
  }

  /// A short reference stays on one line, but in a table, where a name may be broken after its full stops.
  private func html(ofCode text: String) -> String {
    let isLong = text.count > HTMLText.longestUnbroken
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { HTMLText.escaped(String($0)) }
    return "<code\(isLong ? " class=\"long\"" : "")>\(parts.joined(separator: ".<wbr>"))</code>"
  }
}
