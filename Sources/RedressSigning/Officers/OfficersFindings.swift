import Redress
import RedressFiles

/// What is likely to be a mistake in an officers file that can be read.
public struct OfficersFindings {
  private let file: OfficersFile
  private let day: CivilDate
  private let roles: [String]?

  /// What is found of the officers as they stand on a day.
  /// - Parameter roles: every role that a matrix or the organisation names; `nil` where that is not known.
  public init(_ file: OfficersFile, on day: CivilDate, roles: [String]?) {
    self.roles = roles
    self.file = file
    self.day = day
  }

  /// Each finding in whole sentences.
  public var all: [String] { unknownRoles + keyless + idleDeputies + circles }

  private var unknownRoles: [String] {
    guard let roles else { return [] }
    return file.officers.all.flatMap { officer in
      officer.posts.filter { !roles.contains($0.role) }.map { post in
        let near = NearestName.of(post.role, among: roles).map { " Did you mean \($0)?" } ?? ""
        return "\(officer.id) holds the post \(post.role), which no matrix names as a role.\(near)"
      }
    }
  }

  private var keyless: [String] {
    file.officers.all.compactMap { officer in
      let roles = file.officers.roles(of: officer, on: day)
      guard !roles.isEmpty, !file.keys(of: officer.id).contains(where: { $0.isGood(on: day) }) else { return nil }
      return "\(officer.id) holds a post on \(day) and has no key that counts then, so cannot sign."
    }
  }

  private var idleDeputies: [String] {
    file.officers.all.flatMap { officer in
      officer.deputyships.compactMap { deputyship in
        let posts = file.officers[deputyship.officer]?.posts ?? []
        let isIdle = !posts.contains { post in
          post.days.contains(deputyship.days.from) || deputyship.days.contains(post.days.from)
        }
        return isIdle
          ? "\(officer.id) stands in for \(deputyship.officer) from \(deputyship.days.from), who holds no post then."
          : nil
      }
    }
  }

  /// How many of a circle are named.
  private static let shown = 12

  private var circles: [String] {
    let managers = Dictionary(
      file.officers.all.map { ($0.id, $0.manager) }, uniquingKeysWith: { first, _ in first })
    var known: Set<String> = []
    var circles: [String: (names: [String], count: Int)] = [:]
    for officer in file.officers.all where !known.contains(officer.id) {
      var (path, next) = ([officer.id], officer.manager)
      known.insert(officer.id)
      while let id = next, known.insert(id).inserted {
        path.append(id)
        next = managers[id] ?? nil
      }
      guard let id = next, let start = path.firstIndex(of: id) else { continue }
      let circle = path[start...]
      for place in circle.indices {
        circles[path[place]] = (
          Array(
            path[place...].prefix(Self.shown) + path[start..<place].prefix(max(0, Self.shown - path.count + place))),
          circle.count
        )
      }
    }
    return file.officers.all.compactMap { officer in
      circles[officer.id].map { names, count in
        let more = count > names.count ? " and \(count - names.count) more" : ""
        return "\(officer.id) is their own manager, by way of \(names.joined(separator: ", "))\(more)."
      }
    }
  }
}
