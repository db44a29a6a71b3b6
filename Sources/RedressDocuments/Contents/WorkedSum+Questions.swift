import Redress

extension WorkedSum {
  /// What a person must settle before the case can be decided, and how the answer is recorded.
  var questions: Section {
    Section("Questions to answer first") {
      List(
        .numbered,
        explanation.assessment.questions.map { question in
          List.Item("\(words(explanation.ask(question)))") {
            Definitions([
              .init("Who may answer", who(question)), .init("To record it", record(question)),
              .init("Paragraph", paragraphs(question.rule)),
            ])
          }
        })
    }
  }

  private func who(_ question: Question) -> Phrase {
    let titles = explanation.who(question).map { Phrase(words(explanation.title(ofRole: $0))) }
    return Phrase(listing: titles, before: "or") ?? "whoever prices the case"
  }

  /// How the answer gets into the case file.
  private func record(_ question: Question) -> Phrase {
    let about: Phrase = "\(code: words(explanation.about(question)))"
    return switch question.about {
    case .decision: "add a decision about \(about), with answer, by, on and because"
    case .fact: "add \(about) to \(question.item == 0 ? "the facts" : "item \(question.item)" as Phrase)"
    case .reading:
      "change the item so that the policy provides for it, or have the policy's owner answer the reading \(about)"
    }
  }

  /// Why the person is not entitled, to all of it or to an item.
  var refusals: Section {
    Section(explanation.assessment.outcome == .refused ? "Why it is refused" : "What is left out") {
      List(
        .bulleted,
        explanation.assessment.refusals.map { "\(words(explanation.say($0))) (\(paragraphs($0.rule)))" })
    }
  }

  var unusedDecisions: Section {
    Section("Decisions on record that no rule asked for") {
      List(.bulleted, explanation.unusedDecisions.map { "\(words($0.about)), by \(words($0.by)) on \($0.on)" })
    }
  }
}
