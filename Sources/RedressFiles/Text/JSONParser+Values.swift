extension JSONParser {
  /// One value. `depth` is how many lists and objects it would stand in, itself counted, if it is one.
  mutating func value(depth: Int) throws(JSONStop) -> Node {
    if at > valueEnd { throw tooLong }
    guard let byte = next else { throw noValue() }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""):
      let (text, span) = try string()
      return Node(.scalar(.init(text, .quoted)), at: span)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw noValue()
    }
  }

  private mutating func object(depth: Int) throws(JSONStop) -> Node {
    let start = mark()
    try open(depth: depth)
    var entries: [Node.Entry] = []
    if next != UInt8(ascii: "}") {
      repeat {
        skipBlanks()
        entries.append(try entry(depth: depth, isFirst: entries.isEmpty, openedOn: start.line))
        skipBlanks()
      } while try goesOn(until: UInt8(ascii: "}"), openedOn: start.line)
    }
    at += 1
    for (first, again) in DuplicateKeys.pairs(in: entries) {
      faults.add(DuplicateKeys.fault(.jsonDuplicateKey, first: first, again: again, in: source))
    }
    return Node(.map(entries), at: Span(line: start.line, column: start.column))
  }

  private mutating func entry(depth: Int, isFirst: Bool, openedOn line: Int) throws(JSONStop) -> Node.Entry {
    if at > valueEnd { throw tooLong }
    guard next == UInt8(ascii: "\"") else { throw noKey(isFirst: isFirst, openedOn: line) }
    let (key, keySpan) = try string()
    skipBlanks()
    guard next == UInt8(ascii: ":") else {
      throw stop("A key wants a colon after it.", "Write a colon and a value after the key.", openedOn: line)
    }
    at += 1
    skipBlanks()
    if next == nil { throw unclosed(openedOn: line) }
    return Node.Entry(key: key, keySpan: keySpan, value: try value(depth: depth + 1))
  }

  private mutating func array(depth: Int) throws(JSONStop) -> Node {
    let start = mark()
    try open(depth: depth)
    var nodes: [Node] = []
    if next != UInt8(ascii: "]") {
      repeat {
        skipBlanks()
        if depth == 1 { valueEnd = at + longestValue }
        if next == nil { throw unclosed(openedOn: start.line) }
        if next == UInt8(ascii: "]") { throw commaTooMany }
        nodes.append(try value(depth: depth + 1))
        skipBlanks()
      } while try goesOn(until: UInt8(ascii: "]"), openedOn: start.line)
    }
    at += 1
    return Node(.list(nodes), at: Span(line: start.line, column: start.column))
  }

  private mutating func open(depth: Int) throws(JSONStop) {
    guard depth <= deepest else {
      throw JSONStop(
        code: .jsonTooDeep, at: at, says: "More than \(deepest) lists and objects stand inside one another here.",
        mend: "Check that this is the right file.")
    }
    at += 1
    skipBlanks()
  }

  /// Whether a comma follows, rather than the closing bracket, at which it stops.
  private mutating func goesOn(until close: UInt8, openedOn line: Int) throws(JSONStop) -> Bool {
    if at > valueEnd { throw tooLong }
    if next == close { return false }
    guard next == UInt8(ascii: ",") else {
      let bracket = close == UInt8(ascii: "}") ? "}" : "]"
      throw stop(
        "A comma or a closing \(bracket) should follow the value before this.",
        "Check for a missing comma or bracket, or for a \" inside a text: write it as \\\".", openedOn: line)
    }
    at += 1
    return true
  }
}
