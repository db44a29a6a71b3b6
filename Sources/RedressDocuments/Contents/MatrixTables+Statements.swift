import Redress

extension MatrixTables {
  var payment: Section {
    Section("What payment waits for") {
      table("Before money is paid", matrix.payment, ifNone: "Payment waits for nothing but acceptance.")
    }
  }

  var letters: Section {
    Section("What letters say") {
      table("In the letter to the person", matrix.statements, ifNone: "Nothing is laid down.")
    }
  }

  private func table(_ caption: Phrase, _ statements: [Statement], ifNone: Phrase) -> Table {
    Table(
      caption, columns: ["Rule", "When", "What is said", "Paragraph and readings"],
      rows: statements.map { statement in
        Table.Row(
          words.rule(statement.rule),
          [when(statement), said(statement), words.basis(statement.rule)])
      }, ifNone: ifNone)
  }

  /// What staff are told, and what the letter says where the rule has words of its own there.
  private func said(_ statement: Statement) -> Phrase {
    let say: Phrase = "\(statement.say, ifBlank: "nothing")"
    guard let letter = statement.letter, let words = Words(letter.say) else { return say }
    return "\(say) The letter says, \(part(letter.part)): “\(words)”"
  }

  private func part(_ part: LetterWords.Part) -> Phrase {
    switch part {
    case .decision: "with the decision"
    case .offer: "with the offer"
    case .leftOut: "with what is left out"
    case .payment: "with how it is paid"
    case .arrears: "with the arrears"
    case .accepting: "with how to accept"
    case .nextSteps: "with the next steps"
    }
  }

  private func when(_ statement: Statement) -> Phrase {
    let start: Phrase =
      switch statement.on {
      case .offer: "On an offer"
      case .refusal: "On a refusal"
      case .both: "On an offer and on a refusal"
      }
    let head: Phrase? = statement.head.map { ", for each item of \(words.code(matrix.heads[ref: $0].name))" }
    let condition: Phrase? = statement.when.map { ", where \(words.condition($0))" }
    return [head, condition, "."].compactMap(\.self).reduce(start) { "\($0)\($1)" }
  }
}
