import Foundation
import RedressLetters

/// Writes many letters into a folder: each beside its place and renamed, with progress, and the failures at the end.
struct LetterBulk {
  private let run: LetterRun
  private let printer: LetterPrinter
  private let offers: LetterOffers?
  private let format: LetterFormat?
  private let isLarge: Bool?
  private let folder: String
  /// How many are made between two lines of progress where there is no terminal.
  private static let stride = 1000

  init(
    _ run: LetterRun, _ printer: LetterPrinter, offers: LetterOffers?, format: LetterFormat?, isLarge: Bool?,
    folder: String
  ) {
    self.offers = offers
    self.run = run
    self.printer = printer
    self.format = format
    self.isLarge = isLarge
    self.folder = folder
  }

  func write(_ paths: [String]) throws {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      Console.say("redress: cannot make the folder \(folder).")
      throw Exit.cannotWrite.code
    }
    var exit = Exit.yes
    var failures: [(path: String, failure: LetterFailure)] = []
    var names: Set<String> = []
    var drafts = 0
    for (place, path) in paths.enumerated() {
      do {
        let (name, bytes, isDraft) = try letter(of: path)
        if isDraft { drafts += 1 }
        guard names.insert(name).inserted else { throw TwiceNamed(name: name) }
        try FileWriting.write(bytes, to: "\(folder)/\(name)")
      } catch {
        failures.append((path, LetterFailure(error)))
        exit = .gravest(exit, LetterFailure(error).exit)
      }
      progress(place + 1, of: paths.count, failed: failures.count)
    }
    for (path, failure) in failures { Console.say("\(path):\n\(failure.text)") }
    Console.say("\(paths.count - failures.count) of \(paths.count) letters written to \(folder).")
    if drafts > 0 { Console.say("\(drafts) of them are drafts, and say so on every page.") }
    try exit.end()
  }

  private func letter(of path: String) throws -> (name: String, bytes: [UInt8], isDraft: Bool) {
    let written = try offers?.letter(of: path, run) ?? run.letter(of: path)
    let form = LetterForm(forEach: written, asked: format, isLarge: isLarge)
    let name = written.name
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let stem = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    return (
      "\(stem).\(written.kind.rawValue).\(form.fileEnding)", try printer.bytes(of: written, in: form), written.isDraft
    )
  }

  /// Two offers whose letters would be one file.
  private struct TwiceNamed: Error, CustomStringConvertible {
    let name: String
    var description: String { "Another offer of this run is written to \(name) already; nothing was written over." }
  }

  private func progress(_ done: Int, of count: Int, failed: Int) {
    let says = "\(done) of \(count) letters\(failed == 0 ? "" : ", \(failed) failed")"
    if Console.isTerminal {
      FileHandle.standardError.write(Data("\r\(says)\(done == count ? "\n" : "")".utf8))
    } else if done % Self.stride == 0, done < count {
      Console.say(says)
    }
  }
}
