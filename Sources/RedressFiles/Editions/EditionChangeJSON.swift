import Redress

/// Writes what an edition changes as `redress-diff/1`: one compact JSON object.
public enum EditionChangeJSON {
  /// The name of the format, which the object states.
  public static let format = "redress-diff/1"

  /// The object of two editions, with what cases come to where some were priced.
  public static func bytes(
    from old: MatrixLibrary.Edition, to new: MatrixLibrary.Edition, _ change: EditionChange, cases: CaseChanges?
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.pair("format", format)
      json.pair("scheme", new.matrix.scheme)
      for (key, edition) in [("old", old), ("new", new)] {
        json.key(key)
        json.object {
          $0.pair("edition", edition.matrix.edition)
          $0.pair("edition-digest", edition.digest.text)
        }
      }
      let parts = [
        ("rules", change.rules), ("facts", change.facts), ("readings", change.readings), ("others", change.others),
      ]
      for (key, entries) in parts {
        json.key(key)
        json.array(entries, entry)
      }
      json.key("needed-now")
      json.strings(change.neededNow)
      ladders(&json, old.matrix, new.matrix)
      if let cases { self.cases(&json, cases) }
    }
    return writer.bytes
  }

  private static func entry(_ json: inout JSONWriter, _ entry: EntryChange) {
    json.object { json in
      json.pair("change", entry.kind.rawValue)
      json.pair("entry", entry.name)
      json.pair("title", entry.title)
      json.key("paragraphs")
      json.strings(entry.paragraphs)
      json.key("details")
      json.array(entry.details) { json, detail in
        json.object {
          $0.pair("at", detail.at)
          $0.pair("old", detail.old)
          $0.pair("new", detail.new)
        }
      }
    }
  }

  // MARK: Authority

  private static func ladders(_ json: inout JSONWriter, _ old: Matrix, _ new: Matrix) {
    json.key("authority")
    json.object { json in
      for (key, matrix) in [("old", old), ("new", new)] {
        json.key(key)
        json.array(matrix.authority) { ladder(&$0, $1, matrix) }
      }
    }
  }

  private static func ladder(_ json: inout JSONWriter, _ ladder: Authority, _ matrix: Matrix) {
    json.object { json in
      json.pair("ladder", matrix.rules[ref: ladder.rule].id)
      json.key("steps")
      json.array(ladder.steps) { json, step in
        json.object { json in
          json.pair("to", step.upTo.map(\.decimalText))
          json.key("signers")
          json.array(step.signers) { json, set in json.strings(set.map { matrix.roles[ref: $0].name }) }
        }
      }
    }
  }

  // MARK: Cases

  private static func cases(_ json: inout JSONWriter, _ changes: CaseChanges) {
    json.key("cases")
    json.array(changes.changed) { json, change in
      json.object { json in
        json.pair("case", change.name)
        json.pair("change", change.kind.rawValue)
        json.pair("difference", change.difference?.decimalText)
        for (key, side) in [("old", change.old), ("new", change.new)] {
          json.key(key)
          self.side(&json, side)
        }
      }
    }
    json.key("totals")
    json.object { json in
      json.key("cases")
      json.number(changes.cases.count)
      json.key("summed")
      json.number(changes.answered.count)
      json.pair("before", changes.offeredBefore.decimalText)
      json.pair("after", changes.offeredAfter.decimalText)
      json.pair("difference", (changes.offeredAfter - changes.offeredBefore).decimalText)
      for kind in CaseChange.Kind.allCases {
        json.key(kind.rawValue.replacing(" ", with: "-"))
        json.number(changes.count(kind))
      }
      json.key("other-signatures")
      json.number(changes.cases.count { $0.hasOtherSigners })
      json.key("another-last-day")
      json.number(changes.cases.count { $0.hasOtherLastDay })
    }
  }

  private static func side(_ json: inout JSONWriter, _ side: CaseChange.Side) {
    json.object { json in
      json.pair("outcome", side.outcome.rawValue)
      if let award = side.award {
        json.pair("gross", award.gross.decimalText)
        json.pair("in-kind", award.inKind.decimalText)
        json.pair("payable", award.payable.decimalText)
        json.key("authority")
        json.array(award.signers) { json, set in json.strings(set.map(\.name)) }
        json.pair("last-day-to-accept", award.lastDay?.isoText)
      }
      if !side.reasons.isEmpty {
        json.key("reasons")
        json.strings(side.reasons)
      }
      if !side.missing.isEmpty {
        json.key("missing")
        json.strings(side.missing)
      }
    }
  }
}
