/// Who shares what is paid, and who may sign for it.
extension Recheck {
  /// How many there are; `nil` where that is at fault.
  mutating func workPayees(_ payable: Money) -> Int64? {
    guard let payees = matrix.payees else { return 1 }
    guard let count = required(payees.count, 0) else {
      write(payees.rule, 0, .notReached)
      return nil
    }
    if count < 1 {
      add(.missing(source(of: payees.count), item: 0))
      write(payees.rule, 0, .notReached)
      return nil
    }
    let each = payable.pence / count
    write(payees.rule, 0, .split(payees: count, each: Money(pence: each), pennies: payable.pence - count * each))
    return count
  }

  /// The lowest step of each ladder whose ceiling is not below what it measures.
  mutating func workAuthority() {
    for (place, ladder) in matrix.authority.enumerated() { write(ladder.rule, 0, climb(ladder, place)) }
  }

  private mutating func climb(_ ladder: Authority, _ place: Int) -> Finding {
    if let when = ladder.when, !holds(when, 0) { return .doesNotApply }
    let amounts = items.filter { $0.keptOutBy == nil && (ladder.heads?.contains($0.head) ?? true) }.map(\.amount)
    guard let largest = amounts.max() else { return .nothingMeasured }
    let own = ladder.measure == .eachItem ? largest : amounts.reduce(.zero, +)
    let measured = own + (ladder.plus.flatMap { money($0) } ?? .zero)
    for (step, it) in ladder.steps.enumerated() {
      if let upTo = it.upTo, upTo < measured { continue }
      authority[place] = step
      return .signedBy(step: step, measured: measured)
    }
    return .notReached
  }

  mutating func workSubstitutes() {
    for (place, substitute) in matrix.substitutes.enumerated() {
      let standsIn = holds(substitute.when, 0)
      if standsIn { authority.include(substitute: place) }
      write(substitute.rule, 0, standsIn ? .standsIn : .doesNotApply)
    }
  }
}
