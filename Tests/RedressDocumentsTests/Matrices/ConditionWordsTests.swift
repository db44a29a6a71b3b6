import Redress
import Testing

@testable import RedressDocuments

/// Conditions as they are read. The facts are those of the small matrix, by their place.
@Suite struct ConditionWordsTests {
  private static let claimed = Ref<Fact>(1)
  private static let customer = Ref<Fact>(2)
  private static let insured = Ref<Fact>(3)
  private static let amount = Ref<Fact>(5)
  private static let day = Int64(offered.dayNumber)

  private func words(_ condition: Condition) -> String {
    ConditionWords(matrix: SmallMatrix.matrix).phrase(condition).plainText(in: .english)
  }

  @Test(
    arguments: [
      (.flag(insured), "insured is yes"),
      (.compare(insured, .equal, .value(0)), "insured is no"),
      (.compare(insured, .different, .value(1)), "insured is no"),
      (.compare(insured, .different, .value(0)), "insured is yes"),
      (.given(claimed), "claimed-on is stated"),
      (.notGiven(claimed), "claimed-on is not stated"),
      (.compare(customer, .equal, .value(2)), "customer is “a visitor”"),
      (.compare(customer, .different, .value(0)), "customer is not “a tenant”"),
      (.compare(customer, .equal, .value(9)), "customer is an unknown choice"),
      (.oneOf(customer, [0, 1, 2]), "customer is “a tenant”, “an owner” or “a visitor”"),
      (.oneOf(customer, []), "customer is none of its choices"),
    ] as [(Condition, String)])
  func flagsAndChoicesAreNamed(_ condition: Condition, _ expected: String) {
    #expect(words(condition) == expected)
  }

  @Test(
    arguments: [
      (.equal, "is", "is"), (.different, "is not", "is not"), (.above, "is after", "is more than"),
      (.atLeast, "is on or after", "is at least"), (.below, "is before", "is less than"),
      (.atMost, "is on or before", "is at most"),
    ] as [(Condition.Comparison, String, String)])
  func daysAndSumsAreCompared(_ comparison: Condition.Comparison, _ ofDays: String, _ ofSums: String) {
    #expect(words(.compare(Self.claimed, comparison, .value(Self.day))) == "claimed-on \(ofDays) 12 October 2026")
    #expect(words(.compare(Self.claimed, comparison, .fact(Ref(0)))) == "claimed-on \(ofDays) happened-on")
    #expect(words(.compare(Self.amount, comparison, .value(9_500))) == "amount \(ofSums) £95.00")
    #expect(words(.compare(Self.amount, comparison, .fact(Ref(8)))) == "amount \(ofSums) rent-owed")
  }

  @Test func listsInsideListsStandInBrackets() {
    let insured = Condition.flag(Self.insured)
    let stated = Condition.given(Self.amount)
    let visitor = Condition.compare(Self.customer, .equal, .value(2))
    #expect(words(.all([insured, stated, visitor])) == "insured is yes, amount is stated and customer is “a visitor”")
    #expect(
      words(.any([.all([insured, stated]), visitor]))
        == "(insured is yes and amount is stated) or customer is “a visitor”"
    )
    #expect(
      words(.all([.any([insured, stated]), visitor]))
        == "(insured is yes or amount is stated) and customer is “a visitor”"
    )
    #expect(words(.all([.any([insured]), visitor])) == "insured is yes and customer is “a visitor”")
    #expect(words(.all([])) == "always")
    #expect(words(.any([])) == "never")
  }
}
