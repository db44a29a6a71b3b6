import Redress
import Testing

struct MatrixTests {
  @Test func `What is declared is found by its name`() {
    let matrix = Anyshire.matrix
    #expect(matrix.fact(named: "claimed").map { matrix.facts[ref: $0].name } == "claimed")
    #expect(matrix.head(named: "costs").map { matrix.heads[ref: $0].name } == "costs")
    #expect(matrix.decision(named: "late").map { matrix.decisions[ref: $0].name } == "late")
    #expect(matrix.fact(named: "late") == nil)
    #expect(matrix.head(named: "claimed") == nil)
    #expect(matrix.decision(named: "costs") == nil)
  }

  @Test func `A paragraph is shown with its source unless that is the first one`() {
    let sources = [
      Source(name: "policy", title: "The policy", paragraphs: [.init(name: "2.3", shownAs: "paragraph 2.3")]),
      Source(name: "house", title: "House rules", paragraphs: [.init(name: "own-work", shownAs: "own work")]),
    ]
    let base = Anyshire.matrix
    let matrix = Matrix(
      scheme: base.scheme, edition: base.edition, status: .draft, title: base.title, body: base.body,
      inForceFrom: base.inForceFrom, reviewBy: nil, selectsOn: [], sources: sources, readings: [], roles: [], facts: [],
      decisions: [], rules: base.rules, exclusions: [], windows: [], heads: [], total: base.total, alreadyPaid: nil,
      setOff: nil, authority: [], acceptance: nil, payment: [], statements: [])
    let first = Citation(source: Ref(0), paragraph: Ref(0))
    let second = Citation(source: Ref(1), paragraph: Ref(0))
    #expect(matrix.name(of: first) == "policy#2.3")
    #expect(matrix.name(of: second) == "house#own-work")
    #expect(matrix.shown(first) == "paragraph 2.3")
    #expect(matrix.shown(second) == "House rules: own work")
  }

  @Test func `A place is a small number into its list`() {
    let letters = ["a", "b", "c"]
    #expect(letters.refs.map(\.index) == [0, 1, 2])
    #expect(letters.refs.map { letters[ref: $0] } == letters)
    #expect(Ref<String>(2) == letters.refs[2])
  }

  @Test func `Only a choice has choices`() {
    #expect(Anyshire.matrix.facts[0].choices.map(\.name) == ["tenant", "neighbour", "outsider"])
    #expect(Anyshire.matrix.facts[1].choices == [])
  }

  @Test func `A band contains its ends`() {
    let closed = Band.Level(from: pounds(1), to: pounds(2), signs: [], citations: [])
    #expect([0_99, 1_00, 2_00, 2_01].map { closed.contains(Money(pence: $0)) } == [false, true, true, false])
    let open = Band.Level(from: pounds(1), to: nil, signs: [], citations: [])
    #expect([0_99, 1_00, 9_999_00].map { open.contains(Money(pence: $0)) } == [false, true, true])
  }

  @Test func `A reading is open until somebody decided it`() {
    let reading = { by in
      Reading(
        name: "a", question: "b?", answer: .settled("c"), because: "d", decidedBy: by, decidedOn: nil, citations: [])
    }
    #expect(reading(nil).isOpen)
    #expect(!reading("the board").isOpen)
  }

  @Test func `A window reads its days and the facts of all its conditions`() {
    let matrix = Anyshire.matrix
    let names = matrix.windows[1].facts.map { matrix.facts[ref: $0].name }
    #expect(names == ["happened", "claimed", "still-going-on", "own-motion"])
    #expect(
      matrix.acceptance?.facts.map { matrix.facts[ref: $0].name } == ["offered", "accepted", "extended-to"])
  }

  @Test func `A duty reads its days and the facts of its conditions, and a lateness reads all of them`() {
    var scheme = Scheme()
    for name in ["asked", "agreed", "extended", "replied", "today"] { scheme.fact(name, .date) }
    for name in ["owed", "released"] { scheme.fact(name, .flag) }
    scheme.duty(
      "reply", due: DayRule(from: scheme[fact: "asked"], within: .period(10)), done: "replied",
      when: .flag(scheme[fact: "owed"]), waived: .flag(scheme[fact: "released"]), orBy: "agreed",
      extended: Duty.Extension(to: scheme[fact: "extended"], atMost: nil, unless: nil))
    let late = scheme.derive(
      "late", .late(Lateness(duty: Ref(0), until: scheme[fact: "today"], inWorkingDays: false)))
    let due = scheme.derive("due", .date, .due(Ref(0)))
    scheme.typedHead("it")
    let matrix = scheme.matrix()
    func names(_ facts: [Ref<Fact>]) -> [String] { facts.map { matrix.facts[ref: $0].name } }
    let all = ["asked", "agreed", "extended", "replied", "owed", "released"]
    #expect(names(matrix.duties[0].facts) == all)
    #expect(names(matrix.leaves(of: [late])) == all + ["today"])
    #expect(names(matrix.leaves(of: [due])) == ["asked", "agreed", "extended"])
  }
}
