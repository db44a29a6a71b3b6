/// Reads JSON strictly as RFC 8259 has it, with the place of every value.
///
/// A text holds one value, or several that begin on lines of their own, as in NDJSON. Numbers keep their digits, and
/// every key of an object is kept, so that nothing the file says is lost before somebody has looked at it.
public struct JSONReader: Sendable {
  /// How many bytes a top-level value may have, or an element of a top-level array.
  public let longestValue: Int
  /// How many lists and objects may stand inside one another.
  public let deepest: Int

  /// A reader with its limits; without them 1 MiB for each value, and a depth of 64.
  public init(longestValue: Int = 1 << 20, deepest: Int = 64) {
    self.longestValue = longestValue
    self.deepest = deepest
  }

  /// The top-level values in order.
  /// - Throws: every fault: `json.syntax`, `json.duplicate-key`, `json.too-deep`, `json.too-long`.
  public func read(_ source: SourceText) throws(FaultList) -> [Node] {
    var faults = FaultList()
    let values = read(source, faults: &faults)
    try faults.throwIfAny()
    return values
  }

  /// The top-level values that can be read, and the faults of those that cannot. A value in which a key stands twice is
  /// read, and has its fault too.
  public func read(_ source: SourceText, faults: inout FaultList) -> [Node] {
    let readings = readings(source)
    for reading in readings { faults.add(reading.faults) }
    return readings.compactMap(\.node)
  }

  /// The top-level values in order, each with its own faults.
  public func readings(_ source: SourceText) -> [JSONReading] {
    var parser = JSONParser(source, longestValue: longestValue, deepest: deepest)
    return parser.readAll()
  }
}
