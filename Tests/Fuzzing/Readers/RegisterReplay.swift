import Foundation
import RedressFiles
import RedressRegister

/// An exported register is imported. What was taken in is sound, and goes out as the same bytes.
///
/// Few inputs have sound digests. So those that are refused are given them, and are tried again: a lie may be well
/// chained.
enum RegisterReplay {
  static func answer(to bytes: [UInt8], _ workshop: Workshop) throws -> Answer {
    let answer = try imported(bytes, workshop)
    guard case .faulty(let faults) = answer, let chained = ChainedExport.bytes(of: bytes) else { return answer }
    switch try imported(chained, workshop) {
    case .read(let text): return .faulty(faults + ["chained anew, it is \(text)"])
    case .faulty(let more): return .faulty(faults + more)
    }
  }

  private static func imported(_ bytes: [UInt8], _ workshop: Workshop) throws -> Answer {
    let (path, register) = (workshop.folder + "/export.ndjson", workshop.folder + "/new.register")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    unlink(register)
    let stand: Checkpoint
    do { stand = try RegisterImport.run(path, to: register) } catch let faults as FaultList {
      try BrokenRule.unless(!FileManager.default.fileExists(atPath: register), "a refused register is there")
      return .faulty(try FaultRules.texts(of: faults.sorted, in: bytes).map { $0.replacing(workshop.folder, with: "") })
    }
    let made = try Register.openToRead(register)
    let (check, lines) = try made.read { reading in
      var lines: [UInt8] = []
      try reading.export { lines += $0 }
      return (try reading.check(), lines)
    }
    try BrokenRule.unless(lines == bytes, "it goes out otherwise than it came in")
    try BrokenRule.unless(check.isGood && check.checkpoint == stand, "an imported register is not sound")
    return .read(stand.text)
  }
}
