import Foundation
import Redress

/// The input of a batch, opened, with what its first bytes say of the rest.
public final class BatchInput: Sendable {
  /// The descriptor that it is read from.
  public let descriptor: Int32
  /// How many bytes it has; `nil` where that is not known, as of a pipe.
  public let size: Int?
  /// Whether the cases are rows of a table.
  public let isTable: Bool
  /// The columns of heads in a table of rows: those of the scheme of the first case.
  let heads: [String]?
  private let name: String
  private let headingBytes: [UInt8]
  /// What was read and is no part of the heading.
  let rest: [UInt8]
  /// Behind the heading.
  let beginning: BatchProgress

  /// How much of an input is looked at before it is read.
  static let firstLook = 64 << 10

  /// Looks at the first bytes of an input. Without a form, the name or the first line tells it.
  /// - Throws: that it cannot be read, or that the heading of a table cannot be used.
  public convenience init(
    descriptor: Int32, named name: String, form: RowForm?, settings: BatchSettings
  ) throws(BatchStop) {
    try self.init(descriptor: descriptor, named: name, form: form, settings: settings, keeping: nil)
  }

  /// The same, with editions that an earlier batch opened.
  package init(
    descriptor: Int32, named name: String, form: RowForm?, settings: BatchSettings, keeping kept: KeptEditions?
  ) throws(BatchStop) {
    self.descriptor = descriptor
    self.name = name
    var status = stat()
    let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isRegular ? Int(status.st_size) : nil
    var first = try Self.read(descriptor, most: Self.firstLook)
    let isCut = first.count == Self.firstLook
    var start = BatchProgress()
    start.nextLine = settings.firstLine
    if first.starts(with: [0xEF, 0xBB, 0xBF]) {
      first.removeFirst(3)
      start.inputBytes = 3
    }
    isTable = form.map { $0 == .csv } ?? Self.isTable(first, name)
    headingBytes = isTable ? Self.firstRecord(first) : []
    start.nextLine += headingBytes.count { $0 == .lineFeed }
    start.inputBytes += headingBytes.count
    beginning = start
    rest = Array(first.dropFirst(headingBytes.count))
    heads = settings.form == .csv ? Self.heads(first, isTable: isTable, settings, kept) : nil
    if isTable, !first.isEmpty { try checkHeading(isWhole: !isCut || headingBytes.last == .lineFeed) }
  }

  /// The heading for one thread.
  func heading(_ settings: BatchSettings) -> BatchHeading? { isTable ? BatchHeading(headingBytes, named: name) : nil }

  /// The line that begins the output: the columns of its rows, where it is a table.
  public func firstLine(_ settings: BatchSettings) -> [UInt8] {
    heads.map { RowWriter.heading($0, settings.explanation) } ?? []
  }

  private func checkHeading(isWhole: Bool) throws(BatchStop) {
    if isWhole, BatchHeading(headingBytes, named: name) != nil { return }
    let faults: FaultList
    do {
      let source = try SourceText(partOf: name, bytes: headingBytes, leavingOut: SourceText.Gap(lines: 0))
      faults = isWhole ? CaseTable.faults(ofHeading: source) : FaultList(Self.tooLong(source))
    } catch { faults = error }
    throw .heading(faults)
  }

  private static func tooLong(_ source: SourceText) -> Fault {
    source.fault(
      .csvSyntax, atByte: 0, says: "The heading is longer than \(firstLook) bytes, the most that is read.",
      mend: "Leave out columns that no case has.")
  }

  private static func read(_ descriptor: Int32, most: Int) throws(BatchStop) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: most)
    var count = 0
    while count < most {
      let got = bytes.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress! + count, most - count) }
      if got == 0 { break }
      if got > 0 {
        count += got
      } else if errno != EINTR {
        throw .cannotRead(errno == EISDIR ? "it is a folder" : String(cString: strerror(errno)))
      }
    }
    return Array(bytes[..<count])
  }

  private static func isTable(_ first: [UInt8], _ name: String) -> Bool {
    if name.lowercased().hasSuffix(".csv") { return true }
    if name.lowercased().hasSuffix("json") { return false }
    let opening = first.first { !$0.isBlank }
    return opening != UInt8(ascii: "{") && opening != UInt8(ascii: "[") && opening != nil
  }

  private static func firstRecord(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let count = bytes.count
    bytes += Array(repeating: 0, count: ByteBuffer.padding)
    return bytes.withUnsafeBufferPointer { all in
      let start = all.baseAddress!
      return ByteRun(start, upTo: RecordEnds.first(start, start + count, isTable: true)).array
    }
  }

  /// The heads of the scheme of the first case that names one, in all its editions.
  private static func heads(_ first: [UInt8], isTable: Bool, _ settings: BatchSettings, _ kept: KeptEditions?)
    -> [String]
  {
    let whole = first.prefix(through: first.lastIndex(of: .lineFeed) ?? first.endIndex - 1)
    guard !whole.isEmpty,
      let source = try? SourceText(partOf: settings.name, bytes: Array(whole), leavingOut: SourceText.Gap(lines: 0))
    else { return [] }
    let entries = isTable ? CaseFile.table(source) : CaseFile.json(source)
    let schemes = entries.lazy.compactMap { entry -> String? in
      guard case .outline(let outline) = entry, settings.library.schemes.contains(outline.scheme) else { return nil }
      return outline.scheme
    }
    guard let scheme = schemes.first else { return [] }
    var heads: [String] = []
    for edition in settings.library.editions(of: scheme).reversed() {
      let matrix =
        if let kept { kept.matrix(edition, of: scheme) } else {
          try? settings.library.edition(edition, of: scheme).matrix
        }
      guard let matrix else { continue }
      for head in matrix.heads where !heads.contains(head.name) { heads.append(head.name) }
    }
    return heads
  }
}
