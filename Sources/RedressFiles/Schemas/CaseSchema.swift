import Redress

/// The JSON Schema (draft 2020-12) of a scheme's case file, `redress-case/1`: one case, as one edition reads it.
///
/// What it accepts, the reader accepts in shape. What it cannot say stays with the reader and the rules: which facts
/// are needed, whether an amount lies in its band, the places of a sum given as a number, a point decided twice.
public struct CaseSchema: Sendable {
  let value: JSONValue

  /// The schema of the cases that are read under a matrix.
  public init(_ matrix: Matrix) { value = Self.schema(matrix) }

  /// The schema as UTF-8, indented, with a line break at the end. The same matrix always gives the same bytes.
  public var bytes: [UInt8] { value.indentedBytes }

  /// ``bytes`` as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  private static func schema(_ matrix: Matrix) -> JSONValue {
    [
      "$schema": LiteralSchema.dialect,
      "$id": .text("urn:redress:case:1:\(matrix.scheme):\(matrix.edition)"),
      "title": .text("A case under \(matrix.title), \(matrix.body)"),
      "description": .text(about(matrix)),
      "type": "object",
      "required": ["case", "scheme"],
      "properties": [
        "format": ["description": "The format of the file; it may be left out.", "const": .text(CaseOutline.format)],
        "case": described("The reference that the organisation knows the case by.", "text"),
        "scheme": ["description": "The scheme whose policy is applied.", "const": .text(matrix.scheme)],
        "edition": leftOut("The edition to apply; left out, \(selector(matrix)) selects it.", "edition"),
        "facts": facts(matrix),
        "items": items(matrix),
        "decisions": decisions(matrix),
        "references": references,
        "letter": letter,
      ],
      "additionalProperties": false,
      "$defs": definitions(matrix),
    ]
  }

  private static func about(_ matrix: Matrix) -> String {
    "One case as edition \(matrix.edition) of the scheme \(matrix.scheme) reads it. A file holds one case, "
      + "a list of them, or one on each line. Rules that are reached decide which facts are needed; all that are "
      + "missing are named at once."
  }

  private static func selector(_ matrix: Matrix) -> String {
    matrix.selectsOn.map { matrix.facts[ref: $0].name }.joined(separator: ", or else ")
  }

  private static func definitions(_ matrix: Matrix) -> JSONValue {
    let literals: JSONValue = [
      "text": text, "money": LiteralSchema.money, "day": LiteralSchema.day, "edition": LiteralSchema.edition,
      "receipt": receipt, "receipts": receipts, "count": LiteralSchema.count, "percent": LiteralSchema.percent,
    ]
    return literals + factDefinitions(matrix) + itemDefinitions(matrix)
  }

  /// What the reader takes as left out where it is null.
  static let nothing: JSONValue = ["type": "null"]

  static func described(_ description: String, _ definition: String) -> JSONValue {
    ["description": .text(description)] + LiteralSchema.ref(definition)
  }

  /// A value that may also be null, which is the same as leaving it out.
  static func leftOut(_ description: String, _ definition: String) -> JSONValue {
    ["description": .text(description), "anyOf": [LiteralSchema.ref(definition), nothing]]
  }

  /// Words, and not only blanks. A number is read as it is written.
  private static let text: JSONValue = [
    "type": ["string", "number"], "pattern": #"\S"#, "maxLength": .number(CaseShapes.longestText),
  ]
}
