/// The small, made-up matrix that the faulty ones of the gallery differ from in one place each.
enum SampleMatrix {
  static let path = "millbrook/2026-01-01.yaml"

  /// It stands sound in the folder whose fault is in the worked example.
  static var text: String {
    get throws { try Repository.text("Fixtures/faults/example.differs/Matrices/\(path)") }
  }

  static let sampleCase = """
    case: M-1
    scheme: millbrook
    facts: { incident-date: 2026-02-02, claim-date: 2026-02-09 }
    items: [{ head: trouble, size: small, amount: £20 }]

    """
}

extension Sequence {
  /// One after another, in order.
  func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
