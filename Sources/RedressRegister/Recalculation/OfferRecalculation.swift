import Redress
import RedressFiles

/// Recalculates one open offer: reproduces it under its own edition, then assesses it under what holds now.
struct OfferRecalculation {
  /// What came of an offer.
  enum Outcome: Sendable {
    /// It comes to the same, under its own edition or under another.
    case unchanged(offered: Money, isUnderAnother: Bool)
    /// The edition that is tried does not belong to its scheme.
    case notTried(offered: Money)
    /// It is something else now; the same in JSON.
    case found(RecalculatedOffer, json: [UInt8])
  }

  let offer: OpenOffer
  let desk: RecalculationDesk
  private var found: RecalculatedOffer

  init(_ offer: OpenOffer, _ desk: RecalculationDesk) {
    self.offer = offer
    self.desk = desk
    found = RecalculatedOffer(
      number: offer.number, reference: offer.reference, scheme: offer.scheme, state: offer.state, kinds: [],
      edition: offer.edition, revision: offer.revision)
  }

  /// What came of it. One bad offer never stops the others.
  var outcome: Outcome {
    var copy = self
    return copy.recalculate()
  }

  private mutating func recalculate() -> Outcome {
    if let same = QuickLook(offer, desk).outcome { return same }
    guard let recorded = offer.recorded, let statedBytes = offer.stated, let made = openCase(recorded) else {
      return fail(.faulty, ["Its file cannot be read as an offer. See redress verify."], .report, [])
    }
    desk.note(made.references)
    let pinned = pinnedEdition()
    var base = made
    var answer = pinned.map { made.assessed(under: $0, desk.shelf.scanner) }
    // What comes out the same to the byte need not be read.
    let isSame = answer?.result.json == statedBytes
    guard let stated = isSame ? answer?.result : CaseResult(json: statedBytes) else {
      return fail(.faulty, ["Its file cannot be read as an offer. See redress verify."], .report, [])
    }
    found.before = stated
    if let answer {
      let differences = (isSame ? [] : stated.differences(from: answer.result)) + rowDifferences(stated)
      if !differences.isEmpty { return notReproduced(differences) }
    }
    if offer.state == .accepted {
      guard let bytes = offer.settlement, let settled = openCase(bytes) else {
        return fail(.faulty, ["The case that it was settled by cannot be read. See redress verify."], .report, [])
      }
      base = settled
      answer = pinned.map { settled.assessed(under: $0, desk.shelf.scanner) }
      if let answer {
        let differences = rowDifferences(answer.result, isSettled: true)
        if !differences.isEmpty { return notReproduced(differences) }
        found.before = answer.result
      }
    }
    return assessNow(base, answer, pinned)
  }

  /// A case from its bytes; `nil` where they are none. What can be scanned is not read before somebody asks for it.
  private func openCase(_ bytes: [UInt8]) -> OpenCase? {
    if let lane = desk.shelf.known(offer.edition, of: offer.scheme)?.lane {
      desk.shelf.scanner.take(bytes)
      if desk.shelf.scanner.assess(under: lane) { return OpenCase(scanned: bytes) }
    }
    return OpenCase(bytes)
  }

  // MARK: Reproduction

  /// The edition that it was made under, byte by byte; `nil` where it is not there any more.
  private mutating func pinnedEdition() -> EditionShelf.Shelved? {
    do {
      let shelved =
        try desk.shelf.known(offer.edition, of: offer.scheme)
        ?? desk.shelf.edition(Literal.edition(offer.edition), of: offer.scheme)
      if shelved.edition.digest.text == offer.editionDigest { return shelved }
      found.says.append("The edition \(offer.edition) has other bytes now than those that it was made under.")
    } catch let faults as FaultList {
      found.says.append(
        "The edition \(offer.edition) that it was made under cannot be used any more: "
          + (faults.sorted.first?.says ?? "it is missing."))
    } catch { found.says.append("The edition \(offer.edition) that it was made under is not known.") }
    found.says.append("So nobody can say whether it comes out the same.")
    found.kinds.append(.editionWithdrawn)
    return nil
  }

