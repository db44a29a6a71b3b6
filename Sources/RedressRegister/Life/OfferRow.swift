import GRDB
import Redress
import RedressFiles

extension OfferLife {
  /// The columns of the offer, in the order in which they are written.
  var values: [(String, DatabaseValue)] {
    let sums = sums
    return [
      ("number", number.databaseValue), ("reference", drafted.reference.databaseValue),
      ("revision", drafted.revision.databaseValue), ("supersedes", drafted.supersedes.databaseValue),
      ("scheme", drafted.scheme.databaseValue), ("edition", drafted.edition.databaseValue),
      ("edition_digest", drafted.editionDigest.text.databaseValue),
      ("offer_digest", drafted.offerDigest.text.databaseValue),
      ("letter_digest", (drafted.letterDigest?.text).databaseValue),
      ("outcome", drafted.outcome.rawValue.databaseValue), ("author", author.databaseValue),
      ("offer_date", drafted.offerDate.isoText.databaseValue), ("household", drafted.household.databaseValue),
      ("rent_account", drafted.rentAccount.databaseValue), ("cost_code", drafted.costCode.databaseValue),
      ("state", state.rawValue.databaseValue), ("gross", sums.gross.pence.databaseValue),
      ("already_paid", sums.alreadyPaid.pence.databaseValue), ("set_off", sums.setOff.pence.databaseValue),
      ("payable", sums.payable.pence.databaseValue), ("in_kind", sums.inKind.pence.databaseValue),
      ("paid", paid.pence.databaseValue), ("credited", credited.pence.databaseValue),
      ("issued_on", (issuedOn?.isoText).databaseValue), ("last_day", (lastDay?.isoText).databaseValue),
      ("accepted_on", (acceptedOn?.isoText).databaseValue), ("paid_on", (paidOn?.isoText).databaseValue),
      ("closed_on", (closedOn?.isoText).databaseValue), ("last_event", lastEvent.databaseValue),
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

  /// Writes what the tables hold of it in place of what they held before.
  func write(to db: Database) throws {
    let names = values.map(\.0)
    let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
    let updates = names.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    try db.cachedStatement(
      sql: "INSERT INTO offer (\(names.joined(separator: ", "))) VALUES (\(marks)) "
        + "ON CONFLICT (number) DO UPDATE SET \(updates)"
    ).execute(arguments: StatementArguments(values.map(\.1)))
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
