/// What the keys of one mapping have to do with one another.
enum KeyRule: Sendable {
  case exactlyOne([String], if: KeyTest? = nil)
  case atLeastOne([String])
  case required(String, if: KeyTest)
  case refused([String], if: KeyTest)
  /// A key of a mapping inside this one that is needed.
  case requiredInside(String, String, if: KeyTest)

  /// The keys that the rule is about, as against those that it only looks at.
  var keys: [String] {
    switch self {
    case .exactlyOne(let keys, _), .atLeastOne(let keys), .refused(let keys, _): keys
    case .required(let key, _), .requiredInside(let key, _, _): [key]
    }
  }
}

/// What a rule looks at before it holds.
enum KeyTest: Sendable {
  case given(String)
  case absent(String)
  case word(String, is: String)
  case notWord(String, is: String)
  /// A flag that is true.
  case set(String)
  /// A length of time in months or years, whose end a short month can move.
  case inMonths(String)
  /// A mapping in which another key is given.
  case inside(String, given: String)

  /// As it follows "if" in a sentence.
  var says: String {
    switch self {
    case .given(let key): "`\(key)` is given"
    case .absent(let key): "`\(key)` is not given"
    case .word(let key, let word): "`\(key)` is `\(word)`"
    case .notWord(let key, let word): "`\(key)` is not `\(word)`"
    case .set(let key): "`\(key)` is `true`"
    case .inMonths(let key): "`\(key)` is in months or years"
    case .inside(let key, let inner): "`\(key)` is `\(inner)`"
    }
  }
}
