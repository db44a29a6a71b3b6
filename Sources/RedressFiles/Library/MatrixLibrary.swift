import Foundation
import Redress

/// A folder of matrices, `<scheme>/<edition>.yaml`, with the lock file of approved editions.
public struct MatrixLibrary: Sendable {
  /// An edition that was read, with the digest of its exact bytes.
  public struct Edition: Sendable {
    /// The name by which it was asked for.
    public let name: EditionName
    /// The rules that it holds.
    public let matrix: Matrix
    /// What its exact bytes come to; equal to the locked one where the edition is approved.
    public let digest: Digest
    /// The text that it was read from.
    public let source: SourceText
    /// The calendar that it counts working days by; `nil` where it counts none.
    public let calendar: CalendarFile?

    /// The edition made ready to be applied.
    public var assessor: Assessor { Assessor(matrix, calendar: calendar?.calendar) }
  }

  /// The path of the folder, as it was given.
  public let folder: String
  let lock: EditionsLock

  /// - Throws: the faults of the lock file.
  public init(folder: String) throws(FaultList) {
    self.folder = folder
    let path = folder + "/editions.lock"
    guard FileManager.default.fileExists(atPath: path) else {
      lock = EditionsLock()
      return
    }
    let source: SourceText
    do { source = try SourceText.read(path: path, limit: 1 << 20) } catch { throw FaultList(error) }
    lock = try EditionsLock(source)
  }

  /// The digest under which an edition was approved, by its path in the folder; `nil` where it is in no lock file.
  public func lockedDigest(of path: String) -> Digest? { lock.digest(of: path) }

  /// The schemes that have a folder here, in alphabetical order.
  public var schemes: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0 != "calendars" && !editions(of: $0).isEmpty }.sorted()
  }

  /// The editions of a scheme, the newest first.
  public func editions(of scheme: String) -> [EditionName] {
    guard !scheme.isEmpty, scheme.utf8.allSatisfy({ $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }) else {
      return []
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(scheme)")) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.compactMap { try? Literal.edition(String($0.dropLast(5))) }
      .sorted(by: >)
  }

  /// The path of an edition's file, whether or not there is one.
  public func path(of scheme: String, _ edition: EditionName) -> String { "\(folder)/\(scheme)/\(edition).yaml" }

  /// Reads one edition and holds it against its file name and the lock.
  public func edition(_ edition: EditionName, of scheme: String) throws(FaultList) -> Edition {
    let source = try SourceText(path: path(of: scheme, edition))
    let matrix = try MatrixReader.read(source)
    let digest = Digest(of: source.exactBytes)
    try check(matrix, digest, source, named: "\(scheme)/\(edition).yaml")
    let calendar = try calendar(of: matrix, in: source)
    return Edition(name: edition, matrix: matrix, digest: digest, source: source, calendar: calendar)
  }

  /// The path of a calendar's file, whether or not there is one.
  public func path(ofCalendar name: String) -> String { "\(folder)/calendars/\(name).yaml" }

  /// The calendar that a matrix names; `nil` where it names none.
  /// - Throws: that there is none of the name, or the faults of its file.
  public func calendar(of matrix: Matrix, in source: SourceText) throws(FaultList) -> CalendarFile? {
    guard let name = matrix.calendar else { return nil }
    let isPlain = !name.isEmpty && name.utf8.allSatisfy { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }
    guard isPlain, FileManager.default.fileExists(atPath: path(ofCalendar: name)) else {
      let named = try YAMLReader().read(source).first?["calendar"]?.span ?? Span(line: 1, column: 1)
      throw FaultList(
        source.fault(
          .calendarUnknown, at: named,
          says: "The matrix counts working days by the calendar `\(name)`, which is not there.",
          mend: "Add the file \(path(ofCalendar: name)), or correct `calendar`."))
    }
    let file = try SourceText(path: path(ofCalendar: name))
    let calendar = try CalendarFile.read(file)
    guard calendar.name == name else {
      throw FaultList(
        file.fault(
          .calendarUnknown, says: "The file says it is the calendar `\(calendar.name)`, and is kept as `\(name)`.",
          mend: "Rename the file, or correct `calendar` in it."))
    }
    return calendar
  }

  private func check(_ matrix: Matrix, _ digest: Digest, _ source: SourceText, named path: String) throws(FaultList) {
    var faults = FaultList()
    if "\(matrix.scheme)/\(matrix.edition).yaml" != path {
      faults.add(
        source.fault(
          .editionMisnamed, says: "The file says it is \(matrix.scheme)/\(matrix.edition), and is kept as \(path).",
          mend: "Rename the file, or correct `scheme` and `edition` in it."))
    }
    let locked = lock.digest(of: path)
    if let locked, locked != digest {
      faults.add(
        source.fault(
          .editionChanged,
          says: "This edition was approved with the digest \(locked.text), and now has \(digest.text).",
          mend:
            "Restore the approved file, and make the change in a correction such as \(matrix.inForceFrom.isoText).1."))
    }
    if locked == nil, matrix.status == .approved {
      faults.add(
        source.fault(
          .editionUnlocked, says: "This edition says it is approved, and is not in editions.lock.",
          mend: "Write `status: draft`, or have its digest \(digest.text) added to editions.lock."))
    }
    try faults.throwIfAny()
  }

  /// Chooses the edition for a case: the one it asks for, or the newest that was in force on the day that it names
  /// itself.
  public func edition(for outline: CaseOutline, _ open: (EditionName) throws(FaultList) -> Edition) throws(FaultList)
    -> Edition
  {
    try edition(for: outline, among: editions(of: outline.scheme), open)
  }

  /// The same, where the editions of the scheme are known already.
  func edition(
    for outline: CaseOutline, among editions: [EditionName], _ open: (EditionName) throws(FaultList) -> Edition
  ) throws(FaultList) -> Edition {
    if editions.isEmpty { throw FaultList(unknownScheme(outline)) }
    if let asked = outline.edition {
      guard editions.contains(asked) else { throw FaultList(unknownEdition(asked, outline, editions)) }
      return try open(asked)
    }
    return try edition(selectedFor: outline, among: editions, open)
  }

  /// The newest of some editions that was in force on the day that a case names itself, whichever it asks for.
  ///
  /// - Parameter editions: those of its scheme, the newest first; at least one.
  public func edition(
    selectedFor outline: CaseOutline, among editions: [EditionName],
    _ open: (EditionName) throws(FaultList) -> Edition
  ) throws(FaultList) -> Edition {
    if editions.isEmpty { throw FaultList(unknownScheme(outline)) }
    var selecting: (fact: String, day: CivilDate)?
    for name in editions {
      let edition = try open(name)
      let facts = edition.matrix.selectsOn.map { edition.matrix.facts[ref: $0].name }
      guard let (fact, day) = facts.lazy.compactMap({ fact in outline.day(of: fact).map { (fact, $0) } }).first else {
        let unread = outline.faults(ofDays: facts)
        throw unread.isEmpty ? FaultList(undated(outline, facts)) : unread
      }
      if day >= edition.matrix.inForceFrom { return edition }
      selecting = (fact, day)
    }
    throw FaultList(tooEarly(outline, selecting!, editions))
  }
}

extension MatrixLibrary.Edition {
  /// An edition that lies outside a library, with its own word for its name.
  public init(loose source: SourceText, _ matrix: Matrix, calendar: CalendarFile?) {
    let name = (try? Literal.edition(matrix.edition)) ?? EditionName(matrix.inForceFrom)
    self.init(
      name: name, matrix: matrix, digest: Digest(of: source.exactBytes), source: source, calendar: calendar)
  }
}
