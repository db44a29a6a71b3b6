import Foundation
import SeededRandomness
import Testing

@testable import RedressFiles

@Suite struct SourceTextTests {
  private func code(_ bytes: [UInt8], limit: Int = 100) -> String {
    do {
      _ = try SourceText(name: "f", bytes: bytes, limit: limit)
      return "none"
    } catch {
      return error.faults.map(\.code.rawValue).joined(separator: " ")
    }
  }

  @Test func stripsOneByteOrderMark() throws {
    #expect(try SourceText(name: "f", bytes: [0xEF, 0xBB, 0xBF, 0x61]).bytes == [0x61])
    #expect(try SourceText(name: "f", bytes: [0x61]).bytes == [0x61])
  }

  @Test(arguments: ["", " ", "\r\n\t \n", "\u{FEFF}", "\u{FEFF} \n"])
  func refusesNothing(text: String) { #expect(code(Array(text.utf8)) == "file.empty") }

  @Test func refusesMoreThanItsLimit() {
    #expect(code([UInt8](repeating: 0x61, count: 100)) == "none")
    #expect(code([UInt8](repeating: 0x61, count: 101)) == "file.too-large")
  }

  @Test func refusesNULAndUTF16() {
    #expect(code([0x61, 0]) == "file.nul")
    #expect(code([0xFF, 0xFE, 0x61, 0]) == "file.not-utf8")
    #expect(code([0xFE, 0xFF, 0, 0x61]) == "file.not-utf8")
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xE2, 0x28, 0xA1],
      [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xFF],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(bytes: [UInt8]) throws {
    #expect(code([0x61] + bytes) == "file.not-utf8")
    let faults = #expect(throws: FaultList.self) {
      try SourceText(name: "f", bytes: Array("ab\né".utf8) + bytes + Array("x".utf8))
    }
    #expect(faults?.faults.first?.place == Place(file: "f", line: 2, column: 2))
  }

  @Test(arguments: ["a", "é", "ࠀ", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "😀 £ 𝄞"])
  func acceptsUTF8(text: String) { #expect(code(Array(text.utf8)) == "none") }

  /// The standard library's own decoder is the other opinion.
  @Test func agreesWithTheStandardLibraryOnRandomBytes() {
    var random = SeededGenerator(seed: 20_260_814)
    let telling: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).map { _ in telling.randomElement(using: &random)! }
      #expect((UTF8Check.firstFault(in: bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }

  @Test func findsPlacesByScalars() throws {
    let source = try SourceText(name: "f", bytes: Array("a£😀b\r\n\n\tc".utf8))
    let places = (0...13).map { source.place(ofByte: $0) }.map { "\($0.line):\($0.column)" }
    #expect(places[0] == "1:1")
    #expect(places[1] == "1:2")
    #expect(places[3] == "1:3")
    #expect(places[7] == "1:4")
    #expect(places[8] == "1:5")
    #expect(places[10] == "2:1")
    #expect(places[11] == "3:1")
    #expect(places[12] == "3:2")
    #expect(places[13] == "3:3")
    #expect(source.place(ofByte: 99) == source.place(ofByte: 13))
    #expect(source.place(ofByte: -1) == source.place(ofByte: 0))
  }

  @Test func findsEveryLineOfALongText() throws {
    let lines = (1...5000).map { "line \($0)" + String(repeating: "x", count: $0 % 37) }
    let text = lines.joined(separator: "\n")
    let source = try SourceText(name: "f", bytes: Array(text.utf8))
    var offset = 0
    for (index, line) in lines.enumerated() {
      #expect(source.place(ofByte: offset) == Place(file: "f", line: index + 1, column: 1))
      #expect(source.excerpt(line: index + 1)?.text == line)
      offset += line.utf8.count + 1
    }
    #expect(source.excerpt(line: 5001) == nil)
    #expect(source.excerpt(line: 0) == nil)
  }

  @Test func findsLinesThatBeginWhereABlockDoes() throws {
    let text = String(repeating: "x", count: 4095) + "\n" + String(repeating: "y", count: 4095) + "\nz"
    let source = try SourceText(name: "f", bytes: Array(text.utf8))
    #expect(source.place(ofByte: 4096) == Place(file: "f", line: 2, column: 1))
    #expect(source.place(ofByte: 8192) == Place(file: "f", line: 3, column: 1))
    #expect(source.excerpt(line: 3)?.text == "z")
    #expect(source.byteRange(ofLine: 2) == 4096..<8191)
  }

  @Test func excerptsLeaveOutTheLineBreakAndKeepTabs() throws {
    let source = try SourceText(name: "f", bytes: Array("\ta\r\nb\n".utf8))
    #expect(source.excerpt(line: 1, around: 2) == Excerpt(text: "\ta", column: 2))
    #expect(source.excerpt(line: 2) == Excerpt(text: "b", column: 1))
    #expect(source.excerpt(line: 3) == Excerpt(text: "", column: 1))
    #expect(source.excerpt(line: 1, around: 50) == Excerpt(text: "\ta", column: 3))
  }

  @Test func excerptsOfLongLinesShowAWindow() throws {
    let line = (0..<300).map { String($0 % 10) }.joined()
    let source = try SourceText(name: "f", bytes: Array("é\n\(line)\n".utf8))
    let start = try #require(source.excerpt(line: 2, around: 1))
    #expect(start.text == String(line.prefix(100)) + "…")
    #expect(start.column == 1)
    let middle = try #require(source.excerpt(line: 2, around: 151))
    #expect(middle.text == "…" + line.dropFirst(100).prefix(100) + "…")
    #expect(Array(middle.text)[middle.column - 1] == "0")
    let end = try #require(source.excerpt(line: 2, around: 300))
    #expect(end.text == "…" + line.suffix(100))
    #expect(Array(end.text)[end.column - 1] == "9")
    #expect(source.excerpt(line: 2, around: 100_001) == nil)
  }

  @Test func excerptsShowControlCharacters() throws {
    let source = try SourceText(name: "f", bytes: Array("a\u{1B}[31m\u{7F}\u{202E}b".utf8))
    #expect(source.excerpt(line: 1)?.text == "a␛[31m␡\u{FFFD}b")
  }
}

@Suite struct SourceTextFileTests {
  private func path(_ bytes: [UInt8]) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "redress-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    return url.path
  }

  @Test func readsAFile() throws {
    let large = [UInt8](repeating: 0x61, count: 200_000)
    let path = try path(large)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let source = try SourceText.read(path: path)
    #expect(source.bytes == large)
    #expect(source.name == path)
    let error = #expect(throws: UnreadFile.self) { try SourceText.read(path: path, limit: 199_999) }
    guard case .faulty(let faults) = error else { return #expect(Bool(false), "\(String(describing: error))") }
    #expect(faults.faults.map(\.code) == [.fileTooLarge])
  }

  @Test func tellsAbsentFromUnreadable() throws {
    #expect(throws: UnreadFile.absent(path: "/nowhere/case.json")) { try SourceText.read(path: "/nowhere/case.json") }
    let folder = FileManager.default.temporaryDirectory.path
    let error = #expect(throws: UnreadFile.self) { try SourceText.read(path: folder) }
    guard case .unreadable(folder, let reason) = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
    #expect(!reason.isEmpty)
  }
}
