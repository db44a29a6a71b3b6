import Redress

/// Draws cases of the performance workload from a seed: the numbers first, so that filling the facts can be timed by
/// itself.
struct WorkloadDraw {
  /// The numbers of a case, as a reader of files would have found them.
  struct Numbers {
    var incident, claim, offer, service, impact, discretion: Int64
    /// The place among the exclusions of one that bites; none above them.
    var exclusion: Int
    var days, weeklyRent, rooms, weeks, arrears: Int64
    var receipts: ContiguousArray<Money>
  }

  private var state: UInt64
  private let dates: [Ref<Fact>]
  private let service, impact, discretion, days, weeklyRent, rooms, weeks, receipts, arrears: Ref<Fact>
  private let exclusions: [Ref<Fact>]
  private let heads: [Ref<Head>]

  init(_ matrix: Matrix, seed: UInt64) {
    state = seed
    func fact(_ name: String) -> Ref<Fact> { matrix.fact(named: name)! }
    dates = ["incident-date", "claim-date", "offer-date"].map { fact($0) }
    (service, impact, discretion) = (fact("service"), fact("impact"), fact("discretion"))
    (days, weeklyRent, rooms, weeks) = (fact("days"), fact("weekly-rent"), fact("rooms"), fact("weeks"))
    (receipts, arrears) = (fact("receipts"), fact("rent-arrears"))
    exclusions = ["legal", "insured", "tenant-caused", "no-access", "third-party", "injury"].map { fact($0) }
    heads = ["fixed", "daily", "rent", "receipts"].map { matrix.head(named: $0)! }
  }

  private mutating func below(_ bound: Int) -> Int64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int64((state >> 33) % UInt64(bound))
  }

  mutating func next() -> Numbers {
    let incident = 20_000 + below(800)
    let claim = incident + (below(10) < 8 ? below(29) : below(250))
    return Numbers(
      incident: incident, claim: claim, offer: claim + below(60), service: below(8), impact: below(3),
      discretion: below(2), exclusion: Int(below(60)), days: below(60), weeklyRent: 5_000 + below(30_000),
      rooms: below(4), weeks: below(12), arrears: below(2) * below(60_000),
      receipts: [Money(pence: 1 + below(9_000)), Money(pence: 1 + below(9_000)), Money(pence: 1 + below(9_000))])
  }

  /// The facts of the case, as a reader has them once it has read them all.
  func stated(_ numbers: Numbers) -> ContiguousArray<CaseFacts.Stated> {
    var stated: ContiguousArray = [
      CaseFacts.Stated(dates[0], numbers.incident), CaseFacts.Stated(dates[1], numbers.claim),
      CaseFacts.Stated(dates[2], numbers.offer), CaseFacts.Stated(service, numbers.service),
      CaseFacts.Stated(impact, numbers.impact), CaseFacts.Stated(discretion, numbers.discretion),
      CaseFacts.Stated(weeklyRent, numbers.weeklyRent), CaseFacts.Stated(rooms, numbers.rooms),
      CaseFacts.Stated(weeks, numbers.weeks), CaseFacts.Stated(arrears, numbers.arrears),
    ]
    if numbers.exclusion < exclusions.count { stated.append(CaseFacts.Stated(exclusions[numbers.exclusion], 1)) }
    return stated
  }

  /// Ten facts of the case or eleven, four items of which one has a fact of its own, and three receipts.
  func fill(_ facts: inout CaseFacts, _ numbers: Numbers, _ stated: ContiguousArray<CaseFacts.Stated>) {
    facts.clear()
    facts.state(stated.span)
    facts.addItem(heads[0])
    facts.state(days, numbers.days, item: facts.addItem(heads[1]))
    facts.addItem(heads[2])
    let item = facts.addItem(heads[3])
    facts.addReceipts(receipts, numbers.receipts.span, item: item)
  }
}
