/// Terms and what each stands for, such as the particulars of a case.
public struct Definitions: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public let term: Phrase
    public let meaning: Phrase

    public init(_ term: Phrase, _ meaning: Phrase) {
      self.term = term
      self.meaning = meaning
    }
  }

  /// In the order given; a term may come twice.
  public let entries: [Entry]
  /// What is said where there are no entries; `nil` leaves it to the language.
  public let ifNone: Phrase?

  public init(_ entries: [Entry], ifNone: Phrase? = nil) {
    self.entries = entries
    self.ifNone = ifNone
  }
}

extension Definitions: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral entries: (Phrase, Phrase)...) {
    self.init(entries.map { Entry($0.0, $0.1) })
  }
}
