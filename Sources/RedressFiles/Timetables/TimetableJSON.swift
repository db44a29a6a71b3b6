import Redress

/// Writes timetables: one compact JSON object for each case, without a line break.
public struct TimetableJSON {
  private var writer = JSONWriter()

  /// A writer whose room is used again for each object.
  public init() {}

  /// The object of a case: its duties in the order of the matrix. A day that is not known is `null`; `forecast`
  /// stands only where what a duty is counted from has not happened.
  public mutating func bytes(of timetable: CaseTimetable) -> [UInt8] {
    let matrix = timetable.matrix
    writer.clear()
    writer.object { json in
      json.pair("case", timetable.name)
      json.pair("scheme", matrix.scheme)
      json.key("deadlines")
      json.array(timetable.duties) { json, state in
        let duty = matrix.duties[ref: state.duty]
        json.object {
          $0.pair("deadline", duty.name)
          $0.pair("from", state.from?.isoText)
          $0.pair("due", state.due?.isoText)
          $0.pair("source", matrix.rules[ref: duty.rule].citations.map { matrix.name(of: $0) }.joined(separator: "; "))
          $0.pair("done", state.done?.isoText)
          $0.pair("state", state.state.rawValue)
          $0.pair("days-late", state.daysLate)
          if state.isForecast {
            $0.key("forecast")
            $0.flag(true)
          }
        }
      }
    }
    return writer.bytes
  }

  /// The object of a case with faults. What is not known of it is `null`.
  public mutating func bytes(ofFaulty unread: UnreadCase) -> [UInt8] {
    writer.clear()
    writer.object { json in
      json.pair("case", unread.name)
      json.pair("scheme", unread.scheme)
      json.faults(unread.faults)
    }
    return writer.bytes
  }
}
