import Redress

/// The worked sum of a case as a person reads it: the sum, how each line was decided, what was not used and why, the
/// questions still open, and a last line that says what it comes to.
public struct WorkedSum: Sendable {
  let explanation: Explanation
  let notices: [Notice]

  /// - Parameter notices: what is to be said beside the answer, such as that the edition is a draft.
  public init(_ explanation: Explanation, notices: [Notice]) {
    self.explanation = explanation
    self.notices = notices
  }

  /// What it comes to at the top and at the end, with everything that leads there in between.
  public var document: Document {
    Document("\(name): \(verdict)") {
      particulars
      notices.compactMap { Words($0.says) }.map { Block.note(Note(.information, "\($0)")) }
      if !explanation.assessment.questions.isEmpty { questions }
      if !explanation.assessment.refusals.isEmpty { refusals }
      if hasSum { sum }
      decided
      if explanation.assessment.outcome == .awarded {
        carried("What payment waits for", "Before any money goes out", .payment)
      }
      carried("What the letter says", "What must be in it", .statement)
      notUsed
      if !explanation.unusedDecisions.isEmpty { unusedDecisions }
      Phrase("\(strong: lastLine)")
    }
  }

  // MARK: Head

  private var name: Words { Words(explanation.given.name, ifBlank: "Case") }

  private var verdict: Phrase {
    switch explanation.assessment.outcome {
    case .awarded: "an offer of \(totalOffered)"
    case .refused: "refused"
    case .undecided: "not decided yet"
    case .faulty: "cannot be assessed"
    }
  }

  private var totalOffered: Money {
    explanation.assessment.award.map { $0.gross + $0.inKind } ?? .zero
  }

  /// The policy that was applied and, for an offer, what it comes to.
  private var particulars: Definitions {
    let matrix = explanation.matrix
    let policy: [Definitions.Entry] = [
      .init("Policy", "\(words(matrix.body)), \(words(matrix.title)), edition \(words(matrix.edition))")
    ]
    guard let award = explanation.assessment.award, explanation.assessment.outcome == .awarded else {
      return Definitions(policy)
    }
    let sums: [(Phrase, Money)] = [
      ("In kind", award.inKind), ("Paid before", award.alreadyPaid), ("Paid in excess", award.paidInExcess),
      ("Credited to arrears", award.setOff),
    ]
    let parts = sums.filter { $0.1 > .zero }.map { Definitions.Entry($0.0, "\($0.1)") }
    let who = Words(explanation.signers(of: award)).map {
      Definitions.Entry("Authorised by", "\($0)")
    }
    let day = award.lastDayToAccept.map { Definitions.Entry("Accept by", "\($0)") }
    return Definitions(policy + parts + [.init("To be paid", "\(award.payable)")] + [who, day].compactMap(\.self))
  }

  func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }

  func paragraphs(_ rule: Ref<Rule>) -> Phrase { shown(explanation.rule(rule).citations) }

  func paragraphs(_ line: Line) -> Phrase { shown(explanation.citations(of: line)) }

  private func shown(_ citations: [Redress.Citation]) -> Phrase {
    MatrixWords(matrix: explanation.matrix).paragraphs(citations)
  }
}
