import ArgumentParser
import Redress
import RedressFiles

extension MatrixLibrary {
  /// The editions of a scheme, the newest first; at least one. Ends the command where there is none.
  func editionsOrEnd(of scheme: String) throws -> [EditionName] {
    let editions = editions(of: scheme)
    if !editions.isEmpty { return editions }
    let near = NearestName.of(scheme, among: schemes).map { " Did you mean \($0)?" }
    let all = near ?? (schemes.isEmpty ? "" : " Schemes there: \(schemes.joined(separator: ", ")).")
    Console.say("redress: there is no scheme \(scheme) in \(folder).\(all)")
    throw Exit.absent.code
  }

  /// The edition of a scheme that was asked for by name, or its newest. Ends the command where there is none.
  func edition(of scheme: String, named name: String?) throws -> Edition {
    let editions = try editionsOrEnd(of: scheme)
    let newest = editions[0]
    let asked: EditionName
    do throws(UnreadLiteral) {
      asked = try name.map { text throws(UnreadLiteral) in try Literal.edition(text) } ?? newest
    } catch {
      throw ValidationError("--edition: \(error.says) \(error.mend)")
    }
    guard editions.contains(asked) else {
      let all = editions.map(\.description).joined(separator: ", ")
      Console.say("redress: \(scheme) has no edition \(asked). Its editions: \(all).")
      throw Exit.absent.code
    }
    do { return try edition(asked, of: scheme) } catch {
      Console.say(error.text)
      throw Exit.faulty.code
    }
  }
}
