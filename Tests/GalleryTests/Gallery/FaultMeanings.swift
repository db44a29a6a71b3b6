/// What each fault means, as the source of `FaultCode` says it: those words are written in one place only.
enum FaultMeanings {
  static func read() throws -> [String: String] {
    let source = try Repository.text("Sources/RedressFiles/Text/FaultCode.swift")
    var meanings: [String: String] = [:]
    var said: [Substring] = []
    for line in source.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("/// ") {
        said.append(line.dropFirst(4))
      } else {
        if let code = line.firstMatch(of: /^case \w+ = "([^"]+)"$/)?.1 {
          meanings[String(code)] = said.joined(separator: " ")
        }
        said = []
      }
    }
    return meanings
  }
}
