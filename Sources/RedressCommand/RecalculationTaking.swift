import ArgumentParser
import Redress
import RedressDocuments
import RedressFiles
import RedressRegister
import RedressSigning

/// Drafts chosen proposals as revisions, each in a transaction of its own. What is refused of one does not stop the
/// others.
struct RecalculationTaking {
  let recalculation: Recalculation
  let register: Register
  let stamp: Stamp
  let selection: TakeSelection
  let pricer: CasePricer
  let drafting: CaseDrafting
  /// Whether standard output is JSON, which nothing may follow.
  let isJSON: Bool

  /// Takes them up, and says of each what came of it.
  func take(_ chosen: [RecalculatedOffer]) throws -> Exit {
    try drafting.checkAuthor()
    var exit = Exit.yes
    for number in selection.named where !chosen.contains(where: { $0.number == number }) {
      exit = .gravest(exit, .notYes)
      Console.say("Not taken: offer \(number). Nothing of it changed, or it is not open.")
    }
    var rows: [Table.Row] = []
    for found in chosen {
      if let why = selection.leavesOut(found) ?? unfit(found) {
        Console.say("Not taken: offer \(found.number) (\(found.reference)). \(why)")
        exit = .gravest(exit, .notYes)
        continue
      }
      do { rows.append(try take(found)) } catch let ended as ExitCode {
        // What was wrong is said already.
        Console.say("Not taken: offer \(found.number) (\(found.reference)).")
        let code = Exit(rawValue: ended.rawValue) ?? .ourFault
        if code == .cannotWrite || code == .locked { throw ended }
        exit = .gravest(exit, code)
      }
    }
    let document =
      Document("Taken up: \(rows.count)") {
        Table(
          "Revisions to be signed",
          columns: [
            .figures("Offer"), "Case", .figures("Revision"), .figures("Before"), .figures("Now"), "To be signed by",
          ],
          rows: rows, ifNone: "None.")
      }
    if isJSON { Console.say(TextEmitter(width: Console.width).text(of: document)) } else { try Console.show(document) }
    return exit
  }

  /// Why a proposal cannot be drafted as a revision; `nil` where it can.
  private func unfit(_ found: RecalculatedOffer) -> String? {
    if let edition = recalculation.edition, !appliesToOpenOffers(found) {
      return "The edition \(edition) was only tried: its matrix does not say that it applies to open offers."
    }
    if found.isProposal { return nil }
    switch found.kind {
    case .notReproduced: return "It does not come out the same under its own edition."
    case .faulty, .undecided: return found.says.joined(separator: " ")
    case .lapsed:
      return "It only lapsed. Renew it, close it, or revise it with a new date: redress renew \(found.number)"
    default: return "Nothing of it is to be drafted anew."
    }
  }

  /// Whether the edition that it was recalculated under is also for offers of earlier ones.
  private func appliesToOpenOffers(_ found: RecalculatedOffer) -> Bool {
    guard let name = found.editionNow.flatMap({ try? Literal.edition($0) }),
      let edition = try? drafting.library.edition(name, of: found.scheme)
    else { return false }
    return edition.matrix.appliesTo == .openOffers
  }

  private func take(_ found: RecalculatedOffer) throws -> Table.Row {
    let (life, isRepeated, drafted) = try Console.ending {
      try register.write(stamp) { writing in try draft(found, writing) }
    }
    if isRepeated {
      Console.say(
        "redress: offer \(found.number) was taken up before, as offer \(life.number). Nothing was done twice.")
    }
    let required = drafted.draft.required.roleSets.map { $0.joined(separator: " or ") }.joined(separator: ", and ")
    let words = { (text: String) in Words(text, ifBlank: "nobody is named") }
    return Table.Row([
      "\(found.number)", "\(words(found.reference))", "\(life.number)", "\(found.before?.offered ?? .zero)",
      "\(drafted.draft.total)", "\(words(required))",
    ])
  }

  private func draft(
    _ found: RecalculatedOffer, _ writing: RegisterWriting
  ) throws -> (life: OfferLife, isRepeated: Bool, drafted: CaseDrafting.Drafted) {
    guard let replaced = try writing.reading.life(of: found.number) else {
      throw ActRefusal(.offerUnknown, "There is no offer \(found.number) in this register.")
    }
    let files = try writing.reading.files(of: replaced)
    let source = try source(found, replaced, files)
    let drafted = try drafting.draft(
      .success(source), named: "offer \(found.number)", path: { "the revision of \($0.explanation.given.name)" },
      superseding: { _ in
        let total = try pricer.assess(files.record.outline).explanation.assessment.award.map { $0.gross + $0.inKind }
        return OfferRecord.Superseded(
          name: files.record.name, digest: files.record.digest, offerDate: files.record.offerDate, total: total ?? .zero
        )
      })
    if let same = try writing.revision(of: found.number, like: drafted.record) { return (same, true, drafted) }
    guard replaced.state == found.state else {
      throw ActRefusal(.order, "It is \(replaced.state.rawValue) now. Recalculate again.")
    }
    guard drafted.draft.total == found.now?.offered else {
      throw ActRefusal(
        .order,
        "With the date \(stamp.on) it comes to \(drafted.draft.total), and not to \(found.now?.offered ?? .zero) as "
          + "proposed. Recalculate to that day, or revise it: redress revise \(found.number)")
    }
    let life = try writing.revise(
      found.number, drafted.record, drafted.assessed, drafted.draft, letter: drafted.letter)
    return (life, false, drafted)
  }

  /// The case of the offer with everything as it is now, dated on the day of the revision.
  private func source(_ found: RecalculatedOffer, _ life: OfferLife, _ files: OfferFiles) throws -> SourceText {
    var recorded = RecordedCase(of: files.record)
    recorded.facts = found.changes.filter { $0.item == 0 }.map { ($0.fact, $0.now) }
    recorded.facts.append(("offer-date", stamp.on.isoText))
    recorded.itemFacts = found.changes.filter { $0.item > 0 }.map { ($0.item, $0.fact, $0.now) }
    recorded.letter = files.letter?.node
    // Its own date selects another one.
    if appliesToOpenOffers(found) { recorded.edition = found.editionNow }
    if let acceptance = life.acceptance {
      recorded.items = acceptance.items
      let paid = life.sums.alreadyPaid + life.paid + life.credited
      if paid > .zero { recorded.facts.append(("already-paid", paid.decimalText)) }
    }
    return try SourceText(name: "offer \(found.number), revised.json", bytes: recorded.bytes)
  }
}
