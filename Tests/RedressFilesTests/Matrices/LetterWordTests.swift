import Redress
import Testing

@testable import RedressFiles

/// What letters say, who signs a refusal or a review, and where a complaint goes next.
@Suite struct LetterWordTests {
  private let matrix: Matrix

  init() throws { matrix = try MatrixReader.read(source(wholeMatrix)) }

  // MARK: Read

  @Test func wordsStandInAPartOfTheLetter() {
    #expect(matrix.statements[0].letter == LetterWords(part: .nextSteps, say: "You keep all your rights."))
    #expect(matrix.payment[0].letter == nil, "`none` is no words")
  }

  @Test func exclusionsStepsAndHeadsHaveWordsOfTheirOwn() {
    #expect(matrix.exclusions.map(\.letter) == ["We cannot cover this.", "We cannot pay for this.", nil])
    #expect(matrix.windows[0].steps.map(\.letter) == [nil, "You asked late.", nil])
    #expect(matrix.heads.prefix(2).map(\.letter) == ["For the trouble", nil])
  }

  @Test func aRefusalIsSignedByOneOfEachSet() throws {
    let refusals = try #require(matrix.refusals)
    let names = refusals.signers.map { $0.map { matrix.roles[$0.index].name } }
    #expect(names == [["head"], ["officer", "finance"]])
    #expect(refusals.citations.map(matrix.name) == ["policy#1"])
    #expect(refusals.readings.map { matrix.readings[$0.index].name } == ["settled"])
  }

