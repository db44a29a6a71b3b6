/// A person who may draft, decide or sign, with the posts that they hold and for how long.
///
/// The engine takes an officer at their word. Who made a signature is proved by their key, outside of it.
public struct Officer: Hashable, Sendable {
  /// A post that is held for a time.
  public struct Post: Hashable, Sendable {
    /// The role, as matrices name it.
    public let role: String
    /// The first and the last day, both counted; no end where it has none.
    public let days: DaySpan
    /// What this officer may sign in the post, where that is less than the policy allows it.
    public let limit: SigningLimit

    /// A post for a time.
    public init(role: String, days: DaySpan, limit: SigningLimit = .none) {
      self.role = role
      self.days = days
      self.limit = limit
    }
  }

  /// Standing in for another officer, in all posts that the other holds on the day.
  public struct Deputyship: Hashable, Sendable {
    /// The officer who is stood in for.
    public let officer: String
    /// The first and the last day, both counted.
    public let days: DaySpan
    /// What the deputy may sign, where that is less than the other may.
    public let limit: SigningLimit

    /// A deputyship for a time.
    public init(for officer: String, days: DaySpan, limit: SigningLimit = .none) {
      self.officer = officer
      self.days = days
      self.limit = limit
    }
  }

  /// What files call the person: `j.okafor`.
  public let id: String
  /// What people call them: `J. Okafor`.
  public let name: String
  /// The officer who signs where a policy leaves it to the author's manager; `nil` where none is named.
  public let manager: String?
  /// The posts that they hold or held.
  public let posts: [Post]
  /// For whom they stand in, and when.
  public let deputyships: [Deputyship]

  /// An officer with their posts.
  public init(id: String, name: String, manager: String? = nil, posts: [Post], deputyships: [Deputyship] = []) {
    self.id = id
    self.name = name
    self.manager = manager
    self.posts = posts
    self.deputyships = deputyships
  }
}

/// A stretch of days, both ends counted.
public struct DaySpan: Hashable, Sendable {
  /// The first day.
  public let from: CivilDate
  /// The last day; `nil` where no end is known.
  public let until: CivilDate?

  /// From a day, with a last one or none.
  public init(from: CivilDate, until: CivilDate? = nil) {
    self.from = from
    self.until = until
  }

  /// Whether a day lies in it.
  public func contains(_ day: CivilDate) -> Bool { day >= from && (until.map { day <= $0 } ?? true) }
}

/// What an officer may sign, where that is less than the policy allows their post.
public struct SigningLimit: Hashable, Sendable {
  /// The most in one offer; `nil` for as much as the policy allows.
  public let upTo: Money?
  /// The heads whose items they may sign; `nil` for all.
  public let heads: [String]?
  /// The most in all offers of a period together; `nil` where each offer stands alone.
  public let together: Together?

  /// A sum for all offers of a period.
  public struct Together: Hashable, Sendable {
    /// The most in all of them.
    public let upTo: Money
    /// The length of the period that ends with the offer date.
    public let within: Period

    /// A sum for a period.
    public init(upTo: Money, within: Period) {
      self.upTo = upTo
      self.within = within
    }
  }

  /// A limit; each part may be left out.
  public init(upTo: Money?, heads: [String]?, together: Together?) {
    self.upTo = upTo
    self.heads = heads
    self.together = together
  }

  /// As much as the policy allows.
  public static let none = SigningLimit(upTo: nil, heads: nil, together: nil)
}

/// The officers of an organisation.
public struct Officers: Hashable, Sendable {
  /// In the order of the file.
  public let all: [Officer]

  /// Officers, each once.
  public init(_ all: [Officer]) { self.all = all }

  /// The officer of a name; `nil` where there is none.
  public subscript(id: String) -> Officer? { all.first { $0.id == id } }

  /// Whether somebody of a name, or each of several, held any post on a day.
  public func holdsPost(_ names: String, on day: CivilDate) -> Bool {
    let named = named(in: names)
    return !named.isEmpty && named.allSatisfy { $0.map { !roles(of: $0, on: day).isEmpty } ?? false }
  }

  /// The officers that a text names, by what files call them or by their names, however they are written: several with
  /// commas, semicolons, strokes or `and` between them. `nil` stands for a name that is no officer's.
  public func named(in text: String) -> [Officer?] {
    var names: [String] = []
    for part in text.split(whereSeparator: { ",;/&".contains($0) }) {
      var name: [Substring] = []
      for word in part.split(separator: " ") {
        if word == "and" {
          names.append(name.joined())
          name = []
        } else {
          name.append(word)
        }
      }
      names.append(name.joined())
    }
    return names.map(\.plainName).filter { !$0.isEmpty }.map { name in
      all.first { $0.id.plainName == name || $0.name.plainName == name }
    }
  }

  /// A role that an officer holds on a day, of their own or for somebody.
  public struct Held: Hashable, Sendable {
    /// The role.
    public let role: String
    /// What may be signed with it.
    public let limits: [SigningLimit]
    /// The officer whose post it is, where the holder stands in.
    public let standsInFor: String?
  }

  /// The roles that an officer holds on a day: their own first, then those of whom they stand in for.
  public func roles(of officer: Officer, on day: CivilDate) -> [Held] {
    let own = officer.posts.filter { $0.days.contains(day) }.map {
      Held(role: $0.role, limits: [$0.limit], standsInFor: nil)
    }
    let others = officer.deputyships.filter { $0.days.contains(day) }.flatMap { deputyship in
      (self[deputyship.officer]?.posts ?? []).filter { $0.days.contains(day) }.map {
        Held(role: $0.role, limits: [$0.limit, deputyship.limit], standsInFor: deputyship.officer)
      }
    }
    return own + others
  }
}

extension String {
  /// Letters and digits alone, all small: `A. Khan` and `a.khan` are the same name.
  fileprivate var plainName: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
