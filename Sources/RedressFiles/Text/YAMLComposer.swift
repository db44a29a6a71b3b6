import Yams

/// Has Yams compose a text, and composes it again without the key for each key that stands twice, because Yams stops
/// at the first of them.
struct YAMLComposer {
  let source: SourceText
  private(set) var changes = YAMLChanges()
  private(set) var faults = FaultList()
  /// How many bytes may be parsed in all, so that a large file of repeated keys takes no long time.
  private var budget: Int
  private static let mostStruck = 100

  init(_ source: SourceText) {
    self.source = source
    budget = 4 << 20
  }

  /// The roots of all documents; none after a fault of syntax.
  mutating func compose() -> [Yams.Node] {
    while true {
      budget -= source.bytes.count
      do {
        return try roots(of: changes.apply(to: source))
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard strike(keys.first ?? "", at: context.mark) else { return [] }
      } catch {
        report(error)
        return []
      }
    }
  }

  /// The parser is kept until its last node is made; its nodes then need it no more, since no alias reaches it.
  private func roots(of text: String) throws -> [Yams.Node] {
    let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    return try withExtendedLifetime(parser) {
      var roots: [Yams.Node] = []
      while let root = try parser.nextRoot() { roots.append(root) }
      return roots
    }
  }

  /// Strikes out the first of two keys. `false` when enough is enough: what was found is then reported as it stands.
  private mutating func strike(_ key: String, at mark: Mark) -> Bool {
    let column = changes.column(mark.column, onLine: mark.line)
    let offset = source.offset(ofLine: mark.line, column: column)
    let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let isQuoted = offset < source.bytes.count && quotes.contains(source.bytes[offset])
    let isNew = !changes.struck.contains { $0.line == mark.line && $0.column == column }
    let struck = YAMLChanges.Struck(
      line: mark.line, column: column, insertedAt: column + (isQuoted ? 1 : 0),
      offset: offset + (isQuoted ? 1 : 0), key: changes.undo(in: key))
    let goesOn = isNew && changes.struck.count < Self.mostStruck && budget > 0
    if isNew { changes.strike(struck) }
    if !goesOn { reportUnpaired() }
    return goesOn
  }

  private mutating func report(_ error: any Error) {
    let fault = YAMLRemedy.fault(of: error, in: source, changes)
    reportUnpaired()
    // On the line of a struck key, the fault may be of our own making.
    if !changes.struck.contains(where: { $0.line == fault.place?.line }) { faults.add(fault) }
  }

  /// Repeated keys whose other place is not known, because there is no tree to find it in.
  private mutating func reportUnpaired() {
    for struck in changes.struck {
      let span = Span(line: struck.line, column: struck.column, length: struck.key.unicodeScalars.count)
      faults.add(
        source.fault(
          .yamlDuplicateKey, at: span,
          says: "The key \(Visible.quoted(struck.key)) stands here, and again further on in the same mapping.",
          mend: "Keep one of them."))
    }
  }
}
