/// What is said and how it is ordered, with nothing about looks.
///
/// Emitters write the same document for a terminal, as a page, and as anything else a reader needs.
public struct Document: Hashable, Sendable {
  public let title: Phrase
  public let language: Language
  /// Words that must stand on every page, such as `Draft: not an offer`.
  public let marking: Phrase?
  public let blocks: [Block]

  public init(
    _ title: Phrase, language: Language = .english, marking: Phrase? = nil, @BlockBuilder blocks: () -> [Block]
  ) {
    self.title = title
    self.language = language
    self.marking = marking
    self.blocks = blocks()
  }
}

/// A heading and what stands under it.
///
/// The level of the heading is the depth of the section, so a document cannot skip one.
public struct Section: Hashable, Sendable {
  public let title: Phrase
  public let blocks: [Block]

  public init(_ title: Phrase, @BlockBuilder blocks: () -> [Block]) {
    self.title = title
    self.blocks = blocks()
  }
}
