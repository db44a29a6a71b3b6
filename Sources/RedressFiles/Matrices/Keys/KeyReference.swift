/// The reference of a matrix's keys for policy authors, in Markdown: one table for each mapping, made from the
/// declarations that the reader and the schema use.
enum KeyReference {
  /// The whole page, with a line break at the end.
  static var text: String {
    ([opening] + MatrixMapping.matrix.withInner.map(section)).joined(separator: "\n\n") + "\n"
  }

  private static let opening = """
    # The keys of a matrix

    <!-- Made from the declarations of the reader. Change those, then run:
    REDRESS_UPDATE=1 swift test --filter KeyReference -->

    A matrix is a YAML file of nested mappings. Each section below is one kind of mapping; the first is the file itself.
    A key that is not listed is a fault, and so is a missing one that is needed. `redress schema` prints the same as a
    JSON Schema, with which an editor can check a file while it is written.

    Names that you choose have small letters, digits, hyphens and points, at most 60 of them. One value can be written
    alone where one or more are allowed. Sums are written as `£100` or `£100.50`, days as `2026-08-14`, lengths of time
    as `28 days`, `10 working days` or `6 months`, parts as `12.5%` or `2/37`, paragraphs as `policy#2.3.4`.
    """

  private static func section(_ mapping: MatrixMapping) -> String {
    let rows = mapping.keys.map { "| `\($0.name)` | \($0.shape.says) | \(need($0, mapping)) | \($0.says) |" }
    let table = ["| Key | Value | Needed | Meaning |", "|---|---|---|---|"] + rows
    let rules = mapping.rules.map { "- \($0.says)" }
    let parts = ["## \(mapping.name)", mapping.says, table.joined(separator: "\n")]
    return (parts + (rules.isEmpty ? [] : [rules.joined(separator: "\n")])).joined(separator: "\n\n")
  }

  private static func need(_ key: MatrixKey, _ mapping: MatrixMapping) -> String {
    if key.isRequired { return "yes" }
    return mapping.rules.contains { $0.mayNeed(key.name) } ? "at times" : "no"
  }
}

extension KeyRule {
  /// Whether the key is one that must be there where the rule holds.
  func mayNeed(_ key: String) -> Bool {
    switch self {
    case .exactlyOne(let keys, _), .atLeastOne(let keys): keys.contains(key)
    case .required(let needed, _): needed == key
    case .refused, .requiredInside: false
    }
  }

  /// A sentence for people.
  var says: String {
    switch self {
    case .exactlyOne(let keys, nil): "Exactly one of \(Self.names(keys)) is needed."
    case .exactlyOne(let keys, let test?): "Exactly one of \(Self.names(keys)) is needed if \(test.says)."
    case .atLeastOne(let keys): "One of \(Self.names(keys)) is needed."
    case .required(let key, let test): "`\(key)` is needed if \(test.says)."
    case .refused(let keys, let test): "\(Self.names(keys)) may not stand there if \(test.says)."
    case .requiredInside(let key, let inner, let test): "`\(inner)` is needed in `\(key)` if \(test.says)."
    }
  }

  private static func names(_ keys: [String]) -> String { keys.map { "`\($0)`" }.joined(separator: ", ") }
}

extension KeyShape {
  /// What stands there, as a cell of a table.
  var says: String {
    switch self {
    case .text: "text"
    case .exactly(let text): "`\(text)`"
    case .word(let words): words.map { "`\($0)`" }.joined(separator: " or ")
    case .flag: "`true` or `false`"
    case .money: "a sum"
    case .day: "a day"
    case .edition: "an edition, such as `2022-10-01`"
    case .period, .anyPeriod: "a length of time"
    case .dayOfYear: "a day of the year, such as `1 November`"
    case .number: "a whole number"
    case .part: "a part, such as `12.5%` or `2/37`"
    case .figure, .anyFigure: "a value, a fact, or a [figure](#figure)"
    case .rates: "a value, a fact, a [figure](#figure), or a list of [ranges](#range)"
    case .price: "a sum, or a [price](#price)"
    case .table: "the choices, each with a value or a [figure](#figure)"
    case .levels: "names, each with a [level](#level)"
    case .wordOr(let word, let shape): "\(shape.says), or `\(word)`"
    case .nameOr(let shape, let noun): "the name of a \(noun), or \(shape.says)"
    case .name(let noun): "the name of a \(noun)"
    case .citation: "a paragraph"
    case .condition: "a flag, or a [condition](#condition)"
    case .mapping(let mapping): "[\(mapping.name)](#\(mapping.name))"
    case .section(.text, _): "names, each with a text"
    case .section(let shape, _): "names, each with \(shape.says)"
    case .list(let shape): "a list of \(shape.says)"
    case .steps(let first, let later): "a list of [\(first.name)](#\(first.name)) and [\(later.name)](#\(later.name))"
    case .oneOrMore(let shape, let least): "\(least == 0 ? "none" : "one") or more: \(shape.says)"
    }
  }
}
