/// Rows that are compared column by column.
///
/// Every cell holds a phrase. A cell without a figure says why in a word, such as `none` or `no limit`.
public struct Table: Hashable, Sendable {
  /// What the table shows; read out before it.
  public let caption: Phrase
  /// From the start of a row to its end; at least one.
  public let columns: [Column]
  /// From the top down; may be empty.
  public let rows: [Row]
  /// What is said where there are no rows; `nil` leaves it to the language.
  public let ifNone: Phrase?

  /// - Precondition: there is at least one column; every row has a cell for each, a total at least one and no more.
  public init(_ caption: Phrase, columns: [Column], rows: [Row], ifNone: Phrase? = nil) {
    precondition(!columns.isEmpty, "a table needs a column")
    for row in rows {
      let fits = row.isTotal ? row.cells.count <= columns.count : row.cells.count == columns.count
      precondition(fits, "a row of \(row.cells.count) cells does not fit \(columns.count) columns")
    }
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.ifNone = ifNone
  }

  /// How many columns the first cell of a row takes up: more than one only where a total leaves columns unused.
  package func span(ofFirstCellIn row: Row) -> Int { columns.count - row.cells.count + 1 }

  /// The rows, or one row that says there are none.
  package func rowsToShow(in language: Language) -> [Row] {
    rows.isEmpty ? [Row(cells: [ifNone ?? Phrase(language.none)], hasHeader: false, isTotal: false)] : rows
  }
}

extension Table {
  /// What the cells under one header have in common.
  public struct Column: Hashable, Sendable {
    /// What the cells of a column hold.
    public enum Content: Hashable, Sendable {
      /// Text, read from its start.
      case words
      /// Sums or counts, compared digit under digit.
      case figures
    }

    /// What is read out before each of its cells.
    public let header: Phrase
    /// What its cells hold.
    public let content: Content

    /// A column of words, unless it is said to hold figures.
    public init(_ header: Phrase, _ content: Content = .words) {
      self.header = header
      self.content = content
    }

    /// A column of words.
    public static func words(_ header: Phrase) -> Column { Column(header, .words) }
    /// A column of sums or counts.
    public static func figures(_ header: Phrase) -> Column { Column(header, .figures) }
  }

  /// What belongs to one thing of those compared.
  public struct Row: Hashable, Sendable {
    /// One for each column. A total may have fewer: its label then reaches over the columns that its figures leave.
    public let cells: [Phrase]
    /// Whether the first cell names the row.
    public let hasHeader: Bool
    /// Whether the row sums up the rows above it.
    public let isTotal: Bool

    init(cells: [Phrase], hasHeader: Bool, isTotal: Bool) {
      self.cells = cells
      self.hasHeader = hasHeader
      self.isTotal = isTotal
    }

    /// A row that nothing names.
    public init(_ cells: [Phrase]) { self.init(cells: cells, hasHeader: false, isTotal: false) }

    /// A row that its first cell names.
    public init(_ header: Phrase, _ cells: [Phrase]) {
      self.init(cells: [header] + cells, hasHeader: true, isTotal: false)
    }

    /// A row that sums up, its figures under the last columns.
    public static func total(_ label: Phrase, _ figures: [Phrase]) -> Row {
      Row(cells: [label] + figures, hasHeader: true, isTotal: true)
    }
  }
}

extension Table.Column: ExpressibleByStringInterpolation {
  /// A column of words.
  public init(stringLiteral literal: String) { self.init(Phrase(stringLiteral: literal)) }

  /// A column of words.
  public init(stringInterpolation: Phrase.StringInterpolation) {
    self.init(Phrase(stringInterpolation: stringInterpolation))
  }
}
