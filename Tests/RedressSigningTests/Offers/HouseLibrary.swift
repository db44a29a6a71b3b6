import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// A folder of matrices with an approved edition of a policy that names nobody who signs, as most policies do.
struct HouseLibrary {
  static let name = "progress/2022-10-01.yaml"
  private let bench: Workbench
  var folder: String { bench.path + "/Matrices" }

  /// - Parameter isCut: whether the sample's ladder is left out.
  init(_ bench: Workbench, isCut: Bool = true) throws {
    self.bench = bench
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/progress", withIntermediateDirectories: true)
    try files.copyItem(atPath: Samples.path("Matrices/calendars"), toPath: folder + "/calendars")
    var text = try Samples.text("Matrices/\(Self.name)")
    if isCut {
      for block in ["authority:", "  authority-on:", "  senior-signs:", "  relevant-director:"] {
        text = Self.leaveOut(block, of: text)
      }
      // There is no authority left that could decide.
      text = text.replacing("by: authority", with: "by: [chief-executive]")
    }
    try write(text)
  }

  /// Writes the edition, and approves it unless it is to be left out of the lock file.
  func write(_ text: String, isLocked: Bool = true) throws {
    let bytes = Array(text.utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(Self.name)"))
    if isLocked { try lock("\(Digest(of: bytes).text)  \(Self.name)\n") }
  }

  func lock(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/editions.lock")) }

  func text() throws -> String { try String(contentsOfFile: "\(folder)/\(Self.name)", encoding: .utf8) }

  func pricer() throws -> CasePricer { CasePricer(library: try MatrixLibrary(folder: folder), today: Samples.today) }

  /// A key with everything under it.
  private static func leaveOut(_ key: String, of text: String) -> String {
    let margin = key.prefix { $0 == " " }.count
    var isLeftOut = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line == key {
        isLeftOut = true
      } else if isLeftOut, !line.isEmpty, line.prefix(while: { $0 == " " }).count <= margin {
        isLeftOut = false
      }
      return !isLeftOut
    }
    return lines.joined(separator: "\n")
  }
}
