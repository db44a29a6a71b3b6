import Redress

/// The keys of objects that are passed over, such as the identifiers of other systems: the first few that were met, so
/// that the next object with the same ones is passed over quickly.
struct PassedKeys {
  private let steps: KeySteps
  private let names: UnsafeMutablePointer<ByteRun>
  private let count: UnsafeMutablePointer<Int>
  private let memory: Unmanaged<ScanMemory>

  private static let most = 24
  private static let longest = 64

  /// Keys that are kept in a memory, which outlives them.
  init(in memory: ScanMemory) {
    steps = KeySteps(keys: Self.most, in: memory)
    names = memory.room(for: ByteRun.empty, count: Self.most)
    count = memory.room(for: 0, count: 1)
    self.memory = .passUnretained(memory)
  }

  /// Passes over the object at the place of a scan. Gives whether it is sound; `nil` where it has keys of which none
  /// can be kept, and must be looked at otherwise.
  @inline(__always)
  func pass(_ scan: inout CaseScan, depth: Int, valuesAreWords: Bool) -> Bool? {
    var at = scan.at + 1
    var seen = FactSet()
    var before = steps.opening()
    while true {
      var step = steps.step(after: before, at: at)
      if step.pointee.use == KeySteps.Step.isUnknown {
        guard let found = self.step(after: before, at) else { return nil }
        step = found
      }
      at += step.pointee.count
      before = step.pointee.key
      if before < 0 { break }
      at.blanks()
      guard seen.isDisjoint(with: step.pointee.bit) else { return false }
      seen.formUnion(step.pointee.bit)
      if at.pointee == UInt8(ascii: "\"") {
        guard valuesAreWords ? at.words() != nil : at.passString(escapes: true) else { return false }
      } else if valuesAreWords {
        guard at.null() || at.passNumber() else { return false }
      } else {
        let start = scan.at
        scan.at = at
        guard scan.passValue(depth: depth + 1) else { return false }
        at = scan.at
        scan.at = start
      }
    }
    scan.at = at
    return true
  }

  @inline(never)
  private func step(after before: Int, _ at: Bytes) -> UnsafePointer<KeySteps.Step>? {
    guard let (run, name) = at.between(isFirst: before == steps.opening()) else { return nil }
    guard let name else { return steps.keep(run, key: KeySteps.Step.closing, use: 0, after: before) }
    if let known = (0..<count.pointee).first(where: { names[$0].isSame(as: name) }) {
      return steps.keep(run, key: known, use: 0, after: before)
    }
    guard count.pointee < Self.most, name.count <= Self.longest else { return nil }
    names[count.pointee] = memory._withUnsafeGuaranteedRef { $0.keep(name.array) }
    count.pointee += 1
    return steps.keep(run, key: count.pointee - 1, use: 0, after: before)
  }
}
