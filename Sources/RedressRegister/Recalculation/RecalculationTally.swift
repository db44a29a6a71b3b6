import GRDB
import Redress
import RedressFiles

/// What a recalculation counted so far. A run that was stopped goes on from it.
public struct RecalculationTally: Hashable, Sendable {
  /// The number of the last offer that was looked at; 0 before the first.
  public internal(set) var last = 0
  /// How many open offers are in each state.
  public internal(set) var states: [OfferState: Int] = [:]
  /// How many come to the same.
  public internal(set) var unchanged = 0
  /// How many of those do so under another edition than their own.
  public internal(set) var unchangedUnderAnother = 0
  /// How many are of a scheme that has no edition of the name that is tried.
  public internal(set) var notTried = 0
  /// What is offered by all that come to the same or were not tried.
  public internal(set) var offeredUnchanged = Money.zero
  /// The accounts of the balances that some open offer has.
  private(set) var accounts: Set<String> = []
  /// Those of them that the last page added.
  private var newAccounts: [String] = []

  // What is known at the end, and not counted.

  /// How many drafts were passed over.
  public internal(set) var drafts = 0
  /// Accounts that no open offer has.
  public internal(set) var accountsNotUsed: [String] = []
  /// Cases that no open offer has.
  public internal(set) var casesNotUsed: [String] = []
  /// Where the register's own tables come to something else; `nil` where they agree.
  public internal(set) var disagreement: String?
  var offeredInRegister: Money?

  /// Nothing counted yet.
  public init() {}

  /// How many offers were looked at.
  public var offers: Int { states.values.reduce(0, +) }

  mutating func count(_ offer: OpenOffer, _ outcome: OfferRecalculation.Outcome) {
    states[offer.state, default: 0] += 1
    switch outcome {
    case .unchanged(let offered, let isUnderAnother):
      unchanged += 1
      if isUnderAnother { unchangedUnderAnother += 1 }
      offeredUnchanged += offered
    case .notTried(let offered):
      notTried += 1
      offeredUnchanged += offered
    case .found: break
    }
  }

  /// Takes the accounts that a page of offers has.
  mutating func add(accounts page: some Sequence<String>) {
    newAccounts = Set(page).subtracting(accounts).sorted()
    accounts.formUnion(newAccounts)
  }

  /// Finds out what is told at the end.
  mutating func finish(_ reading: RegisterReading, _ recalculation: Recalculation) throws {
    drafts = try Int.fetchOne(reading.db, sql: "SELECT count(*) FROM offer WHERE state = 'drafted'") ?? 0
    accountsNotUsed = recalculation.balances?.accounts.filter { !accounts.contains($0) } ?? []
    casesNotUsed = try (recalculation.arrived?.cases ?? []).filter { reference in
      try reading.row(
        "SELECT 1 FROM offer WHERE reference = ? AND state IN ('signed', 'issued', 'accepted')", [reference]) == nil
    }
    let row = try reading.row(
      """
      SELECT count(*) AS offers, coalesce(sum(gross + in_kind), 0) AS offered FROM offer
      WHERE state IN ('signed', 'issued', 'accepted')
      """, [])
    let count: Int = row?["offers"] ?? 0
    offeredInRegister = Money(pence: row?["offered"] ?? 0)
    disagreement = count == offers ? nil : "The register has \(count) open offers, and \(offers) were looked at."
  }
}

// MARK: JSON

extension RecalculationTally {
  /// The count as one line of a file of progress.
  var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("tally")
      json.object { json in
        json.pair("last", last)
        for state in OfferState.allCases where states[state] != nil { json.pair(state.rawValue, states[state] ?? 0) }
        json.pair("unchanged", unchanged)
        json.pair("under-another", unchangedUnderAnother)
        json.pair("not-tried", notTried)
        json.pair("offered-unchanged", offeredUnchanged)
        json.key("accounts")
        json.strings(newAccounts)
      }
    }
    return json.bytes + [10]
  }

  /// The count of a line after those of the lines before; `nil` where it is none.
  init?(_ node: Node, after before: RecalculationTally) {
    guard let tally = node["tally"] else { return nil }
    func number(_ key: String) -> Int? { tally[key]?.text.flatMap { Int($0) } }
    guard let last = number("last"), let unchanged = number("unchanged"), let other = number("under-another"),
      let notTried = number("not-tried"),
      let offered = tally["offered-unchanged"]?.text.flatMap({ try? Literal.money($0) })
    else { return nil }
    (self.last, self.unchanged, unchangedUnderAnother, self.notTried) = (last, unchanged, other, notTried)
    offeredUnchanged = offered
    for state in OfferState.allCases { if let count = number(state.rawValue) { states[state] = count } }
    accounts = before.accounts.union((tally["accounts"]?.list ?? []).compactMap(\.text))
  }
}
