import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// What an open offer is when it is recalculated, kind by kind.
@Suite struct ProposalKindTests {
  private let bench: RecalculationBench

  init() throws { bench = try RecalculationBench() }

  @Test func nothingIsFoundWhereNothingChanged() throws {
    try bench.enter(RecalculationBench.text("A"))
    try bench.enter(RecalculationBench.text("B"), isIssued: false)
    let (found, summary) = try bench.run(bench.recalculation())
    #expect(found.isEmpty)
    #expect(summary.tally.unchanged == 2)
    #expect(summary.tally.states == [.issued: 1, .signed: 1])
    #expect(summary.tally.offeredUnchanged == Money(pence: 36000))
    #expect(summary.isBalanced)
  }

  @Test func draftsArePassedOver() throws {
    let files = try SampleRegister.files(RecalculationBench.text("A"), pricer: bench.pricer, signer: nil)
    let check = try SampleRegister.check(files, bench.pricer)
    _ = try bench.register.write(SampleRegister.stamp("j.okafor", "2026-10-12")) { try $0.enter(files, check) }
    let (found, summary) = try bench.run(bench.recalculation("2027-10-15"))
    #expect(found.isEmpty)
    #expect(summary.tally.drafts == 1)
    #expect(summary.tally.offers == 0)
  }

  // MARK: Editions

  @Test func aCorrectionThatPaysMoreRaises() throws {
    try bench.enter(RecalculationBench.text("A", items: [repaired]))
    try bench.write("2022-10-01.1", ("rate: £2", "rate: £3"))
    let (found, summary) = try bench.run(bench.recalculation())
    #expect(found.map(\.kinds) == [[.raise]])
    #expect(found.first?.before?.gross == Money(pence: 18600))
    #expect(found.first?.now?.gross == Money(pence: 18900))
    #expect(found.first?.difference == Money(pence: 300))
    #expect(found.first?.editionNow == "2022-10-01.1")
    #expect(found.first?.causes.map(\.kind) == [.edition])
    #expect(summary.causes[.edition]?.difference == Money(pence: 300))
    #expect(summary.isBalanced)
    #expect(found.first?.actors.map(\.task) == [.draft, .sign])
    #expect(found.first?.actors.last?.who == ["head-of-department"])
  }

  @Test func aCorrectionThatPaysLessLowers() throws {
    try bench.enter(RecalculationBench.text("A", items: [repaired]))
    try bench.write("2022-10-01.1", ("rate: £2", "rate: £1"))
    #expect(try bench.kinds() == ["1 lower"])
  }

  @Test func aCorrectionThatPaysTheSameIsOnlyCounted() throws {
    try bench.enter(RecalculationBench.text("A"))
    try bench.write("2022-10-01.1", ("rate: £2", "rate: £3"))
    let (found, summary) = try bench.run(bench.recalculation())
    #expect(found.isEmpty)
    #expect(summary.tally.unchangedUnderAnother == 1)
  }

  /// £180.00 is for the head of department: from above the first ceiling up to the second, that one in it.
  @Test(arguments: [
    ("£100", "£179.99", []), ("£100", "£180.00", ["1 tier-moved"]), ("£100", "£180.01", ["1 tier-moved"]),
    ("£500", "£179.99", ["1 tier-moved"]), ("£500", "£180.00", []), ("£500", "£180.01", []),
  ])
  func aPennyEitherSideOfTheTier(ceiling: String, moved: String, expected: [String]) throws {
    try bench.enter(RecalculationBench.text("A"))
    try bench.write("2022-10-01.1", ("{ to: \(ceiling), any-of", "{ to: \(moved), any-of"))
    let (found, summary) = try bench.run(bench.recalculation())
    #expect(try bench.kinds() == expected)
    guard let tier = found.first?.now?.tier else { return }
    #expect(tier == (ceiling == "£100" ? "service-manager" : Self.highest))
    #expect(summary.tiers["head-of-department"]?.offersBefore == 1)
    #expect(summary.tiers[tier]?.now == Money(pence: 18000))
  }

