extension Literal {
  /// `true` or `false`, and nothing else: what YAML once took `no` and `off` for has misled too many people.
  public static func flag(_ text: String) throws(UnreadLiteral) -> Bool {
    switch text {
    case "true": return true
    case "false": return false
    default: throw notFlag(text)
    }
  }

  private static func notFlag(_ text: String) -> UnreadLiteral {
    let mend =
      switch text.utf8.count > 5 ? "" : text.lowercased() {
      case "true", "yes", "y", "on", "1": "Write true."
      case "false", "no", "n", "off", "0": "Write false."
      default: "Write true or false."
      }
    let says = text.isEmpty ? "A flag is missing here." : "\(Visible.quoted(text)) is neither true nor false."
    return UnreadLiteral(.literalFlag, says, mend)
  }
}
