/// `Docs/faults.md`, made of the folders of the gallery.
struct GalleryDocument {
  static let path = "Docs/faults.md"

  private var lines = [
    "# Faults, and what to do about them", "",
    "When something in a file or a case cannot be right, `redress` says where it is, shows the line, says what is",
    "wrong and what to do. It says all of it at once, gives no answer for that case, and ends with exit code 65. Every",
    "fault has a word that never changes. Below is each of them, with the smallest file that brings it about.", "",
    "This page is made from the folders in `Fixtures/faults`. To make it again after a change:",
    "`REDRESS_UPDATE=1 swift test --filter Gallery`.",
  ]

  init(_ entries: [GalleryEntry]) throws {
    let meanings = try FaultMeanings.read()
    for entry in entries.sorted(by: { $0.code < $1.code }) { try add(entry, meaning: meanings[entry.code] ?? "") }
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func add(_ entry: GalleryEntry, meaning: String) throws {
    let answer = GalleryAnswer(try entry.text("expected"), code: entry.code)
    lines += ["", "## \(entry.code)", "", meaning]
    for file in try GalleryExcerpt.all(of: entry, answer) {
      lines += ["", file.caption, "", "```\(file.language)"] + file.lines + ["```"]
    }
    let messages = answer.messages.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    lines += ["", "`\(entry.command)` says:", "", "```text", messages, "```"]
    let mends = answer.messages.compactMap(\.last).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    lines += ["", "**What to do:** \(mends.joined(separator: " "))"]
  }
}

/// The part of a file that shows a fault.
struct GalleryExcerpt {
  let caption: String
  let language: String
  let lines: [String]

  /// Files up to this many lines are shown whole.
  private static let whole = 24
  /// How many lines are shown before and after the fault in a longer one.
  private static let around = 4

  /// The file that the first message names, and the lock file where there is one.
  static func all(of entry: GalleryEntry, _ answer: GalleryAnswer) throws -> [GalleryExcerpt] {
    let heading = answer.messages.first?.first ?? ""
    let named = heading.split(separator: ":", maxSplits: 2).map(String.init)
    let line = named.count > 2 ? Int(named[1]) : nil
    let files = [named.first ?? "", "Matrices/editions.lock"].reduce(into: [String]()) { files, file in
      if !files.contains(file), entry.holds(file) { files.append(file) }
    }
    return try files.map { try GalleryExcerpt($0, try entry.text($0), around: $0 == named.first ? line : nil) }
  }

  private init(_ file: String, _ text: String, around line: Int?) throws {
    var all = text.split(separator: "\n", omittingEmptySubsequences: false).map { Self.visible(String($0)) }
    if all.last == "" { all.removeLast() }
    language = file.hasSuffix(".yaml") ? "yaml" : file.hasSuffix("json") ? "json" : "text"
    guard all.count > Self.whole else {
      caption = "`\(file)`:"
      lines = all
      return
    }
    let first = max(1, (line ?? 1) - Self.around)
    let last = min(all.count, (line ?? 1) + Self.around)
    caption = "`\(file)`, lines \(first) to \(last):"
    lines = Array(all[(first - 1)..<last])
  }

  /// Control characters as their pictures, so that the page stays a text.
  private static func visible(_ line: String) -> String {
    String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { $0.value < 0x20 && $0 != "\t" ? Unicode.Scalar($0.value + 0x2400)! : $0 }))
  }
}
