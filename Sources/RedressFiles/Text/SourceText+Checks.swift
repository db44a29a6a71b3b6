/// What makes bytes a text that can be read.
extension SourceText {
  func check() -> Fault? {
    if bytes.allSatisfy(\.isBlank) {
      return fault(
        .fileEmpty, says: "The file holds nothing.", mend: "Check that it was saved, and that it is the right file.")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return fault(
        .fileNotUTF8, says: "The file is saved as UTF-16.", mend: "Save it as UTF-8.")
    }
    if let offset = bytes.firstIndex(of: 0) {
      return fault(
        .fileNUL, atByte: offset, says: "The file holds a NUL byte, as no text does.",
        mend: "Check that it is a text file, saved as UTF-8.")
    }
    if let offset = UTF8Check.firstFault(in: bytes) {
      return fault(
        .fileNotUTF8, atByte: offset, says: "This is not UTF-8. The file may be saved in an older Windows encoding.",
        mend: "Save it as UTF-8. In many programs this is a choice under Save As.")
    }
    return nil
  }

  /// `64 MiB`, or bytes where the limit is no whole number of them.
  static func size(_ limit: Int) -> String {
    limit > 0 && limit % (1 << 20) == 0 ? "\(limit >> 20) MiB" : "\(limit) bytes"
  }

  static func tooLarge(_ name: String, limit: Int) -> Fault {
    Fault(
      .fileTooLarge, in: name, says: "The file is larger than \(size(limit)), the most that is read.",
      mend: "Check that it is the right file, or split it.")
  }
}
