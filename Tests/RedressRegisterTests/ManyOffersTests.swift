import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressRegister

/// A large register is checked, exported and imported in little memory. With `REDRESS_MANY_OFFERS=20000` the times and
/// the memory are printed.
@Suite struct ManyOffersTests {
  private static let count = ProcessInfo.processInfo.environment["REDRESS_MANY_OFFERS"].flatMap { Int($0) }

  @Test(.enabled(if: count != nil)) func isCheckedInLittleMemory() throws {
    let (sample, count) = (try SampleRegister(), Self.count ?? 0)
    var start = Date()
    let register = try sample.open()
    try Self.fill(register, count)
    Self.say("filled with \(count) offers", since: start)
    // A copy for whoever wants to try the built command on it.
    if let path = ProcessInfo.processInfo.environment["REDRESS_MANY_OFFERS_TO"] { _ = try register.backup(to: path) }
    start = Date()
    let check = try register.read { try $0.check() }
    #expect(check.isGood, "\(check.findings.filter { !$0.isGood })")
    Self.say("checked \(check.checkpoint?.size ?? 0) events", since: start)
    start = Date()
    let file = sample.folder + "/register.ndjson"
    try register.read { try $0.export(to: file) }
    Self.say("exported", since: start)
    start = Date()
    _ = try RegisterImport.run(file, to: sample.folder + "/new.register")
    Self.say("imported", since: start)
    start = Date()
    _ = try register.backup(to: sample.folder + "/copy")
    Self.say("copied", since: start)
  }

  private static func say(_ what: String, since start: Date) {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    let tenths = Int(Date().timeIntervalSince(start) * 10)
    print("many offers: \(what) in \(tenths / 10).\(tenths % 10) s; \(peak)")
  }

  /// The same decision for many cases, drafted and signed. Nobody looks at the signatures here.
  private static func fill(_ register: Register, _ count: Int) throws {
    let pricer = try SampleRegister.pricer()
    let files = try SampleRegister.files(SampleRegister.caseText("PHG-0000000"), pricer: pricer)
    let check = try SampleRegister.check(files, pricer)
    let drafted = Drafted(files.record, check.assessed, check.draft, letter: nil, replaced: nil)
    let text = String(decoding: files.record.bytes, as: UTF8.self)
    try register.write(SampleRegister.stamp("j.okafor", "2026-10-12")) { writing in
      for number in 1...count {
        let name = "PHG-\(1_000_000 + number)"
        let offer = try writing.keep(Array(text.replacing("PHG-0000000", with: name).utf8), .offer)
        let own = Drafted(
          reference: name, revision: 1, supersedes: nil, scheme: drafted.scheme, edition: drafted.edition,
          editionDigest: drafted.editionDigest, offerDigest: offer, letterDigest: drafted.letterDigest, remedies: 0,
          outcome: drafted.outcome, offerDate: drafted.offerDate, lastDay: drafted.lastDay,
          household: drafted.household, rentAccount: drafted.rentAccount, costCode: drafted.costCode,
          sums: drafted.sums)
        let event = try writing.append(.drafted(own), offer: number)
        var life = OfferLife(own, event)
        let signature = try writing.keep(Array("signature of \(name)".utf8), .signature)
        let signed = Signed(role: "head-of-department", standsInFor: nil, digest: signature, isLast: true)
        try writing.append(.signed(signed), to: &life, stamp: SampleRegister.stamp("a.khan", "2026-10-12"))
      }
    }
  }
}
