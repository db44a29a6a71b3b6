/// A case as a person gave it: its facts, and the words that explain them.
public struct Case: Sendable {
  /// The reference that the organisation knows it by.
  public var name: String
  /// What was stated, as numbers.
  public var facts: CaseFacts
  /// What people decided, in the order of the file.
  public var decisions: [RecordedDecision]
  /// What each receipt was for, in the order of `facts.receipts`; empty text where it was not said.
  public var receiptWords: [String]
  /// Who set the amounts of items, and why.
  public var reasons: [Reason]
  /// What the facts of kind text say, in the order of the file.
  public var texts: [StatedText]

  /// A case with the words that explain it.
  public init(
    name: String, facts: CaseFacts, decisions: [RecordedDecision] = [], receiptWords: [String] = [],
    reasons: [Reason] = [], texts: [StatedText] = []
  ) {
    self.texts = texts
    self.name = name
    self.facts = facts
    self.decisions = decisions
    self.receiptWords = receiptWords
    self.reasons = reasons
  }

  /// What a fact of kind text says.
  public struct StatedText: Hashable, Sendable {
    /// The fact.
    public let fact: Ref<Fact>
    /// The item that states it, counted from 1; 0 for the case.
    public let item: Int
    /// Its words.
    public let text: String

    /// The words of a fact.
    public init(fact: Ref<Fact>, item: Int, text: String) {
      self.fact = fact
      self.item = item
      self.text = text
    }
  }

  /// Why an item has the amount it has.
  public struct Reason: Hashable, Sendable {
    /// The item, counted from 1.
    public let item: Int
    /// Who set the item's amount; `nil` where it was not said.
    public let by: String?
    /// Why; `nil` where it was not said.
    public let because: String?

    /// What was said of an item.
    public init(item: Int, by: String?, because: String?) {
      self.item = item
      self.by = by
      self.because = because
    }
  }
}

/// A decision that a person took on a case, with who, when and why.
public struct RecordedDecision: Hashable, Sendable {
  /// The name of the point that was decided, as written; it may be one that the matrix does not know.
  public let about: String
  /// Accepted, or declined.
  public let isAccepted: Bool
  /// Who decided, as written; nobody has verified the name.
  public let by: String
  /// The day on which it was decided.
  public let on: CivilDate
  /// Why it was decided so.
  public let because: String

  /// A decision with its answer and reasons.
  public init(about: String, isAccepted: Bool, by: String, on: CivilDate, because: String) {
    self.about = about
    self.isAccepted = isAccepted
    self.by = by
    self.on = on
    self.because = because
  }
}
