/// What an edition changes at one entry of a matrix: a rule, a fact, a reading.
public struct EntryChange: Hashable, Sendable {
  /// Whether it is there in both editions.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// In the new edition alone, in the old one alone, or in both and not the same.
    case added, gone, changed
  }

  /// One value that is not the same.
  public struct Detail: Hashable, Sendable {
    /// Where in the entry it stands, by keys: `steps[2].within`.
    public let at: String
    /// What the old edition says; `nil` where it says nothing there.
    public let old: String?
    /// What the new edition says; `nil` where it says nothing there.
    public let new: String?

    /// A value in both editions.
    public init(at: String, old: String?, new: String?) {
      self.at = at
      self.old = old
      self.new = new
    }
  }

  /// Whether it is there in both editions.
  public let kind: Kind
  /// What it is called, with the section that it stands in: `windows.claim`.
  public let name: String
  /// What people call it, in the new edition if it is there.
  public let title: String
  /// The paragraphs that it rests on, as people read them, in the new edition if it is there.
  public let paragraphs: [String]
  /// What is not the same, where it is in both editions.
  public let details: [Detail]

  /// A change of an entry.
  public init(kind: Kind, name: String, title: String, paragraphs: [String], details: [Detail]) {
    self.kind = kind
    self.name = name
    self.title = title
    self.paragraphs = paragraphs
    self.details = details
  }
}

/// What an edition changes, entry by entry.
public struct EditionChange: Hashable, Sendable {
  /// The rules, in the order of the new edition; those that are gone come last in their section.
  public let rules: [EntryChange]
  /// The facts that people state.
  public let facts: [EntryChange]
  /// The facts that a rule may need under the new edition, and that could be left out or were not asked before.
  public let neededNow: [String]
  /// The readings.
  public let readings: [EntryChange]
  /// What else is not the same: decisions, roles, sources.
  public let others: [EntryChange]

  /// What an edition changes.
  public init(
    rules: [EntryChange], facts: [EntryChange], neededNow: [String], readings: [EntryChange], others: [EntryChange]
  ) {
    self.rules = rules
    self.facts = facts
    self.neededNow = neededNow
    self.readings = readings
    self.others = others
  }

  /// Whether the two editions say the same.
  public var isEmpty: Bool { rules.isEmpty && facts.isEmpty && readings.isEmpty && others.isEmpty }
}
