import Yams

/// What is said where the YAML parser gives up. Its own words are for those who know YAML well; ours are for the rest.
extension YAMLRemedy {
  static func fault(of error: any Error, in source: SourceText, _ changes: YAMLChanges) -> Fault {
    guard let error = error as? YamlError else { return unknown("\(error)", in: source) }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return fault(problem, mark, context, in: source, changes)
    case .reader(let problem, _, _, _): return unknown(problem, in: source)
    default: return unknown("\(error)", in: source)
    }
  }

  private static func unknown(_ problem: String, in source: SourceText) -> Fault {
    source.fault(.yamlSyntax, says: "This is not YAML: \(problem).", mend: "Check that it is the right file.")
  }

  private static func fault(
    _ problem: String, _ mark: Mark, _ context: YamlError.Context?, in source: SourceText, _ changes: YAMLChanges
  ) -> Fault {
    let span = span(mark, in: source, changes)
    let opening = context.map { self.span($0.mark, in: source, changes) } ?? span
    if problem.hasPrefix("Maximum nesting level") {
      return source.fault(
        .yamlTooDeep, at: span, says: "Far too many lists and mappings stand inside one another here.",
        mend: "Check the indentation, and that this is the right file.")
    }
    if let tab = tab(near: span, problem, in: source) { return tab }
    if problem == "found undefined tag handle" { return indicator(.tag, at: opening, in: source) }
    if context?.text.hasPrefix("while scanning an anchor") == true {
      return indicator(.anchor, at: opening, in: source)
    }
    if context?.text.hasPrefix("while scanning a tag") == true { return indicator(.tag, at: opening, in: source) }
    let remedy = remedy(problem, context?.text ?? "", opening.line)
    return source.fault(.yamlSyntax, at: remedy.atOpening ? opening : span, says: remedy.says, mend: remedy.mend)
  }

  /// The place in the source. The end of the text is shown after its last word, where there is a line to show.
  private static func span(_ mark: Mark, in source: SourceText, _ changes: YAMLChanges) -> Span {
    let last = source.bytes.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? 0
    let end = source.place(ofByte: last)
    let column = changes.column(mark.column, onLine: mark.line)
    return (mark.line, column) > (end.line, end.column)
      ? Span(line: end.line, column: end.column) : Span(line: mark.line, column: column)
  }

  /// A tab in the indentation of the line, or of the one before it: YAML often notices only later.
  private static func tab(near span: Span, _ problem: String, in source: SourceText) -> Fault? {
    for line in [Int(span.line), Int(span.line) - 1] {
      guard let range = source.byteRange(ofLine: line) else { continue }
      let indentation = source.bytes[range].prefix { $0 == .space || $0 == .tab }
      guard indentation.count < range.count, let tab = indentation.firstIndex(of: .tab) else { continue }
      return source.fault(
        .yamlTab, atByte: tab, says: "This line is indented with a tab. YAML wants spaces.",
        mend: "Replace each tab at the start of a line by two spaces.")
    }
    return nil
  }
}
