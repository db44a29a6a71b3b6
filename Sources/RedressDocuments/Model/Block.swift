/// A part of a document that begins on a line of its own.
public indirect enum Block: Hashable, Sendable {
  case section(Section)
  case paragraph(Phrase)
  case list(List)
  case definitions(Definitions)
  case table(Table)
  case note(Note)
  /// What follows is a paper of its own, such as a form to send back.
  case pageBreak
}

/// Writes blocks one under another, with `if`, `for` and `switch`. A phrase on its own is a paragraph.
@resultBuilder
public enum BlockBuilder {
  public static func buildExpression(_ block: Block) -> [Block] { [block] }
  public static func buildExpression(_ blocks: [Block]) -> [Block] { blocks }
  public static func buildExpression(_ phrase: Phrase) -> [Block] { [.paragraph(phrase)] }
  public static func buildExpression(_ section: Section) -> [Block] { [.section(section)] }
  public static func buildExpression(_ list: List) -> [Block] { [.list(list)] }
  public static func buildExpression(_ definitions: Definitions) -> [Block] { [.definitions(definitions)] }
  public static func buildExpression(_ table: Table) -> [Block] { [.table(table)] }
  public static func buildExpression(_ note: Note) -> [Block] { [.note(note)] }

  public static func buildBlock(_ blocks: [Block]...) -> [Block] { blocks.flatMap { $0 } }
  public static func buildArray(_ blocks: [[Block]]) -> [Block] { blocks.flatMap { $0 } }
  public static func buildOptional(_ blocks: [Block]?) -> [Block] { blocks ?? [] }
  public static func buildEither(first blocks: [Block]) -> [Block] { blocks }
  public static func buildEither(second blocks: [Block]) -> [Block] { blocks }
}
