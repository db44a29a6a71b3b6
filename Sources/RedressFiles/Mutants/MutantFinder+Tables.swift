import Redress

/// Figures in tables, seasons and bands, where an edge may be printed twice and is moved in both places.
extension MutantFinder {
  // MARK: Tables

  /// The figures of a table by choices, as deep as there are choices.
  mutating func tables(_ figure: Node, _ spot: Spot) {
    guard let entries = figure.entries, let number = entries.firstIndex(where: { $0.key == "values" }) else { return }
    table(entries[number].value, depth: figure["by"]?.list?.count ?? 1, spot.entry(number, "values"))
  }

  private mutating func table(_ node: Node, depth: Int, _ spot: Spot) {
    if depth == 0 { return visit(node, .figure, spot) }
    eachEntry(of: node, spot) { $0.table($1, depth: depth - 1, $2) }
  }

  // MARK: Seasons

  /// Where one season ends on the day before another begins, both move.
  mutating func seasons(_ node: Node, _ spot: Spot) {
    let seasons = (node.list ?? []).enumerated().map { ($1, spot.element($0)) }
    let ends = seasons.compactMap { season, spot in edge("to", of: season, spot) }
    for (season, spot) in seasons {
      if let begin = edge("from", of: season, spot), let day = try? Literal.dayOfYear(begin.text) {
        let end = ends.first { $0.text == day.dayBefore.description }
        for other in [day.next, day.dayBefore] {
          move([(begin, other.description)] + (end.map { [($0, other.dayBefore.description)] } ?? []))
        }
      }
      if let entries = season.entries, let number = entries.firstIndex(where: { $0.key == "is" }) {
        visit(entries[number].value, .figure, spot.entry(number, "is"))
      }
    }
  }

  // MARK: Bands

  mutating func levels(_ band: Node, _ spot: Spot) {
    guard let entries = band.entries, let number = entries.firstIndex(where: { $0.key == "levels" }) else { return }
    var levels: [(Node, Spot)] = []
    collect(entries[number].value, depth: band["split-by"] == nil ? 1 : 2, spot.entry(number, "levels"), &levels)
    var free = levels.compactMap { level, spot in edge("to", of: level, spot) }
    for (level, spot) in levels {
      for key in ["from", "above"] {
        guard let begin = edge(key, of: level, spot), let sum = try? Literal.money(begin.text) else { continue }
        let touching = free.firstIndex { (try? Literal.money($0.text)) == (key == "from" ? sum - .penny : sum) }
        let end = touching.map { free.remove(at: $0) }
        for text in LiteralSteps.money(begin.text) {
          guard let moved = try? Literal.money(text) else { continue }
          let below = LiteralSteps.written(key == "from" ? moved - .penny : moved)
          move([(begin, text)] + (end.map { [($0, below)] } ?? []))
        }
      }
    }
    for end in free { move(end, to: LiteralSteps.money(end.text)) }
  }

  private func collect(_ node: Node, depth: Int, _ spot: Spot, _ levels: inout [(Node, Spot)]) {
    if depth == 0 { return levels.append((node, spot)) }
    for (number, entry) in (node.entries ?? []).enumerated() {
      collect(entry.value, depth: depth - 1, spot.entry(number, entry.key), &levels)
    }
  }

  // MARK: Edges

  private typealias Edge = (text: String, span: Span, spot: Spot)

  private func edge(_ key: String, of node: Node, _ spot: Spot) -> Edge? {
    guard let entries = node.entries, let number = entries.firstIndex(where: { $0.key == key }) else { return nil }
    return entries[number].value.text.map { ($0, entries[number].value.span, spot.entry(number, key)) }
  }

  private mutating func move(_ edge: Edge, to texts: [String]) {
    for text in texts { move([(edge, text)]) }
  }

  /// One slip that moves an edge everywhere it is printed, shown at the first place.
  private mutating func move(_ edges: [(edge: Edge, text: String)]) {
    let first = edges[0]
    let changes = edges.map { edge, text in
      TreeChange(way: edge.spot.way, act: .replace(by: Node(.scalar(.init(text, .plain)), at: edge.span)))
    }
    slip(first.edge.span, first.edge.spot, from: first.edge.text, to: first.text, changes)
  }
}

extension Money {
  fileprivate static let penny = Money(pence: 1)
}
