import Foundation
import Synchronization

/// Writes the rows of chunks in the order of the input, whichever thread has them ready first.
final class RowsInOrder: Sendable {
  private struct State {
    var next = 0
    var tally = BatchTally()
    var progress = BatchProgress()
    var error: Int32 = 0
    var running: Int
  }

  private let descriptor: Int32
  private let state: Mutex<State>
  private let turn = NSCondition()

  init(_ descriptor: Int32, threads: Int, from progress: BatchProgress) {
    self.descriptor = descriptor
    state = Mutex(State(tally: progress.tally, progress: progress, running: threads))
  }

  /// How far the rows that were written reach.
  var progress: BatchProgress { state.withLock { $0.progress } }

  /// The error that ended writing; 0 where there was none.
  var error: Int32 { state.withLock { $0.error } }

  /// Waits for the turn of a chunk and writes its rows. `false` where no more can be written.
  func write(_ text: borrowing RowText, of chunk: ChunkReader.Chunk, _ tally: BatchTally) -> Bool {
    turn.lock()
    while state.withLock({ $0.next < chunk.place && $0.error == 0 }) { turn.wait() }
    turn.unlock()
    let error = state.withLock { $0.error } == 0 ? put(text) : 0
    state.withLock { state in
      if state.error == 0 { state.error = error }
      state.next = chunk.place + 1
      guard state.error == 0 else { return }
      state.tally += tally
      state.progress = BatchProgress(
        tally: state.tally, nextLine: chunk.nextLine, inputBytes: chunk.endByte,
        outputBytes: state.progress.outputBytes + text.count)
    }
    turn.lock()
    turn.broadcast()
    turn.unlock()
    return self.error == 0
  }

  /// A thread has come to its end.
  func end() {
    state.withLock { $0.running -= 1 }
    turn.lock()
    turn.broadcast()
    turn.unlock()
  }

  /// Waits until every thread has come to its end, for a time at most. Gives whether they have.
  func wait(until time: Date) -> Bool {
    turn.lock()
    defer { turn.unlock() }
    while state.withLock({ $0.running > 0 }) {
      if !turn.wait(until: time) { return state.withLock { $0.running == 0 } }
    }
    return true
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
