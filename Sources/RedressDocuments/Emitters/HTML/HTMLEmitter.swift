/// Writes a document as one page that needs nothing from anywhere else, for a screen and for paper.
///
/// The same document gives the same bytes. The page allows itself no script, no picture and no request.
public struct HTMLEmitter: Sendable {
  /// An emitter with the standard stylesheet.
  public init() {}

  /// The page, in UTF-8 and ended by a line feed.
  public func page(of document: Document) -> String {
    """
    <!doctype html>
    <html lang="\(HTMLText.plain(document.language.tag.text))">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(HTMLText.plain(document.title.plainText(in: document.language)))</title>
    <style>
    \(Stylesheet.text(for: document))</style>
    </head>
    <body>
    <main>
    \(HTMLBlocks(language: document.language).html(of: document))</main>
    </body>
    </html>

    """
  }

  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
}
