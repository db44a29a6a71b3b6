import Redress
import RedressDocuments
import RedressFiles

/// What the letter part of a case says: to whom the letter goes and what it says of them, typed by the case manager.
public struct PersonalPart: Sendable {
  /// A point of the complaint, with what was decided on it.
  struct Point: Hashable, Sendable {
    let says: Words
    /// `upheld`, `partly-upheld` or `not-upheld`; `nil` where the finding of the case counts.
    let decision: String?
    let because: Words?
  }

  /// Something else that is done.
  struct Action: Hashable, Sendable {
    let says: Words
    let by: CivilDate?
  }

  /// The name and the address.
  let to: [Words]
  /// How the person is addressed; the first line of `to` where it is not said.
  let dear: Words?
  let stage: Words?
  let points: [Point]
  let apology: Words?
  /// Why nothing is offered, in the writer's own words.
  let reasons: [Words]
  let actions: [Action]
  /// Whom the reader may ask.
  let contact: Words?
  /// The format that the person needs: `large-print`, `braille`, `text`.
  public let format: String?
  /// The language that the person needs.
  public let language: LetterLanguage?
  /// The language that the words above are typed in.
  let written: LetterLanguage

  static let keys =
    [
      "to", "dear", "stage", "points", "apology", "reasons", "actions", "contact", "format", "language", "written-in",
    ] + remarks
  /// What `redress ask` records for the file, and no letter says.
  static let remarks = ["complaint-handling", "vulnerability"]
  /// The formats that can be asked for.
  public static let formats = ["html", "pdf", "text", "braille", "large-print"]

  /// Nothing said.
  static let none = PersonalPart(
    to: [], dear: nil, stage: nil, points: [], apology: nil, reasons: [], actions: [], contact: nil, format: nil,
    language: nil, written: .english)

  /// - Throws: every fault of the letter part.
  public static func read(_ node: Node?, in source: SourceText) throws(FaultList) -> PersonalPart {
    guard let node, !node.isNull else { return .none }
    var reader = PersonalReader(source)
    let part = reader.part(node)
    // What is personal is not shown, so that it does not end up in a log.
    var faults = FaultList()
    for fault in reader.shapes.faults.sorted {
      faults.add(fault.place.map { Fault(fault.code, at: $0, says: fault.says, mend: fault.mend) } ?? fault)
    }
    try faults.throwIfAny()
    return part
  }
}

/// Reads the letter part and finds everything that is wrong with it in one go.
private struct PersonalReader {
  var shapes: CaseShapes

  init(_ source: SourceText) { shapes = CaseShapes(source) }

  mutating func part(_ node: Node) -> PersonalPart {
    guard let entries = shapes.entries(node, "`letter`") else { return .none }
    shapes.checkKeys(entries, "`letter`", PersonalPart.keys)
    let language = node["language"].flatMap { $0.isNull ? nil : self.language($0) }
    let written = node["written-in"].flatMap { $0.isNull ? nil : self.language($0) }
    return PersonalPart(
      to: words(list: node["to"], "to", in: node), dear: words(node["dear"], "dear", in: node),
      stage: words(node["stage"], "stage", in: node),
      points: (node["points"].map { shapes.list($0, "`points`") } ?? []).compactMap { point($0) },
      apology: words(node["apology"], "apology", in: node),
      reasons: words(list: node["reasons"], "reasons", in: node),
      actions: (node["actions"].map { shapes.list($0, "`actions`") } ?? []).compactMap { action($0) },
      contact: words(node["contact"], "contact", in: node), format: format(node["format"]), language: language,
      written: written ?? .english)
  }

  private mutating func words(_ node: Node?, _ key: String, in parent: Node) -> Words? {
    shapes.optionalText(node, key, in: parent.span, "`letter`").flatMap { Words($0) }
  }

  private mutating func words(list node: Node?, _ key: String, in parent: Node) -> [Words] {
    guard let node else { return [] }
    return shapes.list(node, "`\(key)`").compactMap { words($0, key, in: parent) }
  }

  private mutating func point(_ node: Node) -> PersonalPart.Point? {
    guard let entries = node.entries else {
      return words(node, "points", in: node).map { PersonalPart.Point(says: $0, decision: nil, because: nil) }
    }
    shapes.checkKeys(entries, "a point", ["point", "decision", "because"])
    let decision = shapes.optionalText(node["decision"], "decision", in: node.span, "this point")
    let known = ["upheld", "partly-upheld", "not-upheld"]
    if let decision, !known.contains(decision) {
      shapes.fault(
        .choiceUnknown, node["decision"]!.span, "\(Visible.quoted(decision)) is no decision on a point.",
        "Write one of: \(known.joined(separator: ", ")).")
    }
    guard let says = shapes.text(node["point"], "point", in: node.span, "this point").flatMap({ Words($0) }) else {
      return nil
    }
    return PersonalPart.Point(says: says, decision: decision, because: words(node["because"], "because", in: node))
  }

  private mutating func action(_ node: Node) -> PersonalPart.Action? {
    guard let entries = node.entries else {
      return words(node, "actions", in: node).map { PersonalPart.Action(says: $0, by: nil) }
    }
    shapes.checkKeys(entries, "an action", ["action", "by"])
    let by = node["by"].flatMap { $0.isNull ? nil : shapes.literal($0, Literal.day) }
    return shapes.text(node["action"], "action", in: node.span, "this action").flatMap { Words($0) }.map {
      PersonalPart.Action(says: $0, by: by)
    }
  }

  private mutating func format(_ node: Node?) -> String? {
    guard let node, let text = words(node, "format", in: node)?.text else { return nil }
    if PersonalPart.formats.contains(text) { return text }
    shapes.fault(
      .choiceUnknown, node.span, "\(Visible.quoted(text)) is no format of a letter.",
      "Formats: \(PersonalPart.formats.joined(separator: ", ")).")
    return nil
  }

  private mutating func language(_ node: Node) -> LetterLanguage? {
    guard let text = node.text else { return nil }
    if let language = LetterLanguage(rawValue: text) { return language }
    shapes.fault(
      .choiceUnknown, node.span, "Letters are not written in \(Visible.quoted(text)).",
      "Languages: \(LetterLanguage.allCases.map(\.rawValue).joined(separator: ", ")).")
    return nil
  }
}
