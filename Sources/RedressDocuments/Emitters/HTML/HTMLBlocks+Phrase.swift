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
    case .citation(let citation): return "<span class=\"citation\">\(HTMLText.escaped(citation.text))</span>"
    }
  }

  /// A short reference stays on one line.
  private func html(ofCode text: String) -> String {
    let isLong = text.count > HTMLText.longestUnbroken
    return "<code\(isLong ? " class=\"long\"" : "")>\(HTMLText.escaped(text))</code>"
  }
}
