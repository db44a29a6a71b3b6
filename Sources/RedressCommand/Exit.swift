import ArgumentParser

/// How the command ends, as other programs see it.
enum Exit: Int32 {
  /// Awarded, or clean.
  case yes = 0
  /// An answer that is not yes: refused, undecided, or findings.
  case notYes = 1
  case faulty = 65
  case absent = 66
  case ourFault = 70
  case cannotWrite = 74
  /// Somebody else is writing; try again.
  case locked = 75
  /// Stopped by whoever ran it.
  case stopped = 130

  var code: ExitCode { ExitCode(rawValue) }

  /// Over many cases the gravest counts: our own fault, faults, not yes, yes.
  static func gravest(_ one: Exit, _ other: Exit) -> Exit { one.gravity >= other.gravity ? one : other }

  private var gravity: Int {
    switch self {
    case .yes: 0
    case .notYes: 1
    case .faulty: 2
    case .absent: 3
    case .ourFault: 4
    case .cannotWrite: 5
    case .locked: 6
    case .stopped: 7
    }
  }

  /// Ends the command unless all is well.
  func end() throws {
    if self != .yes { throw code }
  }
}
