import Redress

/// What a figure counts.
enum FigureKind: String {
  case money = "a sum"
  case part = "a part"
  case count = "a count"
  case period = "a length of time"

  /// The types of facts that may stand in place of a printed value.
  var words: [FactWord] {
    switch self {
    case .money: [.money, .receipts]
    case .part: [.percent]
    case .count: [.count]
    case .period: []
    }
  }
}

extension MatrixReader {
  /// Where a figure stands, and so what it may be.
  struct FigurePlace {
    let kind: FigureKind
    /// Whether each unit that is counted may have a figure of its own.
    var isForEach = false
    /// Whether a person may be asked for it.
    var mayAsk = true
  }

  /// A figure: a value, the name of a fact, or a mapping that says how to find it.
  mutating func figure(_ node: Node, _ what: String, _ place: FigurePlace) -> Figure? {
    if node.entries == nil { return plainFigure(node, what, place) }
    guard let map = mapping(node, what, .figure) else { return nil }
    let ways = ["is", "dated", "values", "ranges", "seasons", "ask"].filter { map[$0] != nil }
    guard ways.count == 1 else {
      fault(
        .matrixShape, node.span, "A figure is found in one way.",
        "Write one of: is, dated, values, ranges, seasons, ask.")
      return nil
    }
    checkAxis(map, ways[0])
    switch ways[0] {
    case "is": return valueFigure(map, what, place)
    case "dated": return datedFigure(map, what, place)
    case "values": return tableFigure(map, what, place)
    case "ranges": return rangedFigure(map, what, place)
    case "seasons": return seasonalFigure(map, what, place)
    default:
      guard place.mayAsk else {
        fault(
          .figureAsk, map["ask"]!.span, "A day cannot wait for an answer.", "Write the figure, or take the rule out.")
        _ = map["ask"].flatMap { askedReading($0) }
        return nil
      }
      return map["ask"].flatMap { askedReading($0) }.map { .ask($0) }
    }
  }

  /// Each way to find a figure has the key that it is found by, and no other.
  private mutating func checkAxis(_ map: Mapping, _ way: String) {
    let wanted = ["dated": "on", "seasons": "on", "values": "by", "ranges": "by"][way]
    if let wanted { _ = map.required(wanted, &self) }
    for key in ["on", "by"] where key != wanted {
      guard let node = map[key] else { continue }
      fault(.matrixKeyUnknown, node.span, "`\(key)` does not go with `\(way)`.", "Take it out.")
    }
    if way != "is", let node = map["unconfirmed"] {
      fault(.matrixKeyUnknown, node.span, "`unconfirmed` goes with `is`.", "Write it beside the figure itself.")
    }
  }

  private mutating func plainFigure(_ node: Node, _ what: String, _ place: FigurePlace) -> Figure? {
    guard let text = text(node, what) else { return nil }
    if let fact = facts.place(of: text) {
      guard let ref = reference(node, to: \.facts) else { return nil }
      let word = FactWord(facts.values[fact].kind)
      if place.kind.words.contains(word) { return .fact(ref) }
      let wanted = place.kind.words.map { "`\($0.rawValue)`" }.joined(separator: " or ")
      fault(
        .matrixType, node.span, "`\(text)` is a \(word.rawValue), and \(place.kind.rawValue) is wanted.",
        wanted.isEmpty ? "Write the value itself." : "Name a fact of type \(wanted), or write the value itself.")
      return nil
    }
    return value(node, what, place.kind).map { .printed($0) }
  }

  private mutating func value(_ node: Node, _ what: String, _ kind: FigureKind) -> Figure.Value? {
    switch kind {
    case .money: return literal(node, what, Literal.money).map { .money($0) }
    case .part: return part(node, what).map { .part($0) }
    case .count: return literal(node, what, Literal.count).map { .count(Int64($0)) }
    case .period:
      guard let period = literal(node, what, Literal.period) else { return nil }
      if period.unit == .workingDays { needsCalendar(node) }
      return .period(period)
    }
  }

