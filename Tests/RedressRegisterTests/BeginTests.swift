import Foundation
import GRDB
import Testing

@testable import RedressRegister

/// How a register is begun, also after somebody was killed while they began it.
@Suite struct BeginTests {
  private func events(_ register: Register) throws -> [String] {
    try register.read { try $0.events(sql: "SELECT body FROM event ORDER BY number").map(\.act.kind.rawValue) }
  }

  @Test func itIsBegunOnce() throws {
    let sample = try SampleRegister()
    #expect(try events(sample.open()) == ["begun"])
    #expect(try events(sample.open()) == ["begun"])
  }

  @Test func tablesWithoutAnEventAreBegunAgain() throws {
    let sample = try SampleRegister()
    let register = try Register.connect(sample.path, patience: 1)
    try RegisterSchema.migrator.migrate(register.pool)
    #expect(try events(sample.open()) == ["begun"])
  }

  @Test func aDatabaseWithoutTablesIsBegunAgain() throws {
    let sample = try SampleRegister()
    _ = try Register.connect(sample.path, patience: 1)
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
}