  /// Where the register says something else of its sums than its file.
  private func rowDifferences(_ result: CaseResult, isSettled: Bool = false) -> [String] {
    if offer.state == .accepted, !isSettled { return [] }
    let sums = [result.gross, result.alreadyPaid, result.setOff, result.payable, result.inKind]
    return zip(OpenOffer.names, zip(offer.sums, sums)).compactMap { name, pair in
      pair.0 == pair.1 ? nil : "\(name) is \(pair.0) in the register, and comes to \(pair.1)"
    }
  }

  private mutating func notReproduced(_ differences: [String]) -> Outcome {
    fail(
      .notReproduced,
      ["It does not come out the same under its own edition: \(differences.joined(separator: "; "))."]
        + ["Nothing is proposed until somebody has found out why. Please report it with the offer."], .report, [])
  }

  private mutating func fail(
    _ kind: RecalculatedOffer.Kind, _ says: [String], _ task: RecalculatedOffer.Actor.Task, _ who: [String]
  ) -> Outcome {
    found.kinds.append(kind)
    found.kinds.sort { $0.rank < $1.rank }
    found.says += says
    found.actors = [RecalculatedOffer.Actor(task: task, who: who)]
    return .found(found, json: found.json)
  }

  // MARK: What holds now

  private mutating func assessNow(
    _ base: OpenCase, _ answer: CaseAnswer?, _ pinned: EditionShelf.Shelved?
  ) -> Outcome {
    let now: EditionShelf.Shelved
    do {
      if let edition = desk.recalculation.edition {
        guard desk.shelf.editions(of: offer.scheme).contains(edition) else {
          return .notTried(offered: found.before?.offered ?? .zero)
        }
        now = try desk.shelf.edition(edition, of: offer.scheme)
      } else if let pinned, base.isScanned, let selected = desk.shelf.edition(scannedUnder: pinned) {
        // What was assessed last is this case under this edition.
        now = selected
      } else {
        now = try desk.shelf.edition(selectedFor: base.outline, madeUnder: pinned)
      }
    } catch {
      let says = error.sorted.first.map { "\($0.says) \($0.mend)" } ?? ""
      return fail(.faulty, ["There is no edition for it now: \(says)"], .mend, [offer.author])
    }
    found.editionNow = now.matrix.edition
    var stages = RecalculationStages(base, answer, now, found.before, desk, offer)
    let isSame = stages.run(isPinned: now.edition.digest == pinned?.edition.digest)
    if isSame, found.kinds.isEmpty, !isLapsed(stages) {
      return .unchanged(
        offered: found.before?.offered ?? .zero, isUnderAnother: now.edition.digest != pinned?.edition.digest)
    }
    if let first = stages.discrepancy {
      return notReproduced(["a second calculation of what it comes to now differs: \(first.rule), \(first.says)"])
    }
    found.causes = stages.causes
    found.changes = stages.changes
    found.now = stages.answer.result
    found.kinds += stages.kinds(before: found.before)
    if isLapsed(stages) { lapse() }
    if found.kinds.isEmpty {
      return .unchanged(
        offered: found.before?.offered ?? .zero, isUnderAnother: now.edition.digest != pinned?.edition.digest)
    }
    found.kinds.sort { $0.rank < $1.rank }
    ProposalWords(offer, stages, desk.recalculation, author: offer.author).write(to: &found)
    return .found(found, json: found.json)
  }

  private func isLapsed(_ stages: RecalculationStages) -> Bool {
    offer.state == .issued && found.before?.outcome == .awarded
      && offer.lastDay.map { desk.recalculation.asOf > $0 } ?? false
  }

  private mutating func lapse() {
    found.kinds.append(.lapsed)
    let day = offer.lastDay.map { "\($0)" } ?? ""
    found.causes.append(
      RecalculatedOffer.Cause(
        kind: .lapse, says: "Its last day to accept, \(day), has passed.", difference: .zero, setOffDifference: .zero))
  }
}

extension RecalculatedOffer.Kind {
  /// Its place in the order of gravity.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
