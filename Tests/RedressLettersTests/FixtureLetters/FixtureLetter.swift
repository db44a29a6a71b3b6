import Foundation
import Redress
import RedressFiles
import RedressLetters

/// A folder of `Fixtures/letters`: a case, the offer that was drafted of it, its signatures, an `order` that says which
/// letter is wanted, and that letter in every format as it was last read and found good.
struct FixtureLetter: Hashable, Sendable, CustomStringConvertible {
  /// The name of its folder.
  let name: String
  private let order: [String: String]

  static let root = Program.root.appendingPathComponent("Fixtures")
  static let folder = root.appendingPathComponent("letters")

  /// In an order in which an offer comes before those that take its place.
  static let all: [FixtureLetter] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let letters = names.sorted().compactMap { FixtureLetter($0) }
    return letters.filter { $0.supersedes == nil } + letters.filter { $0.supersedes != nil }
  }()

  private init?(_ name: String) {
    self.name = name
    let path = Self.folder.appendingPathComponent("\(name)/order")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return nil }
    order = Dictionary(
      text.split(separator: "\n").map { line in
        let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        return (parts[0], parts.count > 1 ? parts[1] : "")
      }, uniquingKeysWith: { $1 })
  }

  var description: String { name }

  // MARK: The order

  var kind: LetterKind? { order["kind"].flatMap { LetterKind(rawValue: $0) } }
  var supersedes: String? { order["supersedes"] }
  var author: String { order["author"] ?? "j.okafor" }
  var signers: [String] { order["signers"]?.split(separator: " ").map(String.init) ?? [] }
  /// Whether the Braille of it is kept too.
  var isInBraille: Bool { order["braille"] == "yes" }
  var organisation: String { order["organisation"] ?? "progress" }

  /// The day of letters that carry no decision.
  var today: CivilDate {
    let parts = (order["today"] ?? "2026-10-12").split(separator: "-").compactMap { Int($0) }
    return CivilDate(year: parts[0], month: parts[1], day: parts[2])!
  }

  // MARK: Where things are

  var url: URL { Self.folder.appendingPathComponent(name) }
  var casePath: String { url.appendingPathComponent("case.json").path }
  /// Whether an offer is drafted of its case; others use the offer of another folder, or decide nothing.
  var isOfItsOwn: Bool { order["offer"] == nil && kind != .extensionNotAgreed }
  var offerPath: String {
    Self.folder.appendingPathComponent("\(order["offer"] ?? name)/offer.json").path
  }
  /// What the letter is made of.
  var path: String { kind == .extensionNotAgreed ? casePath : offerPath }
  /// The one whose offer this letter is about.
  var signersOfOffer: [String] { order["offer"].flatMap { FixtureLetter($0)?.signers } ?? signers }
}
