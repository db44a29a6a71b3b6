import Foundation
import Synchronization

/// Whether somebody pressed Ctrl-C, or another program asked this one to end, while a command works that ends well when
/// it is stopped.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM]
  /// Only ever set from false to true, by the signal, which may come on any thread.
  private static let wanted = Atomic(false)

  /// From here the signal no longer ends the command, which looks at ``isWanted`` itself.
  static func watch() {
    // It is made here, as making it is nothing to do while a signal is handled.
    _ = wanted.load(ordering: .relaxed)
    for number in signals { signal(number) { _ in Interruption.wanted.store(true, ordering: .relaxed) } }
  }

  /// Once the command has seen it, the next signal does end it. Before that one more changes nothing: some programs
  /// send the same signal twice.
  static var isWanted: Bool {
    guard wanted.load(ordering: .relaxed) else { return false }
    for number in signals { signal(number, SIG_DFL) }
    return true
  }
}
