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
          [when(statement), "\(statement.say, ifBlank: "nothing")", words.basis(statement.rule)])
      }, ifNone: ifNone)
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
