/// Room for the reader to write in on paper: lines, boxes and choices to tick, one under another.
public struct Form: Hashable, Sendable {
  /// One thing to fill in.
  public enum Field: Hashable, Sendable {
    /// A label, and room for a few words after it: `Signature`.
    case line(Phrase)
    /// A label, and room for several lines under it: `Why not?`.
    case box(Phrase)
    /// A box to tick, with what ticking it says.
    case choice(Phrase)
  }

  /// The fields in reading order.
  public let fields: [Field]

  /// A form with its fields.
  public init(_ fields: [Field]) { self.fields = fields }
}