  private static let highest = "relevant-director or director-legal-services or chief-executive"

  @Test func anotherTimeToAcceptMovesTheLastDay() throws {
    try bench.enter(RecalculationBench.text("A"))
    try bench.write(
      "2022-10-01.1",
      (
        "- { within: 28 days, day-one: next day }\n    - needs: late-acceptance",
        "- { within: 21 days, day-one: next day }\n    - needs: late-acceptance"
      ))
    #expect(try bench.kinds() == ["1 last-day-moved"])
  }

  @Test func anAmountThatNoLongerFitsItsBandIsFaulty() throws {
    try bench.enter(RecalculationBench.text("A", amount: "£60.00", impact: "low"))
    try bench.write(
      "2022-10-01.1", ("from: £0.01\n            to: £100", "from: £0.01\n            to: £50"),
      ("from: £101", "from: £51"))
    let found = try bench.run(bench.recalculation()).found
    #expect(found.map(\.kinds) == [[.faulty]])
    #expect(found.first?.says.joined().contains("£60.00") == true)
    #expect(found.first?.actors.map(\.task) == [.mend])
  }

  @Test func anEditionThatIsGoneIsSaid() throws {
    try bench.enter(RecalculationBench.text("A"))
    try bench.write("2022-10-01.1")
    try bench.remove("2022-10-01")
    #expect(try bench.kinds() == ["1 edition-withdrawn"])
  }

  @Test func anEditionWithOtherBytesIsSaid() throws {
    try bench.enter(RecalculationBench.text("A", items: [repaired]))
    try bench.write("2022-10-01", ("rate: £2", "rate: £3"))
    #expect(try bench.kinds() == ["1 raise, edition-withdrawn"])
  }

  @Test func anEditionIsTriedOnTheOffersOfItsScheme() throws {
    try bench.enter(RecalculationBench.text("A", items: [repaired]))
    try bench.write("2027-01-01", ("rate: £2", "rate: £5"))
    #expect(try bench.kinds() == [])
    #expect(try bench.kinds(edition: "2027-01-01") == ["1 raise"])
  }

  @Test func anOfferStaysUnderAnEditionThatAppliesToIt() throws {
    try bench.write(
      "2027-01-01", ("rate: £2", "rate: £5"), ("calendar: england", "applies-to: open offers\ncalendar: england"))
    let text = RecalculationBench.text("A", items: [repaired])
    try bench.enter(text.replacing("\"scheme\"", with: "\"edition\": \"2027-01-01\", \"scheme\""))
    #expect(try bench.kinds() == [])
    try bench.write(
      "2027-01-01.1", ("rate: £2", "rate: £6"), ("calendar: england", "applies-to: open offers\ncalendar: england"))
    let found = try bench.run(bench.recalculation()).found
    #expect(found.map(\.kinds) == [[.raise]])
    #expect(found.first?.editionNow == "2027-01-01.1")
  }

  // MARK: Time

  @Test func whatStillGoesOnIsToppedUp() throws {
    try bench.enter(RecalculationBench.text("A", items: [RecalculationBench.delay]))
    let (found, _) = try bench.run(bench.recalculation("2026-10-15"))
    #expect(found.map(\.kinds) == [[.topUp]])
    #expect(found.first?.difference == Money(pence: 600))
    #expect(found.first?.causes.map(\.kind) == [.time])
    #expect(found.first?.changes == [FactChange(item: 0, fact: "offer-date", before: "2026-10-12", now: "2026-10-15")])
    // On the day of the offer, and before it, nothing is added.
    #expect(try bench.kinds("2026-10-12") == [])
    #expect(try bench.kinds("2026-10-11") == [])
  }

  @Test func whatEndedIsNot() throws {
    try bench.enter(RecalculationBench.text("A", items: [repaired]))
    #expect(try bench.kinds("2026-10-20") == [])
  }

