import Redress
import RedressDocuments
import RedressFiles
import Testing

/// The tables of every scheme that comes with the repository, and of every kind of rule.
@Suite struct ShownSchemesTests {
  /// The folder and name of each scheme.
  static let schemes: [(String, String)] = ["Matrices", "Fixtures/kinds", "Fixtures/published"].flatMap { folder in
    let library = try? MatrixLibrary(folder: Repository.place(folder).path)
    return (library?.schemes ?? []).map { (folder, $0) }
  }

  private func matrix(_ scheme: String, in folder: String) throws -> (Matrix, Document) {
    let library = try MatrixLibrary(folder: Repository.place(folder).path)
    let edition = try library.edition(try #require(library.editions(of: scheme).first), of: scheme)
    let notices = Notice.notices(of: edition.matrix, today: edition.matrix.inForceFrom)
    return (
      edition.matrix, MatrixTables(edition.matrix, digest: edition.digest.text, notices: notices).document
    )
  }

  @Test func allOfThemAreThere() { #expect(Self.schemes.count > 45) }

  /// At a width at which nothing wraps, so that what is looked for stands on one line.
  @Test(arguments: schemes)
  func everythingOfAMatrixIsShown(folder: String, scheme: String) throws {
    let (matrix, document) = try matrix(scheme, in: folder)
    let shown = TextEmitter(width: 4_000).text(of: document)
    var parts = matrix.rules.flatMap { ["(\($0.id))", $0.title] } + matrix.facts.map(\.name)
    parts += matrix.facts.filter { $0.derivation == nil }.map(\.ask) + matrix.facts.compactMap(\.help)
    parts += matrix.facts.flatMap(\.choices).flatMap { [$0.name, $0.title] }
    parts += matrix.readings.flatMap { [$0.name, $0.question, $0.because] }
    parts += matrix.decisions.flatMap { [$0.name, $0.ask] } + matrix.roles.flatMap { [$0.name, $0.title] }
    parts += matrix.exclusions.flatMap { [$0.say] + [$0.referTo].compactMap(\.self) }
    parts += matrix.windows.flatMap(\.steps).compactMap(\.say) + (matrix.payment + matrix.statements).map(\.say)
    parts += (matrix.payment + matrix.statements).compactMap(\.letter?.say) + matrix.heads.compactMap(\.letter)
    parts += matrix.exclusions.compactMap(\.letter) + matrix.windows.flatMap(\.steps).compactMap(\.letter)
    parts += matrix.missing.map(\.say)
    #expect(parts.filter { !shown.contains($0) } == [])
  }

  @Test(arguments: schemes)
  func noLinePassesTheEdge(folder: String, scheme: String) throws {
    let lines = TextEmitter(width: 80).text(of: try matrix(scheme, in: folder).1).split(separator: "\n")
    #expect(lines.filter { $0.count > 80 } == [])
  }

  @Test(arguments: schemes)
  func thePageHasATitleAndNothingOfTheCode(folder: String, scheme: String) throws {
    let page = HTMLEmitter().page(of: try matrix(scheme, in: folder).1)
    #expect(page.contains("<h1>"))
    #expect(!page.contains("Optional(") && !page.contains("Ref<"))
  }

  @Test func theEndOfAMonthIsSaidOfADerivedDay() throws {
    let shown = TextEmitter(width: 4_000).text(of: try matrix("derived-facts", in: "Fixtures/kinds").1)
    let day = "1 month from reported-on. Day one is the day after. "
    #expect(shown.contains(day + "Where the last month has no such day, they end on its last day."))
  }
}
