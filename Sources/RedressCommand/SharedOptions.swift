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
    guard let folder = places.first(where: { Self.isFolder($0.path) }) else {
      Console.say("redress: there is no folder of matrices. Looked for, in this order:")
      for place in places { Console.say("  \(place.name): \(place.path)") }
      throw Exit.absent.code
    }
    do { return try MatrixLibrary(folder: folder.path) } catch {
      Console.say(error.text)
      throw Exit.faulty.code
    }
  }

  private static func places(_ given: String?) -> [(name: String, path: String)] {
    let variable = ProcessInfo.processInfo.environment["REDRESS_MATRICES"]
    if let given { return [("--matrices", given)] }
    if let variable, !variable.isEmpty { return [("REDRESS_MATRICES", variable)] }
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let share = binary.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "share/redress/Matrices")
    return [
      ("--matrices", "not given"), ("REDRESS_MATRICES", "not set"), ("./Matrices", "Matrices"),
      ("beside the command", share.path),
    ]
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
