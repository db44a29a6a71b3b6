/// What is said and how it is ordered, with nothing about looks.
///
/// Emitters write the same document for a terminal, as a page, and as anything else a reader needs.
public struct Document: Hashable, Sendable {
  /// The first heading, and the name of the window or file.
  public let title: Phrase
  /// What the document is written in.
  public let language: Language
  /// Words that must stand on every page, such as `Draft: not an offer`.
  public let marking: Phrase?
  /// Everything under the title, in reading order.
  public let blocks: [Block]

  /// A document with what stands under its title.
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
  /// The heading.
  public let title: Phrase
  /// Everything under the heading, in reading order.
  public let blocks: [Block]

  /// A heading with what stands under it.
  public init(_ title: Phrase, @BlockBuilder blocks: () -> [Block]) {
    self.title = title
    self.blocks = blocks()
  }
}
