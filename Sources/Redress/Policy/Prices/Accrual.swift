/// So much for each unit of a count, such as £2 for each day.
public struct Accrual: Hashable, Sendable {
  /// A rate for some of the units.
  public struct Step: Hashable, Sendable {
    /// The last unit that it holds for, counted from 1 after the grace; `nil` for all that are left.
    public let upTo: Int64?
    /// The sum for each unit.
    public let rate: Figure

    /// A step with its rate.
    public init(upTo: Int64?, rate: Figure) {
      self.upTo = upTo
      self.rate = rate
    }
  }

  /// The count.
  public let count: Ref<Fact>
  /// The rates in order; the last has no end.
  public let steps: [Step]
  /// How many units a rate is for: £7 for each 7 days, counted by the day. Mostly 1.
  public let per: Int64
  /// The first units, which are not paid for; `nil` for none.
  public let grace: Figure?
  /// Nothing is due unless there are more units than this; then all of them count. `nil` for no such test.
  public let onlyAbove: Figure?
  /// A sum on top as soon as one unit is paid for; `nil` for none.
  public let plus: Figure?

  /// An accrual with all that it says.
  public init(
    count: Ref<Fact>, steps: [Step], per: Int64 = 1, grace: Figure? = nil, onlyAbove: Figure? = nil,
    plus: Figure? = nil
  ) {
    precondition(per > 0, "a rate is for at least one unit")
    self.count = count
    self.steps = steps
    self.per = per
    self.grace = grace
    self.onlyAbove = onlyAbove
    self.plus = plus
  }

  /// Every figure that stands in it.
  public var figures: [Figure] { steps.map(\.rate) + [grace, onlyAbove, plus].compactMap(\.self) }
  /// Every fact that it reads.
  public var facts: [Ref<Fact>] { [count] + figures.flatMap(\.facts) }
}

/// A part of a sum, so many times: 12.5% of the weekly rent, for each room and week.
public struct Share: Hashable, Sendable {
  /// The whole sum.
  public let of: Figure
  /// The part of it.
  public let part: Figure
  /// Counts that it is multiplied by.
  public let times: [Ref<Fact>]
  /// The highest part that all of them together may come to, such as the whole; `nil` for no limit.
  public let partAtMost: Fraction?
  /// The counts that multiply the part before that limit; the others multiply the sum after it.
  public let partTimes: [Ref<Fact>]
  /// How a single share is rounded before it is multiplied; `nil` where only the result is.
  public let eachRounded: Rounding?

  /// A share with all that it says.
  public init(
    of: Figure, part: Figure, times: [Ref<Fact>], partAtMost: Fraction? = nil, partTimes: [Ref<Fact>] = [],
    eachRounded: Rounding? = nil
  ) {
    self.of = of
    self.part = part
    self.times = times
    self.partAtMost = partAtMost
    self.partTimes = partTimes
    self.eachRounded = eachRounded
  }

  /// Every fact that it reads.
  public var facts: [Ref<Fact>] { of.facts + part.facts + partTimes + times }
}

/// A cost less straight-line wear: `cost × (1 − age ÷ life)`, and nothing once the life is over.
public struct Wear: Hashable, Sendable {
  /// What it cost: money or receipts.
  public let cost: Ref<Fact>
  /// What comes off the cost before the wear, such as a grant.
  public let less: [Ref<Fact>]
  /// Its age, as a count.
  public let age: Ref<Fact>
  /// How long it lasts, in the same units.
  public let life: Figure

  /// A wear with all that it says.
  public init(cost: Ref<Fact>, less: [Ref<Fact>], age: Ref<Fact>, life: Figure) {
    self.cost = cost
    self.less = less
    self.age = age
    self.life = life
  }

  /// Every fact that it reads.
  public var facts: [Ref<Fact>] { [cost] + less + [age] + life.facts }
}

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

/// An amount that the policy leaves to a person.
public struct Judgement: Hashable, Sendable {
  /// The amount that the person decides.
  public let amount: Ref<Fact>
  /// Points that must be answered first, such as how long it went on.
  public let factors: [Ref<Fact>]
  /// What shows it, in words; `nil` where the policy asks for nothing.
  public let evidence: Ref<Fact>?
  /// Why this amount, in words; `nil` where the policy asks for nothing.
  public let reasons: Ref<Fact>?
  /// Who decides.
  public let pickedBy: [Ref<Role>]

  /// A judgement with all that it says.
  public init(
    amount: Ref<Fact>, factors: [Ref<Fact>], evidence: Ref<Fact>?, reasons: Ref<Fact>?, pickedBy: [Ref<Role>]
  ) {
    self.amount = amount
    self.factors = factors
    self.evidence = evidence
    self.reasons = reasons
    self.pickedBy = pickedBy
  }

  /// Every fact that it reads, in the order in which they are asked for.
  public var facts: [Ref<Fact>] { factors + [evidence, reasons].compactMap(\.self) + [amount] }
}
