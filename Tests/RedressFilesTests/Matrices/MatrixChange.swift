import Redress
import Testing

@testable import RedressFiles

/// The whole matrix, changed in one place, and the words of all faults that it must be met with, in the order of the
/// file.
struct MatrixChange: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  let codes: [FaultCode]

  init(_ old: String, _ new: String, _ codes: FaultCode...) {
    self.old = old
    self.new = new
    self.codes = codes
  }

  var testDescription: String { new }

  func meet() {
    #expect(wholeMatrix.contains(old), "\(old)")
    do throws(FaultList) {
      _ = try MatrixReader.read(source(wholeMatrix.replacing(old, with: new)))
      #expect(codes == [], "it is read without a fault")
    } catch {
      #expect(error.sorted.map(\.code) == codes, "\(error.text)")
      for fault in error.faults {
        #expect(fault.place != nil && fault.excerpt != nil && !fault.mend.isEmpty, "\(fault.text)")
      }
    }
  }
}
