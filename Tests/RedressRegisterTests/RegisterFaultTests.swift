import Foundation
import GRDB
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// What can be wrong with the file of a register, each said as it is, with the register unharmed.
@Suite struct RegisterFaultTests {
  private func fault(_ body: () throws -> Void) -> RegisterFault? {
    do {
      try body()
      return nil
    } catch { return error as? RegisterFault }
  }

  private func write(_ sample: SampleRegister, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: sample.path))
  }

  @Test func whatIsNoRegisterIsNotTouched() throws {
    let sample = try SampleRegister()
    #expect(fault { _ = try Register.open(sample.path) } == .absent(path: sample.path))
    for bytes in [[], Array("case: x\n".utf8), [UInt8](repeating: 7, count: 9000)] {
      try write(sample, bytes)
      #expect(fault { _ = try Register.open(sample.path) } == .notARegister(path: sample.path))
      #expect(FileManager.default.contents(atPath: sample.path) == Data(bytes))
    }
    #expect(fault { _ = try Register.open(sample.folder) } == .notARegister(path: sample.folder))
  }

  @Test func anotherProgramsDatabaseIsNotTouched() throws {
    let sample = try SampleRegister()
    let queue = try DatabaseQueue(path: sample.path)
    try queue.write { try $0.execute(sql: "CREATE TABLE event_log (x)") }
    try queue.close()
    let before = FileManager.default.contents(atPath: sample.path)
    #expect(fault { _ = try Register.open(sample.path) } == .notARegister(path: sample.path))
    #expect(fault { _ = try sample.open() } == .notARegister(path: sample.path))
    #expect(FileManager.default.contents(atPath: sample.path) == before)
  }

  @Test func aLaterVersionIsNotTouched() throws {
    let sample = try RegisterCheckTests.filled()
    let queue = try DatabaseQueue(path: sample.path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
    try queue.close()
    let before = FileManager.default.contents(atPath: sample.path)
    for open in [{ try Register.open(sample.path) }, { try Register.openToRead(sample.path) }] {
      #expect(fault { _ = try open() } == .newer(path: sample.path))
      #expect(FileManager.default.contents(atPath: sample.path) == before)
      for ending in ["-wal", "-shm"] { #expect(!FileManager.default.fileExists(atPath: sample.path + ending)) }
    }
  }

  @Test func whoeverWaitsForAnotherGivesUpInTime() throws {
    let sample = try RegisterCheckTests.filled()
    let other = try DatabaseQueue(path: sample.path)
    var (found, seconds): (RegisterFault?, Double) = (nil, 0)
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let start = Date()
      found = fault {
        let register = try sample.open(patience: 0.2)
        _ = try register.read { try $0.checkpoint() }
        try register.write(SampleRegister.stamp("j.okafor", "2026-11-01")) { _ in }
      }
      seconds = Date().timeIntervalSince(start)
      try db.execute(sql: "ROLLBACK")
    }
    #expect(found == .locked(path: sample.path))
    #expect((0.15...5).contains(seconds), "\(seconds)")
    #expect(try RegisterCheckTests.check(sample.path).isGood)
  }

  /// Whatever page is overwritten, nothing is taken for sound that is not, and nothing crashes.
  @Test func corruptPagesAreFound() throws {
    let sample = try RegisterCheckTests.filled()
    try sample.open().pool.close()
    let whole = Array(FileManager.default.contents(atPath: sample.path)!)
    var (found, tried) = (0, 0)
    for page in 1..<(whole.count / 4096) {
      var bytes = whole
      for place in (page * 4096)..<(page * 4096 + 64) { bytes[place] = 0xA5 }
      for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: sample.path + ending) }
      try write(sample, bytes)
      tried += 1
      do { if try !RegisterCheckTests.check(sample.path).isGood { found += 1 } } catch is RegisterFault { found += 1 }
    }
    print("faults: \(found) of \(tried) overwritten pages found")
    #expect(found == tried)
  }

  /// A disk without room, which a file system of one megabyte is; only where one may be made.
  @Test func aFullDiskHarmsNothing() throws {
    let sample = try SampleRegister()
    let disk = sample.folder + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard run(["mount", "-t", "tmpfs", "-o", "size=640k", "tmpfs", disk]) == 0 else { return }
    defer { _ = run(["umount", "-l", disk]) }
    let register = try Register.openOrBegin(disk + "/r", stamp: SampleRegister.stamp("j.okafor", "2026-10-12"))
    let pricer = try SampleRegister.pricer()
    var (fault, count): (RegisterFault?, Int) = (nil, 0)
    while fault == nil, count < 200 {
      fault = self.fault {
        try SampleRegister.offer("PHG-\(count)", in: register, pricer: pricer, until: .drafted, salt: UInt8(count))
      }
      if fault == nil { count += 1 }
    }
    guard case .cannotWrite(_, let says) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(says == "there is no room left")
    let check = try register.read { try $0.check() }
    #expect(check.isGood, "\(check.findings.filter { !$0.isGood })")
    #expect(check.checkpoint?.size == count + 1)
    print("faults: a disk was full after \(count) offers, and all of them are there")
    let copy = self.fault { _ = try register.backup(to: disk + "/copy") }
    guard case .cannotWrite = copy else {
      Issue.record("\(String(describing: copy))")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: disk + "/copy"))
    try register.pool.close()
  }

  @Test func aRegisterThatMayOnlyBeReadIsReadAndNotWritten() throws {
    let sample = try RegisterCheckTests.filled()
    try sample.open().pool.close()
    let disk = sample.folder + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard run(["mount", "--bind", sample.folder, disk]) == 0 else { return }
    defer { _ = run(["umount", "-l", disk]) }
    guard run(["mount", "-o", "remount,bind,ro", disk]) == 0 else { return }
    let fault = fault {
      let register = try Register.open(disk + "/offers.register")
      try register.write(SampleRegister.stamp("j.okafor", "2026-11-01")) {
        _ = try $0.decline(3, because: nil)
      }
    }
    guard case .cannotWrite = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
  }

  private func run(_ words: [String]) -> Int32 {
    guard let program = try? StartedProgram(words, errors: .nothing) else { return -1 }
    return program.wait()
  }
}
