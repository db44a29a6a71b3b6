import Crypto

/// The digest of a file's exact bytes: `sha256:` and 64 small hexadecimal digits.
public struct Digest: Hashable, Sendable {
  /// The digest as it is written: `sha256:` and its digits.
  public let text: String

  /// The digest of some bytes.
  public init(of bytes: [UInt8]) {
    let hexDigits = Array("0123456789abcdef".utf8)
    var text = Array("sha256:".utf8)
    for byte in SHA256.hash(data: bytes) {
      text.append(hexDigits[Int(byte >> 4)])
      text.append(hexDigits[Int(byte & 15)])
    }
    self.text = String(decoding: text, as: UTF8.self)
  }

  /// `nil` unless the text is a digest in exactly this form.
  public init?(_ text: String) {
    let digits = text.utf8.dropFirst(7)
    let isHexadecimal = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard text.hasPrefix("sha256:"), digits.count == 64, isHexadecimal else { return nil }
    self.text = text
  }
}
