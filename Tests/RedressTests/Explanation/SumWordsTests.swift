import Testing

@testable import Redress

/// What the lines of prices and sums say.
struct SumWordsTests {
  private static func item(
    _ head: String, _ stated: KeyValuePairs<String, Stated>, because: String? = nil, by: String? = nil
  ) -> [String] {
    var given = Anyshire.claim()
    given.item(head, stated)
    let reasons = because == nil && by == nil ? [] : [Case.Reason(item: 1, by: by, because: because)]
    return Told(given, reasons: reasons)["head.\(head)"]
  }

  @Test func `A band says level, range, amount, form, who and why`() {
    let medium: KeyValuePairs<String, Stated> = ["impact": "medium", "amount": .pounds(180), "form": "bacs"]
    #expect(Self.item("trouble", medium) == ["Medium, £101.00 to £500.00: £180.00 by Bacs."])
    #expect(
      Self.item("trouble", medium, because: "three visits missed", by: "j.okafor") == [
        "Medium, £101.00 to £500.00: £180.00 by Bacs, set by j.okafor: three visits missed."
      ])
    #expect(
      Self.item("trouble", medium, because: "Three visits missed.") == [
        "Medium, £101.00 to £500.00: £180.00 by Bacs: Three visits missed."
      ])
    #expect(
      Self.item("trouble", medium, by: "j.okafor") == ["Medium, £101.00 to £500.00: £180.00 by Bacs, set by j.okafor."])
    #expect(
      Self.item("trouble", ["impact": "high", "amount": .pounds(600)]) == ["High, £500.01 and above: £600.00."])
    #expect(
      Self.item("trouble", ["impact": "low", "amount": .pounds(20), "form": "flowers"]) == [
        "Low, £0.01 to £100.00: £20.00 in kind, as Flowers."
      ])
    #expect(
      Self.item("trouble", ["supported-living": true, "amount": .pounds(300)]) == [
        "Medium, £101.00 to £500.00, where the policy itself puts this case: £300.00."
      ])
  }

  @Test func `What cannot be priced says what is wanting`() {
    #expect(Self.item("trouble", ["impact": "low"]) == ["Cannot be priced until this is stated: amount."])
    #expect(
      Self.item("trouble", ["impact": "low", "amount": .pence(100_50)]) == ["Cannot be priced yet. What of gap?"])
  }

  @Test func `Costs say what was shown`() {
    #expect(Self.item("costs", ["amount": .pounds(42), "evidence": .words]) == ["£42.00, shown by other evidence."])
    #expect(
      Self.item("costs", ["amount": .pounds(42), "form": "bacs"], because: "a heater") == [
        "£42.00 by Bacs, with receipts or evidence still to come: a heater."
      ])
  }

  @Test func `Receipts are added up in sight`() {
    var given = Anyshire.claim()
    given.item("costs")
    given.item("costs")
    for (pence, item) in [(30_00, 1), (12_00, 1), (5_00, 2), (1, 1)] as [(Int64, Int)] {
      given.receipt(pence, item: item)
    }
    let told = Told(given, receiptWords: ["heater", "", "lamp"])
    #expect(told["head.costs"] == ["heater £30.00 + £12.00 + £0.01 = £42.01.", "lamp £5.00."])
  }

  // MARK: Totals

  @Test func `The total is added up in sight`() {
    #expect(Told(Anyshire.priced())["total"] == ["£180.00."])
    var given = Anyshire.priced()
    given.item("costs", ["amount": .pounds(42)])
    given.item("costs", ["amount": .pounds(9), "repair": true])
    #expect(Told(given)["total"] == ["£180.00 + £42.00 = £222.00."])
    given.item("trouble", ["impact": "low", "amount": .pounds(20), "form": "flowers"])
    #expect(Told(given)["total"] == ["£180.00 + £42.00 + £20.00 = £242.00, of which £20.00 in kind."])
  }

  @Test func `Earlier payments`() {
    #expect(Told(Anyshire.priced())["already-paid"] == ["No earlier payment (paid: not said, taken as none)."])
    #expect(Told(Anyshire.priced(["paid": .pounds(0)]))["already-paid"] == ["No earlier payment."])
    #expect(
      Told(Anyshire.priced(["paid": .pounds(50)]))["already-paid"] == [
        "£50.00 was paid before and is deducted.", "£50.00 comes off this item, which leaves £130.00.",
      ])
    #expect(
      Told(Anyshire.priced(["paid": .pounds(200)]))["already-paid"].prefix(2) == [
        "£180.00 was paid before and is deducted.",
        "£20.00 more was paid than there is to pay, and is not taken back here.",
      ])
  }

  @Test func `Arrears`() {
    let told = Told(Anyshire.priced(["rent": .pounds(95), "service-charge": .pounds(100)]))
    #expect(
      told["set-off"] == [
        "£195.00 is owed. £180.00 of the offer may be set against arrears: £180.00 is credited.",
        "rent: £95.00 of the £95.00 owed is credited, £0.00 stays owed.",
        "service-charge: £85.00 of the £100.00 owed is credited, £15.00 stays owed.",
        "£180.00 comes off this item, which leaves £0.00.",
      ])
  }

  @Test func `Arrears in dispute, and what was decided of them`() {
    let stated: KeyValuePairs<String, Stated> = ["rent": .pounds(95), "disputed": .pounds(20)]
    #expect(
      Told(Anyshire.priced(stated))["set-off"].first
        == "£95.00 is owed, of which £20.00 is disputed and stays out. "
        + "£180.00 of the offer may be set against arrears: £75.00 is credited."
    )
    #expect(
      Told(Anyshire.priced(stated), decisions: [.accept("disputed-debt")])["set-off"].first
        == "£95.00 is owed. £180.00 of the offer may be set against arrears: £95.00 is credited. "
        + "disputed-debt was accepted by a.khan (name not verified) on 10 October 2026: in hospital.")
  }

  @Test func `No arrears, nothing to take them from, or a person who is spared`() {
    #expect(Told(Anyshire.priced())["set-off"] == ["No arrears (rent, service-charge: not said, taken as none)."])
    #expect(
      Told(Anyshire.priced(["rent": .pounds(0)]))["set-off"] == [
        "No arrears (service-charge: not said, taken as none)."
      ])
    #expect(
      Told(Anyshire.priced(["rent": .pounds(0), "service-charge": .pounds(0)]))["set-off"] == ["No arrears."])
    #expect(
      Told(Anyshire.priced(["rent": .pounds(5), "paid": .pounds(180)]))["set-off"] == [
        "Nothing in this offer may be set against arrears."
      ])
    #expect(
      Told(Anyshire.priced(["customer": "neighbour"]))["set-off"] == ["Nothing is set off here (customer: neighbour)."])
  }

  // MARK: Authority

  @Test func `Who may authorise`() {
    #expect(
      Told(Anyshire.priced())["authority"] == ["£180.00 may be authorised by the Head, or by a later step."])
    var given = Anyshire.claim()
    given.item("trouble", ["impact": "high", "amount": .pounds(600)])
    #expect(Told(given)["authority"] == ["£600.00 may be authorised by the Director or Chief."])
  }

  @Test func `Signers are joined by or inside a set, and by and between sets`() {
    var scheme = Scheme()
    scheme.typedHead("trouble")
    let (a, b, c) = (scheme.role("alpha"), scheme.role("beta"), scheme.role("gamma"))
    let rule = scheme.rule("authority", .authority)
    let sets = [[], [[]], [[a]], [[a, b, c]], [[a], [b, c]]]
    scheme.authority = [
      Authority(rule: rule, steps: sets.map { Authority.Step(upTo: nil, signers: $0, citations: []) })
    ]
    let explanation = Told(Facts(scheme.matrix())).explanation
    let signers = { (step: Int?) in
      var signing = Signing()
      signing[0] = step
      return explanation.signers(of: .made(signing))
    }
    #expect(
      [0, 1, 2, 3, 4, nil].map(signers) == [
        "", "", "the Alpha", "the Alpha, Beta or Gamma", "the Alpha and the Beta or Gamma", "",
      ])
  }

  // MARK: The column of figures

  @Test func `Lines with a sum of their own have it in the column of figures`() {
    var given = Anyshire.priced(["paid": .pounds(50), "rent": .pounds(60)])
    given.item("costs", ["amount": .pounds(42)])
    given.item("costs", ["amount": .pounds(5), "evidence": .words])
    given.item("costs")
    given.receipt(7_00, item: 4)
    given.item("trouble", ["impact": "low", "amount": .pounds(20), "form": "flowers"])
    let told = Told(given)
    let amounts = ["head.trouble", "head.costs", "total", "already-paid", "set-off", "authority"].map { rule in
      told.lines(rule).map { told.explanation.amount($0)?.pence }
    }
    #expect(
      amounts == [
        [180_00, 20_00], [42_00, 5_00, 7_00], [254_00], [-50_00, nil], [-60_00, nil, nil], [nil],
      ])
  }
}
