/// A figure that changes by date, each with the day from which it holds.
public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public let from: CivilDate
    public let value: Value

    public init(from: CivilDate, value: Value) {
      self.from = from
      self.value = value
    }
  }

  /// In ascending order of `from`.
  public let entries: [Entry]

  /// `nil` when there is no entry, or when the days do not ascend.
  public init?(_ entries: [Entry]) {
    guard !entries.isEmpty, zip(entries, entries.dropFirst()).allSatisfy({ $0.from < $1.from }) else { return nil }
    self.entries = entries
  }

  /// The entry that holds on a day; `nil` before the first, never the nearest one.
  public func entry(on day: CivilDate) -> Entry? { entries.last { $0.from <= day } }
}
