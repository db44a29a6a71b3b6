import Foundation

/// Lets as many programs run at once as there are cores, and the others wait for their turn in order. Else hundreds of
/// tests start theirs in the same moment, and one with more to do than most is taken for one that hangs.
actor Turns {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int = ProcessInfo.processInfo.activeProcessorCount) { free = count }

  /// Does it when its turn has come.
  func inTurn<Result>(_ work: @Sendable () async throws -> sending Result) async rethrows -> sending Result {
    await begin()
    defer { end() }
    return try await work()
  }

  private func begin() async {
    if free > 0 { return free -= 1 }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func end() {
    if waiting.isEmpty { return free += 1 }
    waiting.removeFirst().resume()
  }
}
