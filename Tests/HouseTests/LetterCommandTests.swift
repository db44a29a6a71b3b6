import Foundation
import Testing

/// Letters with the real command: one, and many at once.
@Suite struct LetterCommandTests {
  private let office: Office
  init() throws { office = try Office() }

  @Test func isADraftUntilItIsSigned() async throws {
    defer { office.close() }
    try await office.offer()
    let draft = try await office.letter("a.json", "--format", "text")
    #expect(draft.status == 0 && draft.output.contains("Note: this letter is a draft, and says so on every page."))
    try await office.sign()
    let signed = try await office.letter("a.json", "--format", "text")
    #expect(signed.status == 0 && !signed.output.lowercased().contains("draft"), "\(signed.output)")
    let unchecked = try await office.run(["letter", "a.json", "--format", "text"] + Office.organisation)
    #expect(unchecked.status == 0 && unchecked.output.contains("so every letter is a draft"))
  }

  @Test(arguments: [
    ("a.json", "\"payable\": \"0.00\"", "\"payable\": \"0.01\""), ("a.json", "a gutter", "a gutters"),
    ("a.json.letter", "Okoro", "Okora"), ("a.json", "\"author\": \"j.okafor\"", "\"author\": \"s.ward\""),
  ]) func isNotWrittenOfWhatWasChanged(file: String, old: String, new: String) async throws {
    defer { office.close() }
    try await office.offer()
    try await office.sign()
    let words = old == "a gutter" ? ("repair of the gutter", "repair of the gutters") : (old, new)
    try office.replace(words.0, with: words.1, in: file)
    let ended = try await office.letter("a.json", "--to", "letter.html")
    #expect(
      ended.status == 1 && ended.output.contains("No letter is written of what is not in order:"), "\(ended.output)")
    #expect(try !office.names.contains("letter.html"))
  }

  @Test func refuses() async throws {
    defer { office.close() }
    try await office.offer()
    let cases: [(words: [String], status: Int32, says: String)] = [
      (["a.json"], 64, "--organisation FILE is needed"),
      (["none.json"] + Office.organisation, 66, "there is no file none.json"),
      (Office.organisation, 64, "Give an offer, or a list of them."),
      (["a.json", "a.json"] + Office.organisation, 64, "--to FOLDER is needed"),
      (["a.json", "--format", "pdf"] + Office.organisation, 64, "--to FILE is needed for a PDF."),
      (
        ["a.json", "--format", "text", "--large-print"] + Office.organisation, 64, "--large-print is for HTML and PDF."
      ),
      (["a.json", "--to", "a.json"] + Office.organisation, 64, "ends in .html, .pdf, .txt or .brf"),
      (["a.json", "--kind", "refusal", "--format", "text"] + Office.organisation, 65, "letter.kind"),
      (["a.json", "--kind", "extension-not-agreed", "--format", "text"] + Office.organisation, 65, "letter.kind"),
      (["a.json", "--to", "none/letter.html"] + Office.organisation, 74, "cannot write none/letter.html"),
      (["a.json", "--organisation", Office.officers[1]], 65, "case.format"),
    ]
    for (words, status, says) in cases {
      let ended = try await office.run(["letter"] + words + Office.officers)
      #expect(ended.status == status && ended.output.contains(says), "\(words): \(ended.status) \(ended.output)")
    }
    #expect(try office.names == ["a.json", "a.json.letter"])
  }

  /// The erased letter part names nobody to write to, and nothing is left blank.
  @Test func isNotWrittenWithoutItsLetterPart() async throws {
    defer { office.close() }
    try await office.offer()
    try await office.sign()
    try FileManager.default.removeItem(at: office.folder.url.appendingPathComponent("a.json.letter"))
    #expect(try await office.verify("a.json").status == 0)
    let ended = try await office.letter("a.json")
    #expect(ended.status == 65 && ended.output.contains("letter.missing"), "\(ended.output)")
  }

  // MARK: Many at once

  @Test func writesTheOthersWhereSomeFail() async throws {
    defer { office.close() }
    for name in ["good.json", "changed.json", "broken.json", "late.json"] { try await office.offer(name) }
    for name in ["good.json", "changed.json", "late.json"] { try await office.sign(name) }
    try office.replace("Okoro", with: "Okora", in: "changed.json.letter")
    try office.folder.write("{", to: "broken.json")
    try office.folder.write("# of today\ngood.json\n\nchanged.json\nlate.json\n", to: "list")
    let two = try await office.letter("--list", "list", "--to", "out", "--format", "text")
    #expect(two.status == 1 && two.output.contains("2 of 3 letters written to out."), "\(two.output)")
    #expect(two.output.contains("changed.json:\nNo letter is written"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: office.folder.url.path + "/out").sorted() == [
        "good.offer.txt", "late.offer.txt",
      ])
    let faulty = try await office.letter("changed.json", "broken.json", "good.json", "--to", "out2", "--format", "text")
    #expect(faulty.status == 65 && faulty.output.contains("1 of 3 letters written to out2."))
    let absent = try await office.letter("none.json", "good.json", "--to", "out3", "--format", "text")
    #expect(absent.status != 0 && absent.output.contains("1 of 2 letters written to out3."), "\(absent.output)")
  }

  @Test func writesNoLetterOverAnother() async throws {
    defer { office.close() }
    try FileManager.default.createDirectory(
      at: office.folder.url.appendingPathComponent("b"), withIntermediateDirectories: true)
    for name in ["a.json", "b/a.json"] { try await office.offer(name) }
    let ended = try await office.letter("a.json", "b/a.json", "--to", "out", "--format", "text")
    #expect(ended.status == 74 && ended.output.contains("Another offer of this run is written to a.offer.txt already"))
    #expect(ended.output.contains("1 of 2 letters written to out."))
  }

  @Test func endsWhereTheFolderCannotBeMade() async throws {
    defer { office.close() }
    for name in ["a.json", "b.json"] { try await office.offer(name) }
    let ended = try await office.letter("a.json", "b.json", "--to", "a.json/out", "--format", "text")
    #expect(ended.status == 74 && ended.output.contains("cannot make the folder a.json/out."))
  }
}
