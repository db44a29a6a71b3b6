/// A document that rules are taken from, with the paragraphs of it that may be cited.
public struct Source: Hashable, Sendable {
  /// A part of the document that can be cited.
  public struct Paragraph: Hashable, Sendable {
    /// What a citation writes after the `#`: `2.3.4`, or heading and ordinal where a paper has no numbers.
    public let name: String
    /// How the paragraph is shown to people: `2.3.4`, `Appendix 1, first paragraph`.
    public let shownAs: String

    /// A paragraph with the way in which it is shown.
    public init(name: String, shownAs: String) {
      self.name = name
      self.shownAs = shownAs
    }
  }

  /// What a citation writes before the `#`.
  public let name: String
  /// What the document is called.
  public let title: String
  /// The paragraphs that may be cited, in the order of the file.
  public let paragraphs: [Paragraph]

  /// A document with its paragraphs.
  public init(name: String, title: String, paragraphs: [Paragraph]) {
    self.name = name
    self.title = title
    self.paragraphs = paragraphs
  }
}

/// The paragraph of a source that a rule rests on.
public struct Citation: Hashable, Sendable {
  /// The document.
  public let source: Ref<Source>
  /// The paragraph, as a place in its source.
  public let paragraph: Ref<Source.Paragraph>

  /// A citation of one paragraph.
  public init(source: Ref<Source>, paragraph: Ref<Source.Paragraph>) {
    self.source = source
    self.paragraph = paragraph
  }
}

/// An unclear or silent point of a policy, with the answer that was given for it. Never a guess: it says who decided
/// and why.
public struct Reading: Hashable, Sendable {
  /// What is done about the point.
  public enum Answer: Hashable, Sendable {
    /// A person is asked on each case; these roles may answer.
    case ask([Ref<Role>])
    /// The answer that the matrix follows, in words.
    case settled(String)
  }

  /// What files call it.
  public let name: String
  /// What the policy leaves unclear.
  public let question: String
  /// The answer, or who is asked.
  public let answer: Answer
  /// Why it is answered so.
  public let because: String
  /// Who decided; `nil` while the reading is only proposed.
  public let decidedBy: String?
  /// The day on which it was decided; `nil` where that was not said.
  public let decidedOn: CivilDate?
  /// Paragraphs that it reads, where no rule rests on them.
  public let citations: [Citation]

  /// A reading with all that it says.
  public init(
    name: String, question: String, answer: Answer, because: String, decidedBy: String?, decidedOn: CivilDate?,
    citations: [Citation]
  ) {
    self.name = name
    self.question = question
    self.answer = answer
    self.because = because
    self.decidedBy = decidedBy
    self.decidedOn = decidedOn
    self.citations = citations
  }

  /// A reading is open until somebody has decided it.
  public var isOpen: Bool { decidedBy == nil }
}

/// A post whose holder may sign, decide or be asked, such as a head of department.
public struct Role: Hashable, Sendable {
  /// What files call it.
  public let name: String
  /// What people call it.
  public let title: String

  /// A post with its title.
  public init(name: String, title: String) {
    self.name = name
    self.title = title
  }
}
