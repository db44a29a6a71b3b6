/// No PDF can be made on this machine. Every other format works all the same.
public struct PDFUnavailable: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was found.
  public enum Reason: Hashable, Sendable {
    /// None of these is a Python that can be run.
    case notFound([String])
    /// This Python does not start what makes PDF, with what it said.
    case doesNotStart(python: String, words: String)
  }

  /// What was found.
  public let reason: Reason

  init(_ reason: Reason) { self.reason = reason }

  /// What is wrong, and how to get PDF.
  public var description: String {
    let found =
      switch reason {
      case .notFound(let places): "No Python for PDF was found. Looked at: \(places.joined(separator: ", "))."
      case .doesNotStart(let python, let words): "\(python) cannot make PDF: \(words)"
      }
    return """
      \(found)
      PDF needs WeasyPrint \(PDFRenderer.version) in a Python of its own. From source, run .ci/set-up: it makes one in \
      .pdf. For a tarball, see “Letters in PDF and Braille” in installing.md. One that is elsewhere is named in \
      REDRESS_PDF_PYTHON.
      HTML, plain text, large print as HTML, and Braille need none of this.
      """
  }
}

/// One letter cannot become a PDF. The next one can.
public struct PDFFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with this letter.
  public let description: String

  init(_ description: String) { self.description = description }
}
