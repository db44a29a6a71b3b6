import Testing

/// Where memory is reached without the compiler's checks, or data shared past its rules: the readers and writers of
/// bytes, and a few places more, each with its reason in `Docs/developers/security.md`.
@Suite struct UnsafeTests {
  private static let page = "Docs/developers/security.md"
  private static let signs = [
    "UnsafePointer", "UnsafeMutable", "UnsafeRaw", "UnsafeBuffer", "withUnsafe", "unsafeBitCast", "Unmanaged",
    "@unchecked", "nonisolated(unsafe)",
  ]

  /// The places of the page's table: folders, which end in a slash, and files.
  private func places() throws -> [String] {
    let rows = try Repository.file(Self.page).lines.filter { $0.hasPrefix("| `Sources/") }
    return rows.flatMap { row in row.split(separator: "|")[0].matches(of: /`([^`]+)`/).map { String($0.1) } }
  }

  @Test func uncheckedAccessStandsWhereThePageSays() throws {
    let places = try places()
    #expect(places.count >= 5)
    var used: Set<String> = []
    var findings: [String] = []
    for file in try Repository.files(in: "Sources", ending: ".swift") {
      guard let line = file.lines.firstIndex(where: { line in Self.signs.contains { line.contains($0) } }) else {
        continue
      }
      let place = places.first { $0.hasSuffix("/") ? file.path.hasPrefix($0) : file.path == $0 }
      if let place { used.insert(place) } else { findings.append("\(file.path):\(line + 1): \(file.lines[line])") }
    }
    #expect(findings == [], "checked access does here; or give the reason in \(Self.page)")
    #expect(Set(places).subtracting(used) == [], "these have nothing unchecked any more")
  }
}
