import Foundation
import Redress
import RedressFiles
import Testing

/// Every value of a case in turn is made a value of another type. None of them is taken for what it is not.
@Suite struct WrongTypeTests {
  private static let text = """
    { "format": "redress-case/1", "case": "PHG-2026-0501", "scheme": "progress", "edition": "2022-10-01",
      "facts": { "incident-date": "2026-08-14", "claim-date": "2026-09-30", "offer-date": "2026-10-12",
        "customer-type": "tenant", "rent-arrears": "£5.00", "anonymous": false },
      "items": [
        { "head": "inconvenience", "impact": "low", "amount": "£40.00", "as": "bacs", "by": "j.okafor",
          "because": "two" },
        { "head": "reimbursement", "receipts": [ { "amount": "£3.00", "for": "tape", "on": "2026-08-20" } ] } ],
      "decisions": [
        { "about": "late-claim", "answer": "accept", "by": "a.khan", "on": "2026-10-10", "because": "in hospital" } ],
      "references": { "household": "H-2201" } }
    """

  /// An empty list or mapping states nothing where one may stand, and a number may be a receipt.
  private static let sound: Set<String> = ["decisions []", "references {}", "anonymous true", "receipts [1]"]

  private static let values = keys(in: text)

  @Test func theTextItselfIsSound() throws {
    #expect(try outcomes(of: Self.text) == [.awarded])
    #expect(Self.values.count == 31)
  }

  @Test(arguments: values, ["true", "[]", "{}", "[1]", #"{ "a": 1 }"#, #"" ""#])
  func isAFault(value: KeyedValue, other: String) throws {
    let text = Self.text.replacingCharacters(in: Self.range(value), with: other)
    let outcomes = try outcomes(of: text)
    let isSound = Self.sound.contains("\(value.key) \(other)") || (value.key == "references" && other == #"{ "a": 1 }"#)
    #expect(outcomes == [isSound ? outcomes[0] : .faulty], "\(value.key): \(other)")
    #expect(!isSound || outcomes[0] != .faulty, "\(value.key): \(other)")
  }

  private func outcomes(of text: String) throws -> [Assessment.Outcome] {
    let library = try MatrixLibrary(folder: Repository.place("Matrices").path)
    let pricer = CasePricer(library: library, today: CivilDate(year: 2026, month: 11, day: 21)!)
    return CaseFile.read(try SourceText(name: "case.json", bytes: Array(text.utf8))).map { pricer.price($0).outcome }
  }

  // MARK: The values of the text

  struct KeyedValue: Sendable, CustomTestStringConvertible {
    let key: String
    /// Offsets in the characters of the text.
    let start: Int
    let end: Int

    var testDescription: String { "\(key) at \(start)" }
  }

  private static func range(_ value: KeyedValue) -> Range<String.Index> {
    text.index(text.startIndex, offsetBy: value.start)..<text.index(text.startIndex, offsetBy: value.end)
  }

  /// What stands after each `"key": `, up to the comma or bracket that ends it.
  private static func keys(in text: String) -> [KeyedValue] {
    text.matches(of: #/"([a-z-]+)": /#).map { match in
      var depth = 0
      var isQuoted = false
      let end = text[match.range.upperBound...].indices.first { place in
        let character = text[place]
        if character == "\"" { isQuoted.toggle() }
        if isQuoted { return false }
        if depth == 0, ",]} \n".contains(character) { return true }
        if "[{".contains(character) { depth += 1 }
        if "]}".contains(character) { depth -= 1 }
        return false
      }
      return KeyedValue(
        key: String(match.1), start: text.distance(from: text.startIndex, to: match.range.upperBound),
        end: text.distance(from: text.startIndex, to: end!))
    }
  }
}
