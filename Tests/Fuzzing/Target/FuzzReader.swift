import Foundation
import FuzzedReaders

/// Feeds the reader that the variable REDRESS_FUZZ names. A rule that is broken ends the program like any other fault,
/// so that libFuzzer keeps the input. So does an input that takes long: libFuzzer looks at the clock, which goes on
/// while others use the machine, and this at the processor's time.
private final class FuzzRun: @unchecked Sendable {
  static let current = FuzzRun()
  private let reader: FuzzedReader
  private let workshop: Workshop

  private init() {
    let name = ProcessInfo.processInfo.environment["REDRESS_FUZZ"] ?? ""
    guard let reader = FuzzedReader(rawValue: name) else { fatalError("REDRESS_FUZZ names no reader: \(name)") }
    do { workshop = try Workshop() } catch { fatalError("\(error)") }
    self.reader = reader
  }

  func take(_ bytes: [UInt8]) {
    let start = Self.processorTime
    do { _ = try reader.answer(to: bytes, in: workshop) } catch { fatalError("\(reader.rawValue): \(error)") }
    // It was read twice.
    let seconds = (Self.processorTime - start) / 2
    if seconds > 1 { fatalError("\(reader.rawValue): it takes \(seconds) seconds") }
  }

  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzRun.current.take(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager calls this `main`. It hands over to libFuzzer, whose own it takes the place of.
@_cdecl("FuzzReader_main")
public func fuzzReaderMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments, testOneInput)
}
