/// A JSON value that is put together before it is written. The keys of an object keep their order.
indirect enum JSONValue: Hashable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case null
  case list([JSONValue])
  case object([Pair])

  struct Pair: Hashable, Sendable {
    let key: String
    let value: JSONValue
  }

  /// The value under a key of an object; `nil` where there is none.
  subscript(key: String) -> JSONValue? {
    guard case .object(let pairs) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  /// The pairs of one object, then those of another.
  static func + (one: JSONValue, other: JSONValue) -> JSONValue {
    guard case .object(let first) = one, case .object(let then) = other else {
      preconditionFailure("only objects are joined")
    }
    return .object(first + then)
  }

  static func object(_ pairs: some Sequence<(String, JSONValue)>) -> JSONValue {
    .object(pairs.map { Pair(key: $0, value: $1) })
  }

  /// An object with one key.
  static func under(_ key: String, _ value: JSONValue) -> JSONValue { .object([Pair(key: key, value: value)]) }

  static func texts(_ texts: some Sequence<String>) -> JSONValue { .list(texts.map { .text($0) }) }

  /// The value over several lines, each level two spaces further in, with a line break at the end.
  var indentedBytes: [UInt8] {
    var writer = JSONWriter(indented: true)
    write(to: &writer)
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func write(to json: inout JSONWriter) {
    switch self {
    case .text(let text): json.string(text)
    case .number(let number): json.number(number)
    case .flag(let flag): json.flag(flag)
    case .null: json.null()
    case .list(let values): json.array(values) { $1.write(to: &$0) }
    case .object(let pairs):
      json.object { json in
        for pair in pairs {
          json.key(pair.key)
          pair.value.write(to: &json)
        }
      }
    }
  }
}

extension JSONValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(number) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  init(arrayLiteral values: JSONValue...) { self = .list(values) }
  init(dictionaryLiteral pairs: (String, JSONValue)...) { self = .object(pairs) }
}
