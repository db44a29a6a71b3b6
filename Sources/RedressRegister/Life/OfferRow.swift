import GRDB
import Redress
import RedressFiles

extension OfferLife {
  /// The columns of an offer, in the order in which they are written.
  static let columns = [
    "number", "reference", "revision", "supersedes", "scheme", "edition", "edition_digest", "offer_digest",
    "letter_digest", "outcome", "author", "offer_date", "household", "rent_account", "cost_code", "state", "offered",
    "gross", "already_paid", "set_off", "payable", "in_kind", "paid", "credited", "issued_on", "last_day",
    "accepted_on", "paid_on", "closed_on", "last_event",
  ]

  /// What stands in the columns of the offer.
  var values: [(String, DatabaseValue)] { Array(zip(Self.columns, databaseValues)) }

  private var databaseValues: [DatabaseValue] {
    let sums = sums
    return [
      number.databaseValue, drafted.reference.databaseValue, drafted.revision.databaseValue,
      drafted.supersedes.databaseValue, drafted.scheme.databaseValue, drafted.edition.databaseValue,
      drafted.editionDigest.text.databaseValue, drafted.offerDigest.text.databaseValue,
      (drafted.letterDigest?.text).databaseValue, drafted.outcome.rawValue.databaseValue, author.databaseValue,
      drafted.offerDate.isoText.databaseValue, drafted.household.databaseValue, drafted.rentAccount.databaseValue,
      drafted.costCode.databaseValue, state.rawValue.databaseValue, drafted.sums.total.pence.databaseValue,
      sums.gross.pence.databaseValue, sums.alreadyPaid.pence.databaseValue, sums.setOff.pence.databaseValue,
      sums.payable.pence.databaseValue, sums.inKind.pence.databaseValue, paid.pence.databaseValue,
      credited.pence.databaseValue, (issuedOn?.isoText).databaseValue, (lastDay?.isoText).databaseValue,
      (acceptedOn?.isoText).databaseValue, (paidOn?.isoText).databaseValue, (closedOn?.isoText).databaseValue,
      lastEvent.databaseValue,
    ]
  }

  /// The rows of its items: those that were accepted as they were settled, the others as they were offered.
  var itemValues: [[DatabaseValue]] {
    let accepted = acceptance?.items ?? []
    let settled = acceptance?.sums.items ?? []
    return drafted.sums.items.map { offered in
      let item = settled.first { $0.number == offered.number } ?? offered
      return [
        number.databaseValue, item.number.databaseValue, item.head.databaseValue, item.amount.pence.databaseValue,
        item.alreadyPaid.pence.databaseValue, item.setOff.pence.databaseValue, item.payable.pence.databaseValue,
        item.form.databaseValue, item.isInKind.databaseValue, accepted.contains(item.number).databaseValue,
      ]
    }
  }

  var signatureValues: [[DatabaseValue]] {
    signatures.map {
      [
        number.databaseValue, $0.officer.databaseValue, $0.signed.role.databaseValue,
        $0.signed.digest.text.databaseValue, $0.event.databaseValue,
      ]
    }
  }

  var paymentValues: [[DatabaseValue]] {
    payments.map { payment in
      let recorded = payment.recorded
      return [
        recorded.event.databaseValue, number.databaseValue, recorded.value.method.databaseValue,
        recorded.value.amount.pence.databaseValue, recorded.by.databaseValue, recorded.on.isoText.databaseValue,
        recorded.value.proof.databaseValue, payment.returnedIn.databaseValue, recorded.value.run.databaseValue,
      ]
    }
  }

  private static let statement = """
    INSERT INTO offer (\(columns.joined(separator: ", ")))
    VALUES (\(Array(repeating: "?", count: columns.count).joined(separator: ", ")))
    ON CONFLICT (number) DO UPDATE SET
    \(columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
    """

  /// Writes what the tables hold of it in place of what they held before.
  func write(to db: Database) throws {
    try writeRows(to: db)
    try OpenCaseRow.write(self, to: db)
  }

  /// The same but for its case, which is worked out of files.
  func writeRows(to db: Database) throws {
    try db.cachedStatement(sql: Self.statement).execute(arguments: StatementArguments(databaseValues))
    try Self.write(itemValues, in: "item", count: 10, to: db)
    try Self.write(signatureValues, in: "signature", count: 5, to: db)
    try Self.write(paymentValues, in: "payment", count: 9, to: db)
  }

  private static func write(_ rows: [[DatabaseValue]], in table: String, count: Int, to db: Database) throws {
    let marks = Array(repeating: "?", count: count).joined(separator: ", ")
    for row in rows {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO \(table) VALUES (\(marks))")
        .execute(arguments: StatementArguments(row))
    }
  }
}
