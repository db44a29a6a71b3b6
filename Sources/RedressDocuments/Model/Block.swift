/// A part of a document that begins on a line of its own.
public indirect enum Block: Hashable, Sendable {
  /// A heading with what stands under it.
  case section(Section)
  /// Sentences that belong together.
  case paragraph(Phrase)
  /// Points one under another.
  case list(List)
  /// Terms and what each stands for.
  case definitions(Definitions)
  /// Rows compared column by column.
  case table(Table)
  /// Something set apart.
  case note(Note)
  /// Short lines one right under another, such as an address.
  case lines([Phrase])
  /// Room for the reader to write in, such as an acceptance form.
  case form(Form)
  /// A picture, such as a logo.
  case picture(Picture)
  /// What follows is a paper of its own, such as a form to send back.
  case pageBreak
}

/// Writes blocks one under another, with `if`, `for` and `switch`. A phrase on its own is a paragraph.
@resultBuilder
public enum BlockBuilder {
  /// A block as it is.
  public static func buildExpression(_ block: Block) -> [Block] { [block] }
  /// Blocks made elsewhere.
  public static func buildExpression(_ blocks: [Block]) -> [Block] { blocks }
  /// A paragraph.
  public static func buildExpression(_ phrase: Phrase) -> [Block] { [.paragraph(phrase)] }
  /// A section.
  public static func buildExpression(_ section: Section) -> [Block] { [.section(section)] }
  /// A list.
  public static func buildExpression(_ list: List) -> [Block] { [.list(list)] }
  /// Definitions.
  public static func buildExpression(_ definitions: Definitions) -> [Block] { [.definitions(definitions)] }
  /// A table.
  public static func buildExpression(_ table: Table) -> [Block] { [.table(table)] }
  /// A note.
  public static func buildExpression(_ note: Note) -> [Block] { [.note(note)] }
  /// A form.
  public static func buildExpression(_ form: Form) -> [Block] { [.form(form)] }

  /// Blocks one after another.
  public static func buildBlock(_ blocks: [Block]...) -> [Block] { blocks.flatMap { $0 } }
  /// What a loop wrote.
  public static func buildArray(_ blocks: [[Block]]) -> [Block] { blocks.flatMap { $0 } }
  /// What an `if` without `else` wrote, if anything.
  public static func buildOptional(_ blocks: [Block]?) -> [Block] { blocks ?? [] }
  /// What the first branch wrote.
  public static func buildEither(first blocks: [Block]) -> [Block] { blocks }
  /// What the other branch wrote.
  public static func buildEither(second blocks: [Block]) -> [Block] { blocks }
}
