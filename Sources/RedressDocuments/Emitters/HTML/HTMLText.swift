/// Text that a browser shows as it stands, whatever it holds.
enum HTMLText {
  /// Words longer than this may be broken, so that none runs off the page. After a hyphen every browser may break.
  static let longestUnbroken = 24

  /// Characters that mean something in HTML become references, control characters U+FFFD, and marks that cannot be seen
  /// are spelled out: `\u{202E}`. Text that runs from right to left is kept from turning its neighbours round.
  static func escaped(_ text: String) -> String {
    var html = ""
    var run = 0
    for character in text {
      if run == longestUnbroken {
        html += "<wbr>"
        run = 0
      }
      for scalar in character.unicodeScalars { html += escaped(scalar) }
      run = character.isWhitespace || character == "-" ? 0 : run + 1
    }
    return text.unicodeScalars.contains(where: \.runsFromRight) ? "<bdi>\(html)</bdi>" : html
  }

  /// The same for a place that holds no tags: an attribute's value between double quotes, or a title.
  static func plain(_ text: String) -> String { text.unicodeScalars.map(escaped).joined() }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": return "&amp;"
    case "<": return "&lt;"
    case ">": return "&gt;"
    case "\"": return "&quot;"
    case "'": return "&#39;"
    default: break
    }
    switch CharacterRole(of: scalar) {
    case .letter: return String(scalar)
    case .space: return " "
    case .noBreakSpace: return "&nbsp;"
    case .control: return "\u{FFFD}"
    case .hidden: return scalar.spelledOut
    }
  }
}

extension Unicode.Scalar {
  /// A letter of Hebrew, Arabic or another script written from right to left.
  fileprivate var runsFromRight: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
