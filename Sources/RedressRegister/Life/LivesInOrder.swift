import Foundation
import GRDB
import Redress
import RedressFiles

extension RegisterReading {
  /// Works out the life of every offer from its events, one after another in the order of their numbers.
  ///
  /// - Parameters:
  ///   - body: takes each life that can be told to its end.
  ///   - outOfOrder: takes the first event of an offer that cannot come where it stands.
  /// - Returns: whether all could be told.
  @discardableResult
  func eachLife(
    _ body: (OfferLife) throws -> Void, outOfOrder: (Event, OutOfOrder) throws -> Void
  ) throws -> Bool {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT offer, body FROM event WHERE offer IS NOT NULL ORDER BY offer, number")
    var (current, life): (Int?, OfferLife?) = (nil, nil)
    var (isSkipped, isInOrder) = (false, true)
    while let row = try rows.next() {
      let offer: Int = row[0]
      if offer != current {
        if !isSkipped, let life { try body(life) }
        (current, life, isSkipped) = (offer, nil, false)
      }
      if isSkipped { continue }
      let event: Event
      do { event = try EventReader.event(row[1]) } catch {
        throw RegisterFault.damaged(path: "the register", says: "an event cannot be read, as \(error.says)")
      }
      do { try OfferLife.take(event, to: &life) } catch {
        (isSkipped, isInOrder) = (true, false)
        try outOfOrder(event, error)
      }
    }
    if !isSkipped, let life { try body(life) }
    return isInOrder
  }
}

extension OfferLife {
  /// Takes the next event of an offer, which begins its life where there was none.
  static func take(_ event: Event, to life: inout OfferLife?) throws(OutOfOrder) {
    if case .drafted(let drafted) = event.act {
      guard life == nil else { throw OutOfOrder(says: "It was drafted already.") }
      life = OfferLife(drafted, event)
    } else if life == nil {
      throw OutOfOrder(says: "It was \(event.act.kind.rawValue) before it was drafted.")
    } else {
      try life?.apply(event)
    }
  }
}
