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

/// The matrix in which every key of the notation stands, with a case that has an item under each head.
enum WholeMatrix {
  static var text: String {
    get throws { try Repository.text("Fixtures/matrices/sample/2024-04-01.2.yaml") }
  }

  static let wholeCase = """
    case: S-1
    scheme: sample
    facts: { claim-date: 2026-02-02, reply-date: 2026-02-10, agreed: true, expected: 2026-02-01 }
    items:
      - { head: trouble, level: low, amount: £20, evidence: a photo }
      - { head: costs, receipts: £30 }
      - { head: grid, level: high, spread: room, amount: £10 }
      - { head: flat }
      - { head: waiting, began: 2026-01-05, ended: 2026-03-20, rooms: 2 }
      - { head: rooms, rooms: 5, level: high, spread: home }
      - { head: rented, rent: £100, rooms: 3, began: 2026-01-05, ended: 2026-01-15 }
      - { head: worn, price-new: £500, age: 3 }
      - { head: late-pay, rent: £1000, began: 2026-01-05, ended: 2026-03-20 }
      - { head: on-all, began: 2026-01-05, ended: 2026-03-20 }
      - { head: judged, amount: £30, level: low, evidence: a letter, reasons: long }
      - { head: best }
    decisions:
      - { about: set-it-off, answer: accept, by: a, on: 2026-02-11, because: b }
      - { about: late, answer: accept, by: a, on: 2026-02-11, because: b }

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