  /// A part of something, at most as large as one that a case may state.
  private mutating func part(_ node: Node, _ what: String) -> Fraction? {
    guard let part = literal(node, what, Literal.fraction) else { return nil }
    if part.numerator <= CaseFacts.largestPercent / 10_000 * part.denominator { return part }
    fault(
      .literalFraction, node.span,
      "\(part) is above \(CaseFacts.largestPercent / 100)%, the largest part that is handled.",
      "Check the number of digits.")
    return nil
  }

  private mutating func valueFigure(_ map: Mapping, _ what: String, _ place: FigurePlace) -> Figure? {
    let isConfirmed = map["unconfirmed"].flatMap { literal($0, "`unconfirmed`", Literal.flag) } != true
    guard let node = map["is"] else { return nil }
    guard isConfirmed else { return value(node, what, place.kind).map { .value($0, isConfirmed: false) } }
    return figure(node, what, place)
  }

  // MARK: By date

  private mutating func datedFigure(_ map: Mapping, _ what: String, _ place: FigurePlace) -> Figure? {
    guard let on = map["on"], let node = map["dated"] else { return nil }
    var entries: [Figure.FromDay] = []
    for node in list(node, "`dated`") {
      guard let entry = mapping(node, "a dated figure", .datedFigure) else { continue }
      let from = entry.value("from", &self).flatMap { literal($0, "`from`", Literal.day) }
      let figure = dated(entry, what, place)
      let citations = optionalCitations(entry)
      guard let from, let figure else { continue }
      if let before = entries.last, from <= before.from {
        fault(
          .figureOrder, node.span, "This figure holds from \(from), no later than the one before it.",
          "Put the figures in the order of their days.")
      }
      entries.append(Figure.FromDay(from: from, figure: figure, citations: citations))
    }
    if on.text == "each" {
      guard place.isForEach else {
        fault(.matrixType, on.span, "Nothing is counted day by day here.", "Name the date that the figure is found by.")
        return nil
      }
      return .datedOnEach(entries)
    }
    return fact(on, of: .date).map { .dated(on: $0, entries) }
  }

  private mutating func dated(_ entry: Mapping, _ what: String, _ place: FigurePlace) -> Figure? {
    guard let node = entry.value("is", &self) else { return nil }
    if entry["unconfirmed"].flatMap({ literal($0, "`unconfirmed`", Literal.flag) }) == true {
      return value(node, what, place.kind).map { .value($0, isConfirmed: false) }
    }
    return figure(node, what, place)
  }

  // MARK: In tables

  /// A table by one choice, or by several: the first names the rows, the next what stands inside.
  private mutating func tableFigure(_ map: Mapping, _ what: String, _ place: FigurePlace) -> Figure? {
    guard let by = map["by"], let node = map["values"] else { return nil }
    let axes = oneOrMore(by).compactMap { fact($0, of: .choice) }
    guard !axes.isEmpty, axes.count == (by.list?.count ?? 1) else { return nil }
    return table(node, axes, what, place)
  }

  private mutating func table(_ node: Node, _ axes: [Ref<Fact>], _ what: String, _ place: FigurePlace) -> Figure? {
    guard let axis = axes.first else { return figure(node, what, place) }
    guard let section = mapping(node, "a table of figures") else { return nil }
    let choices = facts.values[axis.index].choices.map(\.name)
    for entry in section.entries where !choices.contains(entry.key) {
      faultWord(entry.key, entry.keySpan, "`\(facts.names[axis.index])`", choices)
    }
    var figures: [Figure] = []
    for choice in choices {
      guard let entry = section.entries.first(where: { $0.key == choice }) else {
        fault(
          .figureMissing, node.span, "The table has no figure for `\(choice)`.",
          "Add it, or name a reading with `{ ask: … }` where the policy prints none.")
        continue
      }
      if let figure = table(entry.value, Array(axes.dropFirst()), what, place) { figures.append(figure) }
    }
    return figures.count == choices.count ? .byChoice(axis, figures) : nil
  }

