import ArgumentParser
import Foundation
import Redress
import RedressFiles

/// Where the matrices are.
struct MatricesOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of matrices.",
      discussion: "Without it: REDRESS_MATRICES, ./Matrices, or share/redress/Matrices beside the command.",
      valueName: "folder"))
  var matrices: String?

  /// The library, or the end of the command: 66 where no folder is there, 65 where its lock file is at fault.
  func library() throws -> MatrixLibrary {
    let places = Self.places(matrices)
    guard let folder = places.lazy.compactMap(\.folder).first(where: Self.isFolder) else {
      Console.say("redress: there is no folder of matrices. Looked for, in this order:")
      for place in places { Console.say("  \(place.name): \(place.folder ?? place.without)") }
      throw Exit.absent.code
    }
    do { return try MatrixLibrary(folder: folder) } catch {
      Console.say(error.text)
      throw Exit.faulty.code
    }
  }

  /// The library, or nothing where no folder is there and none was named.
  func libraryIfThere() throws -> MatrixLibrary? {
    let isThere = Self.places(matrices).contains { $0.folder.map(Self.isFolder) ?? false }
    return isThere || matrices != nil ? try library() : nil
  }

  /// One of the four places, and what is said of it where it names no folder to look for.
  private typealias Place = (name: String, folder: String?, without: String)

  /// A folder that was named is the only one looked for, so that no other policy is taken in its stead.
  private static func places(_ given: String?) -> [Place] {
    let variable = ProcessInfo.processInfo.environment["REDRESS_MATRICES"].flatMap { $0.isEmpty ? nil : $0 }
    let isNamed = given != nil || variable != nil
    let passedOver = "not looked for, as a folder was named"
    return [
      ("--matrices", given, "not given"),
      ("REDRESS_MATRICES", given == nil ? variable : nil, given == nil ? "not set" : passedOver),
      ("./Matrices", isNamed ? nil : "Matrices", passedOver),
      ("beside the command", isNamed ? nil : besideTheCommand, passedOver),
    ]
  }

  private static var besideTheCommand: String {
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return binary.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "share/redress/Matrices"
    ).path
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

/// The day that counts as today.
struct TodayOption: ParsableArguments {
  @Option(help: ArgumentHelp("The day that counts as today, for back-dated work.", valueName: "day"))
  var today: String?

  func validate() throws { _ = try given }

  private var given: CivilDate? {
    get throws {
      guard let today else { return nil }
      do throws(UnreadLiteral) { return try Literal.day(today) } catch {
        throw ValidationError("--today: \(error.says) \(error.mend)")
      }
    }
  }

  /// The day that was given, or the day it is in London.
  var day: CivilDate {
    if let day = try? given { return day }
    setenv("TZ", "Europe/London", 1)
    tzset()  // localtime_r need not look again at a zone that something read before
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let day = CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return day ?? .latest
  }
}

extension SourceText {
  /// Opens files before anything is done with them. Absent ones are all named, and end the command with exit code 66.
  static func open(_ paths: [String]) throws -> [Result<SourceText, FaultList>] {
    var isAbsent = false
    var sources: [Result<SourceText, FaultList>] = []
    for path in paths {
      do { sources.append(.success(try path == "-" ? readStandardInput() : read(path: path))) } catch {
        if case .absent(let path) = error {
          Console.say("redress: there is no file \(path).")
          isAbsent = true
        }
        sources.append(.failure(FaultList(error)))
      }
    }
    if isAbsent { throw Exit.absent.code }
    return sources
  }
}
