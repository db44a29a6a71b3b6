import Redress
import RedressFiles

/// Writes the body of an event: one line of compact JSON, keys always in the same order.
enum EventWriter {
  static func bytes(number: Int, offer: Int?, act: Act, stamp: Stamp, previous: Digest) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("event")
      json.number(number)
      json.pair("kind", act.kind.rawValue)
      if let offer { json.pair("offer", offer) }
      json.pair("by", stamp.by)
      json.pair("on", stamp.on)
      json.pair("recorded-at", stamp.recordedAt)
      if let day = stamp.statedToday { json.pair("today-stated", day) }
      if !stamp.isVerified { json.pair("verified", false) }
      json.pair("previous", previous)
      write(act, &json)
    }
    return json.bytes
  }

  private static func write(_ act: Act, _ json: inout JSONWriter) {
    switch act {
    case .begun(let origin):
      json.pair("format", Register.format)
      json.pair("origin", origin)
    case .drafted(let drafted): write(drafted, &json)
    case .signed(let signed):
      json.pair("role", signed.role)
      json.pair("stands-in-for", signed.standsInFor)
      json.pair("signature", signed.digest)
      json.pair("complete", signed.isLast)
    case .issued(let issued):
      json.key("documents")
      json.array(issued.documents) { json, document in
        json.object {
          $0.pair("name", document.name)
          $0.pair("digest", document.digest)
        }
      }
      json.pair("last-day", issued.lastDay)
    case .revised(let number), .superseded(let number), .revisionWithdrawn(let number):
      json.pair("revision", number)
    case .accepted(let acceptance): write(acceptance, &json)
    case .turnedDown(let decision): write(decision, &json)
    case .declined(let because): json.pair("because", because)
    case .withdrawn(let because): json.pair("because", because)
    case .renewed(let renewal):
      json.pair("last-day", renewal.lastDay)
      json.pair("decision", renewal.about)
      json.pair("because", renewal.because)
    case .paid(let payment): write(payment, &json)
    case .returned(let payment, let because):
      json.pair("payment", payment)
      json.pair("because", because)
    case .delivered(let remedy, let proof):
      json.pair("remedy", remedy)
      json.pair("proof", proof)
    case .closed: break
    case .run(let run): write(run, &json)
    case .runCancelled(let cancellation):
      json.pair("run", cancellation.run)
      json.key("offers")
      json.array(cancellation.offers) { $0.number($1) }
      json.pair("because", cancellation.because)
    case .recalculated(let record): write(record, &json)
    case .erased(let erasure):
      json.key("offers")
      json.array(erasure.offers) { $0.number($1) }
      json.key("files")
      json.strings(erasure.files.map(\.text))
      json.pair("because", erasure.because)
    case .imported(let imported):
      json.pair("reference", imported.reference)
      json.pair("scheme", imported.scheme)
      json.pair("case", imported.digest)
      json.pair("source", imported.source)
    }
  }

  private static func write(_ record: RecalculationRecord, _ json: inout JSONWriter) {
    json.pair("as-of", record.asOf)
    json.pair("edition", record.edition)
    json.pair("offers", record.offers)
    json.pair("proposals", record.proposals)
    json.pair("faults", record.faults)
    json.pair("inputs", record.inputs)
    json.pair("report", record.report)
  }

  private static func write(_ drafted: Drafted, _ json: inout JSONWriter) {
    json.pair("reference", drafted.reference)
    json.pair("revision", drafted.revision)
    if let supersedes = drafted.supersedes { json.pair("supersedes", supersedes) }
    json.pair("scheme", drafted.scheme)
    json.pair("edition", drafted.edition)
    json.pair("edition-digest", drafted.editionDigest)
    json.pair("offer-digest", drafted.offerDigest)
    json.pair("letter-digest", drafted.letterDigest)
    json.pair("remedies", drafted.remedies)
    json.pair("outcome", drafted.outcome.rawValue)
    json.pair("offer-date", drafted.offerDate)
    json.pair("last-day", drafted.lastDay)
    json.pair("household", drafted.household)
    json.pair("rent-account", drafted.rentAccount)
    json.pair("cost-code", drafted.costCode)
    write(drafted.sums, &json)
  }

  private static func write(_ acceptance: Acceptance, _ json: inout JSONWriter) {
    json.key("accepted-items")
    json.array(acceptance.items) { $0.number($1) }
    write(acceptance.sums, &json)
    json.key("credits")
    json.array(acceptance.credits) { json, credit in
      json.object {
        $0.pair("debt", credit.debt)
        $0.pair("amount", credit.amount)
      }
    }
    json.pair("settlement", acceptance.settlement)
    json.pair("pay-to", acceptance.payTo)
    json.key("waits-for")
    json.array(acceptance.waitsFor) { json, condition in
      json.object {
        $0.pair("name", condition.name)
        $0.pair("item", condition.item)
        $0.key("sources")
        $0.strings(condition.sources)
      }
    }
    json.pair("pay-by", acceptance.payBy)
    if let late = acceptance.late {
      json.key("late")
      json.object { write(late, &$0) }
    }
  }

  private static func write(_ decision: LateDecision, _ json: inout JSONWriter) {
    json.pair("decision", decision.about)
    json.pair("answer", decision.isAccepted ? "accept" : "decline")
    json.pair("decided-by", decision.by)
    json.pair("decided-on", decision.on)
    json.pair("because", decision.because)
  }

  private static func write(_ payment: Payment, _ json: inout JSONWriter) {
    json.pair("method", payment.method)
    json.pair("amount", payment.amount)
    json.pair("proof", payment.proof)
    json.key("seen")
    json.strings(payment.seen)
    if let run = payment.run { json.pair("run", run) }
  }

  private static func write(_ run: Run, _ json: inout JSONWriter) {
    json.pair("lists", run.kind.rawValue)
    json.key("entries")
    json.array(run.entries) { json, entry in
      json.object {
        $0.pair("offer", entry.offer)
        $0.pair("method", entry.method)
        $0.pair("amount", entry.amount)
      }
    }
    json.pair("total", run.total)
    json.pair("digest", run.digest)
  }

  private static func write(_ sums: Sums, _ json: inout JSONWriter) {
    json.pair("gross", sums.gross)
    json.pair("already-paid", sums.alreadyPaid)
    json.pair("set-off", sums.setOff)
    json.pair("payable", sums.payable)
    json.pair("in-kind", sums.inKind)
    json.key("items")
    json.array(sums.items) { json, item in
      json.object {
        $0.pair("item", item.number)
        $0.pair("head", item.head)
        $0.pair("amount", item.amount)
        $0.pair("already-paid", item.alreadyPaid)
        $0.pair("set-off", item.setOff)
        $0.pair("payable", item.payable)
        if let form = item.form { $0.pair("as", form) }
        if item.isInKind { $0.pair("in-kind", true) }
      }
    }
  }
}

extension JSONWriter {
  mutating func pair(_ name: String, _ value: Bool) {
    key(name)
    flag(value)
  }

  mutating func pair(_ name: String, _ day: CivilDate?) {
    key(name)
    if let day { string(day.isoText) } else { null() }
  }

  mutating func pair(_ name: String, _ digest: Digest?) {
    key(name)
    if let digest { string(digest.text) } else { null() }
  }
}
