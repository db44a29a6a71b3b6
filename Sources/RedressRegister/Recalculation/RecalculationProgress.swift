import Foundation
import Redress
import RedressFiles

/// How far a recalculation has come, kept beside its report, so that a run that was stopped goes on.
///
/// The file begins with the digest of everything that the run depends on. A line follows for each offer that is
/// something else, and after each page one with the count; what follows the last count is not whole, and is done again.
public final class RecalculationProgress {
  /// Why progress cannot be kept.
  public enum Fault: Error, Hashable, Sendable {
    /// Another run writes the same report.
    case inUse
    /// The disk takes no more, or the folder may not be written.
    case cannotWrite
  }

  /// The path of the file: that of the report and `.part`.
  public let path: String
  /// What was counted before; nothing where the run begins.
  public private(set) var tally = RecalculationTally()
  /// Whether a run was there that depended on something else, and is begun anew.
  public private(set) var isAnew = false
  private let descriptor: Int32
  private var pending: [UInt8] = []

  /// Opens the progress of a report, or begins it.
  ///
  /// - Parameter found: is given the offers that were found before.
  /// - Throws: ``Fault``.
  public init(beside report: String, inputs: Digest, found: (RecalculatedOffer) -> Void) throws {
    path = report + ".part"
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Fault.cannotWrite }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Fault.inUse
    }
    let header = "{\"format\":\"\(Recalculation.format)\",\"inputs\":\"\(inputs.text)\"}"
    let lines = try LineReader(path)
    let first = try lines.next()
    let isOurs = first?.elementsEqual(header.utf8) ?? false && lines.isEnded
    isAnew = first != nil && !isOurs
    let end = isOurs ? try goOn(lines, from: header.utf8.count + 1, found) : 0
    guard ftruncate(descriptor, off_t(end)) == 0, lseek(descriptor, off_t(end), SEEK_SET) >= 0 else {
      throw Fault.cannotWrite
    }
    if end == 0 { try write(Array(header.utf8) + [10]) }
  }

  deinit { close(descriptor) }

  /// Reads what was found before the last count. Gives where that ends.
  private func goOn(_ lines: LineReader, from start: Int, _ found: (RecalculatedOffer) -> Void) throws -> Int {
    var (end, at) = (start, start)
    var waiting: [RecalculatedOffer] = []
    while let line = try lines.next(), lines.isEnded, let node = Self.node(line) {
      at += line.count + 1
      if let next = RecalculationTally(node, after: tally) {
        tally = next
        waiting.forEach(found)
        waiting = []
        end = at
      } else if let offer = RecalculatedOffer(node) {
        waiting.append(offer)
      } else {
        break
      }
    }
    return end
  }

  /// Gives out everything that was kept as ``RecalculatedOffer/json`` has it, one after another.
  public func eachLine(_ body: ([UInt8]) throws -> Void) throws {
    let lines = try LineReader(path)
    while let line = try lines.next() {
      if line.starts(with: Self.offerStart) { try body(line) }
    }
  }

  /// How the line of an offer begins, and no other.
  private static let offerStart = Array("{\"offer\":".utf8)

  /// Gives out everything that was kept, one after another.
  public func each(_ body: (RecalculatedOffer) throws -> Void) throws {
    let lines = try LineReader(path)
    while let line = try lines.next() {
      if let offer = Self.node(line).flatMap({ RecalculatedOffer($0) }) { try body(offer) }
    }
  }

  private static func node(_ line: [UInt8]) -> Node? {
    guard let source = try? SourceText(name: "progress", bytes: line) else { return nil }
    return try? JSONReader(longestValue: SourceText.largest).read(source).first
  }

  /// Keeps an offer that is something else, as ``RecalculatedOffer/json`` has it.
  public func add(_ found: [UInt8]) {
    pending += found
    pending.append(10)
  }

  /// Keeps the count, and has it in the file with everything that was found before.
  /// - Throws: ``Fault``.
  public func keep(_ tally: RecalculationTally) throws {
    self.tally = tally
    try write(pending + tally.line)
    pending.removeAll(keepingCapacity: true)
  }

  /// Takes the file away, as the report is in its place.
  public func end() { unlink(path) }

  private func write(_ bytes: [UInt8]) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Fault.cannotWrite
      }
      start += count
    }
  }
}
