import Foundation
import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// The letter part beside an offer: unchanged, or not there any more.
@Suite struct LetterPartTests {
  private func part(_ name: String, salt: UInt8 = 7) throws -> [UInt8] {
    let source = try SourceText(
      name: "letter.json", bytes: Array(#"{ "to": [ "\#(name)", null ], "dear": null }"#.utf8))
    return LetterPart.bytes(of: try JSONReader().read(source)[0], salt: Array(repeating: salt, count: 32))
  }

  private func desk(_ letter: [UInt8]?) throws -> Desk {
    let desk = try Desk(letter: letter)
    try desk.sign(as: "a.khan")
    return desk
  }

  @Test func isInOrderUnchanged() throws {
    let desk = try desk(part("Ms J. Okoro"))
    let check = try desk.check()
    #expect(check.isGood && check.signed != nil)
    let files = try OfferFiles.open(desk.path)
    #expect(files.letter?.digest == files.record.letterDigest)
    // What is not stated is not written, so that it is read as not stated.
    #expect(files.letter?.node["to"]?.list?.filter { !$0.isNull }.map(\.text) == ["Ms J. Okoro"])
    #expect(files.letter?.node["dear"] == nil)
  }

  @Test func mayBeErased() throws {
    let desk = try desk(part("Ms J. Okoro"))
    try desk.remove("offer.json.letter")
    let check = try desk.check()
    #expect(check.signed != nil)
    #expect(
      check.findings.first { $0.about == .letter }?.says
        == "The letter part is not here; it may have been erased after its time.")
  }

  @Test func isFoundChanged() throws {
    let letter = try part("Ms J. Okoro")
    let desk = try desk(letter)
    let place = try #require(letter.firstIndex(of: UInt8(ascii: "J")))
    for (what, changed) in [
      ("one bit", letter.flipping(bit: 8 * place)), ("another name", try part("Ms J. Okora")),
      ("another salt", try part("Ms J. Okoro", salt: 8)),
      ("one more line", letter + [10]), ("a byte-order mark", [0xEF, 0xBB, 0xBF] + letter),
    ] {
      try desk.put(changed, "offer.json.letter")
      let check = try desk.check()
      #expect(check.signed == nil && check.bad.map(\.about) == [.letter], "\(what)")
      #expect(check.bad(.letter)[0].hasPrefix("The letter part was changed: the offer states sha256:"), "\(what)")
    }
  }

  @Test func isFoundWhereNoneIsRecorded() throws {
    let desk = try desk(nil)
    #expect(try desk.check().signed != nil)
    try desk.put(try part("Ms J. Okoro"), "offer.json.letter")
    let check = try desk.check()
    #expect(check.signed == nil)
    #expect(check.bad(.letter) == ["The offer knows of no letter part, and one stands beside it."])
  }

  @Test func isFoundReplacedByAnothers() throws {
    let (desk, other) = (try desk(part("Ms J. Okoro")), try desk(part("Mr T. Ward", salt: 9)))
    try desk.put(try other.bench.read(other.path + ".letter"), "offer.json.letter")
    #expect(try desk.check().bad.map(\.about) == [.letter])
  }

  @Test(arguments: [
    "", "{}", "[]", "{ \"format\": \"redress-letter/2\", \"letter\": {} }",
    "{ \"format\": \"redress-letter/1\" }", "{ \"format\": \"redress-letter/1\", \"letter\": [] }", "not JSON",
    "{ \"format\": \"redress-letter/1\", \"letter\": {} } {}",
  ]) func isFoundToBeNoLetterPart(text: String) throws {
    let desk = try desk(part("Ms J. Okoro"))
    try desk.put(Array(text.utf8), "offer.json.letter")
    #expect(throws: FaultList.self) { try OfferFiles.open(desk.path) }
  }

  /// The salt is of random bytes, so that nobody can guess a name and hold it against the digest.
  @Test func hidesWhatItSaid() throws {
    let digests = try (0..<4).map { Digest(of: try part("Ms J. Okoro", salt: $0)) }
    #expect(Set(digests).count == 4)
    let text = String(decoding: try part("Ms J. Okoro", salt: 0x0A), as: UTF8.self)
    #expect(text.contains("\"salt\": \"" + String(repeating: "0a", count: 32) + "\""))
    let desk = try desk(part("Ms J. Okoro"))
    #expect(!String(decoding: desk.offered.bytes, as: UTF8.self).contains("Okoro"))
  }
}
