import Foundation
import Testing

/// What is done with a whole register, by the real command.
@Suite struct RegisterFilesCommandTests {
  private static let map = """
    format: redress-column-map/1
    scheme: progress
    columns:
      Case ref: case
      Date of failure: incident-date
      Complaint date: claim-date
      Offer: offer-date
      Tenure: customer-type
      Sum: item1.amount
    fixed: { item1.head: inconvenience, item1.impact: medium, item1.as: bacs }
    values: { customer-type: { T: tenant } }
    days: DD/MM/YYYY

    """
  private static let cases = """
    Case ref,Date of failure,Complaint date,Offer,Tenure,Sum
    PHG-1,14/09/2026,30/09/2026,12/10/2026,T,£180.00
    PHG-2,14/09/2026,30/09/2026,12/10/2026,T,£150.00

    """

  /// An office with a register into which two cases were imported.
  private func office() async throws -> Office {
    let office = try Office()
    try office.folder.write(Self.map, to: "map.yaml")
    try office.folder.write(Self.cases, to: "cases.csv")
    let ended = try await importCases("cases.csv", in: office)
    #expect(ended.status == 0, "\(ended.output)")
    return office
  }

  private func importCases(_ file: String, in office: Office) async throws -> Subprocess {
    try await office.run(
      ["import", file, "--map", "map.yaml", "--register", "r", "--by", "j.okafor", "--on", "2026-10-12"]
        + Office.officers)
  }

  @Test func casesComeInOnceAndOnlyAllTogether() async throws {
    let office = try await office()
    defer { office.close() }
    let again = try await importCases("cases.csv", in: office)
    #expect(again.output.contains("New: 0. New versions: 0. There already: 2."), "\(again.output)")
    try office.folder.write(
      Self.cases.replacingOccurrences(of: "PHG-2,14", with: "PHG-3,31") + "PHG-4,1,2,3,T,£1\n", to: "bad.csv")
    let before = try office.contents["r"]
    let bad = try await importCases("bad.csv", in: office)
    #expect(bad.status == 65)
    #expect(bad.output.contains("bad.csv:3:7: literal.day"), "\(bad.output)")
    #expect(bad.output.contains("bad.csv:4:7: literal.day"), "\(bad.output)")
    #expect(try office.contents["r"] == before)
  }

  @Test func aRegisterGoesOutComesInAndIsVerified() async throws {
    let office = try await office()
    defer { office.close() }
    for words in [
      ["export", "--register", "r", "--to", "r.ndjson"], ["checkpoint", "--register", "r", "--to", "stand"],
      ["import", "r.ndjson", "--register", "new"], ["backup", "--register", "r", "--to", "copy"],
      ["verify", "r", "new", "copy", "--checkpoint", "stand"], ["verify", "r", "--json"] + Office.officers,
    ] {
      let ended = try await office.run(words, today: nil)
      #expect(ended.status == 0, "\(words): \(ended.output)")
    }
    let out = try await office.run(["export", "--register", "new"], today: nil)
    #expect(out.output == (try office.text("r.ndjson")))
    for (words, status) in [
      (["import", "r.ndjson", "--register", "new"], 74), (["backup", "--register", "r", "--to", "copy"], 74),
      (["export", "--register", "r", "--to", "copy"], 74), (["verify", "absent"], 66), (["verify", "map.yaml"], 64),
      (["export", "--register", "absent"], 66), (["checkpoint", "--register", "map.yaml"], 65), (["export"], 64),
      (["verify", "r", "--checkpoint", "map.yaml"], 65), (["import", "cases.csv", "--register", "q"], 64),
      (["erase", "--register", "r", "--by", "s.ward", "--because", "x"], 64),
      (["erase", "7", "--register", "r", "--by", "s.ward", "--because", "x"], 66),
    ] as [([String], Int32)] {
      let ended = try await office.run(words, today: nil)
      #expect(ended.status == status, "\(words): \(ended.output)")
    }
  }

  /// Whoever keeps a checkpoint finds that events were cut; nobody else can.
  @Test func aCutRegisterIsFoundByItsCheckpoint() async throws {
    let office = try await office()
    defer { office.close() }
    _ = try await office.run(["backup", "--register", "r", "--to", "before"], today: nil)
    try office.folder.write(Self.cases.replacingOccurrences(of: "PHG-", with: "PHG-9"), to: "more.csv")
    _ = try await importCases("more.csv", in: office)
    _ = try await office.run(["checkpoint", "--register", "r", "--to", "stand"], today: nil)
    let ended = try await office.run(["verify", "before", "--checkpoint", "stand"])
    #expect(ended.status == 1)
    #expect(ended.output.contains("It was cut: the checkpoint knows of 5 events, and 3 are left."), "\(ended.output)")
  }

  @Test func whatCameInLongAgoIsErased() async throws {
    let office = try await office()
    defer { office.close() }
    let words = ["erase", "--due", "--register", "r", "--by", "s.ward", "--because", "kept long enough"]
    let early = try await office.run(words + Office.officers, today: "2032-10-11")
    #expect(early.status == 1 || early.output.contains("Nothing is left to erase."), "\(early.output)")
    let due = try await office.run(words, today: "2032-10-12")
    #expect(due.output.contains("Files erased: 2. Of offers: none."), "\(due.output)")
    #expect(try await office.run(["verify", "r"]).status == 0)
  }
}
