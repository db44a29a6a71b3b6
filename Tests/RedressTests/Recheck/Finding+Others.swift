@testable import Redress

extension Finding {
  /// Findings that could stand in its place: other ones, and the same with each of its figures changed.
  func others(in matrix: Matrix) -> [Finding] {
    let plain: [Finding] = [
      .notReached, .doesNotApply, .bites, .excepted(Ref(0)), .asksException(Ref(0)), .notKnown, .suspended, .waived,
      .notStarted, .staysOpen, .notClaimed, .keptOut(Ref(0)), .unpriced(.fact(Ref(0))), .superseded, .nothingPaid,
      .nothingToSetOff, .nothingOwed, .notSetOff, .setOffOpen, .nothingMeasured, .standsIn, .carried,
    ]
    let changed = changedOfTime ?? changedOfPrice ?? changedOfSums ?? []
    return (plain + changed).filter { $0 != self }
  }

  /// The same finding about days and acts with one of its parts changed.
  private var changedOfTime: [Finding]? {
    switch self {
    case .derivedDay(let day): [.derivedDay(day.next), .derivedCount(Int64(day.dayNumber), isRunning: false)]
    case .derivedCount(let count, let isRunning):
      [.derivedCount(count + 1, isRunning: isRunning), .derivedCount(count, isRunning: !isRunning)]
    case .owed(let by, let isForecast):
      [.owed(by: by.next, isForecast: isForecast), .owed(by: by, isForecast: !isForecast)]
    case .done(let by, let on): [.done(by: by.next, on: on), .done(by: by, on: on.next)]
    case .doneLate(let by, let on, let days):
      [
        .doneLate(by: by.next, on: on, days: days), .doneLate(by: by, on: on.next, days: days),
        .doneLate(by: by, on: on, days: days + 1), .done(by: by, on: on),
      ]
    case .opens(let from, let last, let extended):
      [
        .opens(from: from.next, lastDay: last, extended: extended),
        .opens(from: from, lastDay: last.next, extended: extended),
        .opens(from: from, lastDay: last, extended: !extended),
      ]
    case .inTime(let count): count.changed.map { .inTime($0) } + [.late(count), .noted(count)]
    case .allowed(let count, let decision):
      count.changed.map { .allowed($0, decision) } + [.declined(count, decision), .awaits(count, decision)]
    case .declined(let count, let decision):
      count.changed.map { .declined($0, decision) } + [.allowed(count, decision), .allowed(count, Ref(3))]
    case .awaits(let count, let decision):
      count.changed.map { .awaits($0, decision) } + [.inTime(count), .awaits(count, Ref(3))]
    case .late(let count): count.changed.map { .late($0) } + [.inTime(count)]
    case .noted(let count): count.changed.map { .noted($0) } + [.inTime(count)]
    case .excepted: [.excepted(Ref(4))]
    case .asksException: [.asksException(Ref(4))]
    case .keptOut: [.keptOut(Ref(5))]
    default: nil
    }
  }

