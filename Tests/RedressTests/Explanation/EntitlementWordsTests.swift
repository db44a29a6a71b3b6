import Redress
import Testing

/// What the lines of exclusions and statements say.
struct EntitlementWordsTests {
  @Test func `An exclusion says what it read`() {
    let told = Told(Anyshire.priced(["insured": false, "weather": true, "all-steps": false]))
    #expect(told["exclusion.customer"] == ["Does not apply (customer: tenant)."])
    #expect(told["exclusion.insured"] == ["Does not apply (insured: no)."])
    #expect(told["exclusion.repair"] == ["Not said, so taken as not so."])
    #expect(told["exclusion.weather"] == ["Does not apply (weather: yes; all-steps: no)."])
  }

  @Test func `One that bites gives its reason, and what was taken for granted`() {
    let told = Told(Anyshire.priced(["weather": true, "repair": true]))
    #expect(told["exclusion.weather"] == ["Applies (weather: yes; all-steps: not said, taken as yes). It is weather."])
    #expect(told["exclusion.repair"] == ["Applies (repair: yes). It is repair."])
    #expect(told.refusals == ["It is repair.", "It is weather."])
  }

  @Test func `One that sends the person elsewhere says where`() {
    var scheme = Scheme()
    scheme.exclude("it", when: .given(scheme.fact("insurer", .text, leftOut: .unstated)), referTo: "the insurer")
    scheme.typedHead("trouble")
    var given = Facts(scheme.matrix(), ["insurer": .words])
    given.item("trouble", ["amount": .pounds(1)])
    let told = Told(given)
    #expect(told["exclusion.it"] == ["Applies (insurer: given). It is it. It belongs to: the insurer."])
    #expect(told.refusals == ["It is it. It belongs to: the insurer."])
    #expect(told["head.trouble"] == ["Not tried: something before it already decided, or stands in the way."])
  }

  @Test func `An exception says who made it, and that the name is not verified`() {
    let told = Told(Anyshire.priced(["court": true]), decisions: [.accept("court-parts")])
    let says =
      "Would apply (court: yes), but an exception was made. "
      + "court-parts was accepted by a.khan (name not verified) on 10 October 2026: in hospital."
    #expect(told["exclusion.court"] == [says])
  }

  @Test func `One that a decision could set aside names it, or says how it was declined`() {
    #expect(
      Told(Anyshire.priced(["court": true]))["exclusion.court"] == [
        "Applies (court: yes). It is court. Only the decision court-parts could let it in, and none is recorded."
      ])
    #expect(
      Told(Anyshire.priced(["court": true]), decisions: [.decline("court-parts")])["exclusion.court"] == [
        "Applies (court: yes). It is court. "
          + "court-parts was declined by a.khan (name not verified) on 10 October 2026: No reason was given."
      ])
  }

  @Test func `A decision without its record is named all the same`() {
    var given = Anyshire.priced(["court": true])
    given.accept("court-parts")
    #expect(
      Told(given)["exclusion.court"]
        == ["Would apply (court: yes), but an exception was made. court-parts was accepted."])
  }

  @Test func `Every kind of fact has its words`() {
    var scheme = Scheme()
    let optional = Fact.LeftOut.unstated
    let facts = [
      scheme.fact("day", .date, leftOut: optional), scheme.fact("sum", .money, leftOut: optional),
      scheme.fact("bills", .receipts, leftOut: optional), scheme.choice("colour", ["red", "blue"], leftOut: optional),
      scheme.fact("other-sum", .money, leftOut: .same(scheme[fact: "sum"])),
      scheme.fact("fee", .money, leftOut: .taken(5_00)), scheme.fact("unsaid", .text, leftOut: optional),
      scheme.fact("needed", .text),
    ]
    scheme.exclude("it", when: .any(facts.map { .compare($0, .equal, .value(-1)) } + [.given(scheme[fact: "day"])]))
    scheme.typedHead("trouble")
    var given = Facts(
      scheme.matrix(), ["day": .on(2026, 6, 1), "sum": .pence(1_234_50), "bills": .pounds(3), "colour": "blue"])
    given.item("trouble", ["amount": .pounds(1)])
    let says =
      "Applies (day: 1 June 2026; sum: £1,234.50; bills: £3.00; colour: blue; other-sum: not said, taken as sum; "
      + "fee: not said, taken as £5.00; unsaid: not said; needed: not said). It is it."
    #expect(Told(given)["exclusion.it"] == [says])
  }

  // MARK: Items

  @Test func `What keeps an item out is named by its title`() {
    var given = Anyshire.priced()
    given.item("costs", ["repair": true])
    let told = Told(given)
    #expect(told["exclusion.repair"] == ["Not said, so taken as not so.", "Applies (repair: yes). It is repair."])
    #expect(told["head.costs"] == ["Not priced, because another rule keeps it out: Rule of exclusion.repair."])
    #expect(told.refusals == ["Item 2: It is repair."])
  }

  @Test func `A head without an item was not claimed`() {
    #expect(Told(Anyshire.priced())["head.costs"] == ["Nothing was claimed under this head."])
  }

  // MARK: Statements

  @Test func `A statement says its words, or why it does not`() {
    let offer = Told(Anyshire.priced())
    #expect(offer["payment.form"] == ["Say form."])
    #expect(offer["statement.goodwill"] == ["Say goodwill."])
    #expect(offer["statement.regret"] == ["Said only with a refusal."])
    let refusal = Told(Anyshire.priced(["insured": true]))
    #expect(refusal["statement.goodwill"] == ["Said only with an offer."])
    #expect(refusal["statement.regret"] == ["Does not apply (finding: not said, taken as upheld)."])
    #expect(refusal["statement.ombudsman"] == ["Say ombudsman."])
  }
}
