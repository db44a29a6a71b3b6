/// A head under which money may be offered, and how its amount is found.
public struct Head: Hashable, Sendable {
  /// What case files call it.
  public let name: String
  /// Its title and its paragraphs.
  public let rule: Ref<Rule>
  /// How its amount is found.
  public let price: Price
  /// How the amount may be given; `nil` where it is always money.
  public let forms: Forms?
  /// Whether it is always given in kind: it counts for authority, and no money is paid.
  public let isInKind: Bool
  /// What must be shown before a sum counts.
  public let evidence: [Evidence]
  /// Whether arrears may be taken from it. Nothing is set off from a head that does not say so.
  public let allowsSetOff: Bool
  /// What a letter calls it, for somebody who does not know the policy; `nil` where its title will do.
  public let letter: String?

  /// A head with all that it says.
  public init(
    name: String, rule: Ref<Rule>, price: Price, forms: Forms?, isInKind: Bool = false, evidence: [Evidence] = [],
    allowsSetOff: Bool, letter: String? = nil
  ) {
    self.letter = letter
    self.name = name
    self.rule = rule
    self.price = price
    self.forms = forms
    self.isInKind = isInKind
    self.evidence = evidence
    self.allowsSetOff = allowsSetOff
  }

  /// The facts that an item under it may state: all that its price, forms and evidence read.
  public var facts: [Ref<Fact>] {
    price.facts + (forms.map { [$0.fact] } ?? []) + evidence.flatMap { [$0.fact] + ($0.when?.facts ?? []) }
  }
}

/// Something that must be shown before a sum counts. While it is missing a person is asked for it.
public struct Evidence: Hashable, Sendable {
  /// The fact that states it.
  public let fact: Ref<Fact>
  /// It is wanted only where this holds; `nil` for always.
  public let when: Condition?
  /// It is wanted only for an amount above this; `nil` for any.
  public let above: Money?

  /// Evidence that is wanted under these conditions.
  public init(fact: Ref<Fact>, when: Condition?, above: Money?) {
    self.fact = fact
    self.when = when
    self.above = above
  }
}

/// A range of amounts for each level, within which a person picks the point.
public struct Band: Hashable, Sendable {
  /// The amounts of one level.
  public struct Level: Hashable, Sendable {
    /// The lowest amount of the band.
    public let from: Money
    /// The highest amount; `nil` where the policy prints none.
    public let to: Money?
    /// What the policy prints as the signs of this level, in plain words.
    public let signs: [String]
    /// The point that the policy suggests; `nil` where it suggests none.
    public let suggested: Money?
    /// The paragraph that prints this level.
    public let citations: [Citation]

    /// A level with all that it says.
    public init(from: Money, to: Money?, signs: [String], suggested: Money? = nil, citations: [Citation]) {
      self.from = from
      self.to = to
      self.signs = signs
      self.suggested = suggested
      self.citations = citations
    }

    /// Whether the amount lies in the band, both ends included.
    public func contains(_ amount: Money) -> Bool { amount >= from && (to.map { amount <= $0 } ?? true) }
  }

  /// Amounts between two bands that the policy leaves out, ends included, with the reading that answers for them.
  public struct Hole: Hashable, Sendable {
    /// The lowest amount that lies between the bands.
    public let from: Money
    /// The highest of them.
    public let to: Money
    /// The reading that says who is asked.
    public let reading: Ref<Reading>

    /// A hole with the reading that answers for it.
    public init(from: Money, to: Money, reading: Ref<Reading>) {
      self.from = from
      self.to = to
      self.reading = reading
    }
  }

  /// A case that the policy itself puts at a level.
  public struct Placed: Hashable, Sendable {
    /// Where this holds, the policy sets the level.
    public let when: Condition
    /// The level that it sets, by its place.
    public let level: Int
    /// The reading that is asked where another level was stated.
    public let reading: Ref<Reading>

    /// A place with the reading that answers for all others.
    public init(when: Condition, level: Int, reading: Ref<Reading>) {
      self.when = when
      self.level = level
      self.reading = reading
    }
  }

  /// The fact that states the level; its choices are the levels, in order.
  public let by: Ref<Fact>
  /// The second axis, where each level is split by another choice; `nil` for one axis. The levels then stand row by
  /// row: all choices of the second axis for the first choice of the first.
  public let splitBy: Ref<Fact>?
  /// The fact that states the point within the band.
  public let amount: Ref<Fact>
  /// Who picks the point within the band.
  public let pickedBy: [Ref<Role>]
  /// The bands of the levels, in the order of the choices of ``by``.
  public let levels: [Level]
  /// What lies between them, from the lowest up.
  public let holes: [Hole]
  /// Where the policy sets the level itself. The first that holds counts.
  public let placed: [Placed]

  /// A band with all that it says.
  public init(
    by: Ref<Fact>, splitBy: Ref<Fact>? = nil, amount: Ref<Fact>, pickedBy: [Ref<Role>], levels: [Level], holes: [Hole],
    placed: [Placed]
  ) {
    self.by = by
    self.splitBy = splitBy
    self.amount = amount
    self.pickedBy = pickedBy
    self.levels = levels
    self.holes = holes
    self.placed = placed
  }

  /// Every fact that it reads.
  public var facts: [Ref<Fact>] { [by] + (splitBy.map { [$0] } ?? []) + [amount] + placed.flatMap(\.when.facts) }
}

/// What a person really spent, shown by receipts or by other evidence.
public struct ActualCost: Hashable, Sendable {
  /// The fact that states the receipts.
  public let receipts: Ref<Fact>
  /// Other evidence, in words.
  public let evidence: Ref<Fact>
  /// The sum where there are no receipts, or not yet.
  public let amount: Ref<Fact>
  /// What an insurer or somebody else paid towards it; it comes off, as far as it goes.
  public let less: [Ref<Fact>]

  /// The facts that a cost is read from.
  public init(receipts: Ref<Fact>, evidence: Ref<Fact>, amount: Ref<Fact>, less: [Ref<Fact>] = []) {
    self.receipts = receipts
    self.evidence = evidence
    self.amount = amount
    self.less = less
  }

  /// Every fact that it reads.
  public var facts: [Ref<Fact>] { [receipts, evidence, amount] + less }
}

/// How an amount may be given: in money, or in kind at some levels only.
public struct Forms: Hashable, Sendable {
  /// The fact that states the form; its choices are the forms.
  public let fact: Ref<Fact>
  /// Choices that are given in kind: they count for authority, and no money is paid.
  public let inKind: [Int64]
  /// Levels at which a form in kind is printed; at any other the reading answers.
  public let inKindAt: [Int64]
  /// The reading that is asked about a form in kind anywhere else; `nil` where it is allowed everywhere.
  public let otherwise: Ref<Reading>?

  /// The forms of a head.
  public init(fact: Ref<Fact>, inKind: [Int64], inKindAt: [Int64], otherwise: Ref<Reading>?) {
    self.fact = fact
    self.inKind = inKind
    self.inKindAt = inKindAt
    self.otherwise = otherwise
  }
}
