/// A figure that a policy prints, or the way to find it: in a table, by date, by season, or as a person states it.
///
/// What is counted is known from the place where the figure stands: a sum, a part, a count or a period.
public indirect enum Figure: Hashable, Sendable {
  /// A value as it is printed.
  public enum Value: Hashable, Sendable {
    /// A sum.
    case money(Money)
    /// A part of something.
    case part(Fraction)
    /// A number of things.
    case count(Int64)
    /// A length of time.
    case period(Period)
  }

  /// A figure that holds from a day on.
  public struct FromDay: Hashable, Sendable {
    /// The first day on which it holds.
    public let from: CivilDate
    /// The figure.
    public let figure: Figure
    /// The paragraph that prints it.
    public let citations: [Citation]

    /// A figure with the day on which it begins.
    public init(from: CivilDate, figure: Figure, citations: [Citation] = []) {
      self.from = from
      self.figure = figure
      self.citations = citations
    }
  }

  /// One rung of a ladder of ranges.
  public struct Rung: Hashable, Sendable {
    /// The highest value of the range; `nil` for the last.
    public let upTo: Int64?
    /// The figure for the range.
    public let figure: Figure

    /// A rung with its ceiling.
    public init(upTo: Int64?, figure: Figure) {
      self.upTo = upTo
      self.figure = figure
    }
  }

  /// A part of the year with its figure. It lasts until the next one begins.
  public struct Season: Hashable, Sendable {
    /// The month, from 1, and the day of the month on which it begins.
    public let month, day: Int
    /// The figure for the season.
    public let figure: Figure

    /// A season with its first day.
    public init(month: Int, day: Int, figure: Figure) {
      self.month = month
      self.day = day
      self.figure = figure
    }
  }

  /// As printed. One that nobody has confirmed may price, and is never signed.
  case value(Value, isConfirmed: Bool)
  /// What a person states, or what is derived from what they state.
  case fact(Ref<Fact>)
  /// By the day of a fact: the last entry that begins on or before it. Before the first there is none, and the case is
  /// at fault.
  case dated(on: Ref<Fact>, [FromDay])
  /// By the own day of each unit that is counted. Only the rate of an accrual or of interest may be so.
  case datedOnEach([FromDay])
  /// By a choice: one figure for each of its answers, in their order.
  case byChoice(Ref<Fact>, [Figure])
  /// By a number or a sum: the first rung whose ceiling is not below it.
  case byRange(Ref<Fact>, [Rung])
  /// By the season that a day falls in, in the order of the year. Together they cover it.
  case bySeason(Ref<Fact>, [Season])
  /// The policy gives no figure here; a person is asked.
  case ask(Ref<Reading>)

  /// A value that is confirmed.
  public static func printed(_ value: Value) -> Figure { .value(value, isConfirmed: true) }

  /// The figures directly inside.
  public var inner: [Figure] {
    switch self {
    case .value, .fact, .ask: []
    case .dated(_, let entries), .datedOnEach(let entries): entries.map(\.figure)
    case .byChoice(_, let figures): figures
    case .byRange(_, let rungs): rungs.map(\.figure)
    case .bySeason(_, let seasons): seasons.map(\.figure)
    }
  }

  /// Every fact that it may read, in order, possibly more than once.
  public var facts: [Ref<Fact>] {
    let own: [Ref<Fact>] =
      switch self {
      case .fact(let fact), .dated(let fact, _), .byChoice(let fact, _), .byRange(let fact, _), .bySeason(let fact, _):
        [fact]
      case .value, .datedOnEach, .ask: []
      }
    return own + inner.flatMap(\.facts)
  }

  /// Every reading that a person may be asked about, in order.
  public var readings: [Ref<Reading>] {
    if case .ask(let reading) = self { [reading] } else { inner.flatMap(\.readings) }
  }

  /// Every value that is printed, in order, with whether it is confirmed.
  public var values: [(value: Value, isConfirmed: Bool)] {
    if case .value(let value, let isConfirmed) = self { [(value, isConfirmed)] } else { inner.flatMap(\.values) }
  }

  /// The paragraphs that its entries cite.
  public var citations: [Citation] {
    let own: [Citation] =
      switch self {
      case .dated(_, let entries), .datedOnEach(let entries): entries.flatMap(\.citations)
      default: []
      }
    return own + inner.flatMap(\.citations)
  }
}
