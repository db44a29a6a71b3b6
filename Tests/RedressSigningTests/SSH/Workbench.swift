import Foundation
import RedressFiles
import Redress
import SeededRandomness
import Testing

@testable import RedressSigning

/// A folder with keys, in which the real `ssh-keygen` is asked the same as we are.
final class Workbench: Sendable {
  /// With `REDRESS_EVERY_BIT=1` OpenSSH is asked about every change, else about some. It takes a few minutes.
  static let asksAll = ProcessInfo.processInfo.environment["REDRESS_EVERY_BIT"] == "1"
  static let sample = 60

  static let namespace = OfferNamespace.name
  static let principal = "jane.doe@council.gov.uk"

  let path: String

  init() throws {
    var template = Array(
      FileManager.default.temporaryDirectory.appendingPathComponent("redress-XXXXXX").path.utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A new name of a file in the folder.
  func newFile() -> String { path + "/" + UUID().uuidString }

  func write(_ bytes: [UInt8]) throws -> String {
    let file = newFile()
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func read(_ file: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: file))) }

  private func writing(_ file: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: file))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: file))
  }

  func text(_ file: String) throws -> String { String(decoding: try read(file), as: UTF8.self) }

  /// A new key pair of `ssh-keygen`, as the path of its private half.
  func makeKey(_ kind: String = "ed25519", bits: Int? = nil, passphrase: String = "") throws -> String {
    let file = newFile()
    let size = bits.map { ["-b", String($0)] } ?? []
    let ended = try run(
      ["ssh-keygen", "-q", "-t", kind] + size + ["-N", passphrase, "-C", "Jane Doe, duty desk", "-f", file])
    try #require(ended.status == 0, "\(ended.errors)")
    return file
  }

  /// A program of the shell. Another program writes its file: if we did, one that is started at the same moment could
  /// hold it open, and the system would not run it.
  func makeProgram(_ lines: String) throws -> String {
    let file = newFile()
    let text = try write(Array("#!/bin/sh\n\(lines)\n".utf8))
    try #require(try run(["install", "-m", "700", text, file]).status == 0)
    return file
  }

  func publicKey(_ privateFile: String) throws -> SSHPublicKey { try SSHPublicKey(try text(privateFile + ".pub")) }

  func privateKey(_ file: String) throws -> SSHPrivateKey { try SSHPrivateKey(try read(file)) }

  /// A file of allowed signers that allows one key for ever.
  func allow(_ key: SSHPublicKey) throws -> String {
    let signer = try AllowedSigner(principal: Self.principal, key: key, firstDay: nil, lastDay: nil)
    return try write(Array(AllowedSigners.text([signer]).utf8))
  }

  /// A signature by `ssh-keygen`, with the private key's file.
  func sign(_ message: [UInt8], keyFile: String, options: [String] = []) throws -> [UInt8] {
    let ended = try run(
      ["ssh-keygen", "-Y", "sign", "-n", Self.namespace, "-f", keyFile] + options, input: try write(message))
    try #require(ended.status == 0, "\(ended.errors)")
    return Array(ended.output.utf8)
  }

  /// What `ssh-keygen -Y verify` answers.
  func openSSHAccepts(
    _ message: [UInt8], signature: [UInt8], allowed: String, principal: String = principal,
    namespace: String = namespace, time: String? = nil, zone: String? = nil
  ) throws -> Bool {
    let files = [try write(message), try write(signature)]
    defer { for file in files { unlink(file) } }
    let ended = try run(
      (zone.map { ["env", "TZ=\($0)"] } ?? [])
        + ["ssh-keygen", "-Y", "verify", "-f", allowed, "-I", principal, "-n", namespace, "-s", files[1]]
        + (time.map { ["-Overify-time=\($0)"] } ?? []), input: files[0])
    try #require(ended.status == 0 || ended.status == 255, "ended with \(ended.status): \(ended.errors)")
    return ended.status == 0
  }

  /// What we answer to the same question.
  static func weAccept(
    _ message: [UInt8], signature: [UInt8], key: SSHPublicKey, namespace: String = namespace
  ) -> Bool {
    guard let signature = try? SSHSignature(signature), signature.publicKey == key else { return false }
    return signature.isValid(for: message, namespace: namespace)
  }
}

extension Workbench {
  struct Ended {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a program of the PATH to its end, with files as its streams.
  func run(_ words: [String], input: String = "/dev/null") throws -> Ended {
    let (output, errors) = (newFile(), newFile())
    defer {
      unlink(output)
      unlink(errors)
    }
    let variables = ProcessInfo.processInfo.environment.filter { $0.key != "SSH_AUTH_SOCK" }
    let program = try StartedProgram(
      words, environment: variables, input: .open(try FileHandle(forReadingFrom: URL(fileURLWithPath: input))),
      output: .open(try writing(output)), errors: .open(try writing(errors)))
    return Ended(status: program.wait(), output: try text(output), errors: try text(errors))
  }
}

extension SeededGenerator {
  /// A generator of a seed that is printed: the one in REDRESS_SEED, or always the same.
  static func printed(_ name: String = #function) -> SeededGenerator {
    let seed = ProcessInfo.processInfo.environment["REDRESS_SEED"].flatMap { UInt64($0) } ?? 20_261_126
    print("\(name): seed \(seed)")
    return SeededGenerator(seed: seed)
  }

  mutating func bytes(_ lengths: ClosedRange<Int>) -> [UInt8] {
    (0..<Int.random(in: lengths, using: &self)).map { _ in .random(in: 0...255, using: &self) }
  }
}

extension [UInt8] {
  func flipping(bit: Int) -> [UInt8] {
    var changed = self
    changed[bit / 8] ^= 1 << (bit % 8)
    return changed
  }
}
