import Redress
import RedressDocuments

/// An entry of a catalogue: text with places for values.
struct WordsTemplate: Hashable, Sendable {
  /// A value that stands in an entry as `{amount}`.
  enum Value: String, CaseIterable, Hashable, Sendable {
    case action, amount, count, day, form, from, level, list, name, organisation, other, paragraph, period, phone,
      policy, reason, refer, role, to
  }

  private enum Part: Hashable, Sendable {
    case text(Words)
    case space(String)
    case value(Value)
  }

  /// As it was written, with its values in braces.
  let text: String
  private let parts: [Part]

  /// The values that it has places for.
  var values: Set<Value> {
    Set(parts.compactMap { if case .value(let value) = $0 { value } else { nil } })
  }

  /// - Throws: what stands in braces and is no value, or that a brace is not closed.
  init(_ text: String) throws(Unknown) {
    self.text = text
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { throw Unknown(name: String(rest[open...])) }
      let name = String(rest[rest.index(after: open)..<close])
      guard let value = Value(rawValue: name) else { throw Unknown(name: name) }
      if open > rest.startIndex { parts.append(Self.part(rest[..<open])) }
      parts.append(.value(value))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(Self.part(rest)) }
    self.parts = parts
  }

  /// Something in braces that is no value.
  struct Unknown: Error {
    let name: String
  }

  /// Words keep no spaces at their ends, so a part with some is kept as it is.
  private static func part(_ text: Substring) -> Part {
    let text = String(text)
    guard let words = Words(text), words.text == text else { return .space(text) }
    return .text(words)
  }

  /// The entry with its values. A value that it has a place for and is not given is a mistake of the program.
  func phrase(_ values: [Value: Phrase]) -> Phrase {
    var interpolation = Phrase.StringInterpolation(literalCapacity: 0, interpolationCount: parts.count)
    for part in parts {
      switch part {
      case .text(let words): interpolation.appendInterpolation(words)
      case .space(let text): interpolation.appendLiteral(text)
      case .value(let value):
        guard let phrase = values[value] else { preconditionFailure("no \(value.rawValue) for an entry of words") }
        interpolation.appendInterpolation(phrase)
      }
    }
    return Phrase(stringInterpolation: interpolation)
  }
}
