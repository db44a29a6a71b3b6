/// Where sentences are written to: text, or the bytes of a file.
///
/// The words of an explanation stand once, in the extensions of this protocol. ``Explanation`` writes them as text,
/// after looking up what they speak of; a batch writes them as bytes, from what it looked up beforehand.
public protocol Sentences: ~Copyable {
  /// Words that are not the engine's own: a name, a title, a length of time.
  associatedtype Words

  /// Writes words of the engine.
  mutating func say(_ text: StaticString)
  /// Writes other words.
  mutating func say(_ words: Words)
  /// Writes a number of things.
  mutating func say(_ count: Int64)
  /// Writes a sum as people read it: `£1,234.50`.
  mutating func say(_ sum: Money)
  /// Writes a day as people read it: `9 November 2026`.
  mutating func say(_ day: CivilDate)
}

/// Sentences as text.
public struct SentenceText: Sentences {
  /// Text.
  public typealias Words = String

  /// What was written so far.
  public private(set) var text = ""

  /// The text of some sentences.
  public static func of(_ write: (inout SentenceText) -> Void) -> String {
    var sentences = SentenceText()
    write(&sentences)
    return sentences.text
  }

  /// Writes words of the engine.
  public mutating func say(_ text: StaticString) { self.text += "\(text)" }
  /// Writes other words.
  public mutating func say(_ words: String) { text += words }
  /// Writes a number of things.
  public mutating func say(_ count: Int64) { text += String(count) }
  /// Writes a sum.
  public mutating func say(_ sum: Money) { text += sum.description }
  /// Writes a day.
  public mutating func say(_ day: CivilDate) { text += day.description }
}

extension Figure.Value {
  /// A printed value as an explanation says it, and whether anybody has confirmed it.
  public func words(isConfirmed: Bool) -> String {
    switch self {
    case .money(let money): "\(money)\(isConfirmed ? "" : " (not confirmed)")"
    case .part(let part): "\(part)\(isConfirmed ? "" : " (not confirmed)")"
    case .count(let count): "\(count)"
    case .period(let period): "\(period)"
    }
  }
}
