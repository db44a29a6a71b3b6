import Foundation
import RedressFiles

/// The program of liblouis that puts lines into Braille.
struct Liblouis: Sendable {
  let path: String

  /// - Parameter named: the program, or `nil` to look along PATH.
  init(named: String?, environment: [String: String]) throws(BrailleUnavailable) {
    let folders = (environment["PATH"] ?? "/usr/bin").split(separator: ":").map { "\($0)/lou_translate" }
    let places = named.map { [$0] } ?? folders
    guard let path = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw BrailleUnavailable(named.map { "\($0) cannot be run." } ?? "lou_translate is not on the PATH.")
    }
    self.path = path
  }

  /// The most characters that it is given in one line; beyond about two thousand it writes nothing.
  private static let longest = 600

  /// Each line of print in Braille, all by one process. A long line is given in pieces, parted at its spaces.
  func braille(of lines: [String], _ table: BrailleTable) throws -> [String] {
    let pieces = lines.map { Self.pieces(of: $0) }
    let translated = try brailleOfPieces(pieces.flatMap { $0 }, table)
    var next = 0
    return pieces.map { pieces in
      defer { next += pieces.count }
      return translated[next..<next + pieces.count].joined(separator: " ")
    }
  }

  private static func pieces(of line: String) -> [String] {
    if line.count <= longest { return [line] }
    var pieces: [String] = []
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if let last = pieces.last, last.count + word.count < longest {
        pieces[pieces.count - 1] = last + " " + word
      } else {
        pieces.append(String(word))
      }
    }
    return pieces
  }

  /// It is given files and not pipes: it answers nothing before it has read much, and no pipe can fill up.
  private func brailleOfPieces(_ lines: [String], _ table: BrailleTable) throws -> [String] {
    if lines.isEmpty { return [] }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("redress-braille-\(UUID().uuidString)")
    // The words of a letter are nobody else's.
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let print = folder.appendingPathComponent("print")
    let braille = folder.appendingPathComponent("braille")
    let words = folder.appendingPathComponent("words")
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: print)
    for file in [braille, words] { try Data().write(to: file) }
    let program = try StartedProgram(
      [path, "--forward", table.name], input: .open(try FileHandle(forReadingFrom: print)),
      output: .open(try FileHandle(forWritingTo: braille)), errors: .open(try FileHandle(forWritingTo: words)))
    _ = program.wait()
    let answer = String(decoding: try Data(contentsOf: braille), as: UTF8.self)
    let translated = answer.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    // It ends with success where it has no table: only the lines tell.
    guard translated.count == lines.count else {
      let said = String(decoding: try Data(contentsOf: words), as: UTF8.self).split(whereSeparator: \.isNewline).first
      throw BrailleUnavailable("lou_translate did not put lines into Braille: \(said ?? "it said nothing").")
    }
    return translated
  }
}
