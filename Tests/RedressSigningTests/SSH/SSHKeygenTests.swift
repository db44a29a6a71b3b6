import Foundation
import Testing

@testable import RedressSigning

/// Signing by `ssh-keygen`, for the keys that we cannot read ourselves.
@Suite struct SSHKeygenTests {
  private let message = Array("£40 for the boiler".utf8)
  private let environment = ProcessInfo.processInfo.environment.filter { $0.key != "SSH_AUTH_SOCK" }

  private func sign(
    _ keyPath: String, program: String = "ssh-keygen", adding: [String: String] = [:]
  ) throws(SSHKeygenFault) -> [UInt8] {
    // Nobody is there to answer, so no test may wait for a passphrase to be typed.
    let silent = ["SSH_ASKPASS": "/bin/false", "SSH_ASKPASS_REQUIRE": "force"]
    return try SSHKeygen.sign(
      message, namespace: Workbench.namespace, keyPath: keyPath, program: program,
      environment: environment.merging(silent) { $1 }.merging(adding) { $1 })
  }

  /// A program that answers with the passphrase.
  private func askpass(_ bench: Workbench, answer: String) throws -> String {
    try bench.makeProgram("echo '\(answer)'")
  }

  @Test func asksForThePassphrase() throws {
    let bench = try Workbench()
    let key = try bench.makeKey(passphrase: "open sesame")
    #expect(throws: SSHKeyFault.encrypted) { try bench.privateKey(key) }
    let signature = try sign(key, adding: ["SSH_ASKPASS": try askpass(bench, answer: "open sesame")])
    #expect(Workbench.weAccept(message, signature: signature, key: try bench.publicKey(key)))
    let wrong = try askpass(bench, answer: "sesame")
    #expect(throws: SSHKeygenFault.failed(status: 255)) { try sign(key, adding: ["SSH_ASKPASS": wrong]) }
  }

  @Test(arguments: [256, 384, 521]) func signsWithECDSA(bits: Int) throws {
    let bench = try Workbench()
    let key = try bench.makeKey("ecdsa", bits: bits)
    let kind = try bench.publicKey(key).kind
    #expect(throws: SSHKeyFault.notEd25519(kind)) { try bench.privateKey(key) }
    #expect(Workbench.weAccept(message, signature: try sign(key), key: try bench.publicKey(key)))
  }

  @Test func signsByAnAgent() throws {
    let bench = try Workbench()
    let key = try bench.makeKey()
    let socket = bench.path + "/agent"
    let started = try bench.run(["ssh-agent", "-s", "-a", socket])
    let process = try #require(started.output.firstMatch(of: #/SSH_AGENT_PID=(\d+)/#).flatMap { Int32($0.1) })
    defer { kill(process, SIGTERM) }
    let added = try bench.run(["env", "SSH_AUTH_SOCK=\(socket)", "ssh-add", "-q", key])
    try #require(added.status == 0, "\(added.errors)")
    let expected = try bench.sign(message, keyFile: key)
    try FileManager.default.removeItem(atPath: key)

    #expect(throws: SSHKeyFault.isPublic) { try bench.privateKey(key + ".pub") }
    #expect(try sign(key + ".pub", adding: ["SSH_AUTH_SOCK": socket]) == expected)
    #expect(throws: SSHKeygenFault.failed(status: 255)) { try sign(key + ".pub") }
  }

  @Test func refusesRSA() throws {
    let bench = try Workbench()
    let key = try bench.makeKey("rsa", bits: 2048)
    let fault = SSHKeyFault.oldKind("ssh-rsa")
    #expect(throws: fault) { try bench.privateKey(key) }
    #expect(throws: fault) { try bench.publicKey(key) }
    #expect(throws: SSHKeygenFault.notAccepted(.key(fault))) { try sign(key) }
    #expect(fault.description.hasSuffix("make an Ed25519 key: ssh-keygen -t ed25519"))
  }

  @Test func saysWhatIsMissing() throws {
    let bench = try Workbench()
    let key = try bench.makeKey()
    #expect(throws: SSHKeygenFault.notInstalled) { try sign(key, program: "ssh-keygen-that-is-not") }
    #expect(throws: SSHKeygenFault.failed(status: 255)) { try sign(bench.path + "/no-such-key") }
    #expect(SSHKeygenFault.failed(status: 255).description == "ssh-keygen made no signature; it has said why above")
    let stopped = SSHKeygenFault.failed(status: 128 + SIGINT)
    #expect(stopped.description == "ssh-keygen was stopped before it had made a signature")
  }

  @Test func keepsTheMessageFromOthersAndLeavesNothingBehind() throws {
    let bench = try Workbench()
    let (seen, read) = (bench.newFile(), bench.newFile())
    let program = try bench.makeProgram(
      """
      echo "$8" >'\(seen)'
      ls -ld "$(dirname "$8")" >>'\(seen)'
      cat "$8" >'\(read)'
      exit 3
      """)
    #expect(throws: SSHKeygenFault.failed(status: 3)) { try sign("key", program: program) }
    #expect(try bench.read(read) == message)
    let lines = try bench.text(seen).split(separator: "\n")
    #expect(lines[1].hasPrefix("drwx------"))
    #expect(!FileManager.default.fileExists(atPath: String(lines[0])))
    let folder = URL(fileURLWithPath: String(lines[0])).deletingLastPathComponent().path
    #expect(folder.contains("redress-sign-") && !FileManager.default.fileExists(atPath: folder))
  }

  /// Whoever waits at a prompt can stop it, and we go on.
  @Test func canBeInterrupted() throws {
    let bench = try Workbench()
    let program = try bench.makeProgram("kill -INT $$\nexit 3")
    #expect(throws: SSHKeygenFault.failed(status: 128 + SIGINT)) { try sign("key", program: program) }
  }

  @Test func saysWhichFaultsSSHKeygenMayHelp() {
    let helped: [SSHKeyFault] = [.encrypted, .notEd25519(.ecdsaP256), .anotherFormat, .isPublic]
    let others: [SSHKeyFault] = [.empty, .oldKind("ssh-rsa"), .partsDiffer, .cutShort]
    #expect((helped + others).filter { $0.isForSSHKeygen } == helped)
  }
}
