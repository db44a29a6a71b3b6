import Foundation

/// A small matrix in which every key of the notation stands at least once, but for `ladders`.
let wholeMatrix: String = {
  let root = URL(fileURLWithPath: #filePath).appending(path: "../../../..").standardized
  return try! String(contentsOf: root.appending(path: "Fixtures/matrices/sample/2024-04-01.2.yaml"), encoding: .utf8)
}()

/// The same with several ladders of authority.
let wholeMatrixWithLadders: String = {
  let start = wholeMatrix.range(of: "\nauthority:\n")!.lowerBound
  return wholeMatrix[..<start] + "\n" + ladders
}()

private let ladders = """
  ladders:
    large:
      title: Who signs
      measured-on: each item
      plus: offered
      steps: [{ to: £100, any-of: officer }, { all-of: [officer, [head, finance]] }]
      source: policy#1

  """
