import GRDB
import Redress
import RedressFiles

extension RegisterReading {
  /// The bytes of the case of a reference as it came in last; `nil` where none did, or it was erased.
  public func importedCase(_ reference: String) throws -> [UInt8]? {
    let events = try events(sql: "SELECT body FROM event WHERE kind = 'imported' ORDER BY number DESC")
    for event in events {
      guard case .imported(let imported) = event.act, imported.reference == reference else { continue }
      return try bytes(of: imported.digest)
    }
    return nil
  }
}
