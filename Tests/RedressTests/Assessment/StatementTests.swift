import Redress
import Testing

struct StatementTests {
  @Test func `An award carries what belongs to offers and to both`() {
    let found = Found(Anyshire.priced(["finding": "not-upheld"]))
    #expect(found["payment.form"] == [.carried])
    #expect(found["statement.goodwill"] == [.carried])
    #expect(found["statement.regret"] == [.doesNotApply])
    #expect(found["statement.ombudsman"] == [.carried])
  }

  @Test(arguments: [("upheld", Finding.doesNotApply), ("not-upheld", .carried)] as [(Stated, Finding)])
  func `A refusal carries what belongs to refusals and holds`(finding: Stated, regret: Finding) {
    let found = Found(Anyshire.priced(["finding": finding, "insured": true]))
    #expect(found["payment.form"] == [.doesNotApply])
    #expect(found["payment.receipts"] == [.doesNotApply])
    #expect(found["statement.goodwill"] == [.doesNotApply])
    #expect(found["statement.regret"] == [regret])
    #expect(found["statement.ombudsman"] == [.carried])
  }

  @Test func `Nothing is said before there is an outcome`() {
    let undecided = Found(Anyshire.priced(["happened": .on(2026, 7, 1)]))
    #expect(undecided["statement.ombudsman"] == [.notReached])
    #expect(undecided["payment.form"] == [.notReached])
    let faulty = Found(Anyshire.claim())
    #expect(faulty["statement.ombudsman"] == [.notReached])
  }

  @Test func `A statement of one head is tried for each item under it that is left`() {
    var given = Anyshire.priced()
    given.item("costs", ["amount": .pounds(5)])
    given.item("costs", ["amount": .pounds(6), "evidence": .words])
    given.item("costs", ["amount": .pounds(7), "repair": true])
    let found = Found(given)
    #expect(found["payment.receipts"] == [.carried, .doesNotApply])
    #expect(found.items("payment.receipts") == [2, 3])
  }

  @Test func `Without an item under its head it was not claimed`() {
    #expect(Found(Anyshire.priced())["payment.receipts"] == [.notClaimed])
    var given = Anyshire.priced()
    given.item("costs", ["repair": true])
    #expect(Found(given)["payment.receipts"] == [.notClaimed])
  }

  @Test func `A fact that is wanting for a statement only is no fault`() {
    var scheme = Scheme()
    scheme.choice("language", ["english", "welsh"])
    scheme.typedHead("trouble")
    scheme.say("welsh", when: .compare(scheme[fact: "language"], .equal, .value(1)))
    var given = Facts(scheme.matrix())
    given.item("trouble", ["amount": .pounds(5)])
    let found = Found(given)
    #expect(found["statement.welsh"] == [.doesNotApply])
    #expect(found.outcome == .awarded)
    given.state(["language": "welsh"])
    #expect(Found(given)["statement.welsh"] == [.carried])
  }
}
