/// The looks of every report: sober, dark on white, nothing told by colour alone.
///
/// Sizes follow the body text, so that another size of print is one change.
enum Stylesheet {
  static func text(for document: Document) -> String {
    base + tables + print(document)
  }

  private static let base = """
    body { margin: 0; background: #ffffff; color: #0b0c0c; text-align: left; hyphens: none; \
    overflow-wrap: break-word; font: clamp(1rem, 2.5vw, 1.125rem)/1.5 Arial, Helvetica, "Liberation Sans", \
    "Noto Sans", "DejaVu Sans", sans-serif; }
    main { max-width: 54rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
    h1, h2, h3, h4, h5, h6 { margin: 1.6em 0 0.5em; line-height: 1.25; font-weight: bold; }
    h1 { margin-top: 0.5em; font-size: 1.75em; }
    h2 { font-size: 1.3em; }
    h3 { font-size: 1.1em; }
    h4, h5, h6 { font-size: 1em; }
    p, ul, ol, dl, table, aside { margin: 0 0 1em; }
    p, li, dd { max-width: 42em; }
    ul, ol { padding-left: 1.6em; }
    li { margin-bottom: 0.3em; }
    li > p, li > ul, li > ol { margin: 0.3em 0; }
    data, time { white-space: nowrap; }
    code { white-space: nowrap; font-size: 1em; \
    font-family: "Liberation Mono", "Noto Sans Mono", "DejaVu Sans Mono", monospace; }
    code.long { white-space: normal; }
    .marking { padding-bottom: 0.5em; border-bottom: 2px solid #0b0c0c; font-weight: bold; }
    aside { padding: 0.1em 0 0.1em 1em; border-left: 0.3em solid #505a5f; }
    aside > p, aside > ul, aside > ol { margin: 0.5em 0; }
    aside.warning, aside.draft { border-left-color: #0b0c0c; }
    .page-break { margin: 2em 0; border: 0; border-top: 1px solid #505a5f; }

    """

  private static let tables = """
    dl > div { display: flex; padding: 0.4em 0; border-bottom: 1px solid #b1b4b6; }
    dl > div:first-child { border-top: 1px solid #b1b4b6; }
    dt { flex: 0 0 32%; padding-right: 1em; box-sizing: border-box; font-weight: bold; }
    dd { flex: 1; min-width: 0; margin: 0; }
    table { width: 100%; border-collapse: collapse; font-size: 0.9em; line-height: 1.4; }
    caption { padding-bottom: 0.4em; font-size: 1.1em; text-align: left; font-weight: bold; }
    th, td { padding: 0.45em min(1em, 2vw) 0.45em 0; border-bottom: 1px solid #b1b4b6; \
    text-align: left; vertical-align: top; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { border-bottom: 2px solid #0b0c0c; vertical-align: bottom; }
    tbody th { font-weight: normal; }
    th code, td code { white-space: normal; font-size: 0.95em; }
    .figures { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .total th, .total td { border-top: 2px solid #0b0c0c; border-bottom: 2px solid #0b0c0c; font-weight: bold; }

    """

  private static func print(_ document: Document) -> String {
    let language = document.language
    let marking = document.marking.map { marking in
      "@bottom-left { content: \(quoted(marking.plainText(in: language))); font: bold 12pt Arial, Helvetica, "
        + "\"Liberation Sans\", sans-serif; }"
    }
    return """
      @page { size: A4; margin: 22mm 20mm; \(marking.map { $0 + " " } ?? "")@bottom-right { \
      content: \(quoted(language.page.text + " ")) counter(page) \
      \(quoted(" " + language.of.text + " ")) counter(pages); \
      font: 12pt Arial, Helvetica, "Liberation Sans", sans-serif; } }
      @media print {
      body { font-size: 12pt; }
      main { max-width: none; padding: 0; }
      h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
      thead { display: table-header-group; break-inside: avoid; break-after: avoid; }
      table { break-before: avoid; }
      tbody tr:first-child { break-before: avoid; }
      tr, dl > div, aside > p { break-inside: avoid; }
      .total { break-before: avoid; }
      p, li { orphans: 2; widows: 2; }
      .page-break { height: 0; margin: 0; border: 0; break-after: page; }
      .page-break + section > h2 { margin-top: 0; }
      }

      """
  }

  /// A string of CSS. Everything but plain letters, digits and spaces is written by number, so that nothing ends it
  /// early.
  static func quoted(_ text: String) -> String {
    let characters = text.unicodeScalars.map { scalar in
      switch (scalar, CharacterRole(of: scalar)) {
      case ("a"..."z", _), ("A"..."Z", _), ("0"..."9", _), (" ", _): String(scalar)
      case (_, .space): " "
      case (_, .control): "\\FFFD "
      case (_, .hidden): quotedInside(scalar.spelledOut)
      default: quotedInside(String(scalar))
      }
    }
    return "\"\(characters.joined())\""
  }

  private static func quotedInside(_ text: String) -> String {
    text.unicodeScalars.map { "\\" + String($0.value, radix: 16, uppercase: true) + " " }.joined()
  }
}
