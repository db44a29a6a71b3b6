/// Finds characters that a YAML file may not hold here. Control characters are YAML's own rule. Rare line breaks would
/// make YAML count other lines than an editor does. Private-use characters are kept for ``YAMLChanges``.
enum YAMLCharacters {
  static func faults(in source: SourceText) -> FaultList {
    var faults = FaultList()
    let bytes = source.bytes
    for at in bytes.indices where bytes[at] < 0x20 || bytes[at] >= 0x7F || bytes[at] == UInt8(ascii: "\\") {
      if let says = complaint(at, bytes) {
        faults.add(
          source.fault(
            .yamlCharacter, atByte: at, says: says, mend: "Take it out. Where a line should end, press Enter."))
      }
    }
    return faults
  }

  private static func complaint(_ at: Int, _ bytes: [UInt8]) -> String? {
    func following(_ distance: Int) -> UInt8 { at + distance < bytes.count ? bytes[at + distance] : 0 }
    switch bytes[at] {
    case .tab, .lineFeed: return nil
    case .carriageReturn:
      return following(1) == .lineFeed ? nil : "A carriage return stands here without a line feed."
    case 0..<0x20, 0x7F: return "A control character stands here."
    case 0xC2 where following(1) == 0x85: return "A rare kind of line break (U+0085) stands here."
    case 0xC2 where following(1) < 0xA0: return "A control character stands here."
    case 0xE2 where following(1) == 0x80 && (following(2) == 0xA8 || following(2) == 0xA9):
      return "A rare kind of line break (U+202\(following(2) - 0xA0)) stands here."
    case 0xEF where following(1) == 0xBF && following(2) >= 0xBE: return "This is no character of Unicode."
    case 0xF3 where following(1) >= 0xB0, 0xF4: return "This is a private-use character, which others cannot see."
    case UInt8(ascii: "\\") where following(1) == UInt8(ascii: "U"):
      return escapesPrivateUse(bytes[at...].dropFirst(2).prefix(4)) ? "This stands for a private-use character." : nil
    default: return nil
    }
  }

  /// `\U000F…` and `\U0010…`
  private static func escapesPrivateUse(_ digits: ArraySlice<UInt8>) -> Bool {
    ["000F", "000f", "0010"].contains { digits.elementsEqual($0.utf8) }
  }
}
