/// One thing that is wrong in a text, said so that the person who wrote it can put it right.
public struct Fault: Hashable, Sendable {
  /// The word that never changes.
  public let code: FaultCode
  /// The name of the text, when it is known.
  public let file: String?
  /// `nil` for a fault of the whole text.
  public let place: Place?
  /// How many columns from the place are meant; at least 1.
  public let length: Int
  /// The line to show; `nil` where there is none.
  public let excerpt: Excerpt?
  /// What is wrong, in whole sentences.
  public let says: String
  /// What to do about it, in whole sentences.
  public let mend: String

  /// A fault at a place.
  public init(_ code: FaultCode, at place: Place, length: Int = 1, excerpt: Excerpt? = nil, says: String, mend: String)
  {
    self.init(code, file: place.file, place: place, length: max(1, length), excerpt: excerpt, says: says, mend: mend)
  }

  /// A fault of a whole text, or of none that has a name.
  public init(_ code: FaultCode, in file: String? = nil, says: String, mend: String) {
    self.init(code, file: file, place: nil, length: 1, excerpt: nil, says: says, mend: mend)
  }

  private init(
    _ code: FaultCode, file: String?, place: Place?, length: Int, excerpt: Excerpt?, says: String, mend: String
  ) {
    self.code = code
    self.file = file
    self.place = place
    self.length = length
    self.excerpt = excerpt
    self.says = Visible.cutNames(in: says)
    self.mend = Visible.cutNames(in: mend)
  }
}

extension Fault: CustomStringConvertible {
  /// The fault for a person: place and code, the line with a mark under it, what is wrong, what to do. No line break at
  /// the end.
  public var text: String { Visible.text(([heading] + excerptLines + [says, mend]).joined(separator: "\n")) }

  /// The same as ``text``.
  public var description: String { text }

  private var heading: String {
    if let place { return "\(place): \(code.rawValue)" }
    return (file.map { "\($0): " } ?? "") + code.rawValue
  }

  private var excerptLines: [String] {
    guard let place, let excerpt else { return [] }
    let number = String(place.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    return ["  \(number) | \(excerpt.text)", "  \(margin) | \(carets(under: excerpt))"]
  }

  /// Tabs are copied, so that the mark stands under its text however wide a tab is.
  private func carets(under excerpt: Excerpt) -> String {
    let scalars = excerpt.text.unicodeScalars
    let before = scalars.prefix(excerpt.column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
    let left = scalars.count - excerpt.column + 1
    return before + String(repeating: "^", count: max(1, min(length, left)))
  }
}
