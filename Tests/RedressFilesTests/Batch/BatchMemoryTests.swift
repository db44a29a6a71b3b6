import Redress
import Testing

@testable import RedressFiles

/// However many cases there are, and whatever they name, a batch keeps no more than its editions, and those to its end.
@Suite struct BatchMemoryTests {
  @Test func namesOfWhatIsNotThereAreNotKept() throws {
    let layouts = ScanLayouts(try BatchBench.library())
    #expect(layouts.layout("progress", on: nil) != nil)
    for number in 0..<100 {
      #expect(layouts.layout("nowhere-\(number)", on: nil) == nil)
      #expect(layouts.layout("nowhere", edition: "2022-10-01.\(number)") == nil)
      #expect(layouts.layout("progress", edition: "1999-10-01.\(number)") == nil)
      #expect(layouts.editions.editions(of: "nowhere-\(number)").isEmpty)
    }
    #expect(Array(layouts.editions.listed.keys) == ["progress"])
    #expect(Array(layouts.selections.keys) == ["progress"])
    #expect(layouts.places.count == 1)
  }

  @Test func whatItKeptIsGivenBack() throws {
    weak var memory: ScanMemory?
    try {
      var rows = CaseRows(try BatchBench.settings(), nil, heads: nil)
      var bytes = ByteBuffer(capacity: 4096)
      var text = RowText(capacity: 4096)
      let line = try BatchBench.lines()[0] + [10]
      line.withUnsafeBufferPointer { bytes.append($0) }
      bytes.pad()
      rows.add(chunkOf: bytes, from: 1, isTable: false, to: &text)
      memory = rows.lanes.all.lazy.compactMap { $0 }.first?.writer.pointee.pieces.memory
      #expect(memory != nil && rows.tally.rows == 1)
    }()
    #expect(memory == nil)
  }
}
