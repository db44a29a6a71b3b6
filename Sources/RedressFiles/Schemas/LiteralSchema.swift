import Redress

/// The schemas of the literals that people write in matrices and case files. What a pattern cannot say, such as which
/// years have a 29 February, the reader finds.
enum LiteralSchema {
  static let dialect: JSONValue = "https://json-schema.org/draft/2020-12/schema"

  /// A reference to a definition of the same schema.
  static func ref(_ name: String) -> JSONValue { ["$ref": .text("#/$defs/\(name)")] }

  /// A sum, as text or as a number. How many places a number has is left to the reader: a validator that divides in
  /// binary would refuse sums that are sound.
  static let money: JSONValue = [
    "description": "Pounds and pence, such as £180, 180.5 or £180.50.",
    "type": ["string", "number"],
    "pattern": .text(#"^£?0*([0-9]{1,9}(\.[0-9]{1,2})?|1000000000(\.0{1,2})?)$"#),
    "minimum": 0,
    "maximum": .number(Int(Money.largest.pence / 100)),
    "examples": ["£180.50"],
  ]

  static let day: JSONValue = [
    "description": "A day as ISO 8601 writes it, such as 2026-08-14.",
    "type": "string",
    "format": "date",
    "pattern": .text("^\(dayPattern)$"),
    "examples": ["2026-08-14"],
  ]

  static let edition: JSONValue = [
    "description": "The day an edition came into force, and for a correction of it a point and its number.",
    "type": "string",
    "pattern": .text("^\(dayPattern)" + #"(\.[1-9][0-9]{0,3})?$"#),
    "examples": ["2022-10-01", "2022-10-01.1"],
  ]

  static let period: JSONValue = [
    "description": "A count, a space and a unit, such as 28 days or 6 months.",
    "type": "string",
    "pattern": "^0*[0-9]{1,4} (day|week|month|year)s?$",
    "examples": ["28 days", "6 months"],
  ]

  static let anyPeriod: JSONValue = [
    "description": "A count, a space and a unit, such as 28 days, 10 working days or 6 months.",
    "type": "string",
    "pattern": "^0*[0-9]{1,4} (day|working day|week|month|year)s?$",
    "examples": ["28 days", "10 working days"],
  ]

  static let dayOfYear: JSONValue = [
    "description": "A day that comes every year, such as 1 November.",
    "type": "string",
    "pattern": .text("^[0-9]{1,2} (\(DayOfYear.monthNames.joined(separator: "|")))$"),
    "examples": ["1 November"],
  ]

  static let part: JSONValue = [
    "description": "A percentage such as 12.5%, or a fraction such as 2/37.",
    "type": "string",
    "pattern": #"^([0-9]{1,6}(\.[0-9]{1,6})?%|[0-9]{1,9}/[0-9]{1,9})$"#,
    "examples": ["12.5%"],
  ]

  static let percent: JSONValue = [
    "description": "A percentage with at most two places, such as 25% or 12.5%.",
    "type": "string",
    "pattern": #"^0*([0-9]{1,4}(\.[0-9]{1,2})?|10000(\.0{1,2})?)%$"#,
    "examples": ["25%"],
  ]

  static let count: JSONValue = [
    "description": "A whole number, from 0 to 1,000,000.",
    "type": ["string", "integer"],
    "pattern": "^0*([0-9]{1,6}|1000000)$",
    "minimum": 0,
    "maximum": .number(Int(CaseFacts.largestCount)),
    "examples": [3],
  ]

  /// The years that a file may state, 1583 to 2400, with the days that each month can have.
  private static let dayPattern =
    "(158[3-9]|159[0-9]|1[6-9][0-9]{2}|2[0-3][0-9]{2}|2400)-"
    + "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
}
