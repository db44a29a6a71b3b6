import Redress
import RedressFiles

@testable import RedressSigning

/// One change of an offer's file, as somebody might make it who wants another sum or another reader.
struct Tampering {
  /// What was done: `changed`, `left out`, `doubled` or `turned round`.
  let deed: String
  /// Where, without the numbers of lists: `assessment.lines[].amount`.
  let place: String
  let bytes: [UInt8]

  var name: String { "\(deed) \(place)" }

  /// Every scalar changed by as little as can be; every key and every element of a list left out and doubled.
  static func all(of bytes: [UInt8]) throws -> [Tampering] {
    let node = try JSONReader(longestValue: SourceText.largest).read(SourceText(name: "offer.json", bytes: bytes))[0]
    return changes(of: node, at: "").map { Tampering(deed: $0.deed, place: $0.place, bytes: $0.node.jsonBytes) }
  }

  private typealias Change = (deed: String, place: String, node: Node)

  private static func changes(of node: Node, at place: String) -> [Change] {
    switch node.kind {
    case .scalar(let scalar): [("changed", place, Node(.scalar(changed(scalar)), at: node.span))]
    case .list(let nodes): changes(of: nodes, node.span, at: place)
    case .map(let entries): changes(of: entries, node.span, at: place)
    }
  }

  private static func changes(of nodes: [Node], _ span: Span, at place: String) -> [Change] {
    nodes.indices.flatMap { index -> [Change] in
      func with(_ replacement: [Node]) -> Node {
        Node(.list(Array(nodes[..<index]) + replacement + nodes[(index + 1)...]), at: span)
      }
      let place = place + "[]"
      return [("left out", place, with([])), ("doubled", place, with([nodes[index], nodes[index]]))]
        + changes(of: nodes[index], at: place).map { ($0.deed, $0.place, with([$0.node])) }
    }
  }

  private static func changes(of entries: [Node.Entry], _ span: Span, at place: String) -> [Change] {
    entries.indices.flatMap { index -> [Change] in
      let entry = entries[index]
      func with(_ replacement: [Node.Entry]) -> Node {
        Node(.map(Array(entries[..<index]) + replacement + entries[(index + 1)...]), at: span)
      }
      let place = place.isEmpty ? entry.key : "\(place).\(entry.key)"
      return [("left out", place, with([])), ("doubled", place, with([entry, entry]))]
        + changes(of: entry.value, at: place).map {
          ($0.deed, $0.place, with([Node.Entry(key: entry.key, keySpan: entry.keySpan, value: $0.node)]))
        }
    }
  }

  /// A penny more, a day later, one more, the other answer, another digit; otherwise a letter more.
  private static func changed(_ scalar: Node.Scalar) -> Node.Scalar {
    let text = scalar.text
    switch scalar.style {
    case .flag(let flag): return Node.Scalar("\(!flag)", .flag(!flag))
    case .number: return Node.Scalar("\(Int(text)! + 1)", .number)
    case .null: return Node.Scalar("x", .quoted)
    case .plain, .quoted: break
    }
    if let day = try? Literal.day(text) { return Node.Scalar(day.adding(days: 1).isoText, .quoted) }
    if Digest(text) != nil { return Node.Scalar(text.dropLast() + (text.hasSuffix("0") ? "1" : "0"), .quoted) }
    if text.contains("."), let money = try? Literal.money(text.hasPrefix("£") ? text : "£" + text) {
      let more = Money(pence: money.pence + 1)
      return Node.Scalar(text.hasPrefix("£") ? "\(more)" : more.decimalText, .quoted)
    }
    return Node.Scalar(text + "x", .quoted)
  }
}

extension Node {
  /// The value as JSON, keys that stand twice among them.
  var jsonBytes: [UInt8] {
    var json = JSONWriter(indented: true)
    write(to: &json)
    return json.bytes + [10]
  }

  private func write(to json: inout JSONWriter) {
    switch kind {
    case .scalar(let scalar):
      switch scalar.style {
      case .flag(let flag): json.flag(flag)
      case .null: json.null()
      case .number: json.number(Int(scalar.text)!)
      case .plain, .quoted: json.string(scalar.text)
      }
    case .list(let nodes): json.array(nodes) { $1.write(to: &$0) }
    case .map(let entries):
      json.object { json in
        for entry in entries {
          json.key(entry.key)
          entry.value.write(to: &json)
        }
      }
    }
  }
}
