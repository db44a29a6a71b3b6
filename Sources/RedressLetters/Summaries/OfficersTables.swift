import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

/// Who holds which post on a day, with whose keys, and what is likely to be a mistake.
public struct OfficersTables {
  private let file: OfficersFile
  private let findings: [String]
  private let day: CivilDate

  /// The officers as they stand on a day.
  public init(_ file: OfficersFile, findings: [String], on day: CivilDate) {
    self.file = file
    self.findings = findings
    self.day = day
  }

  /// The tables as a document.
  public var document: Document {
    Document("Officers on \(day)") {
      Table(
        "Who may sign as what", columns: ["Officer", "Name", "Posts", "Key"],
        rows: file.officers.all.map(row), ifNone: "There are no officers.")
      if findings.isEmpty {
        Phrase("\(strong: "Nothing was found.")")
      } else {
        Section("What was found") { List(.bulleted, findings.compactMap { Words($0) }.map { "\($0)" }) }
      }
    }
  }

  private func row(_ officer: Officer) -> Table.Row {
    let posts = file.officers.roles(of: officer, on: day).map { held -> Phrase in
      let role = Words(held.role, ifBlank: "a post")
      return held.standsInFor.flatMap { Words($0) }.map { "\(role) for \($0)" } ?? "\(role)"
    }
    let key = file.keys(of: officer.id).first { $0.isGood(on: day) }?.key.fingerprint
    return Table.Row(
      "\(code: Words(officer.id, ifBlank: "no name"))",
      [
        "\(officer.name, ifBlank: "no name")", Phrase(listing: posts, before: "and") ?? "none",
        key.flatMap { Words($0) }.map { "\(code: $0)" } ?? "none",
      ])
  }
}
