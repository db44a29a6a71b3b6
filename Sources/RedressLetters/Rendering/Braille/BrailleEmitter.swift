import Foundation
import RedressDocuments

/// Writes documents as Braille files (BRF) to be embossed, or read on a display: contracted Unified English Braille,
/// Welsh where the text is Welsh.
public struct BrailleEmitter: Sendable {
  private let liblouis: Liblouis
  private let cells: Int
  private let lines: Int

  /// Finds liblouis along PATH, unless its program is named.
  ///
  /// - Parameters:
  ///   - cells: of a line; at least 20.
  ///   - lines: of a page; at least 10.
  public init(
    translator: String? = nil, cells: Int = 40, lines: Int = 25,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(BrailleUnavailable) {
    liblouis = try Liblouis(named: translator, environment: environment)
    self.cells = max(cells, 20)
    self.lines = max(lines, 10)
  }

  /// The file of one document: ASCII, lines ended by CR LF, a form feed between pages.
  ///
  /// - Throws: ``BrailleFault`` where this document cannot be put into Braille; ``BrailleUnavailable`` where none can.
  public func brf(of document: Document) throws -> String { try brf(of: [document])[0].get() }

  /// The file of each document, or why there is none, with one process for each language in them.
  ///
  /// - Throws: ``BrailleUnavailable`` where no document can be put into Braille.
  public func brf(of documents: [Document]) throws -> [Result<String, BrailleFault>] {
    let layouts = documents.map { document in
      let layout = BrailleLayout(language: document.language)
      return (marking: document.marking.map { layout.words($0) }, blocks: layout.blocks(of: document))
    }
    let runs = layouts.flatMap { [$0.marking].compactMap { $0 } + $0.blocks }.flatMap(\.runs)
    let braille = try translations(of: runs)
    return layouts.map { layout in
      Result { () throws(BrailleFault) in
        let marking = try layout.marking.map { block throws(BrailleFault) in try words(of: block, braille) } ?? []
        var pages = BraillePages(cells: cells, lines: lines, marking: marking)
        for block in layout.blocks { pages.add(block, words: try words(of: block, braille)) }
        return pages.file()
      }
    }
  }

  // MARK: Words

  private typealias Translations = [BrailleTable: [String: String]]

  private func translations(of runs: [BraillePhrase.Run]) throws -> Translations {
    try Dictionary(grouping: runs, by: \.table).mapValues { runs in
      let prints = Array(Set(runs.map(\.print))).sorted()
      let braille = try liblouis.braille(of: prints, runs[0].table)
      return Dictionary(uniqueKeysWithValues: zip(prints, braille))
    }
  }

  private func words(of block: BrailleBlock, _ braille: Translations) throws(BrailleFault) -> [BraillePages.Word] {
    var words: [BraillePages.Word] = []
    for run in block.runs {
      var translated = try self.words(of: run, braille[run.table]?[run.print] ?? "")
      if run.joinsPrevious, !words.isEmpty, !translated.isEmpty {
        let first = translated.removeFirst()
        words[words.count - 1].cells += first.cells
        words[words.count - 1].staysWithNext = first.staysWithNext
      }
      words += translated
    }
    return words
  }

  private func words(of run: BraillePhrase.Run, _ braille: String) throws(BrailleFault) -> [BraillePages.Word] {
    // A character without Braille comes back as its number, in letters.
    if braille.contains(/'\\[XYZ][A-J]+'/) || !braille.utf8.allSatisfy({ (0x20...0x5F).contains($0) }) {
      throw BrailleFault("liblouis has no Braille for a character in “\(run.print)”")
    }
    let cells = braille.split(separator: " ").map(String.init)
    // Where a table joins or parts words, it is not known which of them stay together.
    guard cells.count == run.words.count else {
      return cells.map { BraillePages.Word(cells: $0, staysWithNext: false) }
    }
    return zip(cells, run.words).map { BraillePages.Word(cells: $0, staysWithNext: $1.staysWithNext) }
  }
}
