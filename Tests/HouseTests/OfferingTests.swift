import Foundation
import Testing

/// Drafting with the real command: what it refuses, and that it leaves nothing half done.
@Suite struct OfferingTests {
  private let office: Office
  init() throws { office = try Office() }

  @Test func writesTheOfferAndItsLetterPart() async throws {
    defer { office.close() }
    let ended = try await office.offer()
    #expect(ended.status == 0, "\(ended.output)")
    #expect(try office.names == ["a.json", "a.json.letter"])
    #expect(try !office.text("a.json").contains("Okoro") && office.text("a.json.letter").contains("Okoro"))
  }

  @Test func writesOverNothing() async throws {
    defer { office.close() }
    try await office.offer()
    let before = try office.contents
    let again = try await office.offer(of: "noisy-pipes-not-upheld.json")
    #expect(again.status == 74 && again.output.contains("a.json is there already, and an offer is never written over."))
    #expect(try office.contents == before)
    // A letter part alone, whose offer somebody took away, is kept as well.
    try FileManager.default.removeItem(at: office.folder.url.appendingPathComponent("a.json"))
    let letter = try await office.offer()
    #expect(letter.status == 74 && letter.output.contains("a.json.letter is there already"))
    #expect(try office.names == ["a.json.letter"])
  }

  @Test func leavesNothingWhereItCannotWrite() async throws {
    defer { office.close() }
    let ended = try await office.offer("no-such-folder/a.json")
    #expect(ended.status == 74 && ended.output.contains("cannot write no-such-folder/a.json"), "\(ended.output)")
    #expect(try office.names == [])
  }

  /// The second of two files may be refused when the first is written.
  @Test func takesTheLetterPartBackWhereTheOfferCannotBeWritten() async throws {
    defer { office.close() }
    let ended = try await office.offerOnASmallDisk()
    #expect(ended.status == 74 && ended.output.contains("cannot write a.json."), "\(ended.output)")
    #expect(try office.names == [])
  }

  @Test func refuses() async throws {
    defer { office.close() }
    try office.folder.write("{", to: "broken.json")
    try office.folder.write("{ \"case\": \"A\", \"scheme\": \"progress\" }", to: "bare.json")
    let cases: [(words: [String], status: Int32, says: String)] = [
      (["none.json", "--by", "j.okafor"], 66, "there is no file none.json"),
      (["broken.json", "--by", "j.okafor"], 65, "broken.json:1"),
      (["bare.json", "--by", "j.okafor"], 65, "bare.json"),
      ([Office.path("Fixtures/cases/one-week.ndjson"), "--by", "j.okafor"], 65, "A decision is drafted of one"),
      ([Office.path("Fixtures/cases/damp-bedroom.json"), "--by", "j.okafr"], 1, "Did you mean j.okafor?"),
      ([Office.path("Fixtures/cases/amount-still-open.json"), "--by", "j.okafor"], 1, "is not decided yet"),
      ([Office.path("Fixtures/cases/damp-bedroom.json")], 64, "--by"),
      (["bare.json", "--by", "j.okafor", "--matrices", "none"], 66, "there is no folder of matrices"),
    ]
    for (words, status, says) in cases {
      let ended = try await office.run(["offer"] + words + Office.officers)
      #expect(ended.status == status && ended.output.contains(says), "\(words): \(ended.status) \(ended.output)")
    }
    #expect(try office.names == ["bare.json", "broken.json"])
  }

  @Test func refusesALetterPartThatCannotBeRead() async throws {
    defer { office.close() }
    var text = try Repository.file("Fixtures/cases/damp-bedroom.json").text
    text = text.replacingOccurrences(of: "\"apology\"", with: "\"appology\"")
    try office.folder.write(text, to: "case.json")
    let ended = try await office.run(["offer", "case.json", "--by", "j.okafor"] + Office.officers)
    #expect(ended.status == 65 && ended.output.contains("Did you mean `apology`?"))
    #expect(try office.names == ["case.json"])
  }

  @Test func refusesACaseWithoutAnOfferDate() async throws {
    defer { office.close() }
    var text = try Repository.file("Fixtures/cases/damp-bedroom.json").text
    text = text.replacingOccurrences(of: "\"offer-date\": \"2026-10-12\",", with: "")
    try office.folder.write(text, to: "case.json")
    let ended = try await office.run(["offer", "case.json", "--by", "j.okafor"] + Office.officers)
    #expect(ended.status == 65 && ended.output.contains("offer-date"), "\(ended.output)")
    #expect(try office.names == ["case.json"])
  }

  @Test func supersedesOffersOfTheSameCaseOnly() async throws {
    defer { office.close() }
    try await office.offer("old.json")
    let new = try await office.offer("new.json", ["--supersedes", "old.json"])
    #expect(new.status == 0)
    #expect(try office.text("new.json").contains("\"supersedes\""))
    let other = try await office.offer("other.json", of: "noisy-pipes-not-upheld.json", ["--supersedes", "old.json"])
    #expect(other.status == 1 && other.output.contains("another case of another household"))
    let none = try await office.offer("other.json", ["--supersedes", "none.json"])
    #expect(none.status == 66)
    try office.folder.write("{}", to: "bad.json")
    let bad = try await office.offer("other.json", ["--supersedes", "bad.json"])
    #expect(bad.status == 65)
    #expect(try office.names.contains("other.json") == false)
  }
}
