import Foundation

/// Whether somebody pressed Ctrl-C while a command works that ends well when it is stopped.
enum Interruption {
  /// Only ever set from false to true, by the signal.
  nonisolated(unsafe) private static var wanted: sig_atomic_t = 0

  /// From here Ctrl-C no longer ends the command, which looks at ``isWanted`` itself. The second one does end it.
  static func watch() {
    signal(SIGINT) { _ in
      Interruption.wanted = 1
      signal(SIGINT, SIG_DFL)
    }
  }

  static var isWanted: Bool { wanted != 0 }
}
