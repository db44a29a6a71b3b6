/// Reads the literals that people write in matrices and case files. Each reader takes the text of a scalar and gives
/// its value, or throws the one reason why it has none.
public enum Literal {}

/// Why a text is not the literal that is wanted there, said so that it can be put right.
public struct UnreadLiteral: Error, Hashable, Sendable {
  /// Which kind of literal was wanted.
  public let code: FaultCode
  /// What is wrong, in a whole sentence.
  public let says: String
  /// What to write instead, in a whole sentence.
  public let mend: String

  init(_ code: FaultCode, _ says: String, _ mend: String) {
    self.code = code
    self.says = says
    self.mend = mend
  }
}

extension SourceText {
  /// The fault of a literal that could not be read.
  public func fault(_ unread: UnreadLiteral, at span: Span) -> Fault {
    fault(unread.code, at: span, says: unread.says, mend: unread.mend)
  }
}

extension StringProtocol {
  /// Whether the text is one or more of the digits 0 to 9, and no others that Unicode has.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy(\.isDigit) }

  /// Whether there is a blank anywhere, the no-break spaces of word processors among them.
  var hasBlank: Bool { unicodeScalars.contains { $0.properties.isWhitespace } }

  /// Whether the text begins with a plus sign or with one of the characters people use for a minus sign.
  var hasSign: Bool { unicodeScalars.first.map { "+-−–".unicodeScalars.contains($0) } ?? false }
}
