import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// A whole register goes out as lines and comes in again, to the byte.
@Suite struct InterchangeTests {
  private func lines(_ path: String) throws -> [UInt8] {
    var lines: [UInt8] = []
    try Register.open(path).read { try $0.export { lines += $0 } }
    return lines
  }

  private func text(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func write(_ bytes: [UInt8], _ sample: SampleRegister) throws -> String {
    let path = sample.folder + "/register.ndjson"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func theRoundTripIsByteIdentical() throws {
    let sample = try RegisterCheckTests.filled()
    try sample.open().write(SampleRegister.stamp("s.ward", "2033-01-01")) {
      _ = try $0.erase(ErasureOrder(offers: [1], because: "due"))
    }
    let out = try lines(sample.path)
    let new = sample.folder + "/new.register"
    let stand = try RegisterImport.run(write(out, sample), to: new)
    #expect(try lines(new) == out)
    #expect(try RegisterCheckTests.check(new, stand).isGood)
    #expect(try Register.open(sample.path).read { try $0.checkpoint() } == stand)
    let names = try FileManager.default.contentsOfDirectory(atPath: sample.folder)
    #expect(!names.contains { $0.contains("part") }, "\(names)")
    let file = sample.folder + "/again.ndjson"
    try Register.open(new).read { try $0.export(to: file) }
    #expect(FileManager.default.contents(atPath: file) == Data(out))
  }

  @Test func aRegisterThatIsThereIsNotTouched() throws {
    let sample = try RegisterCheckTests.filled()
    let file = try write(lines(sample.path), sample)
    #expect(throws: RegisterFault.self) { try RegisterImport.run(file, to: sample.path) }
    #expect(try RegisterCheckTests.check(sample.path).isGood)
  }

  /// A letter more or less anywhere, a line left out, doubled or turned round: nothing is imported.
  @Test func whatIsNotAsItWasWrittenIsRefused() throws {
    let sample = try SampleRegister()
    try SampleRegister.offer(
      "PHG-1", in: try sample.open(), pricer: try SampleRegister.pricer(), until: .accepted)
    let lines = text(try lines(sample.path))
    var changed: [[String]] = [Array(lines.dropLast()), lines + [lines[lines.count - 1]]]
    for place in lines.indices {
      changed.append(lines.enumerated().filter { $0.offset != place }.map(\.element))
      var other = lines
      let middle = other[place].index(other[place].startIndex, offsetBy: other[place].count / 2)
      other[place].replaceSubrange(middle...middle, with: other[place][middle] == "a" ? "b" : "a")
      changed.append(other)
      other[place] = lines[place].replacing(":", with: ": ", maxReplacements: 1)
      changed.append(other)
      if place > 0 {
        other = lines
        other.swapAt(place, place - 1)
        changed.append(other)
      }
    }
    let new = sample.folder + "/new.register"
    var faultless = 0
    for lines in changed {
      let file = try write(Array((lines.joined(separator: "\n") + "\n").utf8), sample)
      do {
        _ = try RegisterImport.run(file, to: new)
        faultless += 1
      } catch let faults as FaultList { #expect(faults.count > 0) }
      #expect(!FileManager.default.fileExists(atPath: new))
    }
    #expect(faultless == 0)
    print("interchange: \(changed.count) changed exports, all refused")
  }

  @Test func everyFaultIsReportedWithItsLine() throws {
    let sample = try RegisterCheckTests.filled()
    var lines = text(try lines(sample.path))
    let files = Int(lines[0].split(separator: "\"files\":")[1].prefix { $0.isNumber })!
    lines[2] = "x"
    lines[files + 4] = lines[files + 4].replacing("2026", with: "2025")
    lines[files + 7] = "{}"
    let file = try write(Array((lines.joined(separator: "\n") + "\n").utf8), sample)
    do {
      _ = try RegisterImport.run(file, to: sample.folder + "/new.register")
      Issue.record("it was imported")
    } catch let faults as FaultList {
      let places = faults.sorted.compactMap { $0.place?.line }
      #expect(places.contains(3) && places.contains(files + 8), "\(places)")
    }
  }

  /// Numbers that nobody counts to are faults like any other.
  @Test func anyNumberCanBeStated() throws {
    let sample = try RegisterCheckTests.filled()
    let lines = text(try lines(sample.path))
    let files = Int(lines[0].split(separator: "\"files\":")[1].prefix { $0.isNumber })!
    var (counted, numbered) = (lines, lines)
    counted[0] = lines[0].replacing("\"files\":\(files)", with: "\"files\":\(Int.max)")
    numbered[files + 2] = lines[files + 2].replacing("\"event\":2", with: "\"event\":\(Int.max)")
    #expect(counted != lines && numbered != lines)
    for lines in [counted, numbered] {
      let file = try write(Array((lines.joined(separator: "\n") + "\n").utf8), sample)
      #expect(throws: FaultList.self) { try RegisterImport.run(file, to: sample.folder + "/new.register") }
    }
  }

  @Test func anEmptyFileIsAtFaultOnItsFirstLine() throws {
    let sample = try SampleRegister()
    do {
      _ = try RegisterImport.run(write([], sample), to: sample.folder + "/new.register")
      Issue.record("it was imported")
    } catch let faults as FaultList { #expect(faults.sorted.map(\.place?.line) == [1]) }
  }

  /// A decision that belongs to no offer would stand in no table.
  @Test func anEventOfNoOfferIsRefused() throws {
    let sample = try SampleRegister()
    let register = try sample.open()
    try register.write(SampleRegister.stamp("s.ward", "2026-10-14")) { _ = try $0.append(.closed, offer: nil) }
    let bad = try register.read { try $0.check() }.findings.filter { !$0.isGood }
    #expect(bad.first?.says.contains("of the kind `closed`, is about no offer") == true, "\(bad)")
  }

  /// A chain that is sound and tells what cannot have happened.
  @Test func anImpossibleOrderOfActsIsRefused() throws {
    let sample = try SampleRegister()
    let register = try sample.open()
    let pricer = try SampleRegister.pricer()
    try SampleRegister.offer("PHG-1", in: register, pricer: pricer, until: .issued)
    try register.write(SampleRegister.stamp("s.ward", "2026-10-14")) {
      _ = try $0.append(
        .paid(Payment(method: "bacs", amount: Money(pence: 1), proof: "x", seen: [], run: nil)), offer: 1)
    }
    let file = try write(lines(sample.path), sample)
    do {
      _ = try RegisterImport.run(file, to: sample.folder + "/new.register")
      Issue.record("it was imported")
    } catch let faults as FaultList { #expect(faults.sorted.first?.says.contains("cannot be paid now") == true) }
  }
}
