/// What is said of YAML that we do not allow.
enum YAMLRemedy {
  /// The characters that begin an anchor, an alias and a tag.
  enum Indicator: UInt8 {
    case anchor = 0x26  // &
    case alias = 0x2A  // *
    case tag = 0x21  // !
  }

  static func indicator(_ indicator: Indicator, at span: Span, in source: SourceText) -> Fault {
    let says =
      switch indicator {
      case .anchor: "A value that begins with & is an anchor to YAML. Anchors are not used here."
      case .alias: "A value that begins with * is an alias to YAML. Aliases are not used here."
      case .tag: "A value that begins with ! is a tag to YAML. Tags are not used here."
      }
    return source.fault(
      .yamlAnchor, at: span, says: says, mend: "Write the value out in full, or put text in double quotes.")
  }

  static func mergeKey(at span: Span, in source: SourceText) -> Fault {
    source.fault(
      .yamlAnchor, at: span, says: "<< merges another mapping into this one. That is not used here.",
      mend: "Write the keys out in full.")
  }

  static func keyThatIsNoText(at span: Span, in source: SourceText) -> Fault {
    source.fault(
      .yamlKey, at: span, says: "A key is text. This one is empty, a list or a mapping.",
      mend: "Write one word or phrase before the colon. Text that begins with [ or { needs double quotes.")
  }

  static func tooDeep(at span: Span, in source: SourceText, deepest: Int) -> Fault {
    source.fault(
      .yamlTooDeep, at: span, says: "More than \(deepest) lists and mappings stand inside one another here.",
      mend: "Check the indentation, and that this is the right file.")
  }
}
