import Foundation

/// A folder of somebody's own, in which the built `redress` drafts, signs and writes letters of the samples.
struct Office {
  let folder: TemporaryFolder
  let environment: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    let own = ProcessInfo.processInfo.environment
    let passedOn = [
      "PATH": try BuiltCommand.folder().path + ":" + own["PATH", default: "/usr/bin:/bin"],
      "HOME": own["HOME", default: "/"], "LC_ALL": "C.UTF-8", "REDRESS_MATRICES": Self.path("Matrices"),
    ]
    environment = passedOn.merging(BuiltCommand.sanitizers) { $1 }
  }

  static func path(_ name: String) -> String { Repository.root.appendingPathComponent(name).path }
  static let officers = ["--officers", path("Fixtures/officers.yaml")]
  static let organisation = ["--organisation", path("Fixtures/organisation/progress.yaml")]

  func close() { folder.remove() }

  /// Runs `redress` with the day of the samples, unless another is given.
  func run(_ words: [String], today: String? = "2026-10-12") async throws -> Subprocess {
    let day = today.map { ["--today", $0] } ?? []
    return try await Subprocess.run(["redress"] + words + day, in: folder.url, environment: environment)
  }

  /// Drafts a sample case as `name`.
  @discardableResult func offer(
    _ name: String = "a.json", of sample: String = "damp-bedroom.json", _ more: [String] = [],
    today: String? = "2026-10-12"
  ) async throws -> Subprocess {
    try await run(
      ["offer", Self.path("Fixtures/cases/\(sample)"), "--by", "j.okafor", "--to", name] + Self.officers + more,
      today: today)
  }

  /// Drafts the sample case where no file may be larger than the letter part is.
  func offerOnASmallDisk() async throws -> Subprocess {
    let words = ["redress", "offer", Self.path("Fixtures/cases/damp-bedroom.json"), "--by", "j.okafor"]
    return try await Subprocess.run(
      ["bash", "-c", "trap '' XFSZ; ulimit -f 2; exec \"$@\"", "bash"] + words + ["--to", "a.json"] + Self.officers,
      in: folder.url,
      environment: environment)
  }

  @discardableResult func sign(
    _ name: String = "a.json", as officer: String = "a.khan", key: String? = nil, today: String? = "2026-10-12"
  ) async throws -> Subprocess {
    try await run(
      ["sign", name, "--as", officer, "--key", Self.path("Fixtures/keys/\(key ?? officer)")] + Self.officers,
      today: today)
  }

  func verify(_ words: String..., today: String? = "2026-10-12") async throws -> Subprocess {
    try await run(["verify"] + words + Self.officers, today: today)
  }

  func letter(_ words: String..., today: String? = "2026-10-12") async throws -> Subprocess {
    try await run(["letter"] + words + Self.officers + Self.organisation, today: today)
  }

  // MARK: What stands in the folder

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  /// Changes a file by a word.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try text(name)
    let changed = text.replacingOccurrences(of: old, with: new)
    if changed == text { throw NotThere(words: old) }
    try folder.write(changed, to: name)
  }

  struct NotThere: Error { let words: String }

  /// Every file of the folder with its bytes.
  var contents: [String: Data] {
    get throws {
      try names.reduce(into: [:]) { $0[$1] = try? Data(contentsOf: folder.url.appendingPathComponent($1)) }
    }
  }
}
