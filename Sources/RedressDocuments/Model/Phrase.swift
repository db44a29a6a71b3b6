import Redress

/// One or more inlines that together say something: a sentence, a heading, the contents of a cell.
///
/// A phrase is written as an interpolated string: `"Please reply by \(day) to accept \(sum)."`. Only typed values go
/// in. Neither a bare `String` nor an optional compiles there, and no phrase can be made from nothing, so a document
/// has no blank where a reader expects a value.
public struct Phrase: Hashable, Sendable {
  /// In reading order, never empty. Text from outside stays an inline of its own.
  public let inlines: [Inline]

  /// Text that says something.
  public init(_ words: Words) { inlines = [.text(words.text)] }
  /// A sum alone.
  public init(_ sum: Money) { inlines = [.money(sum)] }
  /// A day alone.
  public init(_ day: CivilDate) { inlines = [.day(day)] }
  /// The place that a statement rests on, alone.
  public init(_ citation: Citation) { inlines = [.citation(citation)] }

  /// Phrases as a list in a sentence: `a, b or c`. `nil` when there are none.
  public init?(listing phrases: [Phrase], before last: Words) {
    guard let first = phrases.first else { return nil }
    var inlines = first.inlines
    for (place, phrase) in phrases.enumerated().dropFirst() {
      inlines.append(.text(place == phrases.count - 1 ? " \(last.text) " : ", "))
      inlines += phrase.inlines
    }
    self.inlines = inlines
  }

  /// Phrases one after another, with a mark or a space between each two. `nil` when there are none.
  init?(joining phrases: [Phrase], with separator: String) {
    guard let first = phrases.first else { return nil }
    inlines = phrases.dropFirst().reduce(into: first.inlines) { $0 += [.text(separator)] + $1.inlines }
  }

  /// The characters alone, for places that hold no structure, such as the title of a window.
  func plainText(in language: Language) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .strong(let phrase): phrase.plainText(in: language)
      case .code(let words): words.text
      case .money(let sum): sum.description
      case .day(let day): language.text(of: day)
      case .citation(let citation): citation.text
      case .foreign(let other, let phrase): phrase.plainText(in: other)
      }
    }.joined()
  }
}
