import GRDB
import Redress
import RedressFiles

/// Which offers are looked for. What is left out is not asked.
public struct OfferQuery: Sendable {
  /// In one of these states.
  public var states: [OfferState] = []
  /// Under a scheme.
  public var scheme: String?
  /// Of a case, by its reference.
  public var reference: String?
  /// To a household.
  public var household: String?
  /// Past their last day on this day, and not accepted.
  public var lapsedOn: CivilDate?

  /// Every offer.
  public init() {}
}

/// One offer in a list of them.
public struct ListedOffer: Hashable, Sendable {
  /// Its number in the register.
  public let number: Int
  /// The reference of its case.
  public let reference: String
  /// Which decision of the case it is, from 1.
  public let revision: Int
  /// Its scheme.
  public let scheme: String
  /// Where it is in its life.
  public let state: OfferState
  /// The date that stands on it.
  public let offerDate: String
  /// The last day to accept it; `nil` where there is none.
  public let lastDay: String?
  /// The day on which it was accepted.
  public let acceptedOn: String?
  /// Its money, as offered or as accepted.
  public let gross: Money
  /// What is left to pay of it.
  public let payable: Money
  /// What was paid.
  public let paid: Money
  /// What the household is called elsewhere.
  public let household: String?
}

extension RegisterReading {
  /// The offers that a query finds, by their number, one after another.
  public func offers(_ query: OfferQuery, _ body: (ListedOffer) throws -> Void) throws {
    var conditions: [String] = []
    var arguments: StatementArguments = []
    func need(_ condition: String, _ value: String?) {
      guard let value else { return }
      conditions.append(condition)
      arguments += [value]
    }
    need("scheme = ?", query.scheme)
    need("reference = ?", query.reference)
    need("household = ?", query.household)
    need("state = 'issued' AND outcome = 'awarded' AND last_day < ?", query.lapsedOn?.isoText)
    if !query.states.isEmpty {
      conditions.append("state IN (\(query.states.map { "'\($0.rawValue)'" }.joined(separator: ", ")))")
    }
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM offer\(filter) ORDER BY number", arguments: arguments)
    while let row = try rows.next() { try body(ListedOffer(row)) }
  }
}

extension ListedOffer {
  init(_ row: Row) throws {
    guard let state = OfferState(rawValue: row["state"]) else {
      throw RegisterFault.damaged(path: "the register", says: "an offer is in a state that is not known")
    }
    self.init(
      number: row["number"], reference: row["reference"], revision: row["revision"], scheme: row["scheme"],
      state: state, offerDate: row["offer_date"], lastDay: row["last_day"], acceptedOn: row["accepted_on"],
      gross: Money(pence: row["gross"]), payable: Money(pence: row["payable"]), paid: Money(pence: row["paid"]),
      household: row["household"])
  }

  /// The offer as one line of JSON, without a line feed.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("offer", number)
      json.pair("case", reference)
      json.pair("revision", revision)
      json.pair("scheme", scheme)
      json.pair("state", state.rawValue)
      json.pair("offer-date", offerDate)
      json.pair("last-day-to-accept", lastDay)
      json.pair("accepted-on", acceptedOn)
      json.pair("gross", gross)
      json.pair("payable", payable)
      json.pair("paid", paid)
      json.pair("household", household)
    }
    return json.bytes
  }
}
