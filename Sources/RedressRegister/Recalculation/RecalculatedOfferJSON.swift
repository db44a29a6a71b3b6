import Redress
import RedressFiles

extension RecalculatedOffer {
  /// The offer as one JSON object, without a line feed.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("offer", number)
      json.pair("case", reference)
      json.pair("scheme", scheme)
      json.pair("state", state.rawValue)
      json.pair("kind", kind.rawValue)
      json.key("kinds")
      json.strings(kinds.map(\.rawValue))
      json.pair("edition", edition)
      json.pair("edition-now", editionNow)
      json.pair("difference", difference?.decimalText)
      json.key("causes")
      json.array(causes) { json, cause in
        json.object { json in
          json.pair("cause", cause.kind.rawValue)
          json.pair("says", cause.says)
          json.pair("difference", cause.difference)
          json.pair("set-off-difference", cause.setOffDifference)
        }
      }
      json.key("says")
      json.strings(says)
      json.key("to-do")
      json.array(actors) { json, actor in
        json.object { json in
          json.pair("do", actor.task.rawValue)
          json.key("who")
          json.strings(actor.who)
        }
      }
      json.key("facts")
      json.array(changes) { json, change in
        json.object { json in
          if change.item > 0 { json.pair("item", change.item) }
          json.pair("fact", change.fact)
          json.pair("before", change.before)
          json.pair("now", change.now)
        }
      }
      if let revision { json.pair("revision", revision) }
      for (key, result) in [("before", before), ("now", now)] {
        json.key(key)
        if let result { result.write(&json) } else { json.null() }
      }
    }
    return json.bytes
  }

  /// An offer that ``json`` wrote; `nil` where it did not.
  init?(_ node: Node) {
    guard let number = node["offer"]?.text.flatMap({ Int($0) }), let reference = node["case"]?.text,
      let scheme = node["scheme"]?.text, let state = node["state"]?.text.flatMap({ OfferState(rawValue: $0) }),
      let edition = node["edition"]?.text
    else { return nil }
    let kinds = (node["kinds"]?.list ?? []).compactMap { $0.text.flatMap { Kind(rawValue: $0) } }
    if kinds.isEmpty { return nil }
    self.init(number: number, reference: reference, scheme: scheme, state: state, kinds: kinds, edition: edition)
    editionNow = Self.text(node["edition-now"])
    causes = (node["causes"]?.list ?? []).compactMap { Self.cause($0) }
    says = (node["says"]?.list ?? []).compactMap(\.text)
    actors = (node["to-do"]?.list ?? []).compactMap { entry in
      entry["do"]?.text.flatMap { Actor.Task(rawValue: $0) }.map {
        Actor(task: $0, who: (entry["who"]?.list ?? []).compactMap(\.text))
      }
    }
    changes = (node["facts"]?.list ?? []).compactMap { Self.change($0) }
    revision = node["revision"]?.text.flatMap { Int($0) }
    before = node["before"].flatMap { CaseResult($0) }
    now = node["now"].flatMap { CaseResult($0) }
  }

  private static func text(_ node: Node?) -> String? { node.flatMap { $0.isNull ? nil : $0.text } }

  private static func cause(_ node: Node) -> Cause? {
    guard let kind = node["cause"]?.text.flatMap({ Cause.Kind(rawValue: $0) }), let says = node["says"]?.text,
      let difference = money(node["difference"]), let setOff = money(node["set-off-difference"])
    else { return nil }
    return Cause(kind: kind, says: says, difference: difference, setOffDifference: setOff)
  }

  private static func change(_ node: Node) -> FactChange? {
    guard let fact = node["fact"]?.text, let now = node["now"]?.text else { return nil }
    return FactChange(
      item: node["item"]?.text.flatMap { Int($0) } ?? 0, fact: fact, before: text(node["before"]), now: now)
  }

  /// A sum that may be less than nothing.
  private static func money(_ node: Node?) -> Money? {
    guard let text = node?.text else { return nil }
    let isLess = text.hasPrefix("-")
    return (try? Literal.money(isLess ? String(text.dropFirst()) : text)).map { isLess ? .zero - $0 : $0 }
  }
}
