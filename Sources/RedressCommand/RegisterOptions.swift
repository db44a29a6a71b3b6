import ArgumentParser
import Foundation
import Redress
import RedressFiles
import RedressRegister
import RedressSigning

/// Where the register of offers is.
struct RegisterOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The register of offers: one file, begun by the first act.", valueName: "file"),
    completion: .file())
  var register: String?

  /// The path, for a command that cannot do without.
  var path: String {
    get throws {
      guard let register else { throw ValidationError("--register FILE is needed.") }
      return register
    }
  }

  /// The register, which must be there.
  func open() throws -> Register {
    let path = try path
    return try Console.ending { try Register.open(path) }
  }

  /// The register, which must be there, to be read only.
  func openToRead() throws -> Register {
    let path = try path
    return try Console.ending { try Register.openToRead(path) }
  }

  /// The register, begun where there is none.
  func openOrBegin(_ stamp: Stamp) throws -> Register {
    let path = try path
    return try Console.ending {
      try Register.openOrBegin(path, stamp: stamp) { Console.say("Note: a new register was begun: \(path)") }
    }
  }
}

/// Who does something, and on which day.
struct ActOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The officer who does it.", valueName: "officer"))
  var by: String

  @Option(help: ArgumentHelp("The day on which it was done; today where it is left out.", valueName: "day"))
  var on: String?

  func validate() throws { _ = try givenDay }

  private var givenDay: CivilDate? { get throws { try Self.day(on) } }

  private static func day(_ on: String?) throws -> CivilDate? {
    guard let on else { return nil }
    do throws(UnreadLiteral) { return try Literal.day(on) } catch {
      throw ValidationError("--on: \(error.says) \(error.mend)")
    }
  }

  /// The stamp of an act. Nothing is done in the future, nor by somebody whom the officers file does not know.
  func stamp(_ today: TodayOption, _ officers: OfficersFile?) throws -> Stamp {
    try Self.stamp(by: by, on: on, today, officers)
  }

  /// The same for a command that not always needs to know who does it.
  static func stamp(by: String, on: String?, _ today: TodayOption, _ officers: OfficersFile?) throws -> Stamp {
    let day = try day(on) ?? today.day
    if day > today.day {
      throw Console.refuse(ActRefusal(.day, "\(day) is in the future: today is \(today.day)."))
    }
    return try Stamp.of(by, on: day, today, officers)
  }
}

extension Stamp {
  /// The stamp of an act that is recorded now.
  static func of(_ by: String, on day: CivilDate, _ today: TodayOption, _ officers: OfficersFile?) throws -> Stamp {
    if let officers {
      guard let officer = officers.officers[by] else {
        let near = NearestName.of(by, among: officers.officers.all.map(\.id)).map { " Did you mean \($0)?" } ?? ""
        throw Console.refuse(ActRefusal(.officer, "\(by) is not in the officers file.\(near)"))
      }
      if officers.officers.roles(of: officer, on: day).isEmpty {
        throw Console.refuse(ActRefusal(.officer, "\(by) held no post on \(day)."))
      }
    } else {
      Console.say("redress: without --officers, the name \(by) is not verified. The register records that.")
    }
    return Stamp(
      by: by, on: day, recordedAt: Clock.now, statedToday: today.today == nil ? nil : today.day,
      isVerified: officers != nil)
  }
}

/// The clock of the machine.
enum Clock {
  /// This moment in UTC, to the second: `2026-10-12T09:30:00Z`.
  static var now: String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}

extension Console {
  /// Says why an act is not done, by which rule and paragraph, and gives what ends the command.
  static func refuse(_ refusal: ActRefusal) -> ExitCode {
    say("Not done. \(refusal.rule.rawValue): \(plain(refusal.says))")
    say("Rule: \(refusal.sources.joined(separator: ", ")).")
    return refusal.rule == .offerUnknown ? Exit.absent.code : Exit.notYes.code
  }

  /// The text without characters that a terminal acts on, so that no name that was typed can forge a line.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }

  /// Does something with a register, and ends the command with the exit code of what goes wrong.
  static func ending<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let refusal as ActRefusal { throw refuse(refusal) } catch let fault as RegisterFault
    {
      say("redress: \(fault.says)")
      throw fault.exit.code
    } catch let faults as FaultList {
      say(faults.text)
      throw Exit.faulty.code
    }
  }
}

extension RegisterFault {
  /// How the command ends for it.
  var exit: Exit {
    switch self {
    case .absent: .absent
    case .notARegister, .newer, .damaged: .faulty
    case .locked: .locked
    case .cannotWrite, .refusedFile: .cannotWrite
    }
  }
}
