@testable import Redress

extension Finding {
  /// Findings that could stand in its place: other ones, and the same with each of its figures changed.
  func others(in matrix: Matrix) -> [Finding] {
    let plain: [Finding] = [
      .notReached, .doesNotApply, .bites, .excepted(Ref(0)), .notStarted, .staysOpen, .notClaimed, .keptOut(Ref(0)),
      .unpriced(.fact(Ref(0))), .nothingPaid, .nothingToSetOff, .nothingOwed, .carried,
    ]
    return (plain + changed).filter { $0 != self }
  }

  /// The same finding with one of its figures changed.
  private var changed: [Finding] {
    let penny = Money(pence: 1)
    switch self {
    case .opens(let from, let last, let extended):
      return [
        .opens(from: from.adding(days: 1), lastDay: last, extended: extended),
        .opens(from: from, lastDay: last.adding(days: 1), extended: extended),
        .opens(from: from, lastDay: last, extended: !extended),
      ]
    case .inTime(let count): return count.changed.map { .inTime($0) } + [.late(count), .noted(count)]
    case .allowed(let count, let decision):
      return count.changed.map { .allowed($0, decision) } + [.declined(count, decision), .awaits(count, decision)]
    case .declined(let count, let decision):
      return count.changed.map { .declined($0, decision) } + [.allowed(count, decision), .allowed(count, Ref(3))]
    case .awaits(let count, let decision):
      return count.changed.map { .awaits($0, decision) } + [.inTime(count), .awaits(count, Ref(3))]
    case .late(let count): return count.changed.map { .late($0) } + [.inTime(count)]
    case .noted(let count): return count.changed.map { .noted($0) } + [.inTime(count)]
    case .excepted: return [.excepted(Ref(4))]
    case .keptOut: return [.keptOut(Ref(5))]
    case .banded(let level, let amount, let placed):
      return [
        .banded(level: level + 1, amount: amount, placed: placed),
        .banded(level: level, amount: amount + penny, placed: placed),
        .banded(level: level, amount: amount, placed: !placed),
      ]
    case .receipted(let count, let amount):
      return [
        .receipted(count: count + 1, amount: amount), .receipted(count: count, amount: amount + penny),
        .unproven(amount: amount),
      ]
    case .evidenced(let amount): return [.evidenced(amount: amount + penny), .unproven(amount: amount)]
    case .unproven(let amount): return [.unproven(amount: amount + penny), .evidenced(amount: amount)]
    case .unpriced: return [.unpriced(.reading(Ref(9))), .unpriced(.decision(Ref(0)))]
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
    case .signedBy(let step, let measured):
      return [.signedBy(step: step + 1, measured: measured), .signedBy(step: step, measured: measured + penny)]
    default: return []
    }
  }
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
