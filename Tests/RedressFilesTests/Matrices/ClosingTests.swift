import Redress
import Testing

@testable import RedressFiles

/// What must be done before an offer is closed, beside its payment.
@Suite struct ClosingTests {
  @Test func forHousingWaitsForEveryRemedy() throws {
    let matrix = try MatrixLibrary(folder: "Matrices").edition(
      Literal.edition("2022-02-17"), of: "forhousing-cheshire-west"
    )
    .matrix
    let closing = try #require(matrix.closing)
    #expect(closing.needs == .everyRemedy)
    #expect(closing.citations.map { matrix.name(of: $0) } == ["policy#12"])
    #expect(closing.readings.map { matrix.readings[ref: $0].name } == ["closing"])
  }

  @Test func noOtherSchemeSaysSo() throws {
    let library = try MatrixLibrary(folder: "Matrices")
    for scheme in library.schemes where scheme != "forhousing-cheshire-west" {
      for name in library.editions(of: scheme) {
        #expect(try library.edition(name, of: scheme).matrix.closing == nil, "\(scheme)")
      }
    }
  }

  @Test(arguments: [
    MatrixChange("needs: every remedy delivered", "needs: everything", .matrixWord),
    MatrixChange("needs: every remedy delivered, source", "source", .matrixKeyMissing),
    MatrixChange("needs: every remedy delivered, source: policy#1,", "needs: every remedy delivered,", .ruleUncited),
  ]) func isReadWhole(change: MatrixChange) { change.meet() }
}
