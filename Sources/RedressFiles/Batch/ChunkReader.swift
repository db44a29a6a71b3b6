import Foundation

/// Hands out an input in chunks of whole records, to whichever thread asks next. Its state is touched under its lock
/// only.
final class ChunkReader: @unchecked Sendable {
  /// Some whole records, in the buffer of whoever asked.
  struct Chunk {
    /// From 0, in the order of the input.
    let place: Int
    /// The number of its first line.
    let firstLine: Int
    /// The number of the line behind its last one.
    let nextLine: Int
    /// Where in the input the byte behind it stands.
    let endByte: Int
  }

  /// Why reading ended before the end of the input.
  enum Stop: Error, Equatable {
    /// The system said so.
    case unread(Int32)
    /// A record that begins on the line is longer than ``longestRecord``.
    case tooLong(line: Int)
  }

  private struct State: ~Copyable {
    var rest: ByteBuffer
    var place = 0
    var line: Int
    var endByte: Int
    var isStopped = false
    var isEnded = false
    var stop: Stop?
  }

  /// How many bytes a record may have before the batch ends there: 64 MiB.
  static let longestRecord = 64 << 20

  private let descriptor: Int32
  private let isTable: Bool
  private let size: Int
  private let lock = NSLock()
  private var state: State

  /// A reader of a descriptor, given what was read of it before. `start` begins a record on line `line`, at byte
  /// `byte` of the input.
  init(_ descriptor: Int32, after start: [UInt8], line: Int, byte: Int, isTable: Bool, chunk size: Int) {
    self.descriptor = descriptor
    self.isTable = isTable
    self.size = size
    var rest = ByteBuffer(capacity: max(size, start.count))
    start.withUnsafeBufferPointer { rest.append($0) }
    state = State(rest: rest, line: line, endByte: byte)
  }

  /// Why reading ended early; `nil` where it did not.
  var reason: Stop? { lock.withLock { state.stop } }

  /// Hands out no more chunks.
  func stop() { lock.withLock { state.isStopped = true } }

  /// The next chunk, written over the buffer; `nil` at the end.
  func next(into buffer: inout ByteBuffer) -> Chunk? {
    lock.withLock { next(into: &buffer, &state) }
  }

  private func next(into buffer: inout ByteBuffer, _ state: inout State) -> Chunk? {
    if state.isStopped { return nil }
    buffer.count = 0
    buffer.append(UnsafeBufferPointer(start: state.rest.start, count: state.rest.count))
    state.rest.count = 0
    fill(&buffer, to: size, &state)
    while true {
      if let end = end(of: buffer) { return chunk(&buffer, end, &state) }
      if state.isEnded { return lastChunk(&buffer, &state) }
      if buffer.count >= Self.longestRecord {
        state.stop = .tooLong(line: state.line)
        state.isStopped = true
        return nil
      }
      fill(&buffer, to: buffer.count * 2, &state)
    }
  }

  /// What is left at the end of the input: a line that wants its line feed, which it is given, or a cell that was never
  /// closed.
  private func lastChunk(_ buffer: inout ByteBuffer, _ state: inout State) -> Chunk? {
    if buffer.count == 0 || state.isStopped { return nil }
    state.endByte -= 1
    var lineFeed: UInt8 = .lineFeed
    withUnsafePointer(to: &lineFeed) { buffer.append(UnsafeBufferPointer(start: $0, count: 1)) }
    return chunk(&buffer, buffer.count, &state)
  }

  /// The end of the last whole record.
  private func end(of buffer: borrowing ByteBuffer) -> Int? {
    buffer.pad()
    let start = Bytes(buffer.start)
    return RecordEnds.last(start, start + buffer.count, isTable: isTable).map { $0 - start }
  }

  private func chunk(_ buffer: inout ByteBuffer, _ end: Int, _ state: inout State) -> Chunk {
    state.rest.append(UnsafeBufferPointer(start: buffer.start + end, count: buffer.count - end))
    buffer.count = end
    buffer.pad()
    let first = state.line
    state.line += buffer.lineFeeds
    state.endByte += end
    defer { state.place += 1 }
    return Chunk(place: state.place, firstLine: first, nextLine: state.line, endByte: state.endByte)
  }

  private func fill(_ buffer: inout ByteBuffer, to wanted: Int, _ state: inout State) {
    buffer.reserve(wanted)
    while buffer.count < wanted, !state.isEnded {
      let count = read(descriptor, buffer.start + buffer.count, wanted - buffer.count)
      if count > 0 {
        buffer.count += count
      } else if count == 0 {
        state.isEnded = true
      } else if errno != EINTR {
        state.stop = .unread(errno)
        state.isEnded = true
        state.isStopped = true
      }
    }
  }
}
