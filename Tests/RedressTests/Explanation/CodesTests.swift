import Redress
import Testing

struct CodesTests {
  @Test func `An award is coded by the rules that led to it, each once and in order`() {
    var given = Anyshire.priced(["paid": .pounds(5), "rent": .pounds(60), "court": true])
    given.item("trouble", ["impact": "low", "amount": .pounds(20)])
    given.item("costs", ["repair": true])
    #expect(
      Told(given, decisions: [.accept("court-parts")]).explanation.codes == [
        "exclusion.court", "exclusion.repair", "complaint-window", "claim-window", "head.trouble", "head.costs",
        "already-paid", "set-off", "authority", "acceptance-window",
      ])
  }

  @Test func `A refusal is coded by what refuses, an open case by what asks, a faulty one by nothing`() {
    #expect(
      Told(Anyshire.priced(["insured": true, "repair": true])).explanation.codes == [
        "exclusion.insured", "exclusion.repair",
      ])
    var given = Anyshire.claim(["happened": .on(2026, 7, 1)])
    given.item("trouble", ["impact": "low"])
    given.item("trouble", ["impact": "low"])
    #expect(Told(given).explanation.codes == ["claim-window", "head.trouble"])
    #expect(Told(Anyshire.claim()).explanation.codes == [])
  }

  @Test func `Decisions that no rule asked for are listed`() {
    let told = Told(
      Anyshire.priced(["court": true]), decisions: [.accept("court-parts"), .accept("late"), .decline("unheard-of")])
    #expect(told.explanation.unusedDecisions.map(\.about) == ["late", "unheard-of"])
  }

  @Test func `A line rests on the paragraphs of its rule, its level and its step`() {
    var scheme = Scheme()
    scheme.choice("impact", ["low", "high"], of: .ofItem)
    scheme.fact("amount", .money, of: .ofItem)
    let paragraph = { Citation(source: Ref(0), paragraph: Ref($0)) }
    let levels = [0, 1].map { place in
      Band.Level(from: pounds(1), to: nil, signs: [], citations: place == 0 ? [] : [paragraph(2)])
    }
    scheme.head(
      "trouble",
      .band(
        Band(
          by: scheme[fact: "impact"], amount: scheme[fact: "amount"], pickedBy: [], levels: levels, holes: [],
          placed: []
        )))
    _ = scheme.rule("total", .total)
    let rule = scheme.rule("authority", .authority)
    let step = { (upTo: Money?, citations: [Citation]) in Authority.Step(upTo: upTo, signers: [], citations: citations)
    }
    scheme.authority = [Authority(rule: rule, steps: [step(pounds(5), []), step(nil, [paragraph(0)])])]
    let matrix = scheme.matrix()
    let cited = { (impact: Stated, amount: Int64) in
      var given = Facts(matrix)
      given.item("trouble", ["impact": impact, "amount": .pounds(amount)])
      let explanation = Told(given).explanation
      return explanation.assessment.lines.map { line in explanation.citations(of: line).map(\.paragraph.index) }
    }
    #expect(cited("low", 5) == [[0], [1], [2]])
    #expect(cited("high", 6) == [[0, 2], [1], [0]])
  }
}
