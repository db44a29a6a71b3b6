import Foundation

/// Whether somebody pressed Ctrl-C, or another program asked this one to end, while a command works that ends well when
/// it is stopped.
enum Interruption {
  /// Only ever set from false to true, by the signal.
  nonisolated(unsafe) private static var wanted: sig_atomic_t = 0

  /// From here the signal no longer ends the command, which looks at ``isWanted`` itself. The second one does end it.
  static func watch() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interruption.wanted = 1
        signal(number, SIG_DFL)
      }
    }
  }

  static var isWanted: Bool { wanted != 0 }
}
