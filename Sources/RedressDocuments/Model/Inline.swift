import Redress

/// A part of a sentence.
///
/// Sums and days keep their type until an emitter writes them, so that no format splits one across two lines.
public enum Inline: Hashable, Sendable {
  /// Text, with the spaces that join it to its neighbours. A no-break space keeps what it joins on one line.
  case text(String)
  /// What a hurried reader must not miss.
  indirect case strong(Phrase)
  /// What is typed or matched letter by letter: a command, a reference, a digest.
  case code(Words)
  /// A sum, written `£1,234.50`.
  case money(Money)
  /// A day, written `9 November 2026`.
  case day(CivilDate)
  /// The place that a statement rests on.
  case citation(Citation)
  /// Words of another language than the document's, so that a screen reader says them rightly.
  indirect case foreign(Language, Phrase)

  /// Whether a reader would see that it is there: all but spaces between others.
  var canBeSeen: Bool {
    if case .text(let text) = self { Words(text) != nil } else { true }
  }
}

/// The place in a policy or a law that a statement rests on.
public struct Citation: Hashable, Sendable {
  /// The paper, as its readers call it: `Complaints, Feedback and Redress Policy`.
  public let source: Words
  /// Where in it, in words: `paragraph 4.10.3`, or a heading where it has no numbers.
  public let place: Words

  /// A place in a paper.
  public init(_ source: Words, _ place: Words) {
    self.source = source
    self.place = place
  }

  /// For people: the paper, then the place.
  package var text: String { "\(source.text), \(place.text)" }
}
