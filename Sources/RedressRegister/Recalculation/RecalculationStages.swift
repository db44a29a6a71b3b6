import Redress
import RedressFiles

/// From what an offer came to, to what it comes to now: one thing after another is taken as it is today, so that each
/// has its own part of the difference, and the parts make the whole.
struct RecalculationStages {
  private(set) var open: OpenCase
  private(set) var answer: CaseAnswer
  private(set) var causes: [RecalculatedOffer.Cause] = []
  private(set) var changes: [FactChange] = []
  /// Where a second calculation of the last answer does not agree.
  private(set) var discrepancy: Discrepancy?
  let now: EditionShelf.Shelved
  private let first: CaseAnswer?
  private let recalculation: Recalculation
  private let scanner: CaseScanner
  private let offer: OpenOffer
  private var lastOffered: Money
  private var lastSetOff: Money
  private var isAgain = false

  /// - Parameters:
  ///   - answer: what the case came to under its own edition; `nil` where that is not there any more.
  ///   - before: what the offer states.
  init(
    _ open: OpenCase, _ answer: CaseAnswer?, _ now: EditionShelf.Shelved, _ before: CaseResult?,
    _ desk: RecalculationDesk, _ offer: OpenOffer
  ) {
    self.open = open
    scanner = desk.shelf.scanner
    self.answer = answer ?? open.assessed(under: now, scanner)
    first = answer
    self.now = now
    recalculation = desk.recalculation
    self.offer = offer
    lastOffered = before?.offered ?? .zero
    lastSetOff = before?.setOff ?? .zero
  }

  /// Goes through all stages. Nothing is assessed again where nothing is another one now.
  ///
  /// - Parameter isPinned: whether the edition of today is the one that the offer was made under.
  /// - Returns: whether nothing that was put in differs.
  mutating func run(isPinned: Bool) -> Bool {
    if !isPinned {
      take(first == nil ? answer : open.assessed(under: now, scanner), .edition, editionSays)
    }
    let arrived = (recalculation.arrived?.facts(of: offer.reference) ?? []).compactMap { said in
      offer.place(ofItem: said.item).map { (item: $0, fact: said.fact, value: said.value) }
    }
    change(arrived, .facts) { changes in
      "Since then became known: \(Self.list(changes))."
    }
    let asOf = recalculation.asOf
    let running = answer.stillRunning(in: open).filter { fact, item in
      open.text(of: fact, item: item).flatMap { try? Literal.day($0) }.map { $0 < asOf } ?? false
    }
    // What still goes on is counted past the day of an acceptance, as if nobody had accepted.
    if !running.isEmpty, let until = now.matrix.acceptance?.until {
      open = open.without(now.matrix.facts[ref: until].name)
    }
    change(running.map { ($0.item, $0.fact, asOf.isoText) }, .time) { changes in
      let days = Set(changes.compactMap { $0.before.flatMap { try? Literal.day($0) } }).sorted()
      let from = days.map { "\($0)" }.joined(separator: " and ")
      return "It still goes on: counted to \(from) before, and to \(asOf) now."
    }
    change(balances.map { (0, $0.fact, $0.amount.decimalText) }, .balances) { changes in
      let says = changes.map { "\($0.fact) \(Self.money($0.before)) before, and \(Self.money($0.now)) now" }
      return "The balances are other ones: \(says.joined(separator: "; "))."
    }
    if isAgain { discrepancy = answer.faults.isEmpty ? answer.discrepancies.first : nil }
    return causes.isEmpty && isPinned
  }

  // MARK: Stages

  /// Takes facts as they are now, as far as the case states something else.
  private mutating func change(
    _ facts: [(item: Int, fact: String, value: String)], _ cause: RecalculatedOffer.Cause.Kind,
    _ says: ([FactChange]) -> String
  ) {
    let others = facts.compactMap { item, fact, value -> FactChange? in
      let stated = open.text(of: fact, item: item)
      return isSame(stated, value, of: fact) ? nil : FactChange(item: item, fact: fact, before: stated, now: value)
    }
    if others.isEmpty { return }
    let told = others.map { FactChange(item: offer.item(at: $0.item), fact: $0.fact, before: $0.before, now: $0.now) }
    changes += told
    open = open.with(others)
    take(open.assessed(under: now, scanner), cause, says(told))
  }

  /// Takes an answer, with what it makes of the difference.
  private mutating func take(_ next: CaseAnswer, _ cause: RecalculatedOffer.Cause.Kind, _ says: String) {
    let isChanged = first == nil && cause == .edition || next.result.isOther(than: answer.result)
    answer = next
    isAgain = true
    guard isChanged else { return }
    let (offered, setOff) = (
      next.result.offered ?? lastOffered, next.result.offered == nil ? lastSetOff : next.result.setOff
    )
    causes.append(
      RecalculatedOffer.Cause(
        kind: cause, says: says, difference: offered - lastOffered, setOffDifference: setOff - lastSetOff))
    (lastOffered, lastSetOff) = (offered, setOff)
  }

