/// All faults found in one run, so that they can be put right together.
public struct FaultList: Error, Hashable, Sendable {
  /// In the order in which they were added, as far as they are kept.
  public private(set) var faults: [Fault] = []
  /// How many were added, those that were not kept among them.
  public private(set) var count = 0

  /// Later faults are counted but not kept, so that a large file of rubbish cannot fill the memory.
  public static let kept = 1000
  /// How many ``text`` shows.
  public static let shown = 100

  /// No fault.
  public init() {}

  /// One fault.
  public init(_ fault: Fault) { add(fault) }

  /// Several faults, in their order.
  public init(_ faults: [Fault]) { for fault in faults { add(fault) } }

  /// Whether no fault was added.
  public var isEmpty: Bool { count == 0 }

  /// Adds a fault. It is not even made when no more are kept.
  public mutating func add(_ fault: @autoclosure () -> Fault) {
    count += 1
    if faults.count < Self.kept { faults.append(fault()) }
  }

  /// Adds the faults of another list after those of this one, as far as they are kept.
  public mutating func add(_ others: FaultList) {
    let room = Self.kept - faults.count
    faults += others.faults.prefix(room)
    count += others.count
  }

  /// Throws this list if it holds a fault.
  public func throwIfAny() throws(FaultList) {
    if !isEmpty { throw self }
  }

  /// By file, in the order in which files were first named, then line, then column; those of a whole file first. Faults
  /// at the same place keep their order.
  public var sorted: [Fault] {
    var ranks: [String?: Int] = [:]
    for fault in faults where ranks[fault.file] == nil { ranks[fault.file] = ranks.count }
    let keyed = faults.enumerated().map { index, fault in
      (key: (ranks[fault.file]!, fault.place?.line ?? 0, fault.place?.column ?? 0, index), fault: fault)
    }
    return keyed.sorted { $0.key < $1.key }.map(\.fault)
  }
}

extension FaultList: CustomStringConvertible {
  /// The first ``shown`` faults for a person, a blank line between each, then how many more there are. No line break at
  /// the end.
  public var text: String {
    let shown = sorted.prefix(Self.shown)
    let more = count - shown.count
    return (shown.map(\.text) + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "\n\n")
  }

  /// The same as ``text``.
  public var description: String { text }
}
