/// The parser's words for a fault of syntax, and ours.
extension YAMLRemedy {
  struct Remedy {
    let says: String
    let mend: String
    /// Whether the place to mend is where the construct opens, not where the parser gave up.
    var atOpening = false
  }

  static func remedy(_ problem: String, _ context: String, _ line: Int32) -> Remedy {
    switch problem {
    case "mapping values are not allowed in this context":
      Remedy(
        says: "A colon and a space cannot stand here.",
        mend: "Put text that holds a colon in double quotes, or check the indentation of this line.")
    case "could not find expected ':'":
      Remedy(
        says: "This line should be a key with a colon after it.",
        mend: "Write a colon and a space after the key, or indent the line further than the one above.", atOpening: true
      )
    case "did not find expected key":
      Remedy(
        says: "This does not fit the mapping that begins on line \(line).",
        mend:
          "Indent it exactly as the other keys there. Text that goes on after a closing quote needs quotes as a whole.")
    case "did not find expected '-' indicator":
      Remedy(
        says: "This does not fit the list that begins on line \(line).",
        mend: "Begin each item with - and a space, all equally indented.")
    case "did not find expected ',' or ']'":
      Remedy(
        says: "The list in brackets that begins on line \(line) is not closed before this.",
        mend: "Check for a missing comma or ].")
    case "did not find expected ',' or '}'":
      Remedy(
        says: "The mapping in braces that begins on line \(line) is not closed before this.",
        mend: "Check for a missing comma or }.")
    case "found unexpected end of stream", "found unexpected document indicator":
      Remedy(says: "The quotes that open here are not closed.", mend: "Close them.", atOpening: true)
    case "found unknown escape character":
      Remedy(
        says: "A backslash in double quotes begins an escape, and this is none.",
        mend: "Write two backslashes for one, or use single quotes.")
    default: further(problem, context)
    }
  }

  private static func further(_ problem: String, _ context: String) -> Remedy {
    switch problem {
    case "found character that cannot start any token":
      Remedy(says: "A value cannot begin with this character.", mend: "Put the value in double quotes.")
    case "block sequence entries are not allowed in this context":
      Remedy(
        says: "An item of a list cannot stand here.",
        mend: "Begin the list on a line of its own, or put text that begins with - in double quotes.")
    case "did not find expected node content":
      Remedy(says: "A value should stand here.", mend: "Write the value, or put text in double quotes.")
    case "did not find expected <document start>":
      Remedy(
        says: "Something stands here after the end of the document.",
        mend: "Indent it as part of what is above, or take it out.")
    default:
      Remedy(
        says: "This is not YAML as it can be read: \(context.isEmpty ? "" : context + ", ")\(problem).",
        mend: "Check this line and the one before it, or put text in double quotes.")
    }
  }
}
