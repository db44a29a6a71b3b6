import Redress
import RedressDocuments
import RedressFiles

/// A matrix is read. One that can be is shown as `redress show` does, and a case with an item under each head is
/// assessed under it, twice over.
enum MatrixReading {
  static func answer(to bytes: [UInt8], _ workshop: Workshop) throws -> Answer {
    try Answer.of(bytes, named: "matrix") { source in
      let matrix = try MatrixReader.read(source)
      let calendar = try workshop.library.calendar(of: matrix, in: source)
      let edition = MatrixLibrary.Edition(loose: source, matrix, calendar: calendar)
      let notices = Notice.notices(of: matrix, today: Workshop.today)
      let shown = MatrixTables(matrix, digest: edition.digest.text, notices: notices).document
      return TextEmitter().text(of: shown) + (try priced(edition))
    }
  }

  /// What a case comes to that states nothing but its items.
  private static func priced(_ edition: MatrixLibrary.Edition) throws -> String {
    let matrix = edition.matrix
    var json = JSONWriter()
    json.object { json in
      json.pair("case", "A-1")
      json.pair("scheme", matrix.scheme)
      json.key("items")
      json.array(matrix.heads.prefix(CaseFacts.mostItems)) { json, head in json.object { $0.pair("head", head.name) } }
    }
    guard case .outline(let outline)? = CaseFile.read(try SourceText(name: "case.json", bytes: json.bytes)).first else {
      throw BrokenRule("the case of the heads is none")
    }
    let reading = CaseReader.read(outline, under: matrix)
    let (assessment, faults) = reading.assess(with: edition.assessor)
    guard faults.isEmpty else { return faults.text }
    let discrepancies = recheck(
      assessment, of: reading.given.facts, under: matrix, calendar: edition.calendar?.calendar)
    try BrokenRule.unless(discrepancies.isEmpty, "it does not recheck: \(discrepancies.map(\.says))")
    return "\(assessment.outcome)"
  }
}
