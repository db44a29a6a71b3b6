import Redress
import SeededRandomness
import Testing

@testable import RedressDocuments

/// Random documents at every width: no line ends inside a sum or a day, and none passes the edge.
@Suite struct KeptWholeTests {
  private static let seeds: Range<UInt64> = 0..<12

  @Test(arguments: seeds)
  func noLineSplitsASumOrADay(seed: UInt64) {
    var values: [String] = []
    var writer = RandomWriter(seed: seed)
    let document = writer.document(&values)
    for width in stride(from: 40 + Int(seed % 3), through: 120, by: 3) {
      let text = TextEmitter(width: width).text(of: document)
      // No value holds a line feed, so one found in the text is whole on its line.
      let split = values.filter { !text.contains($0) }
      #expect(split.isEmpty, "seed \(seed), width \(width)")
      let isInside = text.split(separator: "\n").allSatisfy { String($0).columns <= width }
      #expect(isInside, "seed \(seed), width \(width)")
    }
  }

  /// The same values as plain words do get split, so the test above can fail.
  @Test func plainWordsWouldBeSplit() {
    var values: [String] = []
    var writer = RandomWriter(seed: 1, isTyped: false)
    let document = writer.document(&values)
    let isSplit = (40...120).contains { width in
      let text = TextEmitter(width: width).text(of: document)
      return values.contains { !text.contains($0) }
    }
    #expect(isSplit)
  }
}

/// Writes documents with sums and days in every kind of block.
private struct RandomWriter {
  private var generator: SeededGenerator
  private let isTyped: Bool

  init(seed: UInt64, isTyped: Bool = true) {
    generator = SeededGenerator(seed: seed)
    self.isTyped = isTyped
  }

  mutating func document(_ values: inout [String]) -> Document {
    let blocks = (0..<6).map { _ in block(&values, depth: 0) }
    let (title, marking) = (phrase(&values), phrase(&values))
    return Document(title, marking: marking) { blocks }
  }

  private mutating func block(_ values: inout [String], depth: Int) -> Block {
    let kind = Int.random(in: depth == 2 ? 3...5 : 0...5, using: &generator)
    switch kind {
    case 0:
      let inner = block(&values, depth: depth + 1)
      return .section(Section(phrase(&values)) { inner })
    case 1:
      let inner = block(&values, depth: depth + 1)
      return .list(List(.numbered, [.init(phrase(&values)) { inner }, .init(phrase(&values))]))
    case 2:
      let inner = block(&values, depth: depth + 1)
      return .note(Note(.warning, phrase(&values)) { inner })
    case 3: return .definitions(Definitions([.init(phrase(&values), phrase(&values))]))
    case 4: return .table(table(&values))
    default: return .paragraph(phrase(&values))
    }
  }

  private mutating func table(_ values: inout [String]) -> Table {
    let count = Int.random(in: 1...5, using: &generator)
    let columns = (0..<count).map { Table.Column(phrase(&values), $0 % 2 == 0 ? .words : .figures) }
    var rows: [Table.Row] = []
    for _ in 0..<3 { rows.append(.init((0..<count).map { _ in phrase(&values) })) }
    let figures = (0..<Int.random(in: 0..<count, using: &generator)).map { _ in phrase(&values) }
    rows.append(.total(phrase(&values), figures))
    return Table(phrase(&values), columns: columns, rows: rows)
  }

  /// Words of random length round a sum and a day, at times with no space between.
  private mutating func phrase(_ values: inout [String]) -> Phrase {
    let (before, after) = (words(), words())
    // Six figures of pounds and two of the day, so that no value is part of another by chance.
    let pence = Int64.random(in: 10_000_000..<100_000_000, using: &generator)
    let sum = Money(pence: Bool.random(using: &generator) ? pence : -pence)
    let year = Int.random(in: 1990...2090, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    let day = CivilDate(year: year, month: month, day: Int.random(in: 10...28, using: &generator))!
    values += [sum.description, day.description]
    guard isTyped else {
      return "\(before) \(Words(sum.description, ifBlank: "?")) \(Words(day.description, ifBlank: "?"))"
    }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return "\(before) (\(sum)), \(strong: "by \(day)") \(after)."
    case 1: return "\(day)/\(sum) \(before)"
    case 2: return "\(before)\(sum)\(after) \(after) \(day)"
    default: return "\(before) \(after) \(day): \(sum)"
    }
  }

  private mutating func words() -> Words {
    let lengths = (0..<Int.random(in: 1...5, using: &generator)).map { _ in Int.random(in: 1...14, using: &generator) }
    return Words(lengths.map { String(repeating: "w", count: $0) }.joined(separator: " "), ifBlank: "w")
  }
}
