/// Finds keys that stand twice in a map.
enum DuplicateKeys {
  /// Each later entry of the same key, with the entry that has it first.
  static func pairs(in entries: [Node.Entry]) -> [(first: Node.Entry, again: Node.Entry)] {
    entries.count <= 16 ? searched(entries) : indexed(entries)
  }

  /// For the common short map: no table is made.
  private static func searched(_ entries: [Node.Entry]) -> [(first: Node.Entry, again: Node.Entry)] {
    var found: [(first: Node.Entry, again: Node.Entry)] = []
    for index in entries.indices.dropFirst() {
      if let first = entries[..<index].first(where: { $0.key == entries[index].key }) {
        found.append((first, entries[index]))
      }
    }
    return found
  }

  private static func indexed(_ entries: [Node.Entry]) -> [(first: Node.Entry, again: Node.Entry)] {
    var firsts: [String: Node.Entry] = [:]
    var found: [(first: Node.Entry, again: Node.Entry)] = []
    for entry in entries {
      if let first = firsts[entry.key] { found.append((first, entry)) } else { firsts[entry.key] = entry }
    }
    return found
  }

  /// Whether a key looks like what stands behind the comma of a sum: three digits, perhaps with pence.
  private static func isRestOfSum(_ key: String) -> Bool {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(\.utf8)
    return parts[0].count == 3 && parts.count <= 2 && parts.allSatisfy { $0.allSatisfy { 48...57 ~= $0 } }
  }

  static func fault(_ code: FaultCode, first: Node.Entry, again: Node.Entry, in source: SourceText) -> Fault {
    let line = source.place(of: first.keySpan).line
    return source.fault(
      code, at: again.keySpan,
      says: "The key \(Visible.quoted(again.key)) stands here twice; first on line \(line).",
      mend: isRestOfSum(again.key)
        ? "A comma ends a value here. Write a sum without one, such as £2800." : "Keep one of them.")
  }
}
