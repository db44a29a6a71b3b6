import Crypto

/// The digest of a file's exact bytes: `sha256:` and 64 small hexadecimal digits.
public struct Digest: Hashable, Sendable {
  /// The digest as it is written: `sha256:` and its digits.
  public let text: String

  /// The digest of some bytes.
  public init(of bytes: [UInt8]) { self.init(sum: SHA256.hash(data: bytes)) }

  fileprivate init(sum: SHA256.Digest) {
    let hexDigits = Array("0123456789abcdef".utf8)
    var text = Array("sha256:".utf8)
    for byte in sum {
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

/// A digest of bytes that come a piece at a time.
public struct RunningDigest: Sendable {
  private var hash = SHA256()

  /// The digest of nothing yet.
  public init() {}

  /// Takes the next bytes.
  public mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// The digest of everything so far.
  public var digest: Digest { Digest(sum: hash.finalize()) }
}
