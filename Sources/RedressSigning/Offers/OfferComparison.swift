import Redress
import RedressFiles

/// Holds the assessment that an offer's file states against the one that its facts come to now.
///
/// Sums, outcomes, authority, days, reasons and every line are compared; the wording of a line is not, as a later
/// version may say the same in better words. The signature holds the wording.
struct OfferComparison {
  private let stated: Node
  private let fresh: Node

  init(stated: Node, fresh: Node) {
    self.stated = stated
    self.fresh = fresh
  }

  /// What differs, each in a few words; nothing where the sums are the same.
  var differences: [String] {
    Self.keys.compactMap { key in
      let (one, other) = (plain(stated[key]), plain(fresh[key]))
      return one == other ? nil : "\(key) is \(one ?? "not stated"), and comes to \(other ?? "nothing")"
    } + items + lines + Self.shape(stated, fresh, "assessment")
  }

  /// What the file has that no assessment has, and values of another kind than it has, such as a number for a text.
  private static func shape(_ stated: Node, _ fresh: Node, _ place: String) -> [String] {
    switch (stated.kind, fresh.kind) {
    case (.scalar(let one), .scalar(let other)):
      return isSameStyle(one, other) ? [] : ["\(place) is written as another kind of value"]
    case (.list(let some), .list(let others)):
      return zip(some, others).flatMap { shape($0, $1, place) }
    case (.map(let entries), .map):
      return entries.flatMap { entry -> [String] in
        guard let other = fresh[entry.key] else { return ["\(place) has no `\(entry.key)`"] }
        return shape(entry.value, other, "\(place).\(entry.key)")
      }
    default: return ["\(place) is written as another kind of value"]
    }
  }

  private static func isSameStyle(_ one: Node.Scalar, _ other: Node.Scalar) -> Bool {
    switch (one.style, other.style) {
    case (.flag, .flag): true
    default: one.style == other.style
    }
  }

  /// Each item that differs, by its number.
  private var items: [String] {
    let (one, other) = (stated["heads"]?.list ?? [], fresh["heads"]?.list ?? [])
    if one.count != other.count { return ["\(one.count) items are stated, and there are \(other.count)"] }
    return zip(one, other).enumerated().flatMap { place, pair in
      let keys = ((pair.0.entries ?? []) + (pair.1.entries ?? [])).map(\.key).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      return keys.compactMap { key in
        let (stated, fresh) = (plain(pair.0[key]), plain(pair.1[key]))
        return stated == fresh
          ? nil : "item \(place + 1), \(key) is \(stated ?? "not stated"), and comes to \(fresh ?? "nothing")"
      }
    }
  }

  private static let keys = [
    "format", "case", "scheme", "edition", "edition-digest", "outcome", "gross", "already-paid",
    "paid-in-excess", "set-off", "payable", "in-kind", "authority", "last-day-to-accept", "payees", "codes",
    "decisions-not-used",
  ]

  private var lines: [String] {
    let sides = [stated, fresh].map { side in
      ["refusals", "lines"].map { key in (side[key]?.list ?? []).map { line($0) } }
    }
    return zip(["refusals", "lines"], zip(sides[0], sides[1])).compactMap { key, pair in
      guard pair.0 != pair.1 else { return nil }
      let place = zip(pair.0, pair.1).enumerated().first { $1.0 != $1.1 }?.offset ?? min(pair.0.count, pair.1.count)
      return "\(key) differ, first at \(place + 1)"
    }
  }

  private func line(_ node: Node) -> [String?] {
    ["line", "rule", "source", "used", "item", "amount"].map { plain(node[$0]) }
  }

  private func plain(_ node: Node?) -> String? {
    guard let node, !node.isNull else { return nil }
    switch node.kind {
    case .scalar(let scalar): return scalar.text
    case .list(let nodes): return "[" + nodes.map { plain($0) ?? "" }.joined(separator: ", ") + "]"
    case .map(let entries):
      return "{" + entries.map { "\($0.key): \(plain($0.value) ?? "")" }.joined(separator: ", ") + "}"
    }
  }
}
