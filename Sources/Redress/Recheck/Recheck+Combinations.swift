/// What heads have to do with one another.
extension Recheck {
  /// Gives whether the amounts are settled.
  mutating func workCombinations(isPriced: Bool) -> Bool {
    var isSettled = isPriced
    for combination in matrix.combinations {
      guard isSettled else {
        write(combination.rule, 0, .notReached)
        continue
      }
      if let when = combination.when, !holds(when, 0) {
        write(combination.rule, 0, .doesNotApply)
        isSettled = faults.isEmpty
        continue
      }
      do { try work(combination, Priced(rule: combination.rule, item: 0)) } catch {
        if error == .faulty { write(combination.rule, 0, .notReached) }
        isSettled = false
      }
    }
    return isSettled
  }

  private mutating func work(_ combination: Combination, _ at: Priced) throws(Halt) {
    switch combination.kind {
    case .higherOf(let heads): keepOne(heads, at) { $0 > $1 }
    case .lowerOf(let heads): keepOne(heads, at) { $0 < $1 }
    case .supersedes(let head, let others):
      drop(sum([head]) > .zero ? places(others) : [], at)
    case .onlyWith(let heads, let others): drop(sum(others) > .zero ? [] : places(heads), at)
    case .deduct(let heads, let others):
      guard sum(others) > .zero, sum(heads) > .zero else { return write(at.rule, 0, .doesNotApply) }
      take(sum(heads), from: places(others), at)
    case .adjust(let heads, let adjustment, let rounding): try adjust(heads, adjustment, rounding, at)
    case .atMost(let heads, let price, let less):
      let together = sum(heads)
      if together == .zero { return write(at.rule, 0, .doesNotApply) }
      let most = try limit(price, 0, at) - (less.flatMap { money($0) } ?? .zero)
      let limit = most < .zero ? Money.zero : most
      if together > limit {
        write(at.rule, 0, .together(together, limitedTo: limit))
        take(together - limit, from: places(heads).reversed(), at)
      } else {
        write(at.rule, 0, .withinLimit(together))
      }
    case .atLeast(let heads, let price):
      let together = sum(heads)
      if together == .zero { return write(at.rule, 0, .doesNotApply) }
      let least = try limit(price, 0, at)
      guard together < least else { return write(at.rule, 0, .withinLimit(together)) }
      write(at.rule, 0, .together(together, limitedTo: least))
      if let first = places(heads).first { change(first, to: items[first].amount + least - together, at) }
    case .nothingUnder(let heads, let figure):
      if sum(heads) == .zero { return write(at.rule, 0, .doesNotApply) }
      let least = try whole(figure, at)
      clear(heads, sum(heads).pence < least, at)
    case .nothingUpTo(let heads, let figure):
      if sum(heads) == .zero { return write(at.rule, 0, .doesNotApply) }
      let most = try whole(figure, at)
      clear(heads, sum(heads).pence <= most, at)
    }
  }

  /// The items that count under some heads; all that count where none are named.
  private func places(_ heads: [Ref<Head>]) -> [Int] {
    items.indices.filter { items[$0].keptOutBy == nil && (heads.isEmpty || heads.contains(items[$0].head)) }
  }

  private func sum(_ heads: [Ref<Head>]) -> Money { places(heads).map { items[$0].amount }.reduce(.zero, +) }

  private mutating func change(_ place: Int, to amount: Money, _ at: Priced) {
    guard items[place].amount != amount else { return }
    items[place].amount = amount
    write(at.rule, place + 1, .changed(amount: amount))
  }

  /// Takes a sum from items in order, as far as it goes.
  private mutating func take(_ sum: Money, from places: [Int], _ at: Priced) {
    for (place, share) in zip(places, fill(places.map { items[$0].amount }, with: sum)) {
      change(place, to: items[place].amount - share, at)
    }
  }

  private mutating func drop(_ places: [Int], _ at: Priced) {
    if places.isEmpty { return write(at.rule, 0, .doesNotApply) }
    supersede(places, at)
  }

  private mutating func supersede(_ places: [Int], _ at: Priced) {
    for place in places {
      items[place].keptOutBy = at.rule
      items[place].amount = .zero
      write(at.rule, place + 1, .superseded)
      refusals.append(Refusal(rule: at.rule, item: place + 1))
    }
  }

  private mutating func keepOne(_ heads: [Ref<Head>], _ at: Priced, isBetter: (Money, Money) -> Bool) {
    let rivals = heads.filter { !places([$0]).isEmpty }.map { ($0, sum([$0])) }
    guard rivals.count > 1 else { return write(at.rule, 0, .doesNotApply) }
    var kept = rivals[0]
    for rival in rivals where isBetter(rival.1, kept.1) { kept = rival }
    write(at.rule, 0, .compared(kept: kept.0, amount: kept.1))
    supersede(places(heads).filter { items[$0].head != kept.0 }, at)
  }

  private mutating func adjust(
    _ heads: [Ref<Head>], _ adjustment: Adjustment, _ rounding: Rounding, _ at: Priced
  ) throws(Halt) {
    let before = items.map(\.amount)
    for place in places(heads) {
      guard let amount = try adjusted(items[place].amount, adjustment, rounding, at) else { continue }
      change(place, to: amount, at)
    }
    if before == items.map(\.amount) { write(at.rule, 0, .doesNotApply) }
  }

  private mutating func clear(_ heads: [Ref<Head>], _ isSmall: Bool, _ at: Priced) {
    let together = sum(heads)
    guard isSmall else { return write(at.rule, 0, .withinLimit(together)) }
    write(at.rule, 0, .together(together, limitedTo: .zero))
    for place in places(heads) { change(place, to: .zero, at) }
  }
}
