import Redress

extension MatrixReader {
  /// Bands as the policy prints them. What lies between two of them, or in both, must be answered in the file.
  mutating func band(_ node: Node) -> Band? {
    guard let map = mapping(node, "a band", .band) else { return nil }
    let by = fact(map, "by", of: .choice)
    let amount = fact(map, "amount", of: .money)
    checkOfItem(amount, at: map["amount"])
    let pickedBy = map.value("picked-by", &self).map { references($0, to: \.roles) } ?? []
    let between = map["between"].flatMap { askedReading($0) }
    let atEdge = map["at-edge"].flatMap { askedReading($0) }
    if map["split-by"] != nil { return grid(map, by, amount, pickedBy) }
    guard let by, let amount, let node = map.value("levels", &self), var ranges = levels(node, by) else { return nil }
    let holes = holes(&ranges, between, atEdge, map)
    let placed = (map["placed"].map { oneOrMore($0) } ?? []).compactMap { self.placed($0, by) }
    return Band(
      by: by, amount: amount, pickedBy: pickedBy, levels: ranges.map(\.level), holes: holes, placed: placed)
  }

  /// A band with two axes: each level of the first holds the bands of the second. Amounts outside a cell belong to no
  /// other, so nothing is looked for between them.
  private mutating func grid(
    _ map: Mapping, _ by: Ref<Fact>?, _ amount: Ref<Fact>?, _ pickedBy: [Ref<Role>]
  ) -> Band? {
    for key in ["between", "at-edge", "placed"] {
      guard let node = map[key] else { continue }
      fault(.matrixKeyUnknown, node.span, "`\(key)` does not go with `split-by`.", "Take it out.")
    }
    let second = map["split-by"].flatMap { fact($0, of: .choice) }
    guard let by, let second, let amount, let node = map.value("levels", &self),
      let section = mapping(node, "`levels`")
    else { return nil }
    let rows = facts.values[by.index].choices.map(\.name)
    for entry in section.entries where !rows.contains(entry.key) {
      faultWord(entry.key, entry.keySpan, "a level", rows)
    }
    var cells: [Band.Level] = []
    for row in rows {
      guard let entry = section.entries.first(where: { $0.key == row }) else {
        fault(.bandLevelMissing, node.span, "The level `\(row)` has no band.", "Add it under `levels`.")
        continue
      }
      cells += (levels(entry.value, second) ?? []).map(\.level)
    }
    guard cells.count == rows.count * facts.values[second.index].choices.count else { return nil }
    return Band(by: by, splitBy: second, amount: amount, pickedBy: pickedBy, levels: cells, holes: [], placed: [])
  }

  struct LevelRange {
    let name: String
    let span: Span
    var from: Money
    var to: Money?
    let signs: [String]
    let suggested: Money?
    let citations: [Citation]

    var level: Band.Level {
      Band.Level(from: from, to: to, signs: signs, suggested: suggested, citations: citations)
    }
  }

  /// The levels, in the order of the choices of their fact; each choice has one.
  private mutating func levels(_ node: Node, _ by: Ref<Fact>) -> [LevelRange]? {
    guard let section = mapping(node, "`levels`") else { return nil }
    let choices = facts.values[by.index].choices.map(\.name)
    for entry in section.entries where !choices.contains(entry.key) {
      faultWord(entry.key, entry.keySpan, "a level", choices)
    }
    var ranges: [LevelRange] = []
    for choice in choices {
      guard let entry = section.entries.first(where: { $0.key == choice }) else {
        fault(.bandLevelMissing, node.span, "The level `\(choice)` has no band.", "Add it under `levels`.")
        continue
      }
      if let range = level(entry) { ranges.append(range) }
    }
    return ranges.count == choices.count ? ranges : nil
  }

