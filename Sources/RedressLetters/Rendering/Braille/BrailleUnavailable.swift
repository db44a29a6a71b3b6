/// No Braille can be made on this machine. Every other format works all the same.
public struct BrailleUnavailable: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is missing.
  public let reason: String

  init(_ reason: String) { self.reason = reason }

  /// What is missing, and how to get Braille.
  public var description: String {
    """
    \(reason)
    Braille needs liblouis. Run .ci/set-up in the folder of Redress, or install it: Debian has it as liblouis-bin and \
    liblouis-data.
    """
  }
}

/// One letter cannot be put into Braille. The next one can.
public struct BrailleFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with this letter.
  public let description: String

  init(_ description: String) { self.description = description }
}
