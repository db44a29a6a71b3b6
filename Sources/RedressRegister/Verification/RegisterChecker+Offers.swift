import Foundation
import GRDB
import Redress
import RedressFiles

extension RegisterChecker {
  /// The tables of offers hold what the events tell, no more and no less.
  func checkOffers() throws {
    var (count, isInOrder) = (0, true)
    var page = try statePapers(after: 0)
    while let last = page.last {
      // The next page is loaded while the strands look at this one.
      let look = SideBySide(page, strands: strands) { papers, _ in StateComparison(papers).result }
      let next = Result { try statePapers(after: last.offer) }
      for result in look.results {
        for finding in result.findings {
          bad(.offers, finding.says, event: finding.event, offer: finding.event == nil ? result.offer : nil)
        }
        if result.isInOrder { count += 1 } else { isInOrder = false }
      }
      page = try next.get()
    }
    let lone = try Int.fetchAll(
      db,
      sql: "SELECT number FROM offer WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.offer = offer.number) LIMIT ?",
      arguments: [RegisterCheck.kept])
    for number in lone {
      bad(.offers, "Offer \(number) stands in the tables, and no event tells of it.", offer: number)
    }
    if isInOrder {
      end(
        .offers,
        "The tables hold of every offer what its events tell, and its sums agree with its file. Offers: \(count).")
    }
  }

  // MARK: Runs

  func check(_ run: Run, _ event: Event) throws {
    runEntries += run.entries.count
    for entry in run.entries {
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT kind, amount FROM run_entry WHERE run = ? AND offer = ? AND method = ?"),
        arguments: [event.number, entry.offer, entry.method])
      if let row, (row[0] as String) == run.kind.rawValue, (row[1] as Int64) == entry.amount.pence { continue }
      bad(
        .runs, "Run \(event.number): what it lists of offer \(entry.offer) is not what its event says.",
        event: event.number, offer: entry.offer)
    }
  }

  func check(_ cancellation: RunCancellation, _ event: Event) throws {
    for offer in cancellation.offers {
      let count = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM run_entry WHERE run = ? AND offer = ? AND cancelled_in = ?"),
        arguments: [cancellation.run, offer, event.number])
      entriesCancelled += count ?? 0
      if count ?? 0 > 0 { continue }
      bad(
        .runs, "Run \(cancellation.run): event \(event.number) takes offer \(offer) off it, and the table does not.",
        event: event.number, offer: offer)
    }
  }

  func checkRuns() throws {
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM run_entry") ?? 0
    let cancelled = try Int.fetchOne(db, sql: "SELECT count(*) FROM run_entry WHERE cancelled_in IS NOT NULL") ?? 0
    if cancelled != entriesCancelled {
      bad(.runs, "Events take \(entriesCancelled) entries off runs, and the table \(cancelled).")
    }
    if count != runEntries { bad(.runs, "The runs list \(runEntries) payments and credits, and the table \(count).") }
    end(.runs, "The payment runs list what their events say. Payments and credits: \(count).")
  }
}
