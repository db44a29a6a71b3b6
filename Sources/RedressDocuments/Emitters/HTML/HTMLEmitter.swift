/// Writes a document as one page that needs nothing from anywhere else, for a screen and for paper.
///
/// The same document gives the same bytes. The page allows itself no script, no request, and no picture but those that
/// it carries in itself.
public struct HTMLEmitter: Sendable {
  /// What a page looks like.
  public enum Look: CaseIterable, Hashable, Sendable {
    /// For staff and for authors of policies.
    case report
    /// A letter: 12 point, with its letterhead above its title.
    case letter
    /// A letter for people who see little: 18 point everywhere, in one column.
    case largePrint
  }

  /// What the page looks like.
  public let look: Look
  /// What follows our own stylesheet; `nil` for nothing.
  public let addedStyles: AddedStyles?

  /// An emitter with the standard stylesheet of a look, and what a landlord adds to it.
  public init(_ look: Look = .report, adding styles: AddedStyles? = nil) {
    self.look = look
    addedStyles = styles
  }

  /// The page, in UTF-8 and ended by a line feed.
  public func page(of document: Document) -> String {
    """
    <!doctype html>
    <html lang="\(HTMLText.plain(document.language.tag.text))">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy(for: document))">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(HTMLText.plain(document.title.plainText(in: document.language)))</title>
    <style>
    \(stylesheet(for: document))</style>
    </head>
    <body>
    <main>
    \(HTMLBlocks(language: document.language, look: look).html(of: document))</main>
    </body>
    </html>

    """
  }

  private func policy(for document: Document) -> String {
    let pictures = document.holds(\.isPicture) ? "img-src data:; " : ""
    return "default-src 'none'; style-src 'unsafe-inline'; \(pictures)base-uri 'none'; form-action 'none'"
  }

  private func stylesheet(for document: Document) -> String {
    let ours = look == .report ? Stylesheet.text(for: document) : LetterStylesheet(look: look).text(for: document)
    let forms = document.holds(\.isForm) ? FormStyles.text : ""
    return ours + forms + (addedStyles.map { $0.text + "\n" } ?? "")
  }
}
