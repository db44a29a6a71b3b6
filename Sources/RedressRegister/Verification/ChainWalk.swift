import Redress
import RedressFiles

/// Where a chain of events is broken, and how.
struct ChainBreak: Error, Hashable {
  /// The event that is wrong or missing.
  let event: Int
  /// What is wrong, in a whole sentence.
  let says: String
}

/// Goes along a chain of events and stops at the first that does not follow.
struct ChainWalk {
  /// How many events were found to follow one another.
  private(set) var size = 0
  /// The digest of the last of them.
  private(set) var head = Event.beforeFirst
  /// The random name of the register; `nil` before its first event.
  private(set) var origin: String?

  /// The exact bytes of a body as they were read, wherever in the chain they stand.
  enum Reading: Sendable {
    case event(Event)
    /// They are no text.
    case notText
    case unread(UnreadEvent)

    init(_ body: [UInt8]) {
      guard let text = String(validating: body, as: UTF8.self) else {
        self = .notText
        return
      }
      do { self = .event(try EventReader.event(text)) } catch { self = .unread(error) }
    }
  }

  /// The next event, from the exact bytes of its body.
  mutating func take(_ body: [UInt8]) throws(ChainBreak) -> Event { try take(Reading(body)) }

  /// The next event, whose body was read before.
  mutating func take(_ reading: Reading) throws(ChainBreak) -> Event {
    let number = size + 1
    let event: Event
    switch reading {
    case .event(let read): event = read
    case .notText: throw ChainBreak(event: number, says: "Event \(number) is not text.")
    case .unread(let unread):
      throw ChainBreak(event: number, says: "Event \(number) is not as it was written: \(unread.says).")
    }
    guard event.number == number else {
      throw ChainBreak(event: number, says: "Where event \(number) should be stands event \(event.number).")
    }
    guard event.previous == head else {
      throw ChainBreak(
        event: number,
        says: "Event \(number) does not follow the one before it: it holds the digest \(event.previous.text), and that "
          + "one has \(head.text).")
    }
    if (event.offer == nil) != event.act.isAboutNoOffer {
      let about = event.offer == nil ? "no offer" : "an offer"
      throw ChainBreak(
        event: number, says: "Event \(number), of the kind `\(event.act.kind.rawValue)`, is about \(about).")
    }
    if case .begun(let origin) = event.act {
      guard number == 1 else { throw ChainBreak(event: number, says: "Event \(number) begins the register again.") }
      self.origin = origin
    } else if number == 1 {
      throw ChainBreak(event: 1, says: "The first event does not begin a register.")
    }
    (size, head) = (number, event.digest)
    return event
  }
}

extension ChainWalk {
  /// Goes on after an event that does not follow, so that faults of later ones are found too.
  mutating func goOn(after body: [UInt8]) {
    let number = String(validating: body, as: UTF8.self).flatMap { try? EventReader.event($0).number }
    // There is room for every later event behind a number that may be made up.
    size = number.flatMap { $0 <= Int.max / 2 ? $0 : nil } ?? size + 1
    head = Digest(of: body)
  }
}

extension Act {
  /// Whether it belongs to no offer's life: the register itself, runs, recalculations, erasures and imports.
  var isAboutNoOffer: Bool {
    switch self {
    case .begun, .run, .runCancelled, .recalculated, .erased, .imported: true
    default: false
    }
  }
}
