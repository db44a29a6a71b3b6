/// A document that rules are taken from, with the paragraphs of it that may be cited.
public struct Source: Hashable, Sendable {
  public struct Paragraph: Hashable, Sendable {
    /// What a citation writes after the `#`: `2.3.4`, or heading and ordinal where a paper has no numbers.
    public let name: String
    /// How the paragraph is shown to people: `2.3.4`, `Appendix 1, first paragraph`.
    public let shownAs: String

    public init(name: String, shownAs: String) {
      self.name = name
      self.shownAs = shownAs
    }
  }

  public let name: String
  public let title: String
  public let paragraphs: [Paragraph]

  public init(name: String, title: String, paragraphs: [Paragraph]) {
    self.name = name
    self.title = title
    self.paragraphs = paragraphs
  }
}

/// The paragraph of a source that a rule rests on.
public struct Citation: Hashable, Sendable {
  public let source: Ref<Source>
  public let paragraph: Ref<Source.Paragraph>

  public init(source: Ref<Source>, paragraph: Ref<Source.Paragraph>) {
    self.source = source
    self.paragraph = paragraph
  }
}

/// An unclear or silent point of a policy, with the answer that was given for it. Never a guess: it says who decided
/// and why.
public struct Reading: Hashable, Sendable {
  public enum Answer: Hashable, Sendable {
    /// A person is asked on each case; these roles may answer.
    case ask([Ref<Role>])
    /// The answer that the matrix follows, in words.
    case settled(String)
  }

  public let name: String
  public let question: String
  public let answer: Answer
  public let because: String
  /// Who decided; `nil` while the reading is only proposed.
  public let decidedBy: String?
  public let decidedOn: CivilDate?
  /// Paragraphs that it reads, where no rule rests on them.
  public let citations: [Citation]

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
  public let name: String
  public let title: String

  public init(name: String, title: String) {
    self.name = name
    self.title = title
  }
}
