import Redress
import RedressFiles
import RedressSigning

/// The case of an offer, written again with some of it said anew: settled on the day of acceptance, or revised.
public struct RecordedCase {
  private let record: OfferRecord
  /// Facts said anew, in place of those of the offer; the text as it was typed.
  public var facts: [(name: String, value: String)] = []
  /// Facts of items said anew: the item counted from 1 among those of the offer, the name and the text.
  public var itemFacts: [(item: Int, name: String, value: String)] = []
  /// The items that stay, counted from 1; `nil` for all.
  public var items: [Int]?
  /// Decisions taken anew, in place of those about the same.
  public var decisions: [RecordedDecision] = []
  /// The edition that it is assessed under; `nil` for the one that its own date selects.
  public var edition: String?
  /// What is personal; `nil` leaves it out.
  public var letter: Node?

  /// The case of an offer as it was recorded.
  public init(of record: OfferRecord) { self.record = record }

  /// The case in JSON, ended by a line feed.
  public var bytes: [UInt8] {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.pair("format", CaseOutline.format)
      json.pair("case", record.name)
      json.pair("scheme", record.outline.scheme)
      if let edition { json.pair("edition", edition) }
      json.key("facts")
      write(record.outline.node["facts"]?.entries ?? [], facts, &json)
      json.key("items")
      let all = record.outline.node["items"]?.list ?? []
      let kept = (items ?? Array(1..<all.count + 1)).filter { all.indices.contains($0 - 1) }
      json.array(kept) { json, item in
        let own = itemFacts.filter { $0.item == item }.map { (name: $0.name, value: $0.value) }
        if own.isEmpty { all[item - 1].write(&json) } else { write(all[item - 1].entries ?? [], own, &json) }
      }
      json.key("decisions")
      write(decisions: record.outline.node["decisions"]?.list ?? [], &json)
      json.key("references")
      (record.outline.node["references"] ?? Node(.map([]), at: record.outline.span)).write(&json)
      if let letter {
        json.key("letter")
        letter.write(&json)
      }
    }
    return json.bytes + [10]
  }

  /// The facts in their order; one that is said anew keeps its place, and new ones come last.
  private func write(
    _ stated: [Node.Entry], _ facts: [(name: String, value: String)], _ json: inout JSONWriter
  ) {
    json.object { json in
      for entry in stated {
        json.key(entry.key)
        if let fact = facts.last(where: { $0.name == entry.key }) {
          write(fact.value, &json)
        } else {
          entry.value.write(&json)
        }
      }
      for (place, fact) in facts.enumerated() where !stated.contains(where: { $0.key == fact.name }) {
        let isLast = !facts[(place + 1)...].contains { $0.name == fact.name }
        guard isLast else { continue }
        json.key(fact.name)
        write(fact.value, &json)
      }
    }
  }

  /// A flag is written as one: a case file takes it for nothing else.
  private func write(_ value: String, _ json: inout JSONWriter) {
    if value == "true" || value == "false" { json.flag(value == "true") } else { json.string(value) }
  }

  private func write(decisions stated: [Node], _ json: inout JSONWriter) {
    let kept = stated.filter { kept in !decisions.contains { $0.about == kept["about"]?.text } }
    json.array(0..<(kept.count + decisions.count)) { json, place in
      if place < kept.count { return kept[place].write(&json) }
      let decision = decisions[place - kept.count]
      json.object {
        $0.pair("about", decision.about)
        $0.pair("answer", decision.isAccepted ? "accept" : "decline")
        $0.pair("by", decision.by)
        $0.pair("on", decision.on.isoText)
        $0.pair("because", decision.because)
      }
    }
  }
}

extension OfferRecord {
  /// The sum that a fact of the case states; `nil` where it states none.
  func sum(of fact: String) -> Money? { outline.node["facts"]?[fact]?.text.flatMap { try? Literal.money($0) } }

  /// Whether the case states a fact.
  func states(_ fact: String) -> Bool { outline.node["facts"]?[fact].map { !$0.isNull } ?? false }
}

extension Node {
  /// Writes the value as it was read.
  func write(_ json: inout JSONWriter) {
    switch kind {
    case .scalar(let scalar):
      switch scalar.style {
      case .null: json.null()
      case .flag(let flag): json.flag(flag)
      case .plain, .quoted, .number: json.string(scalar.text)
      }
    case .list(let nodes): json.array(nodes) { $1.write(&$0) }
    case .map(let entries):
      json.object { json in
        for entry in entries {
          json.key(entry.key)
          entry.value.write(&json)
        }
      }
    }
  }
}
