import Redress
import RedressFiles
import RedressSigning

/// An officers file is read. Of one that can be, each key is read again from its line, and each line for OpenSSH has a
/// key that is in the file.
enum OfficersReading {
  static func answer(to bytes: [UInt8], _ workshop: Workshop) throws -> Answer {
    try Answer.of(bytes, named: "officers") { source in
      let file = try OfficersFile.read(source)
      for (officer, key) in file.keys {
        let again = try? SSHPublicKey(key.key.text)
        try BrokenRule.unless(again == key.key, "a key of \(officer) is not read again: \(key.key.text)")
        try BrokenRule.unless(file.officers[officer] != nil, "a key of nobody: \(officer)")
      }
      let lines = file.allowedSigners
      try BrokenRule.unless(
        lines.split(separator: "\n").count <= file.keys.count, "there are more lines than keys: \(lines)")
      let findings = OfficersFindings(file, on: Workshop.today, roles: ["case-manager", "director"]).all
      return lines + findings.joined(separator: "\n")
    }
  }
}
