import Foundation
import RedressFiles

@testable import RedressLetters

/// An organisation file in a folder of its own, with what stands beside it.
struct OrganisationFolder {
  let folder: Folder

  init() throws { folder = try Folder() }

  func put(_ bytes: [UInt8], _ name: String) throws { _ = try folder.put(Data(bytes), name) }

  func read(_ text: String) throws(FaultList) -> Organisation {
    let path = folder.url.appendingPathComponent("organisation.yaml").path
    return try Organisation.read(SourceText(name: path, bytes: Array(text.utf8)))
  }

  /// The code and the place of each fault of a file: `case.shape 3:5`.
  func places(_ text: String) -> [String] {
    faults(text).map { fault in
      "\(fault.code.rawValue)\(fault.place.map { " \($0.line):\($0.column)" } ?? "")"
    }
  }

  func faults(_ text: String) -> [Fault] {
    do {
      _ = try read(text)
      return []
    } catch { return error.sorted }
  }

  /// What every file must have, in six lines.
  static let least = """
    format: redress-organisation/1
    name: Millbrook Homes
    address: [1 Mill Lane, Millbrook]
    data-protection: We keep it for six years.
    contacts:
      - { from: 2024-01-01, checked-on: 2026-09-01, phone: 01632 960 100 }

    """
}
