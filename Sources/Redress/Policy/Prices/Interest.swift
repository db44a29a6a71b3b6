/// Interest on a sum, from a day to a day.
public struct Interest: Hashable, Sendable {
  /// What the sum is.
  public enum Principal: Hashable, Sendable {
    /// Money that is stated.
    case fact(Ref<Fact>)
    /// What the items under heads declared before come to, that nothing keeps out.
    case totalOf([Ref<Head>])
  }

  /// How many days a year has.
  public enum YearOf: String, CaseIterable, Hashable, Sendable {
    /// 365 days, also in a leap year.
    case days365 = "365 days"
    /// As many as the year of each day has.
    case actual
  }

  /// When interest is added to the sum and bears interest itself.
  public enum Compound: String, CaseIterable, Hashable, Sendable {
    /// Never: simple interest.
    case never
    /// After each month, or each year, counted from the first day.
    case monthly, yearly
  }

  /// The sum that bears interest.
  public let principal: Principal
  /// The days that it runs: a count derived from two days, in units of 1 day.
  public let days: Ref<Fact>
  /// The rate for a year, of which each value is a whole number of millionths. It may be dated on each day.
  public let rate: Figure
  /// How many days a year has.
  public let yearOf: YearOf
  /// When interest is added to the sum.
  public let compound: Compound
  /// How the interest of one day is rounded before it is multiplied; `nil` where only the result is. Only for simple
  /// interest.
  public let dailyRounded: Rounding?

  /// Interest with all that it says.
  public init(
    principal: Principal, days: Ref<Fact>, rate: Figure, yearOf: YearOf, compound: Compound,
    dailyRounded: Rounding? = nil
  ) {
    self.principal = principal
    self.days = days
    self.rate = rate
    self.yearOf = yearOf
    self.compound = compound
    self.dailyRounded = dailyRounded
  }

  /// Every fact that it reads.
  public var facts: [Ref<Fact>] {
    let sum: [Ref<Fact>] = if case .fact(let fact) = principal { [fact] } else { [] }
    return sum + [days] + rate.facts
  }
}
