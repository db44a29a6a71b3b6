import Foundation
import Redress
import RedressFiles
import RedressSigning

/// What the readers need beside the bytes: the bundled matrices, the officers of the fixtures, and a folder for files.
/// Editions are read once for all inputs.
public final class Workshop {
  static let root = URL(fileURLWithPath: #filePath).appending(path: "../../../..").standardized.path
  static let today = CivilDate(year: 2026, month: 11, day: 26) ?? .latest

  let library: MatrixLibrary
  let officers: OfficersFile
  let pricer: CasePricer
  let timetabler: CaseTimetabler
  let kept: KeptEditions
  let batch: BatchBench
  /// The digests of all offers that were ever signed with the keys of the fixtures.
  let signedOffers: Set<String>
  /// A folder of its own, which is removed with it.
  let folder: String

  /// - Parameter signedOffers: the digests of the offers that count as signed; without it, of those that were.
  /// - Throws: where the fixtures cannot be read or the folder cannot be made.
  public init(signedOffers signed: Set<String>? = nil) throws {
    library = try MatrixLibrary(folder: Self.root + "/Matrices")
    officers = try OfficersFile.read(SourceText(path: Self.root + "/Fixtures/officers.yaml"))
    pricer = CasePricer(library: library, today: Self.today, officers: officers.officers)
    timetabler = CaseTimetabler(library: library, today: Self.today)
    kept = KeptEditions(library)
    let list = try String(contentsOfFile: Self.root + "/Fixtures/fuzz/signed-offers.txt", encoding: .utf8)
    signedOffers = signed ?? Set(list.split(separator: "\n").map(String.init))
    var template = Array(
      FileManager.default.temporaryDirectory.appendingPathComponent("redress-fuzz-XXXXXX").path.utf8CString)
    guard mkdtemp(&template) != nil else { throw BrokenRule("no folder can be made") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    batch = BatchBench(in: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
