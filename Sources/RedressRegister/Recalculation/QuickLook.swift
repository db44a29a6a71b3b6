import Redress
import RedressFiles

/// Finds the offers that are what they were, which most are: nothing of these is put into words. Whatever is not
/// certain here is for ``OfferRecalculation``, which comes to the same of what is.
struct QuickLook {
  private let offer: OpenOffer
  private let desk: RecalculationDesk
  private var scanner: CaseScanner { desk.shelf.scanner }

  init(_ offer: OpenOffer, _ desk: RecalculationDesk) {
    self.offer = offer
    self.desk = desk
  }

  /// That it is what it was; `nil` where that is not certain.
  var outcome: OfferRecalculation.Outcome? {
    guard let pinned = desk.shelf.known(offer.edition, of: offer.scheme), let lane = pinned.lane,
      pinned.edition.digest.text == offer.editionDigest, let offered = reproduced(under: lane),
      desk.recalculation.arrived?.facts(of: offer.reference).isEmpty ?? true, !isLapsed
    else { return nil }
    let now: EditionShelf.Shelved
    if let edition = desk.recalculation.edition {
      guard desk.shelf.editions(of: offer.scheme).contains(edition) else {
        note(references())
        return .notTried(offered: offered)
      }
      guard let tried = desk.shelf.known("\(edition)", of: offer.scheme) else { return nil }
      now = tried
    } else {
      guard let selected = desk.shelf.edition(scannedUnder: pinned) else { return nil }
      now = selected
    }
    let isUnderAnother = now.edition.digest != pinned.edition.digest
    guard let nowLane = now.lane, !isUnderAnother || isSame(under: now, nowLane), !mayRun(under: now),
      hasSameBalances(under: now, nowLane)
    else { return nil }
    return .unchanged(offered: offered, isUnderAnother: isUnderAnother)
  }

  // MARK: Reproduction

  /// What it offers, where it comes out the same under its own edition and the register has the same sums; else `nil`.
  private func reproduced(under lane: CaseScanner.Lane) -> Money? {
    guard let recorded = offer.recorded, let stated = offer.stated else { return nil }
    scanner.take(recorded)
    guard scanner.assess(under: lane) else { return nil }
    scanner.writeResult(under: lane)
    guard scanner.resultIs(stated) else { return nil }
    if offer.state == .accepted {
      guard let settlement = offer.settlement else { return nil }
      scanner.take(settlement)
      guard scanner.assess(under: lane) else { return nil }
    }
    guard scanner.sheet.outcome == .awarded, let award = scanner.sheet.award else {
      return offer.sums.allSatisfy { $0 == .zero } ? .zero : nil
    }
    let sums = offer.sums
    guard sums[0] == award.gross, sums[1] == award.alreadyPaid, sums[2] == award.setOff, sums[3] == award.payable,
      sums[4] == award.inKind
    else { return nil }
    return award.gross + award.inKind
  }

  private var isLapsed: Bool {
    offer.state == .issued && scanner.sheet.outcome == .awarded
      && offer.lastDay.map { desk.recalculation.asOf > $0 } ?? false
  }

  // MARK: What holds now

  /// Whether it comes to the same under another edition, calculated twice.
  private func isSame(under now: EditionShelf.Shelved, _ lane: CaseScanner.Lane) -> Bool {
    guard offer.state != .accepted, let stated = offer.stated, scanner.assess(under: lane) else { return false }
    scanner.writeResult(under: lane)
    let isAward = scanner.sheet.outcome == .awarded
    guard isAward ? scanner.resultBeforeCodesIs(stated) : scanner.resultIs(stated) else { return false }
    return recheck(
      scanner.sheet, of: scanner.facts(under: lane), under: now.matrix, calendar: now.edition.calendar?.calendar
    ).isEmpty
  }

  /// Whether something may be counted that still goes on.
  private func mayRun(under now: EditionShelf.Shelved) -> Bool {
    if now.runningRules.isEmpty { return false }
    return scanner.sheet.lines.contains { line in
      guard case .derivedCount = line.finding else { return false }
      return now.runningRules.contains(line.rule.index)
    }
  }

  /// Whether the balances of its accounts are those that its case states.
  private func hasSameBalances(under now: EditionShelf.Shelved, _ lane: CaseScanner.Lane) -> Bool {
    guard let balances = desk.recalculation.balances else { return true }
    let references = references()
    if offer.state != .accepted {
      let facts = scanner.facts(under: lane)
      for name in now.balances {
        let own = Acceptance.Credit(debt: name, amount: .zero).account
        let account = (references.first { $0.name == own } ?? references.first { $0.name == "rent-account" })?.text
        guard let account, let balance = balances.balances(of: account).first(where: { $0.fact == name }) else {
          continue
        }
        guard let fact = now.matrix.fact(named: name), now.matrix.facts[ref: fact].kind == .money else { return false }
        let pence = balance.amount.pence
        let isSame =
          facts.statedValue(fact).map { $0 == pence } ?? (now.matrix.facts[ref: fact].leftOut == .taken(pence))
        if !isSame { return false }
      }
    }
    note(references)
    return true
  }

  private func note(_ references: [(name: String, text: String)]) { desk.note(references.map(\.text)) }

  /// What other systems call its case, where balances are given.
  private func references() -> [(name: String, text: String)] {
    guard desk.recalculation.balances != nil, let recorded = offer.recorded,
      let bytes = JSONSlices(recorded)?.bytes(of: "references"),
      let source = try? SourceText(name: "references", bytes: Array(bytes)),
      let node = try? JSONReader(longestValue: SourceText.largest).read(source).first
    else { return [] }
    return (node.entries ?? []).compactMap { entry in entry.value.text.map { (entry.key, $0) } }
  }
}