  /// Whether two ways to write a fact say the same: £95 and 95.00, or nothing at all and what that is taken for.
  private func isSame(_ stated: String?, _ value: String, of name: String) -> Bool {
    if stated == value { return true }
    guard let fact = now.matrix.fact(named: name).map({ now.matrix.facts[ref: $0] }) else { return false }
    let read: (String) -> Int64? = { text in
      switch fact.kind {
      case .money: (try? Literal.money(text))?.pence
      case .flag: (try? Literal.flag(text)).map { $0 ? 1 : 0 }
      default: nil
      }
    }
    guard let other = read(value) else { return false }
    if let stated { return read(stated) == other }
    return fact.leftOut == .taken(other)
  }

  private var editionSays: String {
    let name = now.matrix.edition
    if recalculation.edition != nil {
      return "The edition \(name) was tried on it; it was made under \(offer.edition)."
    }
    let isCorrection =
      (try? Literal.edition(name)).flatMap { new in (try? Literal.edition(offer.edition)).map { $0.day == new.day } }
      ?? false
    return isCorrection
      ? "\(name) is the correction of the edition that holds for it now; it was made under \(offer.edition)."
      : "Its own date selects the edition \(name) now; it was made under \(offer.edition)."
  }

  // MARK: Balances

  /// The balances of its accounts, of debts that the edition sets off. An accepted offer was settled on the balances of
  /// its day, and what was credited since stands in those of today.
  private var balances: [Balances.Balance] {
    guard let all = recalculation.balances, offer.state != .accepted else { return [] }
    return now.balances.compactMap { fact in
      let own = Acceptance.Credit(debt: fact, amount: .zero).account
      let account = open.reference(own) ?? open.reference("rent-account")
      return account.flatMap { all.balances(of: $0).first { $0.fact == fact } }
    }
  }

  // MARK: Words

  private static func money(_ text: String?) -> String {
    text.map { text in (try? Literal.money(text)).map { "\($0)" } ?? text } ?? "not stated"
  }

  private static func list(_ changes: [FactChange]) -> String {
    changes.map { change in
      let item = change.item > 0 ? "item \(change.item), " : ""
      return "\(item)\(change.fact) is \(Visible.quoted(change.now))"
        + (change.before.map { ", was \(Visible.quoted($0))" } ?? "")
    }.joined(separator: "; ")
  }

  // MARK: Kinds

  /// What it comes to for the person.
  func kinds(before: CaseResult?) -> [RecalculatedOffer.Kind] {
    guard let before else { return [] }
    let after = answer.result
    var kinds: [RecalculatedOffer.Kind] = []
    switch after.outcome {
    case .faulty: kinds.append(.faulty)
    case .undecided: kinds.append(.undecided)
    case .refused where before.outcome == .awarded: kinds.append(.refused)
    case .refused: if before.codes != after.codes { kinds.append(.reasonMoved) }
    case .awarded: kinds += kindsOfAward(before, after)
    }
    if !kinds.isEmpty, causes.contains(where: { $0.kind == .facts }) { kinds.append(.factsArrived) }
    return kinds
  }

  private func kindsOfAward(_ before: CaseResult, _ after: CaseResult) -> [RecalculatedOffer.Kind] {
    var kinds: [RecalculatedOffer.Kind] = []
    let (old, new) = (before.offered ?? .zero, after.offered ?? .zero)
    if new > old {
      let isTime = causes.allSatisfy { $0.kind == .time || $0.difference == .zero }
      kinds.append(isTime && before.outcome == .awarded ? .topUp : .raise)
    }
    if new < old { kinds.append(.lower) }
    if before.outcome == .awarded, before.authority != after.authority { kinds.append(.tierMoved) }
    if before.setOff != after.setOff || before.alreadyPaid != after.alreadyPaid { kinds.append(.setOffChanged) }
    if new == old, before.heads.map(\.amount) != after.heads.map(\.amount) { kinds.append(.headsMoved) }
    if before.lastDay != after.lastDay, before.outcome == .awarded, !isRedated { kinds.append(.lastDayMoved) }
    return kinds
  }

  /// Whether the date of the offer moved, as something is counted to it. Then its last day moves with it.
  private var isRedated: Bool { changes.contains { $0.fact == "offer-date" } }
}

extension CaseResult {
  /// Whether something that the person or a signer sees is another one.
  func isOther(than other: CaseResult) -> Bool {
    outcome != other.outcome || heads != other.heads || setOff != other.setOff || alreadyPaid != other.alreadyPaid
      || payable != other.payable || gross != other.gross || inKind != other.inKind || authority != other.authority
      || lastDay != other.lastDay || outcome != .awarded && codes != other.codes
  }
}
