/// How an amount is found: one of the kinds of price, then what adjusts, rounds and limits it, in that order.
///
/// A price may hold others. Each has a number within its head: its own first, then those of its parts in order, then
/// those of its limits.
public struct Price: Hashable, Sendable {
  /// The ways to find an amount. The set is closed; each is one file of the assessor.
  public indirect enum Kind: Hashable, Sendable {
    /// A range of amounts for each level, within which a person picks the point.
    case band(Band)
    /// What a person really spent.
    case actualCost(ActualCost)
    /// A sum that is printed, stated or found in a table.
    case fixed(Figure)
    /// So much for each of a count.
    case accrual(Accrual)
    /// A part of a sum, so many times.
    case share(Share)
    /// A cost less straight-line wear.
    case wear(Wear)
    /// Interest on a sum from a day to a day.
    case interest(Interest)
    /// The policy gives no figure; a person decides, with evidence and reasons.
    case judgement(Judgement)
    /// The highest of several prices; of equal ones the first.
    case highest([Price])
    /// The lowest of several prices; of equal ones the first.
    case lowest([Price])
    /// Several prices added up.
    case sum([Price])
    /// What the items under heads declared before come to, that nothing keeps out.
    case totalOf([Ref<Head>])
  }

  /// The amount before it is adjusted.
  public let kind: Kind
  /// What raises or lowers it, in order.
  public let adjustments: [Adjustment]
  /// How a result that is no whole penny is rounded; `nil` where nothing is ever divided.
  public let rounding: Rounding?
  /// What it may be at least and at most.
  public let limits: Limits

  /// A price with all that it says.
  public init(
    _ kind: Kind, adjustments: [Adjustment] = [], rounding: Rounding? = nil, limits: Limits = Limits()
  ) {
    self.kind = kind
    self.adjustments = adjustments
    self.rounding = rounding
    self.limits = limits
  }

  /// A price that is a band and nothing else.
  public static func band(_ band: Band) -> Price { Price(.band(band)) }
  /// A price that is what was really spent and nothing else.
  public static func actualCost(_ cost: ActualCost) -> Price { Price(.actualCost(cost)) }

  /// The prices directly inside: its parts, then its limits.
  public var inner: [Price] {
    let parts: [Price] =
      switch kind {
      case .highest(let parts), .lowest(let parts), .sum(let parts): parts
      default: []
      }
    return parts + [limits.atLeast, limits.atMost].compactMap(\.self)
  }

  /// This price and all inside, each at its number.
  public var nodes: [Price] { [self] + inner.flatMap(\.nodes) }

  /// Every fact that it may read, in order, possibly more than once.
  public var facts: [Ref<Fact>] {
    let figures = [limits.nothingUnder, limits.nothingUpTo].compactMap(\.self) + adjustments.map(\.part)
    return kind.facts + adjustments.flatMap { $0.when?.facts ?? [] } + figures.flatMap(\.facts) + inner.flatMap(\.facts)
  }

  /// Every figure that stands in it, its parts and its limits.
  public var figures: [Figure] {
    let own = kind.figures + adjustments.map(\.part)
    return own + [limits.nothingUnder, limits.nothingUpTo].compactMap(\.self) + inner.flatMap(\.figures)
  }

  /// Every band in it, in the order of their numbers.
  public var bands: [Band] {
    nodes.compactMap { if case .band(let band) = $0.kind { band } else { nil } }
  }

  /// The heads whose totals it takes.
  public var headsTaken: [Ref<Head>] {
    nodes.flatMap { if case .totalOf(let heads) = $0.kind { heads } else { [] as [Ref<Head>] } }
  }
}

extension Price.Kind {
  /// The facts that it reads itself, without the prices inside.
  public var facts: [Ref<Fact>] {
    switch self {
    case .band(let band): band.facts
    case .actualCost(let cost): cost.facts
    case .fixed(let figure): figure.facts
    case .accrual(let accrual): accrual.facts
    case .share(let share): share.facts
    case .wear(let wear): wear.facts
    case .interest(let interest): interest.facts
    case .judgement(let judgement): judgement.facts
    case .highest, .lowest, .sum, .totalOf: []
    }
  }

  /// The figures that stand in it, without the prices inside.
  public var figures: [Figure] {
    switch self {
    case .fixed(let figure): [figure]
    case .accrual(let accrual): accrual.figures
    case .share(let share): [share.of, share.part]
    case .wear(let wear): [wear.life]
    case .interest(let interest): [interest.rate]
    case .band, .actualCost, .judgement, .highest, .lowest, .sum, .totalOf: []
    }
  }
}

/// Something that raises or lowers an amount by a part of it.
public struct Adjustment: Hashable, Sendable {
  /// Which way.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    /// The part is added to the amount.
    case add
    /// The part is taken off the amount.
    case takeOff = "take-off"
    /// Only the part is left of the amount.
    case keep
  }

  /// Which way it goes.
  public let direction: Direction
  /// The part of the amount.
  public let part: Figure
  /// It counts only where this holds; `nil` for always.
  public let when: Condition?
  /// Why, in a few words: `for vulnerability`.
  public let because: String?

  /// An adjustment with all that it says.
  public init(_ direction: Direction, part: Figure, when: Condition?, because: String?) {
    self.direction = direction
    self.part = part
    self.when = when
    self.because = because
  }
}

/// What an amount may be at least and at most. Applied in this order: nothing under, at least, at most.
public struct Limits: Hashable, Sendable {
  /// Below this sum nothing is paid. The sum itself is paid.
  public let nothingUnder: Figure?
  /// Up to and with this sum nothing is paid.
  public let nothingUpTo: Figure?
  /// A lower amount is raised to this one. Nothing stays nothing.
  public var atLeast: Price? { least.first }
  /// A higher amount is lowered to this one.
  public var atMost: Price? { most.first }

  /// A value cannot hold one of its own kind, and a list can: each is empty or has one price.
  private let least, most: [Price]

  /// Limits, each of which may be left out.
  public init(
    nothingUnder: Figure? = nil, nothingUpTo: Figure? = nil, atLeast: Price? = nil, atMost: Price? = nil
  ) {
    self.nothingUnder = nothingUnder
    self.nothingUpTo = nothingUpTo
    least = [atLeast].compactMap(\.self)
    most = [atMost].compactMap(\.self)
  }

  /// Whether there are none.
  public var isEmpty: Bool { nothingUnder == nil && nothingUpTo == nil && atLeast == nil && atMost == nil }
}
