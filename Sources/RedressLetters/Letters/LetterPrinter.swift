import Foundation
import Redress
import RedressDocuments
import RedressFiles

/// A format of letters.
public enum LetterFormat: String, CaseIterable, Hashable, Sendable {
  /// The master; a page that needs nothing else, and prints well.
  case html
  /// Tagged, for screen readers and for archives, with the signed offer inside.
  case pdf
  /// Plain text.
  case text
  /// Contracted Braille, to be embossed.
  case braille
}

/// The format of one letter, and its size of print.
public struct LetterForm: Hashable, Sendable {
  /// The format.
  public let format: LetterFormat
  /// Whether everything is printed in 18 point.
  public let isLarge: Bool

  /// What was asked for or, else, what the name of the file says or, else, what the person needs.
  public init(asked: LetterFormat?, isLarge: Bool?, path: String?, needed: String?) {
    let named = path.flatMap { Self.format(ofFile: $0) }
    let wanted = needed.flatMap { LetterFormat(rawValue: $0) }
    format = asked ?? named ?? wanted ?? .html
    let isOfPages = format == .html || format == .pdf
    self.isLarge = isOfPages && (isLarge ?? (needed == "large-print"))
  }

  private static func format(ofFile path: String) -> LetterFormat? {
    let endings: [(String, LetterFormat)] = [
      (".html", .html), (".htm", .html), (".pdf", .pdf), (".txt", .text), (".brf", .braille),
    ]
    return endings.first { path.lowercased().hasSuffix($0.0) }?.1
  }

  /// Whether the name of a file says its format, and the one that was asked for where one was.
  public static func isKnownEnding(_ path: String, for asked: LetterFormat?) -> Bool {
    let isDevice = path.hasPrefix("/dev/")
    return isDevice || format(ofFile: path).map { $0 == asked ?? $0 } ?? false
  }

  /// One of many letters: what the person needs comes first, and what was asked for is for those who need nothing.
  public init(forEach written: LetterRun.Written, asked: LetterFormat?, isLarge: Bool?) {
    let needed = written.kind == .financeSheet ? nil : written.neededFormat
    let wanted = needed.flatMap { LetterFormat(rawValue: $0) }
    self.init(asked: wanted ?? asked, isLarge: isLarge, path: nil, needed: needed)
  }

  /// How the name of its file ends.
  public var fileEnding: String {
    let ending =
      switch format {
      case .html: "html"
      case .pdf: "pdf"
      case .text: "txt"
      case .braille: "brf"
      }
    return isLarge ? "large-print.\(ending)" : ending
  }
}

/// Prints letters in any format. What a format needs is looked for once, when the first letter asks for it.
public final class LetterPrinter {
  private let organisation: Organisation
  private let styles: AddedStyles?
  private var renderer: PDFRenderer?
  private var braille: BrailleEmitter?

  /// - Throws: that the organisation's stylesheet cannot be used.
  public init(_ organisation: Organisation) throws(FaultList) {
    self.organisation = organisation
    do throws(AddedStyles.Fault) {
      styles = try organisation.stylesheet.map { text throws(AddedStyles.Fault) in try AddedStyles(text) }
    } catch {
      throw FaultList(
        organisation.source.fault(
          .caseShape, says: "The stylesheet cannot be used. \(error)", mend: "Or leave `stylesheet` out."))
    }
  }

  /// The bytes of the letter's file.
  /// - Throws: what the format needs and is not here, or why this letter cannot be printed in it.
  public func bytes(of written: LetterRun.Written, in form: LetterForm) throws -> [UInt8] {
    let document = written.letter.document
    switch form.format {
    case .html: return Array(page(of: written, form).utf8)
    case .text: return Array(TextEmitter(width: 78).text(of: document).utf8)
    case .braille:
      let emitter = try braille ?? BrailleEmitter()
      braille = emitter
      return Array(try emitter.brf(of: document).utf8)
    case .pdf:
      let renderer = try renderer ?? PDFRenderer()
      self.renderer = renderer
      return Array(
        try renderer.pdf(
          of: page(of: written, form), day: written.day, author: organisation.name, attaching: written.attachments))
    }
  }

  /// A finance sheet is read at a desk, and is one page.
  private static let oneSheet = AddedStyles(
    own:
      """
      @page { margin: 12mm 16mm 16mm; }
      @media print {
      body { font-size: 10pt; line-height: 1.3; }
      h1, h2 { margin: 0.6em 0 0.3em; }
      p, dl, table { margin: 0 0 0.5em; }
      dl > div { padding: 0.1em 0; }
      th, td { padding: 0.2em 1em 0.2em 0; }
      dt { flex-basis: 20%; }
      }

      """)

  private func page(of written: LetterRun.Written, _ form: LetterForm) -> String {
    if written.kind == .financeSheet {
      return HTMLEmitter(.report, adding: Self.oneSheet).page(of: written.letter.document)
    }
    return HTMLEmitter(form.isLarge ? .largePrint : .letter, adding: styles).page(of: written.letter.document)
  }
}
