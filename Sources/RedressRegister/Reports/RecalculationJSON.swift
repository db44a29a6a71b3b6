import Redress
import RedressFiles

/// Writes a recalculation for programs: one JSON object, in which each proposal stands on a line of its own.
public enum RecalculationJSON {
  /// `{"format":"redress-recalculation/1","as-of":"…","edition":null,"inputs":"sha256:…","proposals":[`
  public static func start(_ recalculation: Recalculation, inputs: Digest) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("format", Recalculation.format)
      json.pair("as-of", recalculation.asOf)
      json.pair("edition", recalculation.edition.map { "\($0)" })
      json.pair("inputs", inputs)
    }
    return json.bytes.dropLast() + Array(",\"proposals\":[".utf8)
  }

  /// A proposal, as ``RecalculatedOffer/json`` has it, on a line of its own.
  public static func line(of found: [UInt8], isFirst: Bool) -> [UInt8] { Array((isFirst ? "\n" : ",\n").utf8) + found }

  /// `],"summary":{…}}`, ended by a line feed.
  public static func end(_ summary: RecalculationSummary) -> [UInt8] {
    var json = JSONWriter()
    json.object { write(summary, &$0) }
    return Array("\n],\"summary\":".utf8) + json.bytes + Array("}\n".utf8)
  }

  private static func write(_ summary: RecalculationSummary, _ json: inout JSONWriter) {
    let tally = summary.tally
    json.pair("offers", tally.offers)
    json.key("states")
    json.object { json in
      for state in OfferState.allCases where state.isOpen { json.pair(state.rawValue, tally.states[state] ?? 0) }
    }
    json.pair("drafts-passed-over", tally.drafts)
    json.pair("unchanged", tally.unchanged)
    json.pair("unchanged-under-another-edition", tally.unchangedUnderAnother)
    json.pair("not-tried", tally.notTried)
    json.pair("changed", summary.all.offers)
    json.pair("not-reproduced", summary.faults)
    json.pair("balanced", summary.isBalanced)
    json.pair("offered-unchanged", tally.offeredUnchanged)
    json.key("total")
    json.object { write(summary.all, &$0) }
    json.key("kinds")
    json.array(RecalculatedOffer.Kind.allCases.filter { summary.withKind[$0] != nil }) { json, kind in
      json.object { json in
        json.pair("kind", kind.rawValue)
        json.pair("with-it", summary.withKind[kind] ?? 0)
        write(summary.kinds[kind] ?? RecalculationSummary.Figures(), &json)
      }
    }
    json.key("causes")
    json.array(RecalculatedOffer.Cause.Kind.allCases.filter { summary.causes[$0] != nil }) { json, cause in
      let share = summary.causes[cause] ?? RecalculationSummary.Share()
      json.object { json in
        json.pair("cause", cause.rawValue)
        json.pair("offers", share.offers)
        json.pair("before", share.before)
        json.pair("now", share.now)
        json.pair("difference", share.difference)
        json.pair("set-off-difference", share.setOffDifference)
      }
    }
    json.key("tiers")
    json.array(summary.tiers.keys.sorted()) { json, name in
      let tier = summary.tiers[name] ?? RecalculationSummary.Tier()
      json.object { json in
        json.pair("tier", name)
        json.pair("offers-before", tier.offersBefore)
        json.pair("before", tier.before)
        json.pair("offers-now", tier.offersNow)
        json.pair("now", tier.now)
      }
    }
    json.key("accounts-not-used")
    json.strings(tally.accountsNotUsed)
    json.key("cases-not-used")
    json.strings(tally.casesNotUsed)
  }

  private static func write(_ figures: RecalculationSummary.Figures, _ json: inout JSONWriter) {
    json.pair("offers", figures.offers)
    json.pair("summed", figures.summed)
    json.pair("before", figures.before)
    json.pair("now", figures.now)
    json.pair("difference", figures.difference)
    json.pair("set-off-before", figures.setOffBefore)
    json.pair("set-off-now", figures.setOffNow)
  }
}
