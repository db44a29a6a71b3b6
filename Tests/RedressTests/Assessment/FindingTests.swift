import Testing

@testable import Redress

struct FindingTests {
  @Test(
    arguments: [
      .notReached, .doesNotApply, .notStarted, .notClaimed, .nothingPaid, .nothingToSetOff, .nothingOwed,
    ] as [Finding])
  func `A rule that was looked at without effect is not used`(finding: Finding) {
    #expect(!finding.isUsed)
  }

  @Test(
    arguments: [
      .bites, .excepted(Ref(0)), .staysOpen, .keptOut(Ref(0)), .unproven(amount: .zero), .carried,
      .unpriced(.fact(Ref(0))), .deducted(.zero), .overpaid(.zero), .totalled(gross: .zero, inKind: .zero),
      .setOff(owed: .zero, disputed: .zero, from: .zero, taken: .zero), .signedBy(step: 0, measured: .zero),
      .late(WindowCount(step: 0, from: .earliest, on: .earliest, lastDay: .earliest)),
    ] as [Finding])
  func `A rule with an effect is used`(finding: Finding) {
    #expect(finding.isUsed)
  }
}
