import Redress
import RedressDocuments

extension SmallMatrix {
  static let tables = MatrixTables(matrix, digest: "sha256:0", notices: Notice.notices(of: matrix, today: offered))
}

/// Cases under the small matrix.
enum SmallCase {
  /// Two items of money and one in kind, with arrears.
  static let awarded = sum { facts in
    addTrouble(90, form: 0, to: &facts)
    facts.addReceipt(Ref(6), pounds(42), item: facts.addItem(Ref(1)))
    addTrouble(15, form: 1, to: &facts)
    facts.state(Ref(8), 9_500)
  }

  /// An amount in the gap between the bands.
  static let undecided = sum { addTrouble(100, 50, form: 0, to: &$0) }

  /// A visitor, with a decision that nothing asked for.
  static let refused = sum(
    decisions: [
      .init(about: "disputed", isAccepted: true, by: "A. Owner", on: SmallMatrix.day(2026, 10, 1), because: "agreed")
    ]
  ) { facts in
    facts.state(Ref(2), 2)
    addTrouble(90, form: 0, to: &facts)
  }

  private static func sum(decisions: [RecordedDecision] = [], _ state: (inout CaseFacts) -> Void) -> WorkedSum {
    var facts = CaseFacts(for: SmallMatrix.matrix)
    facts.state(Ref(0), Int64(SmallMatrix.day(2026, 9, 12).dayNumber))
    facts.state(Ref(1), Int64(SmallMatrix.day(2026, 10, 7).dayNumber))
    facts.state(Ref(2), 0)
    facts.state(Ref(13), Int64(offered.dayNumber))
    state(&facts)
    let year = SmallMatrix.day(2026, 1, 1)...SmallMatrix.day(2026, 12, 31)
    let assessor = Assessor(SmallMatrix.matrix, calendar: WorkingCalendar(covers: year, holidays: []))
    let given = Case(name: "C-1", facts: facts, decisions: decisions)
    let explanation = Explanation(of: assessor.assess(facts), given: given, under: SmallMatrix.matrix)
    return WorkedSum(explanation, notices: Notice.notices(of: SmallMatrix.matrix, today: offered))
  }

  private static func addTrouble(_ whole: Int64, _ pence: Int64 = 0, form: Int64, to facts: inout CaseFacts) {
    let item = facts.addItem(Ref(0))
    facts.state(Ref(4), 0, item: item)
    facts.state(Ref(5), pounds(whole, pence).pence, item: item)
    facts.state(Ref(12), form, item: item)
  }
}