  /// The same finding of a price with one of its figures changed.
  private var changedOfPrice: [Finding]? {
    let penny = Money(pence: 1)
    switch self {
    case .banded(let node, let level, let amount, let placed):
      return [
        .banded(node: node, level: level + 1, amount: amount, placed: placed),
        .banded(node: node, level: level, amount: amount + penny, placed: placed),
        .banded(node: node, level: level, amount: amount, placed: !placed),
        .banded(node: node + 1, level: level, amount: amount, placed: placed),
      ]
    case .receipted(let node, let count, let amount):
      return [
        .receipted(node: node, count: count + 1, amount: amount),
        .receipted(node: node, count: count, amount: amount + penny), .unproven(node: node, amount: amount),
        .receipted(node: node + 1, count: count, amount: amount),
      ]
    case .evidenced(let node, let amount):
      return [.evidenced(node: node, amount: amount + penny), .unproven(node: node, amount: amount)]
    case .unproven(let node, let amount):
      return [.unproven(node: node, amount: amount + penny), .evidenced(node: node, amount: amount)]
    case .recovered(let node, let paid, let amount):
      return [
        .recovered(node: node, paid: paid + penny, amount: amount),
        .recovered(node: node, paid: paid, amount: amount + penny),
      ]
    case .fixed(let node, let amount):
      return [.fixed(node: node, amount: amount + penny), .fixed(node: node + 1, amount: amount)]
    case .accrued(let node, let units, let amount):
      return [
        .accrued(node: node, units: units + 1, amount: amount),
        .accrued(node: node, units: units, amount: amount + penny),
      ]
    case .shared(let node, let amount): return [.shared(node: node, amount: amount + penny)]
    case .worn(let node, let age, let life, let amount):
      return [
        .worn(node: node, age: age + 1, life: life, amount: amount),
        .worn(node: node, age: age, life: life + 1, amount: amount),
        .worn(node: node, age: age, life: life, amount: amount + penny),
      ]
    case .interest(let node, let days, let sum, let amount):
      return [
        .interest(node: node, days: days + 1, on: sum, amount: amount),
        .interest(node: node, days: days, on: sum + penny, amount: amount),
        .interest(node: node, days: days, on: sum, amount: amount + penny),
      ]
    case .judged(let node, let amount): return [.judged(node: node, amount: amount + penny)]
    case .chosen(let node, let part, let amount):
      return [
        .chosen(node: node, part: part + 1, amount: amount), .chosen(node: node, part: part, amount: amount + penny),
      ]
    case .added(let node, let amount): return [.added(node: node, amount: amount + penny)]
    case .takenOver(let node, let total): return [.takenOver(node: node, total: total + penny)]
    case .adjusted(let node, let place, let amount):
      return [
        .adjusted(node: node, place: place + 1, amount: amount),
        .adjusted(node: node, place: place, amount: amount + penny),
      ]
    case .limited(let node, let limit, let amount):
      return [.limited(node: node, limit, amount: amount + penny)]
        + Limit.allCases.map { .limited(node: node, $0, amount: amount) }
    case .unpriced: return [.unpriced(.reading(Ref(9))), .unpriced(.decision(Ref(0)))]
    default: return nil
    }
  }

  /// The same finding about sums of the case with one of its figures changed.
  private var changedOfSums: [Finding]? {
    let penny = Money(pence: 1)
    switch self {
    case .compared(let kept, let amount):
      return [.compared(kept: Ref(kept.index + 1), amount: amount), .compared(kept: kept, amount: amount + penny)]
    case .changed(let amount): return [.changed(amount: amount + penny)]
    case .together(let total, let limit):
      return [
        .together(total + penny, limitedTo: limit), .together(total, limitedTo: limit + penny), .withinLimit(total),
      ]
    case .withinLimit(let total): return [.withinLimit(total + penny), .together(total, limitedTo: .zero)]
    case .totalled(let gross, let inKind):
      return [.totalled(gross: gross + penny, inKind: inKind), .totalled(gross: gross, inKind: inKind + penny)]
    case .deducted(let used): return [.deducted(used + penny), .overpaid(used)]
    case .overpaid(let excess): return [.overpaid(excess + penny), .deducted(excess)]
    case .setOff(let owed, let disputed, let from, let taken):
      return [
        .setOff(owed: owed + penny, disputed: disputed, from: from, taken: taken),
        .setOff(owed: owed, disputed: disputed + penny, from: from, taken: taken),
        .setOff(owed: owed, disputed: disputed, from: from + penny, taken: taken),
        .setOff(owed: owed, disputed: disputed, from: from, taken: taken + penny),
      ]
    case .cleared(let debt, let owed, let credited):
      return [
        .cleared(debt: Ref(debt.index + 1), owed: owed, credited: credited),
        .cleared(debt: debt, owed: owed + penny, credited: credited),
        .cleared(debt: debt, owed: owed, credited: credited + penny),
      ]
    case .taken(let amount, let left):
      return [.taken(amount: amount + penny, left: left), .taken(amount: amount, left: left + penny)]
    case .split(let payees, let each, let pennies):
      return [
        .split(payees: payees + 1, each: each, pennies: pennies),
        .split(payees: payees, each: each + penny, pennies: pennies),
        .split(payees: payees, each: each, pennies: pennies + 1),
      ]
    case .signedBy(let step, let measured):
      return [.signedBy(step: step + 1, measured: measured), .signedBy(step: step, measured: measured + penny)]
    default: return nil
    }
  }
}

extension CivilDate {
  fileprivate var next: CivilDate { adding(days: 1) }
}

extension WindowCount {
  /// The same count with one of its parts changed.
  fileprivate var changed: [WindowCount] {
    [
      WindowCount(step: step + 1, from: from, on: on, lastDay: lastDay),
      WindowCount(step: step, from: from.adding(days: -1), on: on, lastDay: lastDay),
      WindowCount(step: step, from: from, on: on.adding(days: 1), lastDay: lastDay),
      WindowCount(step: step, from: from, on: on, lastDay: lastDay.adding(days: 1)),
    ]
  }
}
