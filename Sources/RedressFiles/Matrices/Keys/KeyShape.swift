/// What may stand under a key of a matrix. The reader still says why a value is refused; this says what is wanted
/// there.
indirect enum KeyShape: Sendable {
  case text
  /// This text and no other.
  case exactly(String)
  /// One of a closed set of words.
  case word([String])
  case flag
  case money
  case day
  case edition
  /// A length of time in calendar days, weeks, months or years.
  case period
  /// A length of time in any unit, working days among them.
  case anyPeriod
  /// A day that comes every year.
  case dayOfYear
  /// A whole number.
  case number
  /// A percentage or a fraction.
  case part
  /// A value, the name of a fact, or a mapping that says how to find it.
  case figure
  /// A figure inside a figure.
  case anyFigure
  /// A figure, or a list of figures for some units each.
  case rates
  /// A sum, or a mapping that says how an amount is found.
  case price
  /// Figures by the names of choices, one within another where there are several.
  case table
  /// The bands of levels, one within another where there are two axes.
  case levels
  /// This one word, or something else in its place.
  case wordOr(String, KeyShape)
  /// A name alone, or a mapping in its place.
  case nameOr(KeyShape, of: String)
  /// A name that the file declares elsewhere: of a fact, a reading, a role.
  case name(of: String)
  /// A source, `#` and a paragraph.
  case citation
  case condition
  case mapping(MatrixMapping)
  /// A mapping whose keys are names that the author chooses.
  case section(of: KeyShape, entries: ClosedRange<Int> = 0...Int.max)
  case list(of: KeyShape)
  /// The steps of a window: the first is in time, those after it say what later means.
  case steps(first: MatrixMapping, later: MatrixMapping)
  /// One value, or a list of them.
  case oneOrMore(KeyShape, atLeast: Int = 1)

  /// One of the words of a set that the reader knows.
  static func word<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> KeyShape where Word.RawValue == String {
    .word(Word.allCases.map(\.rawValue))
  }

  /// The mappings with fixed keys that stand directly inside.
  var mappings: [MatrixMapping] {
    switch self {
    case .mapping(let mapping): [mapping]
    case .section(let shape, _), .list(let shape), .oneOrMore(let shape, _): shape.mappings
    case .steps(let first, let later): [first, later]
    case .condition: [.condition]
    case .figure, .anyFigure, .table: [.figure]
    case .rates: [.figure, .rangedFigure]
    case .price: [.price]
    case .levels: [.level]
    case .nameOr(let shape, _), .wordOr(_, let shape): shape.mappings
    case .text, .exactly, .word, .flag, .money, .day, .edition, .period, .anyPeriod, .dayOfYear, .number, .part, .name,
      .citation:
      []
    }
  }
}
