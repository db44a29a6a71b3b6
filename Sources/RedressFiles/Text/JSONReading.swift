/// One top-level value of a JSON text, with what is wrong with it.
public struct JSONReading: Sendable {
  /// `nil` where the value could not be read. A value in which a key stands twice is read, and has its fault too.
  public let node: Node?
  /// What is wrong with it; empty where the value is sound.
  public fileprivate(set) var faults: FaultList
}

/// The readings of a text in order. Of a file of rubbish not every line becomes a reading of its own, so that it cannot
/// fill the memory: past ``FaultList/kept`` faulty ones, their faults are added to the last of them.
struct JSONReadings {
  private(set) var all: [JSONReading] = []
  private var faulty = 0
  private var lastFaulty = 0

  mutating func add(_ reading: JSONReading) {
    if reading.faults.isEmpty { return all.append(reading) }
    guard faulty < FaultList.kept else { return all[lastFaulty].faults.add(reading.faults) }
    faulty += 1
    lastFaulty = all.count
    all.append(reading)
  }
}
