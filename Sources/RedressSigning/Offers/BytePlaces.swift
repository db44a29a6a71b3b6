import Foundation

extension [UInt8] {
  /// Where some bytes stand first, from a place on; `nil` where they do not.
  package func firstPlace(of part: [UInt8], from start: Int = 0) -> Int? {
    withUnsafeBytes { all in
      part.withUnsafeBytes { part in
        guard let all = UnsafeRawBufferPointer(rebasing: all[Swift.min(start, all.count)...]).baseAddress,
          let wanted = part.baseAddress
        else { return nil }
        var at = 0
        let last = count - start - part.count
        while at <= last, let found = memchr(all + at, Int32(part[0]), last - at + 1) {
          at = UnsafeRawPointer(found) - all
          if memcmp(all + at, wanted, part.count) == 0 { return start + at }
          at += 1
        }
        return nil
      }
    }
  }
}
