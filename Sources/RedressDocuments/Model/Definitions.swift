/// Terms and what each stands for, such as the particulars of a case.
public struct Definitions: Hashable, Sendable {
  /// A term and what it stands for.
  public struct Entry: Hashable, Sendable {
    /// What is named: `Last day to accept`.
    public let term: Phrase
    /// What it stands for: `9 November 2026`.
    public let meaning: Phrase

    /// A term and what it stands for.
    public init(_ term: Phrase, _ meaning: Phrase) {
      self.term = term
      self.meaning = meaning
    }
  }

  /// In the order given; a term may come twice.
  public let entries: [Entry]
  /// What is said where there are no entries; `nil` leaves it to the language.
  public let ifNone: Phrase?

  /// Entries in the order in which they are read.
  public init(_ entries: [Entry], ifNone: Phrase? = nil) {
    self.entries = entries
    self.ifNone = ifNone
  }
}

extension Definitions: ExpressibleByDictionaryLiteral {
  /// Terms and meanings as they are written, in that order.
  public init(dictionaryLiteral entries: (Phrase, Phrase)...) {
    self.init(entries.map { Entry($0.0, $0.1) })
  }
}