  private mutating func level(_ entry: Node.Entry) -> LevelRange? {
    guard let map = mapping(entry.value, "level `\(entry.key)`", .level) else { return nil }
    let above = map["above"].flatMap { literal($0, "`above`", Literal.money) }
    let from = map["from"].flatMap { literal($0, "`from`", Literal.money) }
    if (map["above"] == nil) == (map["from"] == nil) {
      fault(
        .bandStart, entry.keySpan, "A band starts `from` a sum, or `above` one.",
        "Write one of the two, as the policy prints it.")
      return nil
    }
    let to = map["to"].flatMap { literal($0, "`to`", Literal.money) }
    let signs = (map["signs"].map { noneOrMore($0) } ?? []).compactMap { text($0, "a sign") }
    guard let start = from ?? above.map({ $0 + Money(pence: 1) }), map["to"] == nil || to != nil else { return nil }
    if let to, to < start {
      fault(
        .bandBackwards, entry.keySpan, "The band `\(entry.key)` ends at \(to), below its start at \(start).",
        "Put the lower sum under `from` and the higher one under `to`.")
    }
    let suggested = map["suggest"].flatMap { literal($0, "`suggest`", Literal.money) }
    if let suggested, let node = map["suggest"], suggested < start || to.map({ suggested > $0 }) ?? false {
      fault(.bandStart, node.span, "\(suggested) lies outside the band of `\(entry.key)`.", "Suggest a sum inside it.")
    }
    let citations = optionalCitations(map)
    return LevelRange(
      name: entry.key, span: entry.keySpan, from: start, to: to, signs: signs, suggested: suggested,
      citations: citations)
  }

  /// Finds gaps, shared edges and overlaps between neighbouring levels. A gap or an edge that a reading answers becomes
  /// a hole: amounts in it are asked about.
  private mutating func holes(
    _ ranges: inout [LevelRange], _ between: Ref<Reading>?, _ atEdge: Ref<Reading>?, _ map: Mapping
  ) -> [Band.Hole] {
    var holes: [Band.Hole] = []
    let penny = Money(pence: 1)
    for place in ranges.indices.dropFirst() {
      let (lower, upper) = (ranges[place - 1], ranges[place])
      guard let end = lower.to else {
        fault(
          .bandOverlap, upper.span, "`\(lower.name)` has no end, so `\(upper.name)` lies inside it.",
          "Give `\(lower.name)` an end with `to`.")
        continue
      }
      if upper.from > end + penny {
        if let between { holes.append(Band.Hole(from: end + penny, to: upper.from - penny, reading: between)) }
        if map["between"] == nil { faultGap(lower, upper, from: end + penny, to: upper.from - penny) }
      } else if upper.from == end {
        if let atEdge { holes.append(Band.Hole(from: end, to: end, reading: atEdge)) }
        if map["at-edge"] == nil { faultEdge(lower, upper, end) }
      } else if upper.from < end {
        fault(
          .bandOverlap, upper.span,
          "`\(upper.name)` starts at \(upper.from), inside `\(lower.name)`, which ends at \(end).",
          "Write the bands so that each amount lies in one of them.")
      }
    }
    return holes
  }

  private mutating func faultGap(_ lower: LevelRange, _ upper: LevelRange, from: Money, to: Money) {
    fault(
      .bandGap, upper.span,
      "Amounts from \(from) to \(to) lie between `\(lower.name)` and `\(upper.name)`, and nothing says what they are.",
      "Keep the bands as the policy prints them, and name a reading under `between` that says who is asked.")
  }

  private mutating func faultEdge(_ lower: LevelRange, _ upper: LevelRange, _ edge: Money) {
    fault(
      .bandSharedEdge, upper.span, "\(edge) lies in `\(lower.name)` and in `\(upper.name)`.",
      "Name a reading under `at-edge` that says who is asked, or write `above: \(edge)` if the policy means that.")
  }

  private mutating func placed(_ node: Node, _ by: Ref<Fact>) -> Band.Placed? {
    guard let map = mapping(node, "a placed case", .placed) else { return nil }
    let when = map.value("when", &self).flatMap { condition($0) }
    let level = map.value("level", &self).flatMap { choice($0, of: by) }
    let otherwise = map.value("otherwise", &self).flatMap { askedReading($0) }
    guard let when, let level, let otherwise else { return nil }
    return Band.Placed(when: when, level: Int(level), reading: otherwise)
  }
}
