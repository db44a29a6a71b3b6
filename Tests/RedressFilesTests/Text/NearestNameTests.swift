import Testing

@testable import RedressFiles

@Suite struct NearestNameTests {
  private let names = ["incident-date", "claim-date", "offer-date", "rent-arrears", "case", "finding", "ground"]

  @Test(arguments: [
    ("incidnt-date", "incident-date"), ("icnident-date", "incident-date"), ("incident_date", "incident-date"),
    ("Incident Date", "incident-date"), ("claimdate", "claim-date"), ("cases", "case"), ("acse", "case"),
    ("rent-arears", "rent-arrears"), ("grond", "ground"),
  ])
  func findsWhatWasMeant(unknown: String, meant: String) { #expect(NearestName.of(unknown, among: names) == meant) }

  @Test(arguments: ["", "x", "date", "banana", "incident", "cxxe"])
  func findsNothingFar(unknown: String) { #expect(NearestName.of(unknown, among: names) == nil) }

  @Test func tiesGoToTheFirstOfTheAlphabet() {
    #expect(NearestName.of("fact", among: ["fast", "face", "fect"]) == "face")
    #expect(NearestName.of("fact", among: ["fect", "face", "fast"]) == "face")
    #expect(NearestName.of("fact", among: ["face", "facts", "fact"]) == "fact")
  }

  @Test func veryLongNamesAreNotCompared() {
    #expect(NearestName.of(String(repeating: "a", count: 10_000), among: names) == nil)
    #expect(NearestName.of("case", among: [String(repeating: "a", count: 10_000)]) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func distance(one: String, other: String, expected: Int) {
    #expect(NearestName.distance(Array(one.unicodeScalars), Array(other.unicodeScalars)) == expected)
    #expect(NearestName.distance(Array(other.unicodeScalars), Array(one.unicodeScalars)) == expected)
  }
}
