import Foundation

/// Where the Python is that has WeasyPrint.
enum PDFPython {
  /// The first of these that can be run. One that is named is the only one looked at.
  static func path(named: String?, environment: [String: String]) throws(PDFUnavailable) -> String {
    let places = places(named: named, environment: environment)
    let files = FileManager.default
    guard let path = places.first(where: { files.isExecutableFile(atPath: $0) }) else {
      throw PDFUnavailable(.notFound(places))
    }
    return path
  }

  private static func places(named: String?, environment: [String: String]) -> [String] {
    if let named { return [named] }
    if let named = environment["REDRESS_PDF_PYTHON"], !named.isEmpty { return [named] }
    let command = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let installed = command.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("share/redress/pdf/bin/python3")
    return ["./.pdf/bin/python3", installed.path]
  }
}
