import Redress

extension MatrixTables {
  /// What edition this is, and how much there is in it.
  var atAGlance: Section {
    Section("At a glance") {
      Definitions([
        .init("Organisation", "\(words.words(matrix.body))"),
        .init("Scheme", words.code(matrix.scheme)),
        .init("Edition", words.code(matrix.edition)),
        .init("Status", status),
        .init("In force from", "\(matrix.inForceFrom)"),
        .init("Review by", matrix.reviewBy.map { "\($0)" } ?? "no day is stated"),
        .init("Chosen by", chosenBy),
        .init("Digest", words.code(digest)),
        .init("Rules", "\(matrix.rules.count)"),
        .init("Readings", readingCounts),
        .init("Open readings", openReadings),
        .init(
          "Facts, decisions", "\(matrix.facts.count) facts to state, \(matrix.decisions.count) decisions to record"),
      ])
    }
  }

  private var status: Phrase {
    switch matrix.status {
    case .draft: "draft: it may change; it prices, and no offer under it can be signed"
    case .approved: "approved: it never changes, and offers under it can be signed"
    }
  }

  /// Which day of a case chooses the edition.
  private var selectsOn: Phrase {
    let names = matrix.selectsOn.map { words.fact($0) }
    return Phrase(joining: names, with: "; where that is not stated, ") ?? "no day is named"
  }

  private var chosenBy: Phrase {
    matrix.appliesTo == .openOffers
      ? "\(selectsOn); it may also be taken up for open offers of earlier editions" : selectsOn
  }

  private var readingCounts: Phrase {
    let asked = matrix.readings.count(where: \.isAsked)
    return
      "\(matrix.readings.count): \(matrix.readings.count - asked) settled, \(asked) asked on each case that meets them"
  }

  private var openReadings: Phrase {
    let open = matrix.readings.filter(\.isOpen)
    guard let names = Phrase(joining: open.map { words.code($0.name) }, with: ", ") else {
      return "none: every reading has been decided"
    }
    return "\(open.count) that nobody has decided yet: \(names)"
  }
}

extension Reading {
  /// Whether a person answers it on each case.
  var isAsked: Bool {
    if case .ask = answer { true } else { false }
  }
}
