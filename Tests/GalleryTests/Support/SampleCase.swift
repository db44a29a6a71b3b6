/// A sound case of the scheme `progress`, and texts that differ from it in one place.
enum SampleCase {
  static let json = """
    {
      "case": "PHG-2026-0501",
      "scheme": "progress",
      "facts": {
        "incident-date": "2026-08-14",
        "claim-date": "2026-08-30",
        "offer-date": "2026-10-12",
        "customer-type": "tenant"
      },
      "items": [
        { "head": "inconvenience", "impact": "low", "amount": "£40.00", "as": "bacs" }
      ]
    }

    """

  static let yaml = """
    case: PHG-2026-0501
    scheme: progress
    facts:
      incident-date: 2026-08-14
      claim-date: 2026-08-30
      offer-date: 2026-10-12
      customer-type: tenant
    items:
      - head: inconvenience
        impact: low
        amount: £40.00
        as: bacs

    """

  /// The case on one line, under another reference.
  static func line(_ name: String) -> String {
    json.replacing("PHG-2026-0501", with: name).split(separator: "\n").joined() + "\n"
  }

  static func json(_ old: String, _ new: String) -> String { changed(json, old, new) }
  static func yaml(_ old: String, _ new: String) -> String { changed(yaml, old, new) }

  private static func changed(_ text: String, _ old: String, _ new: String) -> String {
    precondition(text.contains(old), "the sample has no \(old)")
    return text.replacing(old, with: new)
  }
}
