import Redress

/// What an edition changes against another, as the owner of the policy reads and checks it.
public struct EditionTables: Sendable {
  let old: Matrix
  let new: Matrix
  let change: EditionChange
  let cases: CaseChanges?

  /// - Parameter cases: what cases come to under both editions; `nil` where none were priced.
  public init(from old: Matrix, to new: Matrix, _ change: EditionChange, cases: CaseChanges? = nil) {
    self.old = old
    self.new = new
    self.change = change
    self.cases = cases
  }

  /// The rules, the facts, the readings and who may sign; then, where there are cases, what they come to.
  public var document: Document {
    Document("\(new.scheme, ifBlank: "The scheme"): \(name(old)) and \(name(new))") {
      if change.isEmpty { "The two editions say the same." }
      entries("Rules", "What the newer edition does otherwise", change.rules)
      entries("Facts", "What people state", change.facts)
      needed
      entries("Readings", "What was read otherwise", change.readings)
      entries("Other changes", "Decisions, roles, sources and what the edition says of itself", change.others)
      ladders
      if let cases { CaseTables(cases).blocks }
    }
  }

  private func name(_ matrix: Matrix) -> Words { Words(matrix.edition, ifBlank: "an edition") }

  private func entries(_ title: Phrase, _ caption: Phrase, _ entries: [EntryChange]) -> [Block] {
    if entries.isEmpty { return [] }
    let table = Table(
      caption, columns: ["Entry", "Where", "\(name(old))", "\(name(new))", "Paragraph"], rows: entries.flatMap(rows))
    return [.section(Section(title) { table })]
  }

  private func rows(_ entry: EntryChange) -> [Table.Row] {
    let paragraphs = Phrase(joining: entry.paragraphs.compactMap { Words($0) }.map { Phrase($0) }, with: "; ")
    let name: Phrase = "\(entry.title, ifBlank: "untitled") (\(code: Words(entry.name, ifBlank: "no name")))"
    switch entry.kind {
    case .added: return [Table.Row(name, ["all of it", "not there", "added", paragraphs ?? "none"])]
    case .gone: return [Table.Row(name, ["all of it", "was there", "taken out", paragraphs ?? "none"])]
    case .changed:
      return entry.details.map { detail in
        Table.Row(
          name,
          [
            "\(code: Words(detail.at, ifBlank: "itself"))", value(detail.old), value(detail.new), paragraphs ?? "none",
          ])
      }
    }
  }

  private func value(_ text: String?) -> Phrase { text.map { "\($0, ifBlank: "nothing")" } ?? "nothing" }

  private var needed: [Block] {
    let facts = change.neededNow.compactMap { Words($0) }.map { Phrase("\(code: $0)") }
    guard let list = Phrase(listing: facts, before: "and") else { return [] }
    return [.note(Note(.information, "A rule may now need what could be left out before, or was not asked: \(list)."))]
  }

  // MARK: Who may sign

  /// The ladders side by side, where they are not the same.
  private var ladders: [Block] {
    let names = (new.authority.map { id($0, new) } + old.authority.map { id($0, old) }).uniqued
    let tables = names.compactMap { name in
      ladder(name, old.authority.first { id($0, old) == name }, new.authority.first { id($0, new) == name })
    }
    return tables.isEmpty ? [] : [.section(Section("Who may authorise") { for table in tables { table } })]
  }

  private func id(_ ladder: Authority, _ matrix: Matrix) -> String { matrix.rules[ref: ladder.rule].id }

  private func ladder(_ name: String, _ before: Authority?, _ after: Authority?) -> Table? {
    let (left, right) = (before.map { steps($0, old) } ?? [], after.map { steps($0, new) } ?? [])
    if left == right { return nil }
    let rows = (0..<max(left.count, right.count)).map { step in
      Table.Row(
        "\(step + 1)",
        (left.count > step ? left[step] : ["no step", "nobody"])
          + (right.count > step ? right[step] : ["no step", "nobody"]))
    }
    return Table(
      "The ladder \(code: Words(name, ifBlank: "authority"))",
      columns: [
        .figures("Step"), .figures("\(self.name(old)), up to"), "Signed by", .figures("\(self.name(new)), up to"),
        "Signed by",
      ], rows: rows)
  }

  private func steps(_ ladder: Authority, _ matrix: Matrix) -> [[Phrase]] {
    let words = MatrixWords(matrix: matrix)
    return ladder.steps.map { [$0.upTo.map { "\($0)" } ?? "no limit", words.signers($0.signers)] }
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it comes first.
  fileprivate var uniqued: [Element] {
    var met: Set<Element> = []
    return filter { met.insert($0).inserted }
  }
}
