import Foundation
import RedressFiles

/// The Python that makes PDF, running. It is asked one thing after another.
final class PDFProcess {
  /// Why nothing was answered.
  enum Silence: Error {
    /// It has ended, with the last that it said.
    case ended(String)
    /// It took longer than a letter may take, and was ended.
    case tookTooLong
  }

  private let process: StartedProgram
  private let requests = Pipe()
  private let answers = Pipe()
  private let complaints: FileHandle
  private var unread = Data()

  /// - Parameter script: what it runs, in Python.
  init(python: String, script: String) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("redress-pdf-\(UUID().uuidString)")
    // What it complains of may quote the letter.
    guard FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
    else {
      throw CocoaError(.fileWriteUnknown)
    }
    defer { try? FileManager.default.removeItem(at: file) }
    complaints = try FileHandle(forUpdating: file)
    // Alone: neither the folder it is started in nor the person's own Python packages change what comes out.
    process = try StartedProgram(
      [python, "-I", "-c", script], input: .open(requests.fileHandleForReading),
      output: .open(answers.fileHandleForWriting), errors: .open(complaints))
    // Its own ends of the pipes are its alone: each end is noticed at the other.
    try requests.fileHandleForReading.close()
    try answers.fileHandleForWriting.close()
  }

  var identifier: Int32 { process.identifier }

  /// It holds nothing that has to be put in order.
  deinit { end() }

  private func end() {
    process.send(SIGKILL)
    _ = process.wait()
  }

  /// Sends bytes. A process that has ended is noticed when its answer is read.
  func send(_ bytes: Data) {
    BrokenPipe.ignored { try? requests.fileHandleForWriting.write(contentsOf: bytes) }
  }

  /// A line without its end.
  func line(within time: Duration) throws(Silence) -> Data {
    let deadline = ContinuousClock.now + time
    var end = unread.firstIndex(of: 0x0A)
    while end == nil {
      let read = unread.count
      try readMore(until: deadline)
      end = unread[(unread.startIndex + read)...].firstIndex(of: 0x0A)
    }
    return take(end! - unread.startIndex + 1).dropLast()
  }

  /// So many bytes.
  func bytes(_ count: Int, within time: Duration) throws(Silence) -> Data {
    let deadline = ContinuousClock.now + time
    while unread.count < count { try readMore(until: deadline) }
    return take(count)
  }

  private func take(_ count: Int) -> Data {
    let taken = Data(unread.prefix(count))
    unread = Data(unread.dropFirst(count))
    return taken
  }

  /// Looks up now and then, for the pipe of an ended process may be held open by one that it had started.
  private func readMore(until deadline: ContinuousClock.Instant) throws(Silence) {
    let pipe = answers.fileHandleForReading.fileDescriptor
    while true {
      let wasRunning = process.status == nil
      var state = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      if poll(&state, 1, wasRunning ? 200 : 0) > 0 {
        let more = answers.fileHandleForReading.availableData
        if more.isEmpty { throw .ended(lastWords) }
        unread += more
        return
      }
      if !wasRunning { throw .ended(lastWords) }
      if ContinuousClock.now > deadline {
        end()
        throw .tookTooLong
      }
    }
  }

  private var lastWords: String {
    try? complaints.seek(toOffset: 0)
    let text = String(decoding: (try? complaints.readToEnd()) ?? Data(), as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).last.map(String.init)
    return line ?? "it ended without a word"
  }
}

/// Writing to a program that has ended must not end this one.
private enum BrokenPipe {
  static func ignored(_ write: () -> Void) {
    var pipe = sigset_t()
    var before = sigset_t()
    var pending = sigset_t()
    sigemptyset(&pipe)
    sigaddset(&pipe, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipe, &before)
    write()
    sigpending(&pending)
    if sigismember(&pending, SIGPIPE) == 1 {
      var signal: Int32 = 0
      sigwait(&pipe, &signal)
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
