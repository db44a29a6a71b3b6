import Redress
import RedressFiles
import RedressSigning

/// A case that was read from another system's table and priced.
public struct ReadCase: Sendable {
  /// The reference that it is known by.
  public let reference: String
  /// Its scheme.
  public let scheme: String
  /// The case as a file of the format `redress-case/1`.
  public let bytes: [UInt8]
  /// What it comes to.
  public let outcome: Assessment.Outcome
  /// All money of it; nothing unless it is awarded.
  public let gross: Money

  /// Reads every row of a table as a case.
  /// - Throws: the faults of all rows together.
  public static func all(in source: SourceText, map: ColumnMap, pricer: CasePricer) throws(FaultList) -> [ReadCase] {
    let table = MappedTable(source, map)
    var faults = FaultList()
    // Faults of the map itself point elsewhere than into the table, which knows nothing of them.
    faults.add(FaultList(table.faults.faults.filter { $0.file != source.name }))
    var cases: [ReadCase] = []
    for entry in CaseFile.read(table: table.rows, table.faults, source) {
      switch entry {
      case .unread(let unread): faults.add(FaultList(unread.faults))
      case .outline(let outline):
        do { cases.append(ReadCase(try pricer.assess(outline))) } catch { faults.add(error) }
      }
    }
    try faults.throwIfAny()
    return cases
  }

  private init(_ assessed: AssessedCase) {
    let (outline, assessment) = (assessed.reading.outline, assessed.explanation.assessment)
    let (name, scheme) = (outline.name ?? "", outline.scheme)
    (reference, self.scheme) = (name, scheme)
    outcome = assessment.outcome
    gross = assessment.award?.gross ?? .zero
    var json = JSONWriter(indented: true)
    json.object { json in
      json.pair("format", CaseOutline.format)
      json.pair("case", name)
      json.pair("scheme", scheme)
      if let edition = outline.edition { json.pair("edition", edition.description) }
      CaseRecordJSON(assessed.reading, assessed.edition.matrix).write(&json)
      if let letter = assessed.reading.letter {
        json.key("letter")
        letter.writeAsStated(&json)
      }
    }
    bytes = json.bytes + [10]
  }
}