  private mutating func rangedFigure(_ map: Mapping, _ what: String, _ place: FigurePlace) -> Figure? {
    guard let by = map["by"], let node = map["ranges"] else { return nil }
    guard let axis = reference(by, to: \.facts) else { return nil }
    let word = FactWord(facts.values[axis.index].kind)
    guard word == .count || word == .money || word == .percent || word == .receipts else {
      fault(.matrixType, by.span, "A \(word.rawValue) has no ranges.", "Name a count, a sum or a percentage.")
      return nil
    }
    var rungs: [Figure.Rung] = []
    let nodes = list(node, "`ranges`")
    for (rung, node) in nodes.enumerated() {
      guard let entry = mapping(node, "a range", .rangedFigure) else { continue }
      let upTo = entry["to"].flatMap { number(of: $0, word) }
      let figure = entry.value("is", &self).flatMap { self.figure($0, what, place) }
      if (entry["to"] == nil) != (rung == nodes.count - 1) {
        fault(
          .figureOrder, node.span, "Only the last range has no end.",
          "Give each range but the last its highest value with `to`.")
      }
      if let upTo, let before = rungs.last?.upTo, upTo <= before {
        fault(.figureOrder, node.span, "This range ends no higher than the one before it.", "Put the ranges in order.")
      }
      if let figure { rungs.append(Figure.Rung(upTo: upTo, figure: figure)) }
    }
    return rungs.count == nodes.count && !rungs.isEmpty ? .byRange(axis, rungs) : nil
  }

  /// A number as a case states it for a fact of this type.
  mutating func number(of node: Node, _ word: FactWord) -> Int64? {
    switch word {
    case .count: literal(node, "a count", Literal.count).map { Int64($0) }
    case .percent: percent(node)
    default: literal(node, "a sum", Literal.money).map(\.pence)
    }
  }

  /// A percentage in hundredths of a per cent.
  mutating func percent(_ node: Node) -> Int64? { literal(node, "a percentage", Literal.percent) }

  private mutating func seasonalFigure(_ map: Mapping, _ what: String, _ place: FigurePlace) -> Figure? {
    guard let on = map["on"].flatMap({ dateOfSeason($0) }), let node = map["seasons"] else { return nil }
    var read: [(from: DayOfYear, to: DayOfYear?, span: Span, figure: Figure)] = []
    let nodes = list(node, "`seasons`")
    for node in nodes {
      guard let entry = mapping(node, "a season", .seasonalFigure) else { continue }
      let from = entry.value("from", &self).flatMap { literal($0, "`from`", Literal.dayOfYear) }
      let to = entry["to"].flatMap { literal($0, "`to`", Literal.dayOfYear) }
      let figure = entry.value("is", &self).flatMap { self.figure($0, what, place) }
      if let from, let figure { read.append((from, to, node.span, figure)) }
    }
    guard read.count == nodes.count, !read.isEmpty else { return nil }
    read.sort { $0.from < $1.from }
    for (number, season) in read.enumerated() {
      let next = read[(number + 1) % read.count]
      if number > 0, season.from == read[number - 1].from {
        fault(.figureOrder, season.span, "Two seasons begin on \(season.from).", "Keep one of them.")
      }
      if let to = season.to, to != next.from.dayBefore {
        fault(
          .figureSeason, season.span, "This season ends on \(to), and the next one begins on \(next.from).",
          "Write seasons that follow one another through the whole year.")
      }
    }
    return .bySeason(
      on, read.map { Figure.Season(month: $0.from.month, day: $0.from.day, figure: $0.figure) })
  }

  /// The elements of a list that has some.
  mutating func list(_ node: Node, _ what: String) -> [Node] {
    if let list = node.list, !list.isEmpty { return list }
    fault(
      .matrixShape, node.span, "\(what.capitalizedFirst) is a list.", "Begin each entry with `-`, or write it in [ ].")
    return []
  }
}
