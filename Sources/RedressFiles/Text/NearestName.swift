/// The known name that somebody most likely meant, for "Did you mean `incident-date`?".
public enum NearestName {
  /// Longer names are not compared: nobody means a name of three letters by a thousand.
  private static let longest = 64

  /// `nil` when no name is near. Capitals, spaces and underscores for hyphens count as no difference; of equally near
  /// names the first in the order of the alphabet is meant, in whatever order they are given.
  public static func of(_ unknown: String, among names: some Sequence<String>) -> String? {
    guard let wanted = folded(unknown), !wanted.isEmpty else { return nil }
    let most = min(3, max(1, wanted.count / 3))
    var best: (distance: Int, name: String)?
    for name in names where mayBeNear(name, wanted.count, most) {
      guard let known = folded(name), abs(known.count - wanted.count) <= most else { continue }
      let distance = distance(wanted, known)
      guard distance <= most else { continue }
      if best.map({ (distance, name) < $0 }) ?? true { best = (distance, name) }
    }
    return best?.name
  }

  /// Whether a name has about as many letters: it need not be folded to see that.
  private static func mayBeNear(_ name: String, _ count: Int, _ most: Int) -> Bool {
    // Of ASCII a letter is a byte, before folding and after it.
    abs(name.utf8.count - count) <= most || !name.utf8.allSatisfy { $0 < 0x80 }
  }

  private static func folded(_ name: String) -> [Unicode.Scalar]? {
    guard name.utf8.count <= longest else { return nil }
    return name.lowercased().unicodeScalars.map { $0 == "_" || $0 == " " ? "-" : $0 }
  }

  /// How many letters must be added, left out, changed or swapped with their neighbour.
  static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var last = Array(0...other.count)
    var (before, current) = (last, last)
    for row in one.indices {
      current[0] = row + 1
      for column in other.indices {
        let change = last[column] + (one[row] == other[column] ? 0 : 1)
        var least = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          least = min(least, before[column - 1] + 1)
        }
        current[column + 1] = least
      }
      (before, last, current) = (last, current, before)
    }
    return last[other.count]
  }
}
