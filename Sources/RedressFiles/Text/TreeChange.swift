/// A change of one place in the tree of a file.
struct TreeChange: Sendable {
  /// What happens at the place.
  enum Act: Sendable {
    case replace(by: Node)
    /// The key under which the value stands becomes another.
    case rename(to: String)
    /// The element of the list, or the key with its value, is taken out.
    case remove
  }

  /// The way from the root: at each step the number, from 0, of the element or entry.
  let way: [Int]
  let act: Act
}

extension Node {
  /// The tree with a change in it. All else is as it was, with the places of the unchanged text.
  func changed(by change: TreeChange) -> Node { changed(change.way[...], change.act) }

  private func changed(_ way: ArraySlice<Int>, _ act: TreeChange.Act) -> Node {
    guard let step = way.first else {
      if case .replace(let node) = act { return node }
      return self
    }
    let rest = way.dropFirst()
    switch kind {
    case .scalar: return self
    case .list(var nodes):
      if rest.isEmpty, case .remove = act {
        nodes.remove(at: step)
      } else {
        nodes[step] = nodes[step].changed(rest, act)
      }
      return Node(.list(nodes), at: span)
    case .map(var entries):
      let entry = entries[step]
      switch (rest.isEmpty, act) {
      case (true, .remove): entries.remove(at: step)
      case (true, .rename(let key)): entries[step] = Entry(key: key, keySpan: entry.keySpan, value: entry.value)
      default: entries[step] = Entry(key: entry.key, keySpan: entry.keySpan, value: entry.value.changed(rest, act))
      }
      return Node(.map(entries), at: span)
    }
  }
}
