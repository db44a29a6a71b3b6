import Foundation
import Redress
import RedressFiles

/// A batch is run over the bytes in small chunks. The rows are the same whether cases are scanned or read, and each is
/// what its case comes to alone.
enum BatchReading {
  private static let name = "cases"

  static func answer(to bytes: [UInt8], as form: RowForm, _ workshop: Workshop) throws -> Answer {
    var settings = BatchSettings(library: workshop.library, today: Workshop.today, name: name)
    settings.officers = workshop.officers.officers
    // Few inputs are run in the other forms as well, as each of these takes as long again.
    var forms = [(RowExplanation.codes, RowForm.ndjson)]
    if bytes.reduce(0, &+) % 8 == 0 { forms += [(.full, .ndjson), (.full, .csv), (.none, .csv)] }
    var all = ""
    for (explanation, rowForm) in forms {
      (settings.explanation, settings.form) = (explanation, rowForm)
      let rows: [UInt8]
      do { rows = try rowsBothWays(bytes, form, settings, workshop) } catch let BatchStop.heading(faults) {
        return .faulty(try FaultRules.texts(of: faults.sorted, in: bytes))
      }
      if rowForm == .ndjson { try compare(rows, bytes, form, explanation, workshop) }
      all += String(decoding: rows, as: UTF8.self)
    }
    return .read(all)
  }

  /// Each row is that of its case alone.
  private static func compare(
    _ rows: [UInt8], _ bytes: [UInt8], _ form: RowForm, _ explanation: RowExplanation, _ workshop: Workshop
  ) throws {
    let alone =
      form == .ndjson ? try linesAlone(bytes, explanation, workshop) : try tableAlone(bytes, explanation, workshop)
    guard let alone, alone != rows else { return }
    let pair = zip(alone.split(separator: 10), rows.split(separator: 10)).first { $0 != $1 }
    let words = pair.map { "\(String(decoding: $0, as: UTF8.self)) is \(String(decoding: $1, as: UTF8.self))" }
    throw BrokenRule("a case comes to something else in a batch: \(words ?? "there are other rows")")
  }

  private static func rowsBothWays(
    _ bytes: [UInt8], _ form: RowForm, _ settings: BatchSettings, _ workshop: Workshop
  ) throws -> [UInt8] {
    var settings = settings
    let scanned = try workshop.batch.run(bytes, form, settings, workshop.kept)
    settings.scans = false
    let read = try workshop.batch.run(bytes, form, settings, workshop.kept)
    try BrokenRule.unless(
      scanned.rows == read.rows && scanned.progress == read.progress,
      """
      the scan changes a row: \(String(decoding: scanned.rows, as: UTF8.self))
      \(String(decoding: read.rows, as: UTF8.self))
      """)
    return scanned.rows
  }

  /// The rows of lines that are priced one by one.
  private static func linesAlone(
    _ bytes: [UInt8], _ explanation: RowExplanation, _ workshop: Workshop
  ) throws -> [UInt8] {
    var rows: [UInt8] = []
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    for (place, line) in text.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      let entries: [CaseEntry]
      do {
        entries = CaseFile.json(
          try SourceText(partOf: name, bytes: line + [10], leavingOut: SourceText.Gap(lines: place)))
      } catch { entries = [.unread(UnreadCase(name: nil, scheme: nil, faults: error.sorted))] }
      for entry in entries {
        let priced = workshop.pricer.price(entry)
        if case .faulty(let unread) = priced { _ = try FaultRules.texts(of: unread.faults, in: bytes) }
        rows += PricedRow.bytes(of: priced, explanation) + [10]
      }
    }
    return rows
  }

  /// The rows of a table that is priced as a whole; `nil` where it has a fault, which may reach further there.
  private static func tableAlone(
    _ bytes: [UInt8], _ explanation: RowExplanation, _ workshop: Workshop
  ) throws -> [UInt8]? {
    guard let source = try? SourceText(name: name + ".csv", bytes: bytes) else { return nil }
    var rows: [UInt8] = []
    for entry in CaseFile.read(source) {
      let priced = workshop.pricer.price(entry)
      guard case .assessed = priced else { return nil }
      rows += PricedRow.bytes(of: priced, explanation) + [10]
    }
    return rows
  }
}

/// Runs batches over bytes, through two files that are used again and again.
final class BatchBench {
  private let input: Int32
  private let output: Int32

  init(in folder: String) {
    input = open(folder + "/cases", O_RDWR | O_CREAT | O_TRUNC, 0o600)
    output = open(folder + "/rows", O_RDWR | O_CREAT | O_TRUNC, 0o600)
  }

  deinit {
    close(input)
    close(output)
  }

  func run(
    _ bytes: [UInt8], _ form: RowForm, _ settings: BatchSettings, _ kept: KeptEditions
  ) throws -> (rows: [UInt8], progress: BatchProgress) {
    ftruncate(input, 0)
    _ = bytes.withUnsafeBytes { pwrite(input, $0.baseAddress, $0.count, 0) }
    ftruncate(output, 0)
    for descriptor in [input, output] { lseek(descriptor, 0, SEEK_SET) }
    let opened = try BatchInput(descriptor: input, named: settings.name, form: form, settings: settings, keeping: kept)
    let batch = Batch(settings, from: opened, to: output, jobs: 1, chunk: 256, keeping: kept)
    batch.run()
    if let failure = batch.failure { throw BrokenRule("a batch ended early: \(failure)") }
    let progress = batch.progress
    var rows = [UInt8](repeating: 0, count: progress.outputBytes + 1)
    let count = rows.withUnsafeMutableBytes { pread(output, $0.baseAddress, $0.count, 0) }
    try BrokenRule.unless(count == progress.outputBytes, "\(count) bytes were written, not \(progress.outputBytes)")
    rows.removeLast()
    try BrokenRule.unless(
      progress.inputBytes == bytes.count, "\(bytes.count) bytes were read as \(progress.inputBytes)")
    return (rows, progress)
  }
}
