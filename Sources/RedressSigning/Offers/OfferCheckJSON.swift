import Redress
import RedressFiles

/// Writes what was checked of an offer as one compact JSON object.
public enum OfferCheckJSON {
  /// The object, without a line break.
  public static func bytes(of check: OfferCheck, _ files: OfferFiles) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("file", files.path)
      json.pair("case", files.record.name)
      json.pair("digest", files.record.digest.text)
      json.pair("offer-date", files.record.offerDate.isoText)
      json.key("good")
      json.flag(check.isGood)
      json.key("signed")
      json.flag(check.signed != nil)
      json.key("signers")
      json.array(check.signed?.signatures ?? []) { json, signature in
        json.object {
          $0.pair("officer", signature.signer.officer.id)
          $0.pair("role", signature.signer.role)
          if let other = signature.signer.standsInFor { $0.pair("stands-in-for", other) }
          $0.pair("key", signature.key.fingerprint)
        }
      }
      json.key("findings")
      json.array(check.findings) { json, finding in
        json.object {
          $0.pair("about", finding.about.rawValue)
          $0.key("good")
          $0.flag(finding.isGood)
          $0.pair("says", finding.says)
        }
      }
    }
    return json.bytes
  }
}
