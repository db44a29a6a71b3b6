import Foundation
import RedressFiles
import RedressRegister

/// An export with every digest worked out anew, so that only what it says can be wrong with it.
enum ChainedExport {
  /// `nil` where the lines are no export at all.
  static func bytes(of export: [UInt8]) -> [UInt8]? {
    let lines = String(decoding: export, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count > 1, let origin = node(lines[0])?["origin"]?.text else { return nil }
    var renamed: [(old: String, new: String)] = []
    var files: [(digest: String, line: [UInt8])] = []
    let kept = lines.dropFirst().prefix { $0.hasPrefix("{\"file\":") }
    for line in kept {
      guard let file = file(line) else { continue }
      renamed.append((file.old, file.new))
      files.append((file.new, file.line))
    }
    files.sort { $0.digest < $1.digest }
    var body: [UInt8] = []
    for file in files { body += file.line + [10] }
    let events = lines.dropFirst(1 + kept.count)
    var head = Event.beforeFirst
    for line in events {
      let event = Array(chained(line, after: head, renamed).utf8)
      head = Digest(of: event)
      body += event + [10]
    }
    return header(origin, events.count, files.count, head) + [10] + body
  }

  private static func node(_ line: String) -> Node? {
    guard let source = try? SourceText(name: "line", bytes: Array(line.utf8)) else { return nil }
    return try? JSONReader().read(source).first
  }

  private static func header(_ origin: String, _ events: Int, _ files: Int, _ head: Digest) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("format", Register.format)
      json.pair("origin", origin)
      json.key("events")
      json.number(events)
      json.key("files")
      json.number(files)
      json.pair("head", head.text)
    }
    return json.bytes
  }

  private static func file(_ line: String) -> (old: String, new: String, line: [UInt8])? {
    guard let node = node(line), let old = node["file"]?.text, let kind = node["kind"]?.text,
      let event = node["event"]?.text.flatMap({ Int($0) })
    else { return nil }
    let bytes = node["bytes"]?.text.flatMap { Data(base64Encoded: $0) }
    let new = bytes.map { Digest(of: Array($0)).text } ?? old
    var json = JSONWriter()
    json.object { json in
      json.pair("file", new)
      json.pair("kind", kind)
      json.key("event")
      json.number(event)
      json.pair("bytes", bytes?.base64EncodedString())
    }
    return (old, new, json.bytes)
  }

  private static func chained(_ line: String, after head: Digest, _ renamed: [(old: String, new: String)]) -> String {
    var line = line
    for (old, new) in renamed where old != new { line = line.replacing(old, with: new) }
    let key = "\"previous\":\""
    guard let start = line.firstRange(of: key)?.upperBound, let end = line[start...].firstIndex(of: "\"") else {
      return line
    }
    return line.replacingCharacters(in: start..<end, with: head.text)
  }
}
