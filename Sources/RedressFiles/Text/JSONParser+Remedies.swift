/// What is said where a value or a key should stand and something else does. Each is a mistake that people make.
extension JSONParser {
  var tooLong: JSONStop {
    JSONStop(
      code: .jsonTooLong, at: valueEnd - longestValue,
      says: "What begins here is longer than \(SourceText.size(longestValue)), the most that is read of one case.",
      mend: "Check that this is the right file. Write each case on a line of its own.")
  }

  var commaTooMany: JSONStop {
    JSONStop(
      at: at, says: "There is a comma before this closing bracket, and nothing between them.",
      mend: "Take out the comma.")
  }

  /// A plain stop at ``at``, or the story of an unclosed bracket if the text ends there, or a new value begins.
  func stop(_ says: String, _ mend: String, openedOn line: Int) -> JSONStop {
    if next == nil { return unclosed(openedOn: line) }
    let beginsLine = at > 0 && bytes[at - 1] == .lineFeed
    if beginsLine, opensValue(at) { return unclosed(openedOn: line, before: at) }
    return JSONStop(at: at, says: says, mend: mend)
  }

  /// In NDJSON a line that was cut off is met only on the next one, which is sound.
  private func unclosed(openedOn line: Int, before next: Int) -> JSONStop {
    let end = bytes[..<next].lastIndex { !$0.isBlank }.map { $0 + 1 } ?? next
    return JSONStop(
      at: end, says: "The bracket that opens on line \(inFile(line)) is not closed before the next value begins.",
      mend: "Close the bracket, or check that the line is complete.")
  }

  func unclosed(openedOn line: Int) -> JSONStop {
    let end = bytes.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? bytes.count
    return JSONStop(
      at: end, says: "The text ends inside the bracket that opens on line \(inFile(line)).",
      mend: "Close the bracket, or check that the file is complete.")
  }

  func noKey(isFirst: Bool, openedOn line: Int) -> JSONStop {
    switch next {
    case UInt8(ascii: "}") where !isFirst: commaTooMany
    case UInt8(ascii: "'"): singleQuotes
    case let byte? where byte >= 0x80 && isCurlyQuote: curlyQuotes
    default:
      stop(
        "A key in double quotes should stand here.", "Write the key in double quotes, such as \"case\".", openedOn: line
      )
    }
  }

  func noValue() -> JSONStop {
    switch next {
    case nil:
      JSONStop(at: at, says: "The text ends where a value should stand.", mend: "Check that the file is complete.")
    case UInt8(ascii: "'"): singleQuotes
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      JSONStop(at: at, says: "JSON has no comments.", mend: "Take the comment out.")
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      JSONStop(
        at: at, says: "A value is missing before this.", mend: "Write the value, or take out what stands before it.")
    case _ where isCurlyQuote: curlyQuotes
    default:
      JSONStop(
        at: at, length: wordLength, says: "This is not a value that JSON knows.",
        mend: "Put text in double quotes. Flags are true or false, numbers are digits with at most one point.")
    }
  }

  private var singleQuotes: JSONStop {
    JSONStop(at: at, says: "JSON has no single quotes.", mend: "Write double quotes.")
  }

  private var curlyQuotes: JSONStop {
    JSONStop(at: at, says: "This is a curly quote, as word processors write it.", mend: "Write a straight one: \".")
  }

  /// “ ” „ ‘ ’: all of them begin with these two bytes.
  private var isCurlyQuote: Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && (0x98...0x9F).contains(bytes[at + 2])
  }

  private var wordLength: Int {
    let letters = bytes[at...].prefix(100).prefix { !$0.isBlank && !",:{}[]\"".utf8.contains($0) }
    return max(1, letters.count { $0.beginsScalar })
  }

  /// The number of a line in the file, of which this text may be a part.
  private func inFile(_ line: Int) -> Int { source.place(of: Span(line: line, column: 1)).line }
}
