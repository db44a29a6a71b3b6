/// The lines around a signature: how they are written, and how OpenSSH finds the signature between them.
enum SignatureArmour {
  private static let header = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
  private static let footer = Array("\n-----END SSH SIGNATURE-----".utf8)
  private static let lineLength = 70

  static func file(of blob: [UInt8]) -> [UInt8] {
    let text = SSHBase64.text(of: blob)
    var file = header
    for start in stride(from: 0, to: text.count, by: lineLength) {
      if start > 0 { file.append(0x0A) }
      file += text[start...].prefix(lineLength)
    }
    return file + footer + [0x0A]
  }

  /// The signature between the first header and the first footer after it. What follows the footer is ignored.
  static func blob(in file: [UInt8]) throws(SSHSignatureFault) -> [UInt8] {
    guard file.starts(with: header) else { throw .noHeader }
    guard let end = file[header.count...].firstRange(of: footer)?.lowerBound else { throw .noFooter }
    var text = file[header.count..<end]
    // OpenSSH goes through the text as C does, and takes a zero byte at its very end for the end.
    if text.last == 0 { text.removeLast() }
    guard let blob = SSHBase64.bytes(of: text) else { throw .notBase64 }
    return blob
  }
}
