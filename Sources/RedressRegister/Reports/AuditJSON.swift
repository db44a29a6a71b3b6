import Redress
import RedressFiles

/// Writes an audit for programs: one object a line for each finding, then one with the summary.
public enum AuditJSON {
  /// `{"finding":"payment.waiting","grade":"note","offer":12,"case":"…","officer":null,"rule":null,"says":"…",
  /// "sources":["…"]}`, ended by a line feed.
  public static func line(of finding: AuditFinding) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("finding", finding.code.rawValue)
      json.pair("grade", finding.grade.rawValue)
      json.key("offer")
      if let offer = finding.offer { json.number(offer) } else { json.null() }
      json.pair("case", finding.reference)
      json.pair("officer", finding.officer)
      json.pair("rule", finding.rule)
      json.pair("says", finding.says)
      json.key("sources")
      json.strings(finding.sources)
    }
    return json.bytes + [10]
  }

  /// `{"summary":{"today":…,"from":…,"to":…,"offers":…,"states":{…},"findings":{…},"notes":{…},"waiting":{…},
  /// "total":{…},"balanced":true,"totals":{"scheme":[{"name":…,"title":…,"offers":…,"offered":"…",…}],…}}}`, ended by
  /// a line feed.
  public static func line(of summary: AuditSummary) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("summary")
      json.object { json in
        json.pair("today", summary.today)
        if case .period(let from, let to) = summary.scope {
          json.pair("from", from)
          json.pair("to", to)
        }
        json.pair("offers", summary.total.offers)
        json.key("states")
        json.object { json in
          for state in OfferState.allCases { json.pair(state.rawValue, summary.states[state] ?? 0) }
        }
        write(summary.findings, "findings", &json)
        write(summary.notes, "notes", &json)
        json.key("waiting")
        json.object { json in
          json.pair("offers", summary.offersWaiting)
          json.pair("amount", summary.total.waiting)
          json.pair("since", summary.waitingSince)
        }
        json.key("total")
        json.object { write(summary.total, &$0) }
        json.pair("balanced", summary.isBalanced)
        json.key("totals")
        json.object { write(summary, &$0) }
      }
    }
    return json.bytes + [10]
  }

  private static func write(_ counts: [AuditFinding.Code: Int], _ name: String, _ json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      for code in AuditFinding.Code.allCases { if let count = counts[code] { json.pair(code.rawValue, count) } }
    }
  }

  private static func write(_ summary: AuditSummary, _ json: inout JSONWriter) {
    for table in AuditSummary.Table.allCases {
      json.key(table.rawValue)
      json.array(summary.rows(of: table)) { json, row in
        json.object { json in
          json.pair("name", row.name)
          json.pair("title", row.title)
          write(row.figures, &json)
        }
      }
    }
  }

  private static func write(_ figures: AuditFigures, _ json: inout JSONWriter) {
    json.pair("offers", figures.offers)
    json.pair("offered", figures.offered)
    json.pair("accepted", figures.accepted)
    json.pair("paid-before", figures.before)
    json.pair("paid", figures.paid)
    json.pair("credited", figures.credited)
    json.pair("given", figures.given)
    json.pair("waiting", figures.waiting)
  }
}
