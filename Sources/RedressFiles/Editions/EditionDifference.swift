import Redress

/// Holds two editions of a scheme against each other, entry by entry, as their files state them.
public struct EditionDifference {
  private let old: Side
  private let new: Side

  private struct Side {
    let root: Node
    let matrix: Matrix

    init(_ edition: MatrixLibrary.Edition) throws(FaultList) {
      root = try YAMLReader().read(edition.source)[0]
      matrix = edition.matrix
    }

    /// The paragraphs that an entry cites, as people read them.
    func paragraphs(_ entry: Node) -> [String] {
      let cited = entry["source"].map { $0.list ?? [$0] } ?? []
      return cited.compactMap(\.text).map { text in
        let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
        return root["sources"]?[parts[0]]?["paragraphs"]?[parts.last ?? ""]?.text ?? text
      }
    }
  }

  /// What the newer of two editions changes.
  /// - Throws: the faults of their files.
  public static func change(
    from old: MatrixLibrary.Edition, to new: MatrixLibrary.Edition
  ) throws(FaultList) -> EditionChange {
    let difference = EditionDifference(old: try Side(old), new: try Side(new))
    return EditionChange(
      rules: ruleSections.flatMap(difference.section) + ruleMappings.flatMap(difference.mapping),
      facts: difference.section("facts"), neededNow: difference.neededNow, readings: difference.section("readings"),
      others: ["decisions", "roles", "sources", "missing"].flatMap(difference.section)
        + ["title", "body", "selects-on", "applies-to", "calendar"].flatMap(difference.mapping))
  }

  private static let ruleSections = [
    "scope", "exclusions", "windows", "derived", "timetable", "heads", "combination", "ladders", "substitutes",
    "payment", "statements",
  ]

  private static let ruleMappings = [
    "rounding", "total", "already-paid", "set-off", "payees", "authority", "acceptance",
  ]

  // MARK: Entries

  private func section(_ name: String) -> [EntryChange] {
    let (before, after) = (old.root[name]?.entries ?? [], new.root[name]?.entries ?? [])
    let gone = before.filter { entry in !after.contains { $0.key == entry.key } }
    let entries = (after + gone).compactMap { entry in
      change(
        "\(name).\(entry.key)", entry.key, before.first { $0.key == entry.key }?.value,
        after.first { $0.key == entry.key }?.value)
    }
    return entries + (order(name, before.map(\.key), after.map(\.key)).map { [$0] } ?? [])
  }

  /// Exclusions are tried, and combinations made, in the order in which they stand.
  private func order(_ name: String, _ before: [String], _ after: [String]) -> EntryChange? {
    let (old, new) = (before.filter(after.contains), after.filter(before.contains))
    guard ["scope", "exclusions", "combination"].contains(name), old != new else { return nil }
    let detail = EntryChange.Detail(
      at: "order", old: old.joined(separator: ", "), new: new.joined(separator: ", "))
    return EntryChange(kind: .changed, name: name, title: "The order", paragraphs: [], details: [detail])
  }

  private func mapping(_ name: String) -> [EntryChange] {
    change(name, name, old.root[name], new.root[name]).map { [$0] } ?? []
  }

  private func change(_ name: String, _ key: String, _ before: Node?, _ after: Node?) -> EntryChange? {
    guard let node = after ?? before else { return nil }
    let title = node["title"]?.text ?? node["question"]?.text ?? node["ask"]?.text ?? node.text ?? key
    let paragraphs = after.map(new.paragraphs) ?? before.map(old.paragraphs) ?? []
    var details: [EntryChange.Detail] = []
    if let before, let after {
      if before.saysTheSame(as: after) { return nil }
      if before.entries != nil, after.entries != nil {
        details = TreeDifference(before, after).details
      } else {
        details = [EntryChange.Detail(at: key, old: before.brief, new: after.brief)]
      }
    }
    let kind: EntryChange.Kind = before == nil ? .added : after == nil ? .gone : .changed
    return EntryChange(kind: kind, name: name, title: title, paragraphs: paragraphs, details: details)
  }

  // MARK: Facts

  private var neededNow: [String] {
    new.matrix.facts.filter { fact in
      let before = old.matrix.facts.first { $0.name == fact.name }
      return fact.leftOut == .missing && before?.leftOut != .missing
    }.map(\.name)
  }
}
