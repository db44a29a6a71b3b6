import Redress

/// What came of an act.
public struct ActOutcome: Sendable {
  /// The offer as it stands now.
  public let life: OfferLife
  /// The event that records the act.
  public let event: Event
  /// Whether the same act was recorded before, so that nothing was written now.
  public let isRepeated: Bool
}

extension RegisterWriting {
  /// The life of an offer that must be there.
  func life(_ number: Int) throws -> OfferLife {
    guard let life = try reading.life(of: number) else {
      throw ActRefusal(.offerUnknown, "There is no offer \(number) in this register.")
    }
    return life
  }

  /// Records an act, or finds that the same one is recorded: by the same officer, on the same day, with the same
  /// details. People try again when a terminal or a network hangs, and nothing is done twice for it.
  func record(_ act: Act, to life: inout OfferLife) throws -> ActOutcome {
    if let event = try earlier(in: life, { $0.act == act }) {
      return ActOutcome(life: life, event: event, isRepeated: true)
    }
    let event = try append(act, to: &life)
    return ActOutcome(life: life, event: event, isRepeated: false)
  }

  /// The last event of an offer by the same officer on the same day that is like this one.
  func earlier(in life: OfferLife, _ isLike: (Event) -> Bool) throws -> Event? {
    try reading.events(of: life.number).last {
      $0.stamp.by == stamp.by && $0.stamp.on == stamp.on && isLike($0)
    }
  }

  /// Words that somebody reads years later: something is said, and no more than a page.
  func words(_ text: String, _ option: String) throws -> String {
    let isSeen = text.unicodeScalars.contains { $0.properties.generalCategory.isVisible }
    let ends = text.split(whereSeparator: \.isWhitespace)
    guard isSeen, let first = ends.first, let last = ends.last, text.utf8.count <= 4000 else {
      throw ActRefusal(
        .words, "\(option) says nothing, or more than 4,000 bytes. Write a line that is understood later.")
    }
    return String(text[first.startIndex..<last.endIndex])
  }

  /// Nothing happens before what it follows.
  func check(_ day: CivilDate?, _ what: String) throws {
    guard let day, stamp.on < day else { return }
    throw ActRefusal(.day, "\(stamp.on) is before \(day), the day \(what).")
  }
}

extension Unicode.GeneralCategory {
  /// Whether a reader sees a character of the kind.
  fileprivate var isVisible: Bool {
    switch self {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .unassigned: false
    default: true
    }
  }
}
