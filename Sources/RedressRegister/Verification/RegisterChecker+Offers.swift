import Foundation
import GRDB
import Redress
import RedressFiles

extension RegisterChecker {
  /// The tables of offers hold what the events tell, no more and no less.
  func checkOffers() throws {
    var count = 0
    let isInOrder = try reading.eachLife { life in
      count += 1
      try compare(life)
      try compareRecord(life)
    } outOfOrder: { event, order in
      bad(.offers, "Event \(event.number) cannot come where it stands. \(order.says)", event: event.number)
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

  private func compare(_ life: OfferLife) throws {
    let (number, values) = (life.number, life.values)
    let names = values.map(\.0).joined(separator: ", ")
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(names) FROM offer WHERE number = ?"), arguments: [number])
    guard let row else { return bad(.offers, "Offer \(number) is missing in the tables.", offer: number) }
    for (place, value) in values.enumerated() where (row[place] as DatabaseValue) != value.1 {
      bad(
        .offers, "Offer \(number): the tables say \(value.0) \(words(row[place])), and its events \(words(value.1)).",
        offer: number)
    }
    try compare(life.itemValues, "item", "item", number)
    try compare(life.signatureValues, "signature", "event", number)
    try compare(life.paymentValues, "payment", "event", number)
  }

  private func words(_ value: DatabaseValue) -> String { value.isNull ? "nothing" : "\(value)" }

  private func compare(_ wanted: [[DatabaseValue]], _ table: String, _ order: String, _ number: Int) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM \(table) WHERE offer = ? ORDER BY \(order)"), arguments: [number])
    if rows.map({ Array($0.databaseValues) }) == wanted { return }
    bad(
      .offers, "Offer \(number): its rows in the table \(table) are not what its events tell.", offer: number)
  }

  // MARK: The record

  /// The sums of the first event are those of the file that was signed.
  private func compareRecord(_ life: OfferLife) throws {
    let drafted = life.drafted
    guard let bytes = try reading.bytes(of: drafted.offerDigest) else { return }
    guard let source = try? SourceText(name: "offer", bytes: bytes),
      let record = try? JSONReader(longestValue: SourceText.largest).read(source).first
    else { return bad(.offers, "The file of offer \(life.number) cannot be read.", offer: life.number) }
    for (key, stated, known) in Self.facts(drafted, author: life.author, record) where stated != known {
      bad(
        .offers,
        "Offer \(life.number): its events say \(key) \(known ?? "nothing"), and its file "
          + "\(stated ?? "nothing").", offer: life.number)
    }
  }

  /// What the file and the event both state, with what each says.
  private static func facts(_ drafted: Drafted, author: String, _ record: Node) -> [(String, String?, String?)] {
    let (assessment, sums) = (record["assessment"], drafted.sums)
    var facts: [(String, String?, String?)] = [
      ("case", record["case"]?.text, drafted.reference), ("scheme", record["scheme"]?.text, drafted.scheme),
      ("edition", record["edition"]?.text, drafted.edition),
      ("edition-digest", record["edition-digest"]?.text, drafted.editionDigest.text),
      ("outcome", record["outcome"]?.text, drafted.outcome.rawValue), ("author", record["author"]?.text, author),
      ("offer-date", record["offer-date"]?.text, drafted.offerDate.isoText),
      ("letter", record["letter"]?["digest"]?.text, drafted.letterDigest?.text),
      ("household", record["references"]?["household"]?.text, drafted.household),
      ("rent-account", record["references"]?["rent-account"]?.text, drafted.rentAccount),
      ("cost-code", record["references"]?["cost-code"]?.text, drafted.costCode),
    ]
    guard drafted.isOffer else { return facts }
    let total: [(String, Money)] = [
      ("gross", sums.gross), ("already-paid", sums.alreadyPaid), ("set-off", sums.setOff), ("payable", sums.payable),
      ("in-kind", sums.inKind),
    ]
    facts += total.map { ($0.0, assessment?[$0.0]?.text, $0.1.decimalText) }
    let heads = assessment?["heads"]?.list ?? []
    for item in sums.items {
      let head = heads.indices.contains(item.number - 1) ? heads[item.number - 1] : nil
      facts.append(("head \(item.number)", head?["head"]?.text, item.head))
      facts.append(("amount of item \(item.number)", head?["amount"]?.text, item.amount.decimalText))
      facts.append(("payable of item \(item.number)", head?["payable"]?.text, item.payable.decimalText))
    }
    return facts
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

  func checkRuns() throws {
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM run_entry") ?? 0
    if count != runEntries { bad(.runs, "The runs list \(runEntries) payments and credits, and the table \(count).") }
    end(.runs, "The payment runs list what their events say. Payments and credits: \(count).")
  }
}
