import Redress

/// The values in which two trees differ, each with the keys that lead to it.
struct TreeDifference {
  private(set) var details: [EntryChange.Detail] = []

  /// Keys at the top of the trees that are passed over.
  init(_ old: Node, _ new: Node, without passedOver: Set<String> = []) {
    compareMaps(old.entries ?? [], new.entries ?? [], at: "", without: passedOver)
  }

  private mutating func compare(_ old: Node, _ new: Node, at path: String) {
    if old.saysTheSame(as: new) { return }
    if let some = old.entries, let others = new.entries { return compareMaps(some, others, at: path) }
    if let some = old.list, let others = new.list, (some + others).contains(where: { $0.scalar == nil }) {
      return compareLists(some, others, at: path)
    }
    note(path, old, new)
  }

  private mutating func compareMaps(
    _ old: [Node.Entry], _ new: [Node.Entry], at path: String, without passedOver: Set<String> = []
  ) {
    let gone = old.filter { entry in !new.contains { $0.key == entry.key } }
    for entry in new + gone where !passedOver.contains(entry.key) {
      let inner = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      let before = old.first { $0.key == entry.key }?.value
      let after = new.first { $0.key == entry.key }?.value
      if let before, let after { compare(before, after, at: inner) } else { note(inner, before, after) }
    }
  }

  /// What begins and ends alike is passed over; what lies between is compared one by one.
  private mutating func compareLists(_ old: [Node], _ new: [Node], at path: String) {
    let start = zip(old, new).prefix { $0.saysTheSame(as: $1) }.count
    let (oldRest, newRest) = (old.dropFirst(start), new.dropFirst(start))
    let end = zip(oldRest.reversed(), newRest.reversed()).prefix { $0.saysTheSame(as: $1) }.count
    let (before, after) = (Array(oldRest.dropLast(end)), Array(newRest.dropLast(end)))
    for number in 0..<max(before.count, after.count) {
      let inner = "\(path)[\(start + number + 1)]"
      switch (before.count > number, after.count > number) {
      case (true, true): compare(before[number], after[number], at: inner)
      case (true, false): note(inner, before[number], nil)
      default: note(inner, nil, after[number])
      }
    }
  }

  private mutating func note(_ path: String, _ old: Node?, _ new: Node?) {
    details.append(EntryChange.Detail(at: path, old: old?.brief, new: new?.brief))
  }
}

extension Node {
  /// Whether two values mean the same, however they are written: `£5` and `£5.00`, a name and a list of it.
  func saysTheSame(as other: Node) -> Bool {
    switch (kind, other.kind) {
    case (.scalar(let one), .scalar(let two)):
      if one.text == two.text { return true }
      guard one.text.hasPrefix("£"), let sum = try? Literal.money(one.text) else { return false }
      return (try? Literal.money(two.text)) == sum
    case (.list(let some), .list(let others)):
      return some.count == others.count && zip(some, others).allSatisfy { $0.saysTheSame(as: $1) }
    case (.map(let some), .map(let others)):
      return some.count == others.count
        && some.allSatisfy { entry in other[entry.key].map { entry.value.saysTheSame(as: $0) } ?? false }
    case (.list(let nodes), .scalar): return nodes.count == 1 && nodes[0].saysTheSame(as: other)
    case (.scalar, .list(let nodes)): return nodes.count == 1 && saysTheSame(as: nodes[0])
    default: return false
    }
  }
}
