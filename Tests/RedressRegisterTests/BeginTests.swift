import Foundation
import GRDB
import Testing

@testable import RedressRegister

/// How a register is begun: whole, once, and on the disk.
@Suite struct BeginTests {
  private func events(_ register: Register) throws -> [String] {
    try register.read { try $0.events(sql: "SELECT body FROM event ORDER BY number").map(\.act.kind.rawValue) }
  }

  @Test func itIsBegunOnce() throws {
    let sample = try SampleRegister()
    #expect(try events(sample.open()) == ["begun"])
    #expect(try events(sample.open()) == ["begun"])
  }

  @Test func ofManyWhoBeginItOneDoes() async throws {
    let sample = try SampleRegister()
    let origins = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 {
        group.addTask { try sample.open().read { try $0.checkpoint().origin } }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(origins.count == 1)
    #expect(try events(sample.open()) == ["begun"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: sample.folder).filter { $0.hasSuffix(".part") } == [])
  }

  @Test func anEmptyFileBecomesOne() throws {
    let sample = try SampleRegister()
    try Data().write(to: URL(fileURLWithPath: sample.path))
    #expect(try events(sample.open()) == ["begun"])
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    let sample = try SampleRegister()
    let other = try DatabaseQueue(path: sample.path)
    try other.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
    try other.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: sample.path))
    #expect(throws: RegisterFault.notARegister(path: sample.path)) { try sample.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: sample.path)) == before)
  }

  /// 2 is FULL: what is committed is flushed to the disk before the command says so.
  @Test func whatIsRecordedIsOnTheDisk() throws {
    let register = try SampleRegister().open()
    #expect(try register.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    #expect(try register.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA secure_delete") } == 1)
  }

  @Test func onlyItsOwnerMayReadIt() throws {
    let sample = try SampleRegister()
    _ = try sample.open()
    let mode = try FileManager.default.attributesOfItem(atPath: sample.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}
