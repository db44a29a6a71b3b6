import RedressFiles

/// Writes what was checked of a register as one compact JSON object.
public enum RegisterCheckJSON {
  /// The object, without a line break.
  public static func bytes(of check: RegisterCheck, path: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("register", path)
      json.pair("origin", check.checkpoint?.origin)
      json.key("size")
      if let size = check.checkpoint?.size { json.number(size) } else { json.null() }
      json.pair("head", check.checkpoint?.head)
      json.pair("good", check.isGood)
      json.key("findings")
      json.array(check.findings) { json, finding in
        json.object {
          $0.pair("about", finding.about.rawValue)
          $0.pair("good", finding.isGood)
          if let event = finding.event { $0.pair("event", event) }
          if let offer = finding.offer { $0.pair("offer", offer) }
          $0.pair("says", finding.says)
        }
      }
    }
    return json.bytes
  }
}
