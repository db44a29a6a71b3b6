import Foundation
import Redress

extension MatrixLibrary {
  /// The folder of matrices that a matrix's file would stand in: the one above the folder of its scheme.
  public static func folder(ofFile path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().deletingLastPathComponent().relativePath
  }

  /// Reads an edition by the path of its file. One of this folder is held against its name and the lock; a file of its
  /// own is read for what it is.
  public func edition(file path: String) throws(FaultList) -> Edition {
    let url = URL(fileURLWithPath: path)
    let scheme = url.deletingLastPathComponent().lastPathComponent
    let isOurs =
      URL(fileURLWithPath: Self.folder(ofFile: path)).standardizedFileURL.path
      == URL(fileURLWithPath: folder).standardizedFileURL.path
    if isOurs, let edition = try? Literal.edition(String(url.lastPathComponent.dropLast(5))),
      editions(of: scheme).contains(edition)
    {
      return try self.edition(edition, of: scheme)
    }
    let source = try SourceText(path: path)
    let matrix = try MatrixReader.read(source)
    return Edition(loose: source, matrix, calendar: try calendar(of: matrix, in: source))
  }
}
