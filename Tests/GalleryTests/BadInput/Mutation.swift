import SeededRandomness

/// Changes a text a little, as slips of the hand and faulty programs do. The same seed makes the same change.
struct Mutation {
  private var generator: SeededGenerator
  private let tokens: [String]

  static let ofJSON = [
    "{", "}", "[", "]", "\"", ",", ":", "null", "true", "1e3", "-1", "0", "\"\"", "\"£0\"", "99999999999999999999",
    "[]",
    "{}", "\"2026-02-31\"", "\"2400-12-31\"", "\"1583-01-01\"", "\\", "\u{1F600}", "\u{202E}", "\0", "\r", "\"low\"",
    "1000000000", "\"case\"",
  ]
  static let ofYAML = [
    "{", "}", "[", "]", "\"", "'", ",", ":", ": ", "- ", "null", "true", "1e3", "-1", "\"\"", "£0", "£0.01",
    "£1000000000",
    "[]", "{}", "2400-12-31", "9999 years", "0 days", "0 months", "&a ", "*a", "!t ", "<<", "|", ">", "#", "\t", "---",
    "? ",
    "\u{1F600}", "\u{85}", "\0", "ask", "left-out: incident-date", "optional: true", "customer-type", "amount",
  ]

  /// What figures, derived facts and prices are made of.
  static let ofFigures = [
    "25%", "10000%", "0%", "1/3", "999999999/1", "0", "1", "7", "999999999", "1000000", "28 days", "9999 months",
    "0 weeks",
    "10 working days", "29 February", "1 November", "each", "lasted", "troubles", "days-late", "reply-by", "last-day",
    "rent", "rooms", "own-part", "level", "kind", "began", "ended", "trouble", "costs", "on-all", "best", "gap",
    "settled", "{ ask: gap }", "{ is: £5, unconfirmed: true }", "{ by: rooms, ranges: [{ is: 3 }] }", "higher-of",
    "at-most", "total-of: costs", "fixed: rent", "{ fixed: £0 }", "counted: before", "sum-of: [£1]",
  ]

  init(seed: UInt64, tokens: [String]) {
    generator = SeededGenerator(seed: seed)
    self.tokens = tokens
  }

  mutating func change(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...2, using: &generator) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let at = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, at + Int.random(in: 1...20, using: &generator))
    let token = tokens.randomElement(using: &generator)!.utf8
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: bytes.removeSubrange(at..<end)
    case 1: bytes.insert(contentsOf: bytes[at..<end], at: at)
    case 2: bytes.insert(contentsOf: token, at: at)
    case 3: bytes.replaceSubrange(at..<end, with: token)
    case 4: changeLine(&bytes) { lines, line, other in lines.swapAt(line, other) }
    case 5: changeLine(&bytes) { lines, line, _ in lines.remove(at: line) }
    case 6: changeValue(&bytes, to: Array(token))
    case 7, 8: changeValue(&bytes, to: nil)
    default: changeDigit(&bytes)
    }
  }

  private mutating func changeLine(
    _ bytes: inout [UInt8], _ change: (inout [ArraySlice<UInt8>], Int, Int) -> Void
  ) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = Int.random(in: lines.indices, using: &generator)
    let other = Int.random(in: lines.indices, using: &generator)
    change(&lines, line, other)
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// Replaces what stands after a colon, up to a comma, a bracket or the end of the line. By another of them
  /// where nothing else is given.
  private mutating func changeValue(_ bytes: inout [UInt8], to given: [UInt8]?) {
    let ends = Set(",}]\n".utf8)
    let values = bytes.indices.filter { bytes[$0] == UInt8(ascii: ":") }.map { colon in
      colon + 1..<(bytes[(colon + 1)...].firstIndex { ends.contains($0) } ?? bytes.count)
    }
    guard let value = values.randomElement(using: &generator), let other = values.randomElement(using: &generator)
    else {
      return
    }
    bytes.replaceSubrange(value, with: [UInt8(ascii: " ")] + (given ?? Array(bytes[other])))
  }

  private mutating func changeDigit(_ bytes: inout [UInt8]) {
    let digits = bytes.indices.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }
    guard let digit = digits.randomElement(using: &generator) else { return }
    bytes[digit] = UInt8.random(in: UInt8(ascii: "0")...UInt8(ascii: "9"), using: &generator)
  }
}
