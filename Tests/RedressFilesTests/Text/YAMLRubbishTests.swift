import SeededRandomness
import Testing

@testable import RedressFiles

@Suite struct YAMLRubbishTests {
  private let pieces = [
    "a", "b", ": ", "\n", "\n  ", "- ", "[", "]", "{", "}", ", ", "\"", "'", "&x ", "*x", "!t ", "? ", "# ", "|\n  ",
    "é", "<<: ",
    "\n---\n", "\t", "%", "\\", "a: 1\n", "\r\n",
  ]

  /// Whatever the text is, reading ends, gives something or a fault, and shows the line of every fault that has a
  /// place.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func neverTrapsTheReader(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<700 {
      let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in pieces.randomElement(using: &random)! }
        .joined()
      guard let source = try? SourceText(name: "t", bytes: Array(text.utf8)) else { continue }
      var list = FaultList()
      let roots = YAMLReader(deepest: 3).read(source, documents: .one, faults: &list)
      #expect(!roots.isEmpty || !list.isEmpty, "seed \(seed), round \(round): \(text.debugDescription)")
      for fault in list.faults where fault.place != nil {
        #expect(fault.excerpt != nil, "seed \(seed), round \(round): \(text.debugDescription)")
      }
    }
  }
}
