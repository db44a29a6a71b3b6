import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// What `officers check` finds of a file that can be read.
@Suite struct OfficersFindingsTests {
  private static let keys = OfficersReaderTests.keys
  private static let day = CivilDate(year: 2026, month: 10, day: 12)!

  private func findings(_ officers: String, roles: [String]? = nil, on day: CivilDate = day) throws -> [String] {
    let lines = officers.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    let file = try OfficersReaderTests.read("format: redress-officers/1\nofficers:\n\(lines)\n")
    return OfficersFindings(file, on: day, roles: roles).all
  }

  private func officer(_ id: String, _ more: String = "", key: Int? = nil, keyFrom: String = "2024-01-01") -> String {
    let keys = key.map { ", keys: [ { key: \"\(Self.keys[$0])\", from: \(keyFrom) } ]" } ?? ""
    return "\(id): { name: \(id)\(more)\(keys) }"
  }

  private static let post = ", roles: [ { role: head, from: 2024-01-01, until: 2026-12-31 } ]"

  @Test func nothingOfTheSample() throws {
    let file = try Samples.officers()
    let library = try Samples.library()
    let roles = try library.edition(library.editions(of: "progress")[0], of: "progress").matrix.roles.map(\.name)
    #expect(OfficersFindings(file, on: Samples.today, roles: roles).all == [])
  }

  @Test func rolesThatNoMatrixNames() throws {
    let one = officer("a", Self.post, key: 0)
    #expect(try findings(one, roles: ["head"]) == [])
    #expect(try findings(one, roles: nil) == [])
    #expect(
      try findings(one, roles: ["haed", "chief"])
        == ["a holds the post head, which no matrix names as a role. Did you mean haed?"])
    #expect(try findings(one, roles: []) == ["a holds the post head, which no matrix names as a role."])
  }

  @Test func officersWhoCannotSign() throws {
    let says = "a holds a post on 12 October 2026 and has no key that counts then, so cannot sign."
    #expect(try findings(officer("a", Self.post)) == [says])
    #expect(try findings(officer("a", Self.post, key: 0, keyFrom: "2026-10-13")) == [says])
    #expect(try findings(officer("a", Self.post, key: 0, keyFrom: "2026-10-12")) == [])
    #expect(try findings(officer("a")) == [])
    // The post has ended.
    #expect(try findings(officer("a", Self.post), on: CivilDate(year: 2027, month: 1, day: 1)!) == [])
    // A deputy signs too.
    let deputy = officer("b", ", deputises: [ { for: a, from: 2026-10-12, until: 2026-10-12 } ]")
    #expect(
      try findings(officer("a", Self.post, key: 0) + "\n" + deputy)
        == ["b holds a post on 12 October 2026 and has no key that counts then, so cannot sign."])
  }

  @Test func keysOfTwoPeople() throws {
    let shared = officer("a", key: 0) + "\n" + officer("b", key: 1) + "\n" + officer("c", key: 0)
    #expect { try findings(shared) } throws: { ($0 as? FaultList)?.faults.map(\.code) == [.officerKey] }
    // The same person's twice is no matter.
    let entry = "{ key: \"\(Self.keys[0])\", from: 2024-01-01 }"
    #expect(try findings("a: { name: A, keys: [ \(entry), \(entry) ] }") == [])
  }

  @Test(arguments: [
    ("2025-01-01", "2025-02-01", true), ("2023-01-01", "2023-12-31", false), ("2023-12-01", "2024-01-01", true),
    ("2026-12-31", "2027-02-01", true), ("2027-01-01", "2027-02-01", false),
  ]) func deputiesOfNobodyInPost(from: String, until: String, isUsed: Bool) throws {
    let deputy = officer("b", ", deputises: [ { for: a, from: \(from), until: \(until) } ]", key: 1)
    let found = try findings(
      officer("a", Self.post, key: 0) + "\n" + deputy, on: CivilDate(year: 2022, month: 1, day: 1)!)
    #expect(found.count == (isUsed ? 0 : 1))
    #expect(found.allSatisfy { $0.hasPrefix("b stands in for a from ") && $0.hasSuffix(", who holds no post then.") })
  }

  @Test func circlesOfManagers() throws {
    let circle =
      officer("a", ", manager: b") + "\n" + officer("b", ", manager: c") + "\n" + officer("c", ", manager: a")
    #expect(
      try findings(circle + "\n" + officer("d", ", manager: a")) == [
        "a is their own manager, by way of a, b, c.", "b is their own manager, by way of b, c, a.",
        "c is their own manager, by way of c, a, b.",
      ])
    #expect(try findings(officer("a", ", manager: a")) == ["a is their own manager, by way of a."])
    #expect(try findings(officer("a", ", manager: b") + "\n" + officer("b")) == [])
  }

  @Test func aLargeCircleIsToldInShort() throws {
    let count = 3000
    let circle = (0..<count).map { officer("o\($0)", ", manager: o\(($0 + 1) % count)") }.joined(separator: "\n")
    let found = try findings(circle)
    #expect(found.count == count)
    let last = "o2998 is their own manager, by way of o2998, o2999, o0, o1, o2, o3, o4, o5, o6, o7, o8, o9"
    #expect(found[2998] == last + " and 2988 more.")
  }
}
