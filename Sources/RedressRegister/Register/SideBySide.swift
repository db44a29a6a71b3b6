import Foundation

/// Does the same with each of some values, on several strands at once. They begin at once, so that whoever made it can
/// do something else meanwhile.
final class SideBySide<Outcome: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private let group = DispatchGroup()
  private var parts: [[Outcome]]

  /// - Parameter body: takes a value and the number of the strand, which takes one value at a time.
  init<Value: Sendable>(_ values: [Value], strands: Int, _ body: @escaping @Sendable (Value, _ strand: Int) -> Outcome)
  {
    parts = Array(repeating: [], count: strands)
    let size = (values.count + strands - 1) / strands
    for strand in 0..<strands {
      let part = values.dropFirst(strand * size).prefix(size)
      DispatchQueue.global().async(group: group) {
        let outcomes = part.map { body($0, strand) }
        self.lock.withLock { self.parts[strand] = outcomes }
      }
    }
  }

  /// What came of each, in the order of the values, once all strands have ended.
  var results: [Outcome] {
    group.wait()
    return lock.withLock { Array(parts.joined()) }
  }
}