  @Test(arguments: [("2026-11-08", []), ("2026-11-09", []), ("2026-11-10", ["1 lapsed"])])
  func itLapsesOnTheDayAfterItsLast(asOf: String, expected: [String]) throws {
    try bench.enter(RecalculationBench.text("A"))
    // One that was not sent cannot lapse.
    try bench.enter(RecalculationBench.text("B"), isIssued: false)
    #expect(try bench.kinds(asOf) == expected)
  }

  @Test func itSaysWhoMayRenewIt() throws {
    try bench.enter(RecalculationBench.text("A"))
    let found = try bench.run(bench.recalculation("2026-12-01")).found
    #expect(found.first?.actors.map(\.task) == [.renew])
    #expect(found.first?.actors.first?.who.contains("service-manager") == true)
  }

  // MARK: Balances and facts

  @Test func anotherBalanceChangesTheSetOff() throws {
    try bench.enter(RecalculationBench.text("A"))
    let found = try bench.run(bench.recalculation(balances: "account,amount\nRA-A,40\nRA-NONE,1\n"))
    #expect(found.found.map(\.kinds) == [[.setOffChanged]])
    #expect(found.found.first?.now?.setOff == Money(pence: 4000))
    #expect(found.found.first?.isProposal == true)
    #expect(found.found.first?.needsRevision == false)
    #expect(found.found.first?.actors == [])
    #expect(found.summary.causes[.balances]?.setOffDifference == Money(pence: -5500))
    #expect(found.summary.tally.accountsNotUsed == ["RA-NONE"])
    #expect(try bench.kinds(balances: "account,amount\nRA-A,£95\n") == [])
  }

  @Test func factsThatArrivedCanRefuseIt() throws {
    try bench.enter(RecalculationBench.text("A"))
    let found = try bench.run(
      bench.recalculation(
        facts:
          "case,proceedings-or-orders,match-funding\nA,true,\nZ,,true\n"
      ))
    #expect(found.found.map(\.kinds) == [[.refused, .factsArrived]])
    #expect(found.found.first?.difference == Money(pence: -18000))
    #expect(found.summary.tally.casesNotUsed == ["Z"])
  }

  @Test func aFactOfAnItemLowersIt() throws {
    try bench.enter(RecalculationBench.text("A", items: [repaired]))
    #expect(try bench.kinds(facts: "case,item2.match-funding\nA,true\n") == ["1 lower, facts-arrived"])
  }

  @Test func aDisputedDebtIsNotSetOff() throws {
    try bench.enter(RecalculationBench.text("A"))
    let found = try bench.run(bench.recalculation(balances: "account,rent-arrears,arrears-disputed\nRA-A,95,50\n"))
      .found
    #expect(found.map(\.kinds) == [[.setOffChanged]])
    #expect(found.first?.now?.setOff == Money(pence: 4500))
  }

  @Test func whatIsLateNowAsksAPerson() throws {
    try bench.enter(RecalculationBench.text("A"))
    try bench.write(
      "2022-10-01.1", ("{ within: 28 days, day-one: next day }", "{ within: 15 days, day-one: next day }"))
    let (found, summary) = try bench.run(bench.recalculation())
    #expect(found.map(\.kinds) == [[.undecided]])
    #expect(found.first?.actors.map(\.task) == [.answer])
    #expect(found.first?.isProposal == false)
    #expect(summary.all.summed == 0)
    #expect(summary.isBalanced)
  }

  @Test func severalCausesHaveTheirOwnParts() throws {
    try bench.enter(RecalculationBench.text("A", items: [RecalculationBench.delay]))
    try bench.write("2022-10-01.1", ("rate: £2", "rate: £3"))
    let (found, summary) = try bench.run(
      bench.recalculation("2026-10-15", balances: "account,amount\nRA-A,200\n"))
    #expect(found.map(\.kinds) == [[.raise, .setOffChanged]])
    #expect(found.first?.causes.map(\.kind) == [.edition, .time, .balances])
    #expect(found.first?.causes.map(\.difference) == [Money(pence: 1000), Money(pence: 900), .zero])
    #expect(found.first?.difference == Money(pence: 1900))
    #expect(summary.isBalanced)
  }

