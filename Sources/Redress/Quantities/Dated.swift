/// A figure that changes by date, each with the day from which it holds.
public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
  /// A figure and the first day on which it holds. It holds until the day before the next entry.
  public struct Entry: Hashable, Sendable {
    /// The first day on which the figure holds.
    public let from: CivilDate
    /// The figure itself.
    public let value: Value

    /// A figure that holds from a day on.
    public init(from: CivilDate, value: Value) {
      self.from = from
      self.value = value
    }
  }

  /// In ascending order of `from`, no two on one day, never empty.
  public let entries: [Entry]

  /// `nil` when there is no entry, or when the days do not ascend.
  public init?(_ entries: [Entry]) {
    guard !entries.isEmpty, zip(entries, entries.dropFirst()).allSatisfy({ $0.from < $1.from }) else { return nil }
    self.entries = entries
  }

  /// The entry that holds on a day; `nil` before the first, never the nearest one.
  public func entry(on day: CivilDate) -> Entry? { entries.last { $0.from <= day } }
}
