import Redress

extension MatrixReader {
  struct Identity {
    let scheme: String
    let edition: EditionName
    let status: Matrix.Status
    let title: String
    let body: String
    let reviewBy: CivilDate?
    let appliesTo: Matrix.AppliesTo?
  }

  static let format = "redress-matrix/1"

  mutating func checkFormat(_ top: Mapping) {
    guard let node = top.value("format", &self), let format = text(node, "`format`"), format != Self.format else {
      return
    }
    fault(.matrixFormat, node.span, "`\(format)` is not a format that is read here.", "Write `\(Self.format)`.")
  }

  mutating func identity(_ top: Mapping) -> Identity? {
    let scheme = text(top, "scheme")
    let edition = top.value("edition", &self).flatMap { literal($0, "`edition`", Literal.edition) }
    let status = top.value("status", &self).flatMap { word($0, "`status`", Matrix.Status.self) }
    let title = text(top, "title")
    let body = text(top, "body")
    let reviewBy = top["review-by"].flatMap { literal($0, "`review-by`", Literal.day) }
    let appliesTo = top["applies-to"].flatMap { word($0, "`applies-to`", Matrix.AppliesTo.self) }
    guard let scheme, let edition, let status, let title, let body else { return nil }
    return Identity(
      scheme: scheme, edition: edition, status: status, title: title, body: body, reviewBy: reviewBy,
      appliesTo: appliesTo)
  }

  mutating func readSources(_ top: Mapping) {
    for entry in section(top, "sources") {
      sources.declare(entry.key, at: entry.keySpan)
      let map = mapping(entry.value, "source `\(entry.key)`", .source)
      let title = map.flatMap { text($0, "title") } ?? entry.key
      var paragraphs: [Source.Paragraph] = []
      for paragraph in map.map({ section($0, "paragraphs") }) ?? [] {
        let shownAs = text(paragraph.value, "the paragraph as people read it") ?? paragraph.key
        paragraphs.append(Source.Paragraph(name: paragraph.key, shownAs: shownAs))
        paragraphSpans["\(entry.key)#\(paragraph.key)"] = paragraph.keySpan
      }
      sources.values.append(Source(name: entry.key, title: title, paragraphs: paragraphs))
    }
  }

  mutating func readRoles(_ top: Mapping) {
    for entry in section(top, "roles") {
      roles.declare(entry.key, at: entry.keySpan)
      roles.values.append(Role(name: entry.key, title: text(entry.value, "the title of a role") ?? entry.key))
    }
    // The case manager prepares and finance pays, whatever a scheme says of them.
    for role in ["case-manager", "finance"] { roles.place(of: role).map { _ = roles.used.insert($0) } }
  }

  mutating func readReadings(_ top: Mapping) {
    let general = top["readings-decided"].flatMap { decided($0) }
    for entry in section(top, "readings") {
      readings.declare(entry.key, at: entry.keySpan)
      guard let map = mapping(entry.value, "reading `\(entry.key)`", .reading) else {
        readings.values.append(.unread(entry.key))
        continue
      }
      let own = map["decided"].flatMap { decided($0) }
      let reading = Reading(
        name: entry.key, question: text(map, "question") ?? "", answer: answer(map),
        because: text(map, "because") ?? "", decidedBy: (own ?? general)?.by, decidedOn: (own ?? general)?.on,
        citations: optionalCitations(map))
      readings.values.append(reading)
    }
  }

  private mutating func decided(_ node: Node) -> (by: String, on: CivilDate)? {
    guard let map = mapping(node, "who decided and when", .decided) else { return nil }
    let by = text(map, "by")
    let on = map.value("on", &self).flatMap { literal($0, "`on`", Literal.day) }
    guard let by, let on else { return nil }
    return (by, on)
  }

  private mutating func answer(_ map: Mapping) -> Reading.Answer {
    guard let text = text(map, "answer") else { return .settled("") }
    guard text == "ask" else {
      if let node = map["ask"] {
        fault(
          .matrixKeyUnknown, node.span, "`ask` names who is asked, and this reading has an answer.",
          "Write `answer: ask`, or leave `ask` out.")
      }
      return .settled(text)
    }
    return .ask(map.required("ask", &self).map { references($0, to: \.roles) } ?? [])
  }
}

extension Reading {
  /// Stands in for a reading that could not be read, so that rules which name it are read all the same.
  static func unread(_ name: String) -> Reading {
    Reading(name: name, question: "", answer: .settled(""), because: "", decidedBy: nil, decidedOn: nil, citations: [])
  }
}
