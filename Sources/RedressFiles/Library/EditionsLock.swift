import Redress

/// The digests of approved editions. An edition that stands here never changes again.
///
/// Each line holds a digest, two spaces and the path of an edition under `Matrices/`; lines that begin with `#` are for
/// people.
public struct EditionsLock: Sendable {
  private var digests: [String: Digest] = [:]

  /// A lock of no editions, where there is no lock file.
  public init() {}

  /// - Throws: `lock.line` for every line that cannot be read.
  public init(_ source: SourceText) throws(FaultList) {
    var faults = FaultList()
    let text = String(decoding: source.bytes, as: UTF8.self)
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, parts[1].isEmpty, let digest = Digest(parts[0]), digests[parts[2]] == nil else {
        let span = Span(line: place + 1, column: 1, length: line.unicodeScalars.count)
        faults.add(
          source.fault(
            .lockLine, at: span, says: "This line is not a digest and an edition, or names an edition again.",
            mend: "Write sha256: and 64 digits, two spaces, and a path such as progress/2022-10-01.yaml."))
        continue
      }
      digests[parts[2]] = digest
    }
    try faults.throwIfAny()
  }

  /// The digest under which an edition was approved.
  public func digest(of path: String) -> Digest? { digests[path] }
}
