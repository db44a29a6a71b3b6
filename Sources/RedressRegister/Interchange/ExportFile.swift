import Foundation

extension RegisterReading {
  /// Writes the whole register into a file that must not be there yet, and puts it there whole.
  /// - Throws: ``RegisterFault`` where it cannot be written.
  public func export(to path: String) throws {
    try NewFile.make(path) { part in
      guard let file = fopen(part, "wbx") else { throw fault(path) }
      do {
        try export { line in
          let count = line.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
          if count != line.count { throw fault(path) }
        }
        if fflush(file) != 0 || fsync(fileno(file)) != 0 { throw fault(path) }
      } catch {
        fclose(file)
        throw error
      }
      fclose(file)
    }
  }

  private func fault(_ path: String) -> RegisterFault {
    .cannotWrite(path: path, says: String(cString: strerror(errno)))
  }
}
