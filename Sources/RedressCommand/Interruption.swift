import Foundation
import Synchronization

/// Ctrl-C, or another program asking this one to end: noted, so that a run can end whole.
enum Interruption {
  private static let wanted = Atomic<Bool>(false)

  /// Whether the run is wanted to end.
  static var isWanted: Bool { wanted.load(ordering: .relaxed) }

  /// From now on a first Ctrl-C is noted, and a second one ends the command.
  static func watch() {
    for signal in [SIGINT, SIGTERM] {
      Foundation.signal(signal) { signal in
        Interruption.wanted.store(true, ordering: .relaxed)
        Foundation.signal(signal, SIG_DFL)
      }
    }
  }
}
