import Foundation
import Redress
import Testing

@testable import RedressFiles

/// Runs batches over bytes, in files that are taken away again.
enum BatchBench {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let today = CivilDate(year: 2026, month: 11, day: 26)!

  static func library() throws -> MatrixLibrary { try MatrixLibrary(folder: root + "/Matrices") }

  static func settings(_ explanation: RowExplanation = .full, form: RowForm = .ndjson) throws -> BatchSettings {
    var settings = BatchSettings(library: try library(), today: today, name: "cases")
    settings.explanation = explanation
    settings.form = form
    return settings
  }

  /// What a batch ended with.
  struct Result {
    let rows: [UInt8]
    let progress: BatchProgress
    let failure: BatchStop?

    var lines: [String] { String(decoding: rows, as: UTF8.self).split(separator: "\n").map(String.init) }
  }

  static func run(
    _ bytes: [UInt8], _ settings: BatchSettings, from form: RowForm = .ndjson, jobs: Int = 1, chunk: Int? = nil
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("batch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (from, to) = (folder.appendingPathComponent("in").path, folder.appendingPathComponent("out").path)
    try Data(bytes).write(to: URL(fileURLWithPath: from))
    let (input, output) = (open(from, O_RDONLY), open(to, O_WRONLY | O_CREAT, 0o600))
    defer {
      close(input)
      close(output)
    }
    let opened = try BatchInput(descriptor: input, named: settings.name, form: form, settings: settings)
    let heading = opened.firstLine(settings)
    #expect(heading.withUnsafeBytes { write(output, $0.baseAddress, $0.count) } == heading.count)
    let batch = Batch(
      settings, from: opened, to: output, jobs: jobs, chunk: chunk, headingBytes: heading.count)
    batch.start()
    #expect(batch.wait(seconds: 600))
    let rows = Array(try Data(contentsOf: URL(fileURLWithPath: to)))
    #expect(batch.progress.outputBytes == rows.count)
    return Result(rows: rows, progress: batch.progress, failure: batch.failure)
  }

  /// The row that `price` gives each case of a line, which was read and assessed without a scan.
  static func priced(_ line: [UInt8], _ pricer: CasePricer, number: Int = 1) throws -> [UInt8] {
    var json = AssessmentJSON()
    var rows: [UInt8] = []
    let source: SourceText
    do {
      source = try SourceText(partOf: "cases", bytes: line, leavingOut: SourceText.Gap(lines: number - 1))
    } catch { return json.bytes(ofFaulty: nil, scheme: nil, faults: error.sorted) + [10] }
    for entry in CaseFile.json(source) {
      switch pricer.price(entry) {
      case .assessed(let explanation, let digest, let notices):
        rows += json.bytes(of: explanation, digest: digest.text, notices: notices)
      case .faulty(let unread):
        rows += json.bytes(ofFaulty: unread.name, scheme: unread.scheme, faults: unread.faults)
      case .unchecked: Issue.record("it does not recheck")
      }
      rows.append(10)
    }
    return rows
  }

  /// Names the first row that differs.
  static func expectSame(_ one: [UInt8], _ other: [UInt8], _ comment: Comment? = nil) {
    if one == other { return }
    let (one, other) = (String(decoding: one, as: UTF8.self), String(decoding: other, as: UTF8.self))
    let pairs = zip(one.split(separator: "\n"), other.split(separator: "\n"))
    let first = pairs.enumerated().first { $0.element.0 != $0.element.1 }
    guard let first else {
      Issue.record("\(one.utf8.count) bytes are not \(other.utf8.count), and begin alike. \(comment ?? "")")
      return
    }
    Issue.record("row \(first.offset): \(first.element.0) is not \(first.element.1). \(comment ?? "")")
  }

  /// Whether the scan takes a line of JSON, under whichever edition it is for.
  static func isScanned(_ line: [UInt8], _ layouts: ScanLayouts) -> Bool {
    var layout = layouts.any
    return (line + [10] + [UInt8](repeating: 0, count: 64)).withUnsafeBufferPointer { bytes in
      while let tried = layout {
        var scan = CaseScan(tried)
        scan.begin(at: bytes.baseAddress!)
        switch scan.object() {
        case .scanned: return true
        case .givenUp: return false
        case .otherScheme(let scheme): layout = layouts.layout(scheme.text, on: nil)
        case .otherEdition: layout = layouts.layout(tried.edition.matrix.scheme, edition: scan.asked.text)
        case .otherDay(let day): layout = layouts.layout(tried.edition.matrix.scheme, on: day)
        }
      }
      return false
    }
  }

  /// The cases of all worked examples and of the sample files, each as a line of JSON.
  static func lines() throws -> [[UInt8]] { try readLines.get() }

  /// Read once for all tests.
  private static let readLines = Swift.Result { try read() }

  private static func read() throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for scheme in try library().schemes {
      for path in ExampleRun.files(of: scheme, in: root + "/Fixtures/worked-examples") {
        for example in try ExampleFile.read(SourceText(path: path)).examples {
          lines.append(CaseLine.bytes(of: example.outline))
        }
      }
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: root + "/Fixtures/cases").sorted()
    where name != "README.md" {
      for entry in CaseFile.read(try SourceText(path: root + "/Fixtures/cases/\(name)")) {
        if case .outline(let outline) = entry { lines.append(CaseLine.bytes(of: outline)) }
      }
    }
    return lines
  }
}

/// Writes what was read of a case as a line of JSON, numbers and flags as JSON has them.
enum CaseLine {
  static func bytes(of outline: CaseOutline) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("case", outline.name)
      json.pair("scheme", outline.scheme)
      if let edition = outline.edition { json.pair("edition", edition.description) }
      for entry in outline.node.entries ?? [] where !["case", "scheme", "edition"].contains(entry.key) {
        json.key(entry.key)
        write(entry.value, &json)
      }
    }
    return json.bytes
  }

  /// The same line in ASCII alone, as many programs write it: other characters as escapes, and `/` and `'` too.
  static func inASCII(_ line: [UInt8]) -> [UInt8] {
    var text = ""
    for character in String(decoding: line, as: UTF8.self).unicodeScalars {
      switch character {
      case "/": text += "\\/"
      case "'": text += "\\u0027"
      case let other where other.isASCII: text.unicodeScalars.append(other)
      case let other:
        for unit in String(other).utf16 { text += "\\u" + String(unit, radix: 16).leftPadded(to: 4) }
      }
    }
    return Array(text.utf8)
  }

  private static func write(_ node: Node, _ json: inout JSONWriter) {
    switch node.kind {
    case .list(let nodes): json.array(nodes) { write($1, &$0) }
    case .map(let entries):
      json.object { json in
        for entry in entries {
          json.key(entry.key)
          write(entry.value, &json)
        }
      }
    case .scalar(let scalar):
      switch scalar.style {
      case .null: json.null()
      case .flag(let flag): json.flag(flag)
      case .plain where scalar.text == "true": json.flag(true)
      case .plain where scalar.text == "false": json.flag(false)
      case .plain, .number:
        let isCount =
          scalar.text.isDigits && scalar.text.utf8.count < 9 && (scalar.text == "0" || scalar.text.first != "0")
        if isCount, let count = Int(scalar.text) { json.number(count) } else { json.string(scalar.text) }
      case .quoted: json.string(scalar.text)
      }
    }
  }
}

extension String {
  fileprivate func leftPadded(to count: Int) -> String { String(repeating: "0", count: count - self.count) + self }
}
