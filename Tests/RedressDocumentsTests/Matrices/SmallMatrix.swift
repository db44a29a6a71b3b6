import Redress

/// A small matrix with one of everything, written by hand. Its policy prints five paragraphs.
enum SmallMatrix {
  static let matrix = Matrix(
    scheme: "small", edition: "2025-04-01", status: .draft, title: "Redress Policy", body: "Small & Sons <Homes>",
    inForceFrom: day(2025, 4, 1), reviewBy: nil, selectsOn: [Ref(1), Ref(0)], sources: sources, readings: readings,
    roles: [Role(name: "manager", title: "Manager"), Role(name: "director", title: "Director")], facts: facts,
    decisions: decisions, rules: rules, exclusions: exclusions, windows: [window], heads: [trouble, costs],
    total: Ref(5), alreadyPaid: AlreadyPaid(rule: Ref(6), fact: Ref(10)),
    setOff: SetOff(
      rule: Ref(7), debts: [Ref(8), Ref(11)], disputed: Ref(9), disputedDecision: Ref(2),
      notWhen: .oneOf(Ref(2), [1, 2])),
    authority: [authority], acceptance: acceptance,
    payment: [
      Statement(
        rule: Ref(10), on: .offer, head: Ref(1), when: .all([.notGiven(Ref(6)), .notGiven(Ref(7))]),
        say: "Payment waits for receipts.")
    ],
    statements: [
      Statement(
        rule: Ref(11), on: .both, head: nil, when: nil, say: "The Ombudsman may be asked.",
        letter: LetterWords(part: .nextSteps, say: "You can ask the Ombudsman."))
    ],
    refusals: RefusalSigners(signers: [[Ref(0), Ref(1)]], citations: [cited(3)], readings: [Ref(1)]),
    review: Review(given: Ref(14), decidedBy: Ref(7), citations: [cited(4)], readings: []),
    ombudsman: OmbudsmanChoice(
      fact: Ref(2), suggested: [.init(when: .flag(Ref(3)), choice: 1)], citations: [cited(3)], readings: [Ref(3)]))

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day)!
  }

  /// The paragraph at a place of the policy; of the house rules where the place is negative.
  static func cited(_ place: Int) -> Citation {
    place < 0
      ? Citation(source: Ref(1), paragraph: Ref(0)) : Citation(source: Ref(0), paragraph: Ref(place))
  }

  private static let sources = [
    Source(
      name: "policy", title: "Redress Policy, version 1",
      paragraphs: (1...5).map { Source.Paragraph(name: "\($0)", shownAs: "paragraph \($0)") }),
    Source(
      name: "house", title: "House rules",
      paragraphs: [Source.Paragraph(name: "order", shownAs: "order of deductions")]),
  ]

  private static let readings = [
    reading("gap", "What of £100.01 to £100.99?", .ask([Ref(0)]), by: "A. Owner"),
    reading("first-day", "Which day is day one?", .settled("The next day."), by: "A. Owner"),
    reading("in-kind", "Flowers above Low?", .settled("No."), by: "A. Owner"),
    reading("lookout", "Is a look-out covered?", .settled("Yes."), by: nil),
    reading("placed", "Is a flood ever Low?", .settled("No."), by: "B. Other"),
  ]

  private static func reading(_ name: String, _ question: String, _ answer: Reading.Answer, by: String?) -> Reading {
    Reading(
      name: name, question: question, answer: answer, because: "The paper is silent.", decidedBy: by,
      decidedOn: by == nil ? nil : day(2025, 5, 1), citations: name == "lookout" ? [cited(4)] : [])
  }

  private static let decisions = [
    Decision(
      name: "late-claim", ask: "Was there a good reason to be late?", who: .authority, citations: [cited(1)],
      readings: [Ref(1)]),
    Decision(
      name: "insured-part", ask: "Is a part not insured?", who: .jointly([Ref(0), Ref(1)]), citations: [],
      readings: []),
    Decision(
      name: "disputed", ask: "May it be set off?", who: .anyOf([Ref(0), Ref(1)]), citations: [cited(3)], readings: []),
  ]

  private static let exclusions = [
    Exclusion(
      rule: Ref(0), when: .compare(Ref(2), .equal, .value(2)), exception: nil, say: "Visitors are not covered.",
      referTo: nil),
    Exclusion(
      rule: Ref(1), when: .flag(Ref(3)), exception: Ref(1), say: "This is a matter for insurance.",
      referTo: "the insurer", letter: "Please ask your insurer."),
  ]
}
