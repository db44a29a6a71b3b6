import ArgumentParser
import Foundation
import Redress
import RedressDocuments
import RedressFiles

struct Price: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Assess cases and show the worked sum.")

  @Argument(help: "Files of cases; - reads standard input.") var files: [String]
  @Flag(help: "One compact JSON object a line.") var json = false
  @Option(help: "The folder of matrices.") var matrices: String = "Matrices"

  func run() throws {
    let library = try MatrixLibrary(folder: matrices)
    for file in files {
      let source = try SourceText.read(path: file)
      for entry in CaseFile.read(source) {
        guard case .outline(let outline) = entry else {
          if case .unread(let unread) = entry { for f in unread.faults { print(f.text) } }
          continue
        }
        let edition = try library.edition(for: outline) { name throws(FaultList) in try library.edition(name, of: outline.scheme) }
        let reading = CaseReader.read(outline, under: edition.matrix)
        let (assessment, faults) = reading.assess(with: Assessor(edition.matrix))
        if !faults.isEmpty { print(faults.text); continue }
        let explanation = Explanation(of: assessment, given: reading.given, under: edition.matrix)
        let d = recheck(assessment, of: reading.given.facts, under: edition.matrix)
        if !d.isEmpty { print(d) }
        if json {
          var w = AssessmentJSON()
          print(String(decoding: w.bytes(of: explanation, digest: edition.digest.text, notices: []), as: UTF8.self))
        } else {
          print(TextEmitter(width: 100).text(of: WorkedSum(explanation, notices: Notice.notices(of: explanation)).document))
        }
      }
    }
  }
}
