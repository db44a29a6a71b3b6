import Foundation
import RedressFiles

/// The two streams of the command: results on standard output, everything else on standard error.
enum Console {
  /// Writes results. A stream that takes no more ends the command with exit code 74.
  static func result(_ text: String) throws { try write(Array(text.utf8), to: STDOUT_FILENO) }

  static func result(_ bytes: [UInt8]) throws { try write(bytes, to: STDOUT_FILENO) }

  /// Says something to the person at the terminal. What cannot be said there is let go. Characters that a terminal acts
  /// on are shown instead, as the name of a file may hold any.
  static func say(_ text: String) { try? write(Array((Visible.text(text) + "\n").utf8), to: STDERR_FILENO) }

  /// Puts something on the terminal without ending the line.
  static func put(_ text: String) { try? write(Array(text.utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        if descriptor == STDOUT_FILENO { say("redress: cannot write the result: \(String(cString: strerror(errno)))") }
        throw Exit.cannotWrite.code
      }
      start += count
    }
  }

  /// Whether what is said goes to a terminal.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The width of the terminal, or 100 where there is none.
  static var width: Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }) {
      return min(max(columns, 40), 160)
    }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return min(max(Int(size.ws_col), 40), 120)
  }
}
