import Foundation
import Synchronization

/// Whether somebody pressed Ctrl-C while a command works that ends well when it is stopped.
enum Interruption {
  private static let wanted = Atomic(false)

  /// From here Ctrl-C no longer ends the command, which looks at ``isWanted`` itself. The second one does end it.
  static func watch() {
    signal(SIGINT) { _ in
      Interruption.wanted.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  static var isWanted: Bool { wanted.load(ordering: .relaxed) }
}
