import Foundation

/// Where the Python is that has WeasyPrint.
enum PDFPython {
  /// The first of these that can be run. One that is named is the only one looked at.
  static func path(named: String?, environment: [String: String]) throws(PDFUnavailable) -> String {
    let places = places(named: named, environment: environment)
    let files = FileManager.default
    var looked: [String] = []
    for path in places where files.isExecutableFile(atPath: path) {
      if path != inThisFolder || isOwn { return path }
      looked.append("\(path) (not run: it belongs to somebody else, or others may write to it)")
    }
    throw PDFUnavailable(.notFound(looked + places.filter { path in !looked.contains { $0.hasPrefix(path) } }))
  }

  private static let inThisFolder = "./.pdf/bin/python3"

  /// Whether what stands in the current folder was put there by this person or by the system. In a folder that several
  /// people share, anybody could leave a program of that name for whoever writes the next letter.
  private static var isOwn: Bool {
    ["./.pdf", "./.pdf/bin", inThisFolder].allSatisfy { path in
      var status = stat()
      guard lstat(path, &status) == 0, status.st_uid == geteuid() || status.st_uid == 0 else { return false }
      if status.st_mode & S_IFMT == S_IFLNK { return true }
      let isOfOwnGroup = status.st_gid == getegid()
      return status.st_mode & 0o002 == 0 && (status.st_mode & 0o020 == 0 || isOfOwnGroup)
    }
  }

  private static func places(named: String?, environment: [String: String]) -> [String] {
    if let named { return [named] }
    if let named = environment["REDRESS_PDF_PYTHON"], !named.isEmpty { return [named] }
    let command = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let installed = command.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("share/redress/pdf/bin/python3")
    return [inThisFolder, installed.path]
  }
}