  @Test func aReviewIsToldByAFact() throws {
    let review = try #require(matrix.review)
    #expect(
      [review.given, review.decidedBy] == [matrix.fact(named: "asked-again-on"), matrix.fact(named: "answered-by")])
  }

  @Test func anOmbudsmanIsSuggested() throws {
    let choice = try #require(matrix.ombudsman)
    #expect(choice.fact == matrix.fact(named: "goes-to"))
    let kind = try #require(matrix.fact(named: "kind"))
    #expect(choice.suggested == [.init(when: .compare(kind, .equal, .value(0)), choice: 0)])
  }

  @Test func allOfItMayBeLeftOut() throws {
    let start = try #require(wholeMatrix.range(of: "\nrefusals:")).lowerBound
    let end = try #require(wholeMatrix.range(of: "\nauthority:\n")).lowerBound
    // Nothing then reads when it was asked for again, who answered it, and which tribunal it is.
    var lines = wholeMatrix.replacing(wholeMatrix[start..<end], with: "").split(separator: "\n")
    for name in ["asked-again-on", "answered-by", "goes-to"] { lines.removeAll { $0.hasPrefix("  \(name):") } }
    lines.removeAll { $0.contains("Who can be asked?") }
    let text = lines.joined(separator: "\n")
    let bare = try MatrixReader.read(source(text))
    #expect(bare.refusals == nil && bare.review == nil && bare.ombudsman == nil)
  }

  // MARK: Faults

  private static let rights = "letter: { part: next-steps, say: You keep all your rights. }"
  private static let refusals = "signed-by: [head, [officer, finance]]"
  private static let suggested = "suggested: [{ when: { fact: kind, is: tenant }, is: housing }]"

  static let words = [
    MatrixChange(rights, "letter: none"),
    MatrixChange(rights, "letter: You keep all your rights.", .matrixShape),
    MatrixChange(rights, "letter: nnone", .matrixShape),
    MatrixChange(rights, "letter: []", .matrixShape),
    MatrixChange(rights, "letter: { part: next-steps }", .matrixKeyMissing),
    MatrixChange(rights, "letter: { say: You keep them. }", .matrixKeyMissing),
    MatrixChange(rights, "letter: { part: next-step, say: You keep them. }", .matrixWord),
    MatrixChange(rights, #"letter: { part: offer, say: "" }"#, .matrixShape),
    MatrixChange(rights, "letter: { part: offer, say: Yes., says: No. }", .matrixKeyUnknown),
    MatrixChange("letter: We cannot cover this.", "letter: [We cannot]", .matrixShape),
    MatrixChange("letter: We cannot pay for this.", "letter: { say: We cannot }", .matrixShape),
    MatrixChange("letter: For the trouble", "letter:", .matrixShape),
    MatrixChange("letter: You asked late.", "letter: {}", .matrixShape),
    MatrixChange(
      "{ within: 2 weeks, day-one: next day }", "{ within: 2 weeks, day-one: next day, letter: A. }",
      .matrixKeyUnknown),
    MatrixChange(
      "outcome: noted, say: A little late. }", "outcome: noted, say: A little late., letter: A. }",
      .matrixKeyUnknown),
  ]

  static let others = [
    MatrixChange(refusals, "signed-by: head"),
    MatrixChange(refusals, "signed-by: [[head, officer]]"),
    MatrixChange(refusals, "signed-by: []", .matrixShape),
    MatrixChange(refusals, "signed-by: [head, []]", .matrixShape),
    MatrixChange(refusals, "signed-by: [haed]", .matrixReference),
    MatrixChange("{ \(refusals), source: policy#1, readings: settled }", "{ source: policy#1 }", .matrixKeyMissing),
    MatrixChange("{ \(refusals), source: policy#1, readings: settled }", "{ \(refusals) }", .ruleUncited),
    MatrixChange(
      "\(refusals), source: policy#1, readings: settled", "\(refusals), source: policy#1, readings: setled",
      .matrixReference),
    MatrixChange("{ given: asked-again-on, ", "{ given: asked-agian-on, ", .factUnused, .matrixReference),
    MatrixChange("{ given: asked-again-on, ", "{ ", .factUnused, .matrixKeyMissing),
    MatrixChange("{ given: asked-again-on, ", "{ given: reply-by, ", .factUnused, .matrixType),
    MatrixChange("{ given: asked-again-on, ", "{ given: began, ", .factUnused, .factMisplaced),
    MatrixChange("{ given: asked-again-on, ", "{ given: released, ", .factUnused, .matrixType),
    MatrixChange("decided-by: answered-by", "decided-by: reasons", .factUnused, .factMisplaced),
    MatrixChange("decided-by: answered-by", "decided-by: answered-on", .factUnused, .matrixType),
    MatrixChange(", decided-by: answered-by", "", .factUnused, .matrixKeyMissing),
    MatrixChange("fact: goes-to", "fact: level", .factUnused, .factMisplaced, .matrixWord),
    MatrixChange("fact: goes-to", "fact: kind", .factUnused, .matrixType, .matrixWord),
    MatrixChange("fact: goes-to", "fact: released", .factUnused, .matrixType),
    MatrixChange(suggested, "suggested: { when: { fact: kind, is: tenant }, is: court }"),
    MatrixChange(suggested, "suggested: []", .matrixShape),
    MatrixChange(suggested, "suggested: [{ when: { fact: kind, is: tenant }, is: hous }]", .matrixWord),
    MatrixChange(suggested, "suggested: [{ when: declined, is: court }]", .factMisplaced),
    MatrixChange(suggested, "suggested: [{ is: court }]", .matrixKeyMissing),
    MatrixChange(suggested, "suggested: [{ when: released }]", .matrixKeyMissing),
  ]

  @Test(arguments: words) func wordsAreMet(change: MatrixChange) { change.meet() }

  @Test(arguments: others) func signersAndTribunalsAreMet(change: MatrixChange) { change.meet() }

  /// What a letter says must never be a blank, so an approved edition says it of each statement.
  @Test func anApprovedEditionSaysWhatItsLettersSay() {
    let approved = wholeMatrix.replacing("status: draft", with: "status: approved")
    #expect(codes(approved) == [])
    #expect(codes(approved.replacing(", letter: none", with: "")) == [.matrixKeyMissing])
    #expect(codes(approved.replacing("    \(Self.rights)\n", with: "")) == [.matrixKeyMissing])
    #expect(codes(wholeMatrix.replacing("    \(Self.rights)\n", with: "")) == [])
  }

  private func codes(_ text: String) -> [FaultCode] {
    do throws(FaultList) {
      _ = try MatrixReader.read(source(text))
      return []
    } catch { return error.sorted.map(\.code) }
  }
}
