import Foundation
import Redress

/// How far a batch has come: all that is before it is written, and nothing after it.
public struct BatchProgress: Sendable, Equatable {
  /// What the rows came to.
  public internal(set) var tally = BatchTally()
  /// The number of the first line whose row is not written.
  public internal(set) var nextLine = 1
  /// Where in the input that line begins.
  public internal(set) var inputBytes = 0
  /// How many bytes were written.
  public internal(set) var outputBytes = 0

  /// A batch that has not begun.
  public init() {}

  /// A batch that had come so far.
  public init(tally: BatchTally, nextLine: Int, inputBytes: Int, outputBytes: Int) {
    self.tally = tally
    self.nextLine = nextLine
    self.inputBytes = inputBytes
    self.outputBytes = outputBytes
  }
}

/// Why a batch ended before its input did.
public enum BatchStop: Error, Equatable, Sendable {
  /// The input could be read no further; the reason is the system's own.
  case cannotRead(String)
  /// The output took no more; the reason is the system's own.
  case cannotWrite(String)
  /// A record that begins on a line is longer than is read.
  case tooLong(line: Int)
  /// The heading of a table cannot be used.
  case heading(FaultList)
}

/// Cases in, rows out: a stream of any size in constant memory, on all cores, in the order of the input.
///
/// The rows are the same for any number of jobs and any size of chunk, and each is what the case gets when it is priced
/// alone. A case that stands twice in the input is priced twice.
public final class Batch: Sendable {
  let settings: BatchSettings
  private let reader: ChunkReader
  private let rows: RowsInOrder
  private let jobs: Int
  private let input: BatchInput
  private let chunk: Int
  private let kept: KeptEditions?

  /// How many bytes a thread takes at once. The rows of full explanations are many times as long as their cases, and
  /// so fewer cases are taken.
  public static func chunk(_ explanation: RowExplanation) -> Int { explanation == .full ? 16 << 10 : 128 << 10 }

  /// A batch from an input that was opened to an output, both open to the end of the batch.
  /// - Parameters:
  ///   - headingBytes: How many bytes the output has before the first row.
  ///   - progress: How far a run that is gone on with had come; both descriptors stand there already.
  public convenience init(
    _ settings: BatchSettings, from input: BatchInput, to output: Int32, jobs: Int, chunk: Int? = nil,
    headingBytes: Int = 0, after progress: BatchProgress? = nil
  ) {
    self.init(
      settings, from: input, to: output, jobs: jobs, chunk: chunk, headingBytes: headingBytes, after: progress,
      keeping: nil)
  }

  /// The same, with editions that an earlier batch of one job opened.
  package init(
    _ settings: BatchSettings, from input: BatchInput, to output: Int32, jobs: Int, chunk: Int? = nil,
    headingBytes: Int = 0, after progress: BatchProgress? = nil, keeping kept: KeptEditions?
  ) {
    precondition(kept == nil || jobs == 1, "one thread at a time has the editions")
    self.kept = kept
    self.settings = settings
    self.input = input
    self.jobs = max(1, jobs)
    let chunk = chunk ?? Self.chunk(settings.explanation)
    self.chunk = chunk
    var start = progress ?? input.beginning
    if progress == nil { start.outputBytes = headingBytes }
    reader = ChunkReader(
      input.descriptor, after: progress == nil ? input.rest : [], line: start.nextLine, byte: start.inputBytes,
      isTable: input.isTable, chunk: chunk)
    rows = RowsInOrder(output, threads: self.jobs, from: start, capacity: chunk + chunk / 2)
  }

  /// How far it has come.
  public var progress: BatchProgress { rows.progress }

  /// Takes no more cases. What was taken is still written, so that the output ends with a whole row.
  public func stop() { reader.stop() }

  /// Starts the threads of the batch.
  public func start() {
    for _ in 0..<jobs {
      let thread = Thread { self.work() }
      thread.stackSize = 4 << 20
      thread.start()
    }
  }

  /// Runs a batch of one job on this thread, to its end.
  package func run() {
    precondition(jobs == 1, "one thread has one job")
    work()
  }

  /// Waits for the end of the batch, for a time at most. Gives whether it has ended.
  public func wait(seconds: Double) -> Bool { rows.wait(until: Date(timeIntervalSinceNow: seconds)) }

  /// Why it ended early, once it has ended; `nil` where it reached the end or was stopped.
  public var failure: BatchStop? {
    if rows.error != 0 { return .cannotWrite(String(cString: strerror(rows.error))) }
    switch reader.reason {
    case .unread(let error): return .cannotRead(String(cString: strerror(error)))
    case .tooLong(let line): return .tooLong(line: line)
    case nil: return nil
    }
  }

  private func work() {
    defer { rows.end() }
    var cases = CaseRows(settings, input.heading(settings), heads: input.heads, kept?.layouts)
    var buffer = ByteBuffer(capacity: chunk + chunk / 4)
    while true {
      let made = rows.empty()
      guard let chunk = reader.next(into: &buffer) else { return rows.giveBack(made) }
      made.text.clear()
      cases.tally = BatchTally()
      cases.add(chunkOf: buffer, from: chunk.firstLine, isTable: input.isTable, to: &made.text)
      made.tally = cases.tally
      made.chunk = chunk
      if !rows.add(made) { return reader.stop() }
    }
  }
}

/// Editions that stay open from one batch of one job to the next.
package final class KeptEditions: @unchecked Sendable {
  fileprivate let layouts: ScanLayouts

  /// The editions of a library, none of which is open yet.
  package init(_ library: MatrixLibrary) { layouts = ScanLayouts(library) }

  func matrix(_ edition: EditionName, of scheme: String) -> Matrix? {
    try? layouts.editions.open(edition, of: scheme).edition.matrix
  }
}
