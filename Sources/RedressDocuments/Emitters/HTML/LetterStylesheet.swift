/// The looks of a letter, in one of two sizes of print. Nothing is smaller than the body, in the margins either.
struct LetterStylesheet {
  let look: HTMLEmitter.Look

  func text(for document: Document) -> String {
    let large = look == .largePrint ? Self.large : ""
    return base + Self.parts + Self.tables + large + print(document)
  }

  /// Fonts of Debian first, so that paper is the same everywhere; then what the reader's own machine has.
  private static let fonts = "\"Noto Sans\", \"DejaVu Sans\", Arial, Helvetica, sans-serif"

  private var points: Int { look == .largePrint ? 18 : 12 }

  private var base: String {
    let size = look == .largePrint ? "1.5rem" : "clamp(1rem, 2.5vw, 1.125rem)"
    return """
      body { margin: 0; background: #ffffff; color: #0b0c0c; text-align: left; hyphens: none; \
      overflow-wrap: break-word; font: \(size)/1.5 \(Self.fonts); }
      main { max-width: 42em; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
      h1, h2, h3, h4, h5, h6 { margin: 1.3em 0 0.4em; line-height: 1.25; font-weight: bold; }
      h1 { margin-top: 0; font-size: \(look == .largePrint ? "1.4em" : "1.5em"); }
      h2 { font-size: 1.2em; }
      h3, h4, h5, h6 { font-size: 1.1em; }
      p, ul, ol, dl, table, aside, .stacked { margin: 0 0 0.8em; }

      """
  }

  private static let parts = """
    .letterhead { margin-bottom: 1.6em; }
    .letterhead .lines, .letterhead dl { margin-bottom: 1.4em; }
    .sender { display: flex; justify-content: space-between; align-items: flex-start; margin-bottom: 1.6em; }
    .sender .lines { margin: 0 0 0 auto; }
    .logo { max-width: 80mm; max-height: 20mm; }
    ul, ol { padding-left: 1.6em; }
    li { margin-bottom: 0.3em; }
    li > p, li > ul, li > ol { margin: 0.3em 0; }
    data, time { white-space: nowrap; }
    code { white-space: nowrap; font: inherit; }
    code.long { white-space: normal; overflow-wrap: anywhere; }
    .marking { padding: 0.4em 0.8em; border: 2px solid #0b0c0c; font-weight: bold; }
    aside { padding: 0.1em 0 0.1em 1em; border-left: 0.3em solid #505a5f; }
    aside > p, aside > ul, aside > ol { margin: 0.4em 0; }
    aside.warning, aside.draft { border-left-color: #0b0c0c; }
    .page-break { margin: 2em 0; border: 0; border-top: 1px solid #505a5f; }

    """

  private static let tables = """
    dl > div { display: flex; padding: 0.15em 0; }
    dt { flex: 0 0 34%; padding-right: 1em; box-sizing: border-box; font-weight: bold; }
    dd { flex: 1; min-width: 0; margin: 0; }
    table { width: 100%; border-collapse: collapse; line-height: 1.35; }
    caption { padding-bottom: 0.4em; text-align: left; font-weight: bold; }
    th, td { padding: 0.4em 1em 0.4em 0; border-bottom: 1px solid #b1b4b6; text-align: left; vertical-align: top; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { border-bottom: 2px solid #0b0c0c; vertical-align: bottom; }
    tbody th { font-weight: normal; }
    th code, td code { white-space: normal; }
    .figures { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .total th, .total td { border-top: 2px solid #0b0c0c; border-bottom: 2px solid #0b0c0c; font-weight: bold; }

    """

  private static let large = """
    .sender, dl > div { display: block; }
    .sender .lines { margin: 0.8em 0 0; }
    .letterhead, .letterhead .lines, .letterhead dl, .sender { margin-bottom: 1em; }
    dl > div { padding: 0 0 0.4em; }
    main .field { margin-bottom: 0.3em; }
    .stacked { border-bottom: 2px solid #0b0c0c; }
    .stacked dl > div { display: flex; }
    .stacked .caption { margin-bottom: 0.5em; }
    .stacked .row { padding: 0.5em 0 0; border-top: 1px solid #505a5f; }
    .stacked .row.total { border-top: 2px solid #0b0c0c; }
    .stacked .name { margin-bottom: 0.3em; }
    .stacked dl, .stacked dl > div { margin: 0; padding: 0 0 0.25em; }
    .stacked dt { flex: 0 0 auto; padding-right: 0.4em; font-weight: normal; }

    """

  private func print(_ document: Document) -> String {
    let language = document.language
    let font = "\(points)pt/1.3 \(Self.fonts)"
    let marking = document.marking.map { marking in
      let words = Stylesheet.quoted(marking.plainText(in: language))
      return "@bottom-left { content: \(words); width: 70%; font: bold \(font); } "
    }
    return """
      @page { size: A4; margin: 18mm 22mm 20mm; \(marking ?? "")@bottom-right { \
      content: \(Stylesheet.quoted(language.page.text + " ")) counter(page) \
      \(Stylesheet.quoted(" " + language.of.text + " ")) counter(pages); font: \(font); } }
      @media print {
      body { font-size: \(points)pt; line-height: 1.4; }
      main { max-width: none; padding: 0; }
      h1, h2, h3, h4, h5, h6, caption, .stacked .caption, .stacked .name { break-after: avoid; }
      thead { display: table-header-group; break-inside: avoid; break-after: avoid; }
      table { break-before: avoid; }
      tbody tr:first-child, tbody tr:nth-child(2), .lines { break-before: avoid; }
      section > dl { break-before: avoid; }
      section > dl, .lines, tr, dl > div, aside > p, .stacked .row { break-inside: avoid; }
      .total { break-before: avoid; }
      p, li { orphans: 2; widows: 2; }
      .page-break { height: 0; margin: 0; border: 0; break-after: page; }
      .page-break + section > h2 { margin-top: 0; }
      }

      """
  }
}
