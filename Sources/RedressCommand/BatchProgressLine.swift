import Foundation
import RedressFiles

/// Shows how far a batch is: a bar with the rate and the time left on a terminal; otherwise a plain line every ten
/// seconds, from the first row on and as long as there is input left.
struct BatchProgressLine {
  private let size: Int?
  private let start: BatchProgress
  private let began = Date()
  private var saidAt = Date()
  private var isShown = false
  private let isTerminal = Console.isTerminal

  init(of size: Int?, from start: BatchProgress) {
    self.size = size
    self.start = start
  }

  mutating func show(_ progress: BatchProgress) {
    if isTerminal {
      isShown = true
      Console.put("\r\u{1B}[K" + words(progress, bar: true))
    } else if isUnderWay(progress), Date().timeIntervalSince(saidAt) >= 10 {
      saidAt = Date()
      Console.say(words(progress, bar: false))
    }
  }

  /// Once all of a file is read its sums follow at once.
  private func isUnderWay(_ progress: BatchProgress) -> Bool {
    progress.tally.rows > start.tally.rows && progress.inputBytes < size ?? Int.max
  }

  /// Takes the bar away.
  func end() { if isShown { Console.put("\r\u{1B}[K") } }

  private func words(_ progress: BatchProgress, bar: Bool) -> String {
    let seconds = max(Date().timeIntervalSince(began), 0.001)
    let rate = Int(Double(progress.tally.rows - start.tally.rows) / seconds)
    var parts = ["\(progress.tally.rows.grouped) cases", "\(rate.grouped) a second"]
    if progress.tally[.faulty] > 0 { parts.append("\(progress.tally[.faulty].grouped) faulty") }
    guard let size, size > 0 else { return parts.joined(separator: ", ") }
    let done = progress.inputBytes - start.inputBytes
    let share = Double(progress.inputBytes) / Double(size)
    if done > 0 { parts.append("\(Self.time(seconds / Double(done) * Double(size - progress.inputBytes))) left") }
    let percent = "\(Int(share * 100))%"
    guard bar else { return "\(percent), " + parts.joined(separator: ", ") }
    let filled = min(20, max(0, Int(share * 20)))
    return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled) + "] \(percent)  "
      + parts.joined(separator: ", ")
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole / 60 % 60) min"
  }
}

extension Int {
  /// With a comma between thousands, for people.
  var grouped: String {
    if self < 1000 { return String(self) }
    let last = String(self % 1000)
    return (self / 1000).grouped + "," + String(repeating: "0", count: 3 - last.utf8.count) + last
  }
}
