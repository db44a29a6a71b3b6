import RedressDocuments

/// What was found of a register, for a person.
public struct RegisterCheckSummary {
  private let check: RegisterCheck
  private let path: String

  /// What was found of the register of a path.
  public init(_ check: RegisterCheck, path: String) {
    self.check = check
    self.path = path
  }

  /// The findings as a document.
  public var document: Document {
    Document("Register \(words(path))") {
      if let stand = check.checkpoint {
        Definitions([
          .init("Origin", "\(code: words(stand.origin))"), .init("Events", "\(stand.size)"),
          .init("Last digest", "\(code: words(stand.head.text))"),
        ])
      }
      Table(
        "What was checked", columns: ["Looked at", "Result", "What was found"],
        rows: check.findings.map {
          Table.Row("\(words($0.about.title))", [$0.isGood ? "good" : "NOT GOOD", "\(words($0.says))"])
        })
      Phrase("\(strong: verdict)")
    }
  }

  private var verdict: Phrase {
    check.isGood ? "Everything that was looked at is in order." : "Not in order: see above."
  }

  private func words(_ text: String) -> Words { Words(text, ifBlank: "not stated") }
}

extension RegisterCheck.Finding.About {
  /// What it is called for people.
  var title: String {
    switch self {
    case .database: "File"
    case .tables: "Tables"
    case .chain: "Chain"
    case .checkpoint: "Checkpoint"
    case .files: "Kept files"
    case .offers: "Offers"
    case .runs: "Runs"
    case .signatures: "Signatures"
    }
  }
}
