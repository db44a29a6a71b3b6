/// Why the reading of one top-level value was given up.
struct JSONStop: Error {
  var code = FaultCode.jsonSyntax
  /// The offset of the byte to point at.
  let at: Int
  var length = 1
  let says: String
  let mend: String

  func fault(in source: SourceText) -> Fault {
    source.fault(code, atByte: at, length: length, says: says, mend: mend)
  }
}
