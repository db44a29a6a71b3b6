import Redress
import RedressFiles

/// What a recalculation comes to: how many offers are something else now, by kind, by cause and by who approves, with
/// the sums before and now.
public struct RecalculationSummary: Sendable {
  /// Some offers with what they come to. Those of which nobody can say it are counted and not summed.
  public struct Figures: Hashable, Sendable {
    /// How many.
    public internal(set) var offers = 0
    /// How many of them have an answer on both sides.
    public internal(set) var summed = 0
    /// What those offered, in money and in kind.
    public internal(set) var before = Money.zero
    /// What they come to now.
    public internal(set) var now = Money.zero
    /// What was to be set off.
    public internal(set) var setOffBefore = Money.zero
    /// What is set off now.
    public internal(set) var setOffNow = Money.zero

    /// How much more they come to.
    public var difference: Money { now - before }
    /// Whether each of them comes to what it came to.
    private(set) var isSame = true

    mutating func add(_ found: RecalculatedOffer) {
      offers += 1
      guard let old = found.before, let new = found.now, let before = old.offered, let now = new.offered else { return }
      summed += 1
      self.before += before
      self.now += now
      setOffBefore += old.setOff
      setOffNow += new.setOff
      if old.isOther(than: new) { isSame = false }
    }
  }

  /// What one cause makes of the difference.
  public struct Share: Hashable, Sendable {
    /// In how many offers it had a part.
    public internal(set) var offers = 0
    /// What those offers came to before it was taken as it is now, the causes before it among them.
    public internal(set) var before = Money.zero
    /// What they come to with it.
    public internal(set) var now = Money.zero
    /// How much more it makes of what is offered.
    public var difference: Money { now - before }
    /// How much more it makes of what is set off.
    public internal(set) var setOffDifference = Money.zero
  }

  /// The same step of authority before and now, of offers that are something else.
  public struct Tier: Hashable, Sendable {
    /// How many it approved.
    public internal(set) var offersBefore = 0
    /// What those offered.
    public internal(set) var before = Money.zero
    /// How many it has to approve now.
    public internal(set) var offersNow = 0
    /// What those come to.
    public internal(set) var now = Money.zero
  }

  /// What was counted.
  public var tally: RecalculationTally
  /// All that are something else.
  public private(set) var all = Figures()
  /// Those by what they come to above all.
  public private(set) var kinds: [RecalculatedOffer.Kind: Figures] = [:]
  /// How many have each kind among theirs.
  public private(set) var withKind: [RecalculatedOffer.Kind: Int] = [:]
  /// By cause, of those that have an answer on both sides.
  public private(set) var causes: [RecalculatedOffer.Cause.Kind: Share] = [:]
  /// By the step of authority.
  public private(set) var tiers: [String: Tier] = [:]

  /// Nothing found yet.
  public init(_ tally: RecalculationTally = RecalculationTally()) { self.tally = tally }

  /// Adds an offer that is something else.
  public mutating func add(_ found: RecalculatedOffer) {
    all.add(found)
    kinds[found.kind, default: Figures()].add(found)
    for kind in found.kinds { withKind[kind, default: 0] += 1 }
    guard let old = found.before, let new = found.now, let before = old.offered, let now = new.offered else { return }
    var offered = before
    for cause in found.causes {
      var share = causes[cause.kind] ?? Share()
      share.offers += 1
      share.before += offered
      offered += cause.difference
      share.now += offered
      share.setOffDifference += cause.setOffDifference
      causes[cause.kind] = share
    }
    tiers[old.tier, default: Tier()].offersBefore += 1
    tiers[old.tier, default: Tier()].before += before
    tiers[new.tier, default: Tier()].offersNow += 1
    tiers[new.tier, default: Tier()].now += now
  }

  /// How many did not come out the same under their own edition.
  public var faults: Int { withKind[.notReproduced] ?? 0 }
  /// How many cannot be assessed under what holds now, or whose own edition is not there any more.
  public var unassessed: Int { (kinds[.faulty]?.offers ?? 0) + (withKind[.editionWithdrawn] ?? 0) }

  /// Whether the parts make the whole: offers, kinds, causes and tiers.
  public var isBalanced: Bool {
    let difference = causes.values.reduce(Money.zero) { $0 + $1.difference }
    let setOff = causes.values.reduce(Money.zero) { $0 + $1.setOffDifference }
    let (before, now) = tiers.values.reduce((Money.zero, Money.zero)) { ($0.0 + $1.before, $0.1 + $1.now) }
    return tally.disagreement == nil && tally.offers == tally.unchanged + tally.notTried + all.offers
      && difference == all.difference && setOff == all.setOffNow - all.setOffBefore && before == all.before
      && now == all.now
  }
}
