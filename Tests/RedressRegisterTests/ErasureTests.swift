import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// What is personal can be erased after its time, and the chain holds.
@Suite struct ErasureTests {
  private static let name = "Zebedee Quillfeather"

  private func sample() throws -> (SampleRegister, Register) {
    let sample = try SampleRegister()
    let (register, pricer) = (try sample.open(), try SampleRegister.pricer())
    try SampleRegister.offer("PHG-1", in: register, pricer: pricer, person: Self.name)
    try SampleRegister.offer("PHG-2", in: register, pricer: pricer, until: .paid, salt: 8)
    return (sample, register)
  }

  private func erase(
    _ register: Register, _ offers: [Int], on day: String, retention: Period = ErasureOrder.usual,
    earlier: String? = nil
  ) throws -> ErasureOutcome {
    let outcome = try register.write(SampleRegister.stamp("s.ward", day)) {
      try $0.erase(
        ErasureOrder(offers: offers, because: "kept long enough", retention: retention, earlierBecause: earlier))
    }
    #expect(try register.clearTraces())
    return outcome
  }

  /// Whether a text stands anywhere in the files of a register.
  private func isAnywhere(_ text: String, _ sample: SampleRegister) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: sample.folder).contains { name in
      let bytes = FileManager.default.contents(atPath: sample.folder + "/" + name) ?? Data()
      return bytes.range(of: Data(text.utf8)) != nil
    }
  }

  @Test func theNameIsGoneFromEveryFileAndTheChainHolds() throws {
    let (sample, register) = try sample()
    #expect(try isAnywhere(Self.name, sample))
    let outcome = try erase(register, [1], on: "2032-11-02")
    #expect(outcome == ErasureOutcome(offers: [1], files: 2, shared: 0))
    #expect(try !isAnywhere(Self.name, sample))
    let check = try RegisterCheckTests.check(sample.path)
    #expect(check.isGood, "\(check.findings.filter { !$0.isGood })")
    let again = try erase(register, [1], on: "2032-11-02")
    #expect(again.files == 0)
    let (pricer, officers) = (try SampleRegister.pricer(), try SampleRegister.officers())
    let signatures = try register.read {
      try $0.checkSignatures(with: pricer, officers: officers, house: []) { _ in true }
    }
    #expect(signatures.filter { !$0.isGood } == [])
  }

  @Test func whatIsNotDueIsRefused() throws {
    let (_, register) = try sample()
    for (offers, day) in [([1], "2032-11-01"), ([2], "2040-01-01"), ([7], "2040-01-01")] {
      #expect(throws: ActRefusal.self) { _ = try erase(register, offers, on: day) }
    }
    #expect(throws: ActRefusal.self) { _ = try erase(register, [1], on: "2030-01-01", retention: Period(2, .years)) }
    #expect(throws: ActRefusal.self) { _ = try erase(register, [1], on: "2033-01-01", retention: Period(7, .years)) }
    let outcome = try erase(register, [1], on: "2030-01-01", retention: Period(2, .years), earlier: "the person asked")
    #expect(outcome.files == 2)
    let events = try register.read { try $0.events(sql: "SELECT body FROM event WHERE kind = 'erased'") }
    let event = try #require(events.first)
    guard case .erased(let erasure) = event.act else { return }
    #expect(erasure.because == "kept long enough Earlier than 6 years: the person asked")
  }

  @Test func whatAnotherOfferUsesStays() throws {
    let sample = try SampleRegister()
    let (register, pricer) = (try sample.open(), try SampleRegister.pricer())
    try SampleRegister.offer("PHG-1", in: register, pricer: pricer, document: "a leaflet")
    try SampleRegister.offer("PHG-2", in: register, pricer: pricer, until: .issued, salt: 8, document: "a leaflet")
    #expect(try erase(register, [], on: "2033-01-01") == ErasureOutcome(offers: [1], files: 1, shared: 1))
    #expect(try register.read { try $0.bytes(of: Digest(of: Array("a leaflet".utf8))) } != nil)
    #expect(try RegisterCheckTests.check(sample.path).isGood)
  }

  @Test func allThatAreDueGoTogetherWithTheirImportedCases() throws {
    let (sample, register) = try sample()
    try SampleRegister.offer(
      "PHG-3", in: register, pricer: try SampleRegister.pricer(), until: .drafted, salt: 9)
    try register.write(SampleRegister.stamp("j.okafor", "2026-10-14")) {
      _ = try $0.withdraw(3, because: "a slip", couldSign: nil)
      let bytes = try $0.keep(Array("{\"case\":\"PHG-1\"}".utf8), .case)
      _ = try $0.append(
        .imported(ImportedCase(reference: "PHG-1", scheme: "progress", digest: bytes, source: Digest(of: [1]))),
        offer: nil)
      let lone = try $0.keep(Array("{\"case\":\"PHG-8\"}".utf8), .case)
      _ = try $0.append(
        .imported(ImportedCase(reference: "PHG-8", scheme: "progress", digest: lone, source: Digest(of: [1]))),
        offer: nil)
    }
    #expect(try erase(register, [], on: "2032-10-13").files == 0)
    #expect(try erase(register, [], on: "2033-01-01") == ErasureOutcome(offers: [1, 3], files: 5, shared: 0))
    #expect(try register.read { try $0.importedCase("PHG-1") } == nil)
    #expect(try register.read { try $0.importedCase("PHG-8") } == nil)
    let check = try RegisterCheckTests.check(sample.path)
    #expect(check.isGood, "\(check.findings.filter { !$0.isGood })")
  }
}
