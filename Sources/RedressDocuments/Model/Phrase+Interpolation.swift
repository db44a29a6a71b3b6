import Redress

extension Phrase: ExpressibleByStringInterpolation {
  /// A phrase in source code. A blank literal is a mistake of the programmer and stops the program.
  public init(stringLiteral literal: String) {
    precondition(Words(literal) != nil, "a phrase must say something")
    inlines = [.text(literal)]
  }

  /// A phrase with values in it. One that no reader could see is a mistake of the programmer and stops the program.
  public init(stringInterpolation: StringInterpolation) {
    inlines = stringInterpolation.inlines
    precondition(inlines.contains(where: \.canBeSeen), "a phrase must say something")
  }

  /// What may stand inside `\(…)`: values that always print as something, and nothing else.
  public struct StringInterpolation: StringInterpolationProtocol {
    var inlines: [Inline] = []

    /// Called by the compiler.
    public init(literalCapacity: Int, interpolationCount: Int) {
      inlines.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Text of the source code.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { inlines.append(.text(literal)) }
    }

    /// A sum, which stays one.
    public mutating func appendInterpolation(_ sum: Money) { inlines.append(.money(sum)) }
    /// A day, which stays one.
    public mutating func appendInterpolation(_ day: CivilDate) { inlines.append(.day(day)) }
    /// The place that a statement rests on.
    public mutating func appendInterpolation(_ citation: Citation) { inlines.append(.citation(citation)) }
    /// Text from outside that says something.
    public mutating func appendInterpolation(_ words: Words) { inlines.append(.text(words.text)) }
    /// All that another phrase says.
    public mutating func appendInterpolation(_ phrase: Phrase) { inlines += phrase.inlines }
    /// A part: `25%`.
    public mutating func appendInterpolation(_ part: Fraction) { inlines.append(.text(part.description)) }
    /// A count in digits.
    public mutating func appendInterpolation(_ count: some BinaryInteger) { inlines.append(.text(String(count))) }

    /// The number stays beside its unit: `28 days`.
    public mutating func appendInterpolation(_ period: Period) {
      let noBreakSpace: Character = "\u{A0}"
      inlines.append(.text(String(period.description.map { $0 == " " ? noBreakSpace : $0 })))
    }

    /// Text from outside, with what to say where it is blank.
    public mutating func appendInterpolation(_ text: String, ifBlank replacement: Words) {
      appendInterpolation(Words(text, ifBlank: replacement))
    }

    /// What must not be missed: `\(strong: "\(sum)")`.
    public mutating func appendInterpolation(strong phrase: Phrase) { inlines.append(.strong(phrase)) }
    /// Words of another language: `\(phrase, in: .english)`.
    public mutating func appendInterpolation(_ phrase: Phrase, in language: Language) {
      inlines.append(.foreign(language, phrase))
    }
    /// What is matched letter by letter: `\(code: reference)`.
    public mutating func appendInterpolation(code words: Words) { inlines.append(.code(words)) }
  }
}
