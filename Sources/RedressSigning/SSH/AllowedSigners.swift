import Redress

/// The file by which anybody checks signatures with `ssh-keygen -Y verify -f FILE`.
public enum AllowedSigners {
  /// The file's text, one line for each entry, in the order given.
  public static func text(_ entries: [AllowedSigner]) -> String {
    entries.map { entry in
      var options = ["namespaces=\"\(entry.namespace)\""]
      if let day = entry.firstDay { options.append("valid-after=\"\(digits(of: day))\"") }
      // OpenSSH still takes the very time it is told, so the last second of the day is the last.
      if let day = entry.lastDay { options.append("valid-before=\"\(digits(of: day))235959\"") }
      return "\(entry.principal) \(options.joined(separator: ",")) \(entry.key.text)\n"
    }.joined()
  }

  /// The time at which everybody checks a signature of a day, for `-Overify-time=`: noon, which is the same civil day
  /// in the file whatever the clocks do.
  public static func verifyTime(on day: CivilDate) -> String { digits(of: day) + "120000" }

  /// A day as `YYYYMMDD`.
  static func digits(of day: CivilDate) -> String {
    let (year, month, dayOfMonth) = day.parts
    return String(String(year * 10_000 + month * 100 + dayOfMonth + 100_000_000).dropFirst())
  }
}
