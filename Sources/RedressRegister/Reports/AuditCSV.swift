import RedressFiles

/// Writes the findings of an audit as CSV, one a row.
public enum AuditCSV {
  /// The names of the columns.
  public static let header = CSVText.row([
    "finding", "grade", "offer", "case", "officer", "rule", "says", "sources",
  ])

  /// A finding as a row.
  public static func row(of finding: AuditFinding) -> String {
    CSVText.row([
      finding.code.rawValue, finding.grade.rawValue, finding.offer.map(String.init) ?? "", finding.reference ?? "",
      finding.officer ?? "", finding.rule ?? "", finding.says, finding.sources.joined(separator: "; "),
    ])
  }
}
