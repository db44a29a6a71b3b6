import Redress
import Testing

/// What the lines of days, duties, prices and combinations say.
struct WorkingWordsTests {
  @Test func `A whole case in words`() {
    let told = Told(Everyshire.whole(["replied": .on(2026, 4, 20), "owed": .pounds(30)]))
    #expect(told["duty.reply"] == ["Done on 20 April 2026, 21 days late: the last day was 30 March 2026."])
    #expect(told["derived.days"] == ["24, counted by the day from 20 March 2026 to 12 April 2026."])
    #expect(told["derived.due"] == ["30 March 2026, the last day for: Rule of duty.reply."])
    #expect(told["derived.how many costs"] == ["1, the items under costs."])
    #expect(told["derived.late days"] == ["21 days late with: Rule of duty.reply."])
    #expect(
      told["head.costs"] == ["£80.00 + £12.34 = £92.34.", "Less £10.00 that somebody else paid, which leaves £82.34."])
    #expect(
      told["head.distress"] == ["£75.00, as a person judged it (length: short; evidence: given; reasons: given)."])
    #expect(told["head.gift"] == ["£45.00 (sum: £45.00).", "It is at most £40.00."])
    #expect(told["head.sofa"] == ["£100.00 × 17 ÷ 24, aged 7 of 24 = £70.83."])
    #expect(told["head.uplift"] == ["Those heads come to £332.84.", "20% of it counts: £66.57."])
    #expect(told["payees"].count == 1)
  }

  @Test func `A duty that cannot be counted says so`() {
    var scheme = Scheme()
    let asked = scheme.fact("asked", .date, leftOut: .unstated)
    scheme.fact("replied", .date, leftOut: .unstated)
    scheme.duty("reply", due: DayRule(from: asked, within: .period(5)), done: "replied")
    scheme.typedHead("it")
    var given = Facts.one(scheme.matrix(), item: ["amount": .pounds(1)])
    #expect(Told(given)["duty.reply"] == ["Not counted: what it is counted from has not happened."])
    given.state(["asked": .on(2026, 6, 1)])
    #expect(Told(given)["duty.reply"] == ["Due by 6 June 2026; no day is given on which it was done."])
  }

  @Test func `Where everything comes to nothing the refusal says so`() {
    let told = Told(.one(.of { _ in .fixed(.pounds(0)) }))
    #expect(told.refusals == ["Every item comes to £0.00, so there is nothing to offer."])
  }
}