  @Test func anEndThatBecameKnownStopsWhatWentOn() throws {
    try bench.enter(RecalculationBench.text("A", items: [RecalculationBench.delay]))
    let found = try bench.run(bench.recalculation("2026-10-25", facts: "case,item2.repaired-on\nA,2026-10-08\n")).found
    #expect(found.map(\.kinds) == [[.lower, .factsArrived]])
    #expect(found.first?.causes.map(\.kind) == [.facts])
    #expect(found.first?.difference == Money(pence: -800))
    #expect(found.first?.changes == [FactChange(item: 2, fact: "repaired-on", before: nil, now: "2026-10-08")])
  }

  @Test func aRefusalCanBecomeAnOffer() throws {
    try bench.enter(RecalculationBench.text("A", facts: ", \"proceedings-or-orders\": true"))
    let (found, summary) = try bench.run(bench.recalculation(facts: "case,proceedings-or-orders\nA,false\n"))
    #expect(found.map(\.kinds) == [[.raise, .setOffChanged, .factsArrived]])
    #expect(found.first?.difference == Money(pence: 18000))
    #expect(summary.tiers["refused"]?.offersBefore == 1)
    #expect(summary.isBalanced)
    // As little is owed for another reason.
    let other = "case,proceedings-or-orders,match-funding\nA,false,true\n"
    #expect(try bench.kinds(facts: other) == ["1 reason-moved, facts-arrived"])
  }

  // MARK: Accepted offers

  /// Items are counted as in the offer, though only some of them were accepted.
  @Test func factsReachTheItemsThatWereAccepted() throws {
    let number = try bench.enter(RecalculationBench.text("A", items: [repaired, RecalculationBench.delay]))
    let pricer = try bench.pricer
    _ = try bench.register.write(SampleRegister.stamp("j.okafor", "2026-10-20")) {
      try $0.accept(
        number,
        AcceptanceOrder(facts: [("rent-arrears", "0"), ("service-charge-arrears", "0")], parts: ["1", "3"]),
        pricer: pricer, conditions: nil)
    }
    #expect(try bench.kinds("2026-10-12") == [])
    let found = try bench.run(bench.recalculation("2026-10-12", facts: "case,item3.match-funding\nA,true\n")).found
    #expect(found.map(\.kinds) == [[.lower, .factsArrived]])
    #expect(found.first?.difference == Money(pence: -2000))
    #expect(found.first?.changes.map(\.item) == [3])
    #expect(try bench.kinds("2026-10-12", facts: "case,item2.match-funding\nA,true\n") == [])
  }

  @Test func anAcceptedOfferStandsAsItWasSettled() throws {
    let number = try bench.enter(RecalculationBench.text("A", items: [RecalculationBench.delay]))
    try bench.accept(number, arrears: "30")
    // Another balance is nothing to it, and what goes on is only told.
    #expect(try bench.kinds("2026-10-12", balances: "account,amount\nRA-A,40\n") == [])
    let found = try bench.run(bench.recalculation("2026-10-25")).found
    #expect(found.map(\.kinds) == [[.topUp]])
    #expect(found.first?.before?.setOff == Money(pence: 3000))
    #expect(found.first?.difference == Money(pence: 2600))
    #expect(found.first?.says.joined().contains("that stands") == true)
    #expect(try bench.kinds("2027-12-01").first?.contains("lapsed") == false)
  }

  /// A delay that ended, of £6.00.
  private var repaired: String {
    "{ \"head\": \"delay\", \"repair-due-on\": \"2026-10-02\", \"repaired-on\": \"2026-10-05\" }"
  }
}
