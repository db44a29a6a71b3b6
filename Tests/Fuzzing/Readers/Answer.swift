import RedressFiles

/// What a reader made of some bytes.
public enum Answer: Equatable, Sendable {
  /// It read them. The text is what two readings are compared by.
  case read(String)
  /// It found faults, each as a person sees it.
  case faulty([String])

  /// What something came to that is done with a text of some bytes: itself, or its faults, each looked at.
  static func of(_ bytes: [UInt8], named name: String, _ body: (SourceText) throws -> String) throws -> Answer {
    do { return .read(try body(SourceText(name: name, bytes: bytes))) } catch let faults as FaultList {
      return .faulty(try FaultRules.texts(of: faults.sorted, in: bytes))
    }
  }
}

/// A rule that an answer broke though it holds for every input: a fault of the program.
public struct BrokenRule: Error, CustomStringConvertible {
  /// What is broken, in words.
  public let description: String

  init(_ description: String) { self.description = description }

  static func unless(_ isKept: Bool, _ says: @autoclosure () -> String) throws(BrokenRule) {
    if !isKept { throw BrokenRule(says()) }
  }
}

/// What holds for every fault: it has words, and says where it is, which is a place in the text.
enum FaultRules {
  /// Of these there may be one of the text as a whole, which has no place.
  private static let ofWholeTexts: Set<FaultCode> = [.fileEmpty, .fileNotUTF8, .fileTooLarge, .offerShape]

  static func texts(of faults: [Fault], in bytes: [UInt8]) throws(BrokenRule) -> [String] {
    try BrokenRule.unless(!faults.isEmpty, "it was not read, and no fault says why")
    let lines = bytes.count { $0 == 10 } + 1
    var texts: [String] = []
    for fault in faults {
      let text = fault.text
      try BrokenRule.unless(!fault.says.isEmpty && !fault.mend.isEmpty, "a fault without words: \(text)")
      try BrokenRule.unless(isPlain(text), "a fault with a character of control: \(text)")
      if let place = fault.place {
        // A fault of an edition that a case asks for stands in the edition.
        let isWithin = (1...lines).contains(place.line) && (1...bytes.count + 1).contains(place.column)
        try BrokenRule.unless(isWithin || place.file.hasSuffix(".yaml"), "a fault outside the text: \(text)")
      } else {
        try BrokenRule.unless(ofWholeTexts.contains(fault.code), "a fault without a place: \(text)")
      }
      texts.append(text)
    }
    return texts
  }

  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t" }
  }
}
