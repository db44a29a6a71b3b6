import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// A copy is made while others write.
@Suite struct BackupTests {
  @Test func aCopyIsWholeThoughSomebodyWrites() async throws {
    let sample = try SampleRegister()
    let register = try sample.open()
    let writer = Task {
      let pricer = try SampleRegister.pricer()
      for number in 1...12 {
        try SampleRegister.offer("PHG-\(number)", in: register, pricer: pricer, until: .issued, salt: UInt8(number))
      }
    }
    for number in 1...8 {
      let path = sample.folder + "/copy-\(number)"
      let stand = try register.backup(to: path)
      let check = try RegisterCheckTests.check(path, stand)
      #expect(check.isGood, "\(check.findings.filter { !$0.isGood })")
    }
    try await writer.value
    let stand = try register.backup(to: sample.folder + "/copy")
    let now = try register.read { try $0.checkpoint() }
    #expect(stand == now)
    let mode = try FileManager.default.attributesOfItem(atPath: sample.folder + "/copy")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func nothingIsWrittenOver() throws {
    let sample = try RegisterCheckTests.filled()
    let register = try sample.open()
    let path = sample.folder + "/kept"
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: RegisterFault.self) { try register.backup(to: path) }
    #expect(throws: RegisterFault.self) { try register.backup(to: sample.path) }
    #expect(throws: RegisterFault.self) { try register.backup(to: sample.folder + "/no/such/folder") }
    #expect(FileManager.default.contents(atPath: path) == Data("mine".utf8))
    #expect(try RegisterCheckTests.check(sample.path).isGood)
  }
}
