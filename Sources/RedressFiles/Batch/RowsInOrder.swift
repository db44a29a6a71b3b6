import Foundation

/// The rows of one chunk, on their way from the case to the output. One thread at a time has them.
final class ChunkRows: @unchecked Sendable {
  var text: RowText
  var tally = BatchTally()
  var chunk = ChunkReader.Chunk(place: 0, firstLine: 0, nextLine: 0, endByte: 0)

  init(capacity: Int) { text = RowText(capacity: capacity) }
}

/// Writes the rows of chunks in the order of the input, whichever thread has them ready first.
///
/// A thread hands its rows over and goes on with the next chunk: whoever has the rows whose turn it is writes them, and
/// those behind them that wait. Its state is touched under the lock of its condition only.
final class RowsInOrder: @unchecked Sendable {
  private let descriptor: Int32
  private let capacity: Int
  private let lock = NSCondition()
  private let ended = NSCondition()
  private var free: [ChunkRows] = []
  /// How many may still be made.
  private var unmade: Int
  /// Rows whose turn has not come.
  private var waiting: [ChunkRows] = []
  private var next = 0
  private var isWriting = false
  private var tally: BatchTally
  private var reached: BatchProgress
  private var failure: Int32 = 0
  private var running: Int
  /// Up to where the system was asked to put the rows on the disk. It belongs to whoever writes.
  private var settled: Int

  /// - Parameter capacity: How many bytes the rows of a chunk have room for at first.
  init(_ descriptor: Int32, threads: Int, from progress: BatchProgress, capacity: Int) {
    self.descriptor = descriptor
    self.capacity = capacity
    // One to fill for each thread, and one that may wait for its turn.
    unmade = threads == 1 ? 1 : threads * 2
    tally = progress.tally
    reached = progress
    running = threads
    settled = progress.outputBytes
  }

  /// How far the rows that were written reach.
  var progress: BatchProgress { lock.withLock { reached } }

  /// The error that ended writing; 0 where there was none.
  var error: Int32 { lock.withLock { failure } }

  /// Empty rows to fill, as soon as there are any.
  func empty() -> ChunkRows {
    lock.lock()
    defer { lock.unlock() }
    while true {
      if let rows = free.popLast() { return rows }
      if unmade > 0 {
        unmade -= 1
        return ChunkRows(capacity: capacity)
      }
      lock.wait()
    }
  }

  /// Takes back rows that were not filled.
  func giveBack(_ rows: ChunkRows) {
    lock.withLock { free.append(rows) }
    lock.signal()
  }

  /// Takes the rows of a chunk, and writes those whose turn it is. `false` where no more can be written.
  func add(_ rows: ChunkRows) -> Bool {
    lock.lock()
    defer { lock.unlock() }
    waiting.append(rows)
    while !isWriting, let place = waiting.firstIndex(where: { $0.chunk.place == next }) {
      let rows = waiting.remove(at: place)
      isWriting = true
      let isWritten = failure == 0
      let start = reached.outputBytes
      lock.unlock()
      let error = isWritten ? put(rows.text) : 0
      settle(upTo: start + rows.text.count)
      lock.lock()
      isWriting = false
      if failure == 0 { failure = error }
      if failure == 0 { count(rows) }
      next += 1
      free.append(rows)
      lock.signal()
    }
    return failure == 0
  }

  private func count(_ rows: ChunkRows) {
    tally += rows.tally
    reached = BatchProgress(
      tally: tally, nextLine: rows.chunk.nextLine, inputBytes: rows.chunk.endByte,
      outputBytes: reached.outputBytes + rows.text.count)
  }

  /// A thread has come to its end.
  func end() {
    ended.lock()
    running -= 1
    ended.broadcast()
    ended.unlock()
  }

  /// Waits until every thread has come to its end, for a time at most. Gives whether they have.
  func wait(until time: Date) -> Bool {
    ended.lock()
    defer { ended.unlock() }
    while running > 0 {
      if !ended.wait(until: time) { return running == 0 }
    }
    return true
  }

  /// Has the system begin to put rows on the disk while others are made. Else all of them would wait for the end, when
  /// the whole file must be there before it gets its name. What is no file takes no such advice.
  private func settle(upTo end: Int) {
    #if os(Linux)
      if end - settled < 4 << 20 { return }
      _ = posix_fadvise(descriptor, off_t(settled), off_t(end - settled), POSIX_FADV_DONTNEED)
      settled = end
    #endif
  }

  private func put(_ text: borrowing RowText) -> Int32 {
    var start = 0
    while start < text.count {
      let count = Foundation.write(descriptor, text.bytes.start + start, text.count - start)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      start += count
    }
    return 0
  }
}
