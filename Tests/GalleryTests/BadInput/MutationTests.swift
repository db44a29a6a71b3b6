import Foundation
import Redress
import RedressDocuments
import RedressFiles
import Testing

/// Sound files, changed a little at random, again and again: each gives an answer that comes out the same twice, or
/// faults. The seed is the test's argument. A crash ends the whole run, and the last argument started names it.
@Suite(.serialized) struct MutationTests {
  private static let today = CivilDate(year: 2026, month: 11, day: 21)!

  @Test(arguments: UInt64(0)..<30) func casesAreAnsweredOrFaulted(seed: UInt64) throws {
    let names = try Repository.names(in: "Fixtures/cases").filter { !$0.hasSuffix(".md") }
    let pricer = CasePricer(library: try MatrixLibrary(folder: Repository.place("Matrices").path), today: Self.today)
    for round in 0..<10 {
      let name = names[(Int(seed) * 10 + round) % names.count]
      var mutation = Mutation(
        seed: seed << 8 + UInt64(round), tokens: name.hasSuffix(".yaml") ? Mutation.ofYAML : Mutation.ofJSON)
      let bytes = mutation.change(try Repository.text("Fixtures/cases/\(name)"))
      guard let source = source(name, bytes) else { continue }
      let entries = CaseFile.read(source)
      #expect(!entries.isEmpty, "seed \(seed), round \(round)")
      for entry in entries { show(pricer.price(entry), "seed \(seed), round \(round), \(name)") }
    }
  }

  @Test(arguments: UInt64(0)..<30) func matricesAreReadOrFaulted(seed: UInt64) throws {
    let bundled = try Repository.text("Matrices/progress/2022-10-01.yaml")
    let small = try SampleMatrix.text
    for round in 0..<10 {
      var mutation = Mutation(seed: seed << 8 + UInt64(round), tokens: Mutation.ofYAML)
      let isBundled = round % 2 == 0
      let bytes = mutation.change(isBundled ? bundled : small)
      guard let source = source("matrix.yaml", bytes) else { continue }
      let text = isBundled ? SampleCase.yaml : SampleMatrix.sampleCase
      do throws(FaultList) {
        try price(text, under: MatrixReader.read(source), "seed \(seed), round \(round)")
      } catch { check(error.sorted, "seed \(seed), round \(round)") }
    }
  }

  /// The mutations are neither too gentle to matter nor too rough to get past the first reader.
  @Test func mutationsAreOfBothSorts() throws {
    var sound = 0
    for seed in UInt64(0)..<100 {
      var mutation = Mutation(seed: seed, tokens: Mutation.ofYAML)
      let bytes = mutation.change(try SampleMatrix.text)
      if let source = try? SourceText(name: "matrix.yaml", bytes: bytes), (try? MatrixReader.read(source)) != nil {
        sound += 1
      }
    }
    #expect((5...95).contains(sound), "\(sound) of 100 are sound")
  }

  /// `nil` where the bytes are no text, which has its fault.
  private func source(_ name: String, _ bytes: [UInt8]) -> SourceText? {
    do throws(FaultList) { return try SourceText(name: name, bytes: bytes) } catch {
      check(error.sorted, name)
      return nil
    }
  }

  /// The matrix with every key, changed, and a sound case that is changed now and then.
  @Test(arguments: UInt64(0)..<60) func everyKeyIsReadOrFaulted(seed: UInt64) throws {
    let whole = try WholeMatrix.text
    for round in 0..<10 {
      var mutation = Mutation(seed: seed << 8 + UInt64(round), tokens: Mutation.ofYAML + Mutation.ofFigures)
      let bytes = mutation.change(whole)
      let text = round % 3 == 0 ? Array(WholeMatrix.wholeCase.utf8) : mutation.change(WholeMatrix.wholeCase)
      guard let source = source("matrix.yaml", bytes) else { continue }
      let what = "seed \(seed), round \(round)"
      do throws(FaultList) {
        try price(text, under: MatrixReader.read(source), what)
        try price(text, under: MatrixReader.read(self.source("matrix.yaml", Array(whole.utf8))!), what)
      } catch { check(error.sorted, what) }
    }
  }

  private static let calendar = WorkingCalendar(
    covers: CivilDate(year: 2020, month: 1, day: 1)!...CivilDate(year: 2030, month: 12, day: 31)!, holidays: [])

  private func price(_ text: String, under matrix: Matrix, _ what: String) throws(FaultList) {
    try price(Array(text.utf8), under: matrix, what)
  }

  private func price(_ text: [UInt8], under matrix: Matrix, _ what: String) throws(FaultList) {
    guard case .outline(let outline)? = CaseFile.read(try SourceText(name: "case.yaml", bytes: text)).first
    else { return }
    let reading = CaseReader.read(outline, under: matrix)
    let calendar = matrix.calendar == nil ? nil : Self.calendar
    let (assessment, faults) = reading.assess(with: Assessor(matrix, calendar: calendar))
    try faults.throwIfAny()
    #expect(assessment.outcome != .faulty, "\(what) is faulty and no fault is said")
    let explanation = Explanation(of: assessment, given: reading.given, under: matrix)
    var coverage = Coverage(matrix)
    coverage.note(explanation)
    #expect(!coverage.touched.isEmpty, "\(what)")
    let discrepancies = recheck(assessment, of: reading.given.facts, under: matrix, calendar: calendar)
    if discrepancies.isEmpty {
      show(.assessed(explanation, digest: Digest(of: []), notices: Notice.notices(of: matrix, today: Self.today)), what)
    } else {
      show(.unchecked(explanation, discrepancies), what)
    }
  }

  private func show(_ priced: PricedCase, _ what: String) {
    var json = AssessmentJSON()
    switch priced {
    case .faulty(let unread):
      check(unread.faults, what)
      #expect(!json.bytes(ofFaulty: unread.name, scheme: unread.scheme, faults: unread.faults).isEmpty)
    case .unchecked(_, let discrepancies): Issue.record("\(what): \(discrepancies.map(\.says))")
    case .assessed(let explanation, let digest, let notices):
      #expect(!json.bytes(of: explanation, digest: digest.text, notices: notices).isEmpty)
      #expect(TextEmitter(width: 100).text(of: WorkedSum(explanation, notices: notices).document).contains("\n"))
      #expect(CaseSchema(explanation.matrix).bytes.count > 100, "\(what)")
      guard let award = explanation.assessment.award else { return }
      #expect(award.gross == award.alreadyPaid + award.setOff + award.payable, "\(what)")
      #expect(award.gross + award.inKind > .zero, "\(what) awards nothing")
    }
  }

  private func check(_ faults: [Fault], _ what: String) {
    #expect(!faults.isEmpty, "\(what)")
    for fault in faults { #expect(!fault.says.isEmpty && !fault.mend.isEmpty && !fault.text.isEmpty, "\(what)") }
  }
}
