import Foundation

/// Signing by `ssh-keygen` itself: for keys with a passphrase, in an agent (give the public key's file) and in
/// hardware.
public enum SSHKeygen {
  /// The signature of a message as a file with its two lines.
  ///
  /// `ssh-keygen` asks for a passphrase or a touch by itself, on the terminal. The message is put in a folder that
  /// nobody else can read, as `ssh-keygen` asks nothing when the message comes on its standard input; the folder is
  /// gone afterwards. The signature is checked before it is given back.
  public static func sign(
    _ message: [UInt8], namespace: String, keyPath: String
  ) throws(SSHKeygenFault) -> [UInt8] {
    try sign(
      message, namespace: namespace, keyPath: keyPath, program: "ssh-keygen",
      environment: ProcessInfo.processInfo.environment)
  }

  static func sign(
    _ message: [UInt8], namespace: String, keyPath: String, program: String, environment: [String: String]
  ) throws(SSHKeygenFault) -> [UInt8] {
    let folder = try PrivateFolder()
    defer { folder.remove() }
    let file = folder.path + "/message"
    try folder.write(message, to: file)

    let status = try ForegroundProgram.run(
      program, ["-q", "-Y", "sign", "-n", namespace, "-f", keyPath, file], environment: environment)
    guard status == 0, let bytes = FileManager.default.contents(atPath: file + ".sig").map({ Array($0) }) else {
      throw .failed(status: status)
    }
    let signature: SSHSignature
    do { signature = try SSHSignature(bytes) } catch { throw .notAccepted(error) }
    guard signature.isValid(for: message, namespace: namespace) else { throw .notValid }
    return bytes
  }
}

/// A folder that only its owner can enter.
private struct PrivateFolder {
  let path: String

  init() throws(SSHKeygenFault) {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("redress-sign-XXXXXX").path
    var template = place.utf8CString.map { $0 }
    guard mkdtemp(&template) != nil else { throw .noFolder(String(cString: strerror(errno))) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func write(_ bytes: [UInt8], to file: String) throws(SSHKeygenFault) {
    do { try Data(bytes).write(to: URL(fileURLWithPath: file)) } catch { throw .noFolder(error.localizedDescription) }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
