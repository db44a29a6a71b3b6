import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// The officers file as it should be: everything that it can say.
@Suite struct OfficersReaderTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day)!
  }

  static let keys = [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAjDW6Ry5IzgOAOujZpdWMJowpm+n3lQKaZPFLO29G1B",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAreFwtYOQ3PJoksbazRQf0bufYcTiC45RmDH7A/bqyg",
  ]

  static func read(_ text: String) throws(FaultList) -> OfficersFile {
    try OfficersFile.read(SourceText(name: "officers.yaml", bytes: Array(text.utf8)))
  }

  @Test func readsEverything() throws {
    let file = try Self.read(
      """
      format: redress-officers/1
      officers:
        A.Khan@example:
          name: A. Khan
          roles:
            - { role: head, from: 2024-04-01 }
        b_ng-2:
          name: "B. Ng: the second"
          manager: A.Khan@example
          roles:
            - role: service-manager
              from: 2024-04-01
              until: 2025-03-31
              to: £500
              heads: [inconvenience, reimbursement]
              together: { to: £5000.50, within: 12 months }
            - { role: clerk, from: 2025-04-01, until: }
          deputises:
            - { for: A.Khan@example, from: 2026-12-14, until: 2026-12-14, to: £300 }
          keys:
            - { key: "\(Self.keys[0]) b@desk", from: 2024-04-01, until: 2027-03-31, revoked: 2026-01-05 }
            - { key: "\(Self.keys[1])", from: 2026-01-05 }
      """)
    #expect(file.officers.all.map(\.id) == ["A.Khan@example", "b_ng-2"])
    let officer = try #require(file.officers["b_ng-2"])
    #expect(officer.name == "B. Ng: the second" && officer.manager == "A.Khan@example")
    let together = SigningLimit.Together(upTo: Money(pence: 500_050), within: Period(12, .months))
    #expect(
      officer.posts == [
        Officer.Post(
          role: "service-manager", days: DaySpan(from: day(2024, 4, 1), until: day(2025, 3, 31)),
          limit: SigningLimit(
            upTo: Money(pence: 50_000), heads: ["inconvenience", "reimbursement"], together: together)),
        Officer.Post(role: "clerk", days: DaySpan(from: day(2025, 4, 1))),
      ])
    #expect(
      officer.deputyships == [
        Officer.Deputyship(
          for: "A.Khan@example", days: DaySpan(from: day(2026, 12, 14), until: day(2026, 12, 14)),
          limit: SigningLimit(upTo: Money(pence: 30_000), heads: nil, together: nil))
      ])
    #expect(
      file.keys(of: "b_ng-2") == [
        OfficersFile.Key(
          key: try SSHPublicKey(Self.keys[0]), days: DaySpan(from: day(2024, 4, 1), until: day(2027, 3, 31)),
          revoked: day(2026, 1, 5)),
        OfficersFile.Key(key: try SSHPublicKey(Self.keys[1]), days: DaySpan(from: day(2026, 1, 5)), revoked: nil),
      ])
    #expect(file.keys(of: "A.Khan@example") == [] && file.keys(of: "nobody") == [])
  }

  @Test func readsTheSample() throws {
    let file = try Samples.officers()
    #expect(file.officers.all.count == 6 && file.keys.count == 6)
    for (officer, key) in file.keys { #expect(try Samples.key(of: officer).publicKey == key.key) }
  }

  /// An officer's key may be renewed, or come back after a time, and stand twice.
  @Test func readsTheSameKeyTwice() throws {
    let file = try Self.read(
      """
      format: redress-officers/1
      officers:
        a:
          name: A
          keys:
            - { key: "\(Self.keys[0])", from: 2024-01-01, until: 2024-12-31 }
            - { key: "\(Self.keys[0])", from: 2026-01-01 }
      """)
    let keys = file.keys(of: "a")
    #expect(keys.count == 2 && keys[0].key == keys[1].key)
    for (asked, expected) in [
      (day(2023, 12, 31), false), (day(2024, 12, 31), true), (day(2025, 6, 1), false), (day(2026, 1, 1), true),
    ] {
      #expect(keys.contains { $0.isGood(on: asked) } == expected, "\(asked)")
    }
  }

  // MARK: The days of a key

  private func key(until: CivilDate?, revoked: CivilDate?) throws -> OfficersFile.Key {
    OfficersFile.Key(
      key: try SSHPublicKey(Self.keys[0]), days: DaySpan(from: day(2026, 3, 1), until: until), revoked: revoked)
  }

  @Test func countsFromItsFirstDayToItsLast() throws {
    let key = try key(until: day(2026, 3, 31), revoked: nil)
    #expect(!key.isGood(on: day(2026, 2, 28)) && key.isGood(on: day(2026, 3, 1)))
    #expect(key.isGood(on: day(2026, 3, 31)) && !key.isGood(on: day(2026, 4, 1)))
    let open = try self.key(until: nil, revoked: nil)
    #expect(open.isGood(on: .latest) && !open.isGood(on: day(2026, 2, 28)))
  }

  @Test func countsUntilTheDayBeforeItIsRevoked() throws {
    let key = try key(until: nil, revoked: day(2026, 3, 10))
    #expect(key.isGood(on: day(2026, 3, 9)))
    #expect(!key.isGood(on: day(2026, 3, 10)) && !key.isGood(on: day(2026, 3, 11)))
  }

  @Test func hasGoodDaysOrNone() throws {
    let (first, last) = (day(2026, 3, 1), day(2026, 3, 31))
    #expect(try key(until: last, revoked: nil).goodDays == DaySpan(from: first, until: last))
    #expect(try key(until: nil, revoked: nil).goodDays == DaySpan(from: first))
    #expect(try key(until: last, revoked: day(2026, 3, 2)).goodDays == DaySpan(from: first, until: first))
    #expect(try key(until: last, revoked: first).goodDays == nil)
    #expect(try key(until: nil, revoked: day(2025, 1, 1)).goodDays == nil)
    #expect(try key(until: last, revoked: day(2026, 4, 1)).goodDays == DaySpan(from: first, until: last))
    #expect(try key(until: last, revoked: day(2027, 1, 1)).goodDays == DaySpan(from: first, until: last))
    #expect(try key(until: nil, revoked: day(2026, 5, 1)).goodDays == DaySpan(from: first, until: day(2026, 4, 30)))
  }
}
