import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressLetters
import RedressRegister
import RedressSigning

struct Sign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Authorise an offer or a refusal with an officer's key.",
    discussion: """
      Checks that the edition is approved and frozen, that every sum comes out the same twice, and that this officer \
      may sign this decision on its date; then writes a signature beside it: OFFER.<officer>.sig. The first rule that \
      is broken is named, with its paragraph and who could sign.

      With --register the signature is recorded there too, and OFFER may be the number of an offer. Limits on all \
      offers of a period together can be signed under then, as the register knows the others.

      A plain Ed25519 key is used here. For a key with a passphrase, in an agent (give its .pub file) or on a security \
      key, ssh-keygen makes the signature and asks for what it needs.

      Anyone can check a signature without this program:
      ssh-keygen -Y verify -f ALLOWED -I OFFICER -n offer@redress -s OFFER.OFFICER.sig -Overify-time=DATE < OFFER
      """)

  @Argument(
    help: ArgumentHelp("The offer that `redress offer` wrote, or its number in the register.", valueName: "offer"),
    completion: .file())
  var offer: String

  @Option(name: .customLong("as"), help: ArgumentHelp("The officer who signs.", valueName: "officer"))
  var officer: String

  @Option(
    help: ArgumentHelp("The officer's key: a private key file of OpenSSH.", valueName: "key"), completion: .file())
  var key: String

  @OptionGroup var registerOption: RegisterOption
  @OptionGroup var officersOption: OfficersOption
  @OptionGroup var organisationOption: OrganisationOption
  @OptionGroup var matricesOption: MatricesOption
  @OptionGroup var todayOption: TodayOption

  func validate() throws {
    if officersOption.officers == nil { throw ValidationError("--officers FILE is needed to sign.") }
  }

  func run() throws {
    let library = try matricesOption.library()
    guard let officers = try officersOption.file() else { return }
    let house = try organisationOption.file()?.houseAuthorities ?? []
    let desk = try SigningDesk(
      offer, registerOption, officers: officers, library: library, house: house, officer: officer, today: todayOption)
    let files = desk.files
    let check = try desk.check(files, signedBeside: desk.signedBeside())
    try end(check.findings.filter { [.edition, .sums, .letter].contains($0.about) })
    let (assessed, draft) = (check.assessed, check.draft)
    if check.provedSigners.contains(officer) {
      try desk.record(files)
      return Console.say("\(officer) has signed this offer already; nothing was changed.")
    }
    let conditions = SigningConditions(
      officers: officers.officers, isLocked: library.isLocked(assessed.edition),
      calendar: assessed.edition.calendar?.calendar, today: todayOption.day, signedBeside: try desk.signedBeside())
    let missing: [RequiredSignatures.Signature]
    do { missing = try draft.stillNeeded(after: officer, beside: check.countedSigners, in: conditions) } catch {
      Console.say(error)
      throw Exit.notYes.code
    }
    let signature = try signature(of: files.record, officers)
    let signed = files.adding(signature, of: officer)
    if desk.number == nil { try FileWriting.write(signature, to: OfferFiles.path(ofSignatureBy: officer, on: offer)) }
    try desk.record(signed)
    if todayOption.today != nil {
      let note =
        registerOption.register == nil ? "Nothing in the signature says so; keep a note." : "The register says so."
      Console.say("Note: it was signed with --today \(todayOption.day.isoText). \(note)")
    }
    try Console.show(
      SignatureSummary(draft, record: files.record, path: files.path, officer: officer, missing: missing).document)
  }

  /// An offer that is not what its facts come to is not signed.
  private func end(_ findings: [OfferCheck.Finding]) throws {
    let bad = findings.filter { !$0.isGood }
    if bad.isEmpty { return }
    for finding in bad { Console.say("Not signed. \(finding.says)") }
    throw Exit.notYes.code
  }

  // MARK: The signature

  private func signature(of record: OfferRecord, _ officers: OfficersFile) throws -> [UInt8] {
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(key, atMost: 64 << 10) } catch {
      Console.say(
        error == .absent
          ? "redress: there is no key \(key), or it cannot be read." : "redress: \(key) is too large to be a key.")
      throw (error == .absent ? Exit.absent : .faulty).code
    }
    warnOfOpenKey()
    let key: SSHPrivateKey
    do { key = try SSHPrivateKey(bytes) } catch { return try signatureByKeygen(of: record, officers, error) }
    try check(key.publicKey, record, officers)
    return try key.sign(record.bytes, namespace: OfferNamespace.name)
  }

  /// A private key that others can read is one that others can sign with.
  private func warnOfOpenKey() {
    let attributes = try? FileManager.default.attributesOfItem(atPath: key)
    guard let mode = attributes?[.posixPermissions] as? Int, mode & 0o077 != 0, !key.hasSuffix(".pub") else { return }
    Console.say("Note: other people on this machine can read the key \(key). Shut them out: chmod 600 \(key)")
  }

  /// Keys that this program does not read are left to OpenSSH's own.
  private func signatureByKeygen(of record: OfferRecord, _ officers: OfficersFile, _ fault: SSHKeyFault) throws
    -> [UInt8]
  {
    if !fault.isForSSHKeygen {
      Console.say("redress: \(key) cannot be used: \(fault).")
      throw Exit.faulty.code
    }
    let bytes: [UInt8]
    do { bytes = try SSHKeygen.sign(record.bytes, namespace: OfferNamespace.name, keyPath: key) } catch {
      Console.say("redress: no signature was made: \(error).")
      throw Exit.cannotWrite.code
    }
    guard let made = try? SSHSignature(bytes) else {
      Console.say("redress: ssh-keygen made no signature that can be read.")
      throw Exit.cannotWrite.code
    }
    try check(made.publicKey, record, officers)
    return bytes
  }

  /// The key is one of this officer's, and counts on the offer date.
  private func check(_ key: SSHPublicKey, _ record: OfferRecord, _ officers: OfficersFile) throws {
    let own = officers.keys(of: officer).filter { $0.key == key }
    if own.contains(where: { $0.isGood(on: record.offerDate) }) { return }
    let why =
      own.isEmpty
      ? "it is not one of \(officer)'s keys in the officers file"
      : "it does not count on \(record.offerDate), the offer date"
    Console.say("Not signed. key.not-theirs: the key \(key.fingerprint) cannot be used, as \(why).")
    Console.say("Rule: house#officers-file.")
    throw Exit.notYes.code
  }
}
