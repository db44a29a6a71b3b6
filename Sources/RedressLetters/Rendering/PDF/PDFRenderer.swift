import Foundation
import Redress
import RedressDocuments

/// Makes PDF of pages, one after another, in one Python process that is started with the first and kept.
///
/// What comes out is at once PDF/UA-1 and PDF/A-3a, and the same letter gives the same bytes. A renderer is used by one
/// task at a time; two renderers work side by side.
public final class PDFRenderer {
  /// The WeasyPrint whose pages these are; with another the same letter could have other bytes.
  public static let version = "70.0"

  /// The longest that one letter may take.
  private static let longest = Duration.seconds(60)
  /// After so many letters the process is started afresh, so that what it keeps in memory stays bounded.
  private static let mostLetters = 250

  private let python: String
  private var process: PDFProcess?
  private var letters = 0

  /// Finds the Python: the one named, or else REDRESS_PDF_PYTHON, `.pdf` in the current folder, or the one installed
  /// beside the command.
  ///
  /// - Throws: ``PDFUnavailable`` where there is none. That it has WeasyPrint is known with the first letter, or after
  ///   ``start()``.
  public init(
    python: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(PDFUnavailable) {
    self.python = try PDFPython.path(named: python, environment: environment)
  }

  /// Starts the process now, so that a bulk run fails before its first letter and not at it.
  public func start() throws(PDFUnavailable) { _ = try running() }

  /// The PDF of a page that ``HTMLEmitter`` wrote.
  ///
  /// - Parameters:
  ///   - day: the day that the file says it was made: that of the letter, never today.
  ///   - author: who writes, as the file says it.
  ///   - attachments: what the file carries in itself.
  /// - Throws: ``PDFFault`` where this letter cannot become a PDF; ``PDFUnavailable`` where none can.
  public func pdf(of page: String, day: CivilDate, author: Words, attaching attachments: [PDFAttachment] = []) throws
    -> Data
  {
    let request = try request(page, day, author, attachments)
    do { return try answer(to: request) } catch PDFProcess.Silence.ended { process = nil }
    // It may have been ended from outside, with the letter before. If this letter ends it, it ends it again.
    do { return try answer(to: request) } catch PDFProcess.Silence.ended(let words) {
      process = nil
      throw PDFFault("what makes PDF of it ended: \(words)")
    }
  }

  private func answer(to request: Data) throws -> Data {
    let process = try running()
    process.send(request)
    do {
      let head = try JSONDecoder().decode(Answer.self, from: try process.line(within: Self.longest))
      letters += 1
      if let error = head.error { throw PDFFault(error) }
      return try process.bytes(head.length ?? 0, within: Self.longest)
    } catch PDFProcess.Silence.tookTooLong {
      self.process = nil
      throw PDFFault("it took longer than \(Self.longest.components.seconds) seconds")
    }
  }

  // MARK: The process

  /// The process while it runs; tests end it.
  var processIdentifier: Int32? { process?.identifier }

  private func running() throws(PDFUnavailable) -> PDFProcess {
    if let process, letters < Self.mostLetters { return process }
    do {
      let process = try PDFProcess(python: python, script: Self.script)
      let head = try JSONDecoder().decode(Answer.self, from: try process.line(within: Self.longest))
      if let error = head.error { throw PDFFault(error) }
      self.process = process
      letters = 0
      return process
    } catch PDFProcess.Silence.ended(let words) {
      throw PDFUnavailable(.doesNotStart(python: python, words: words))
    } catch {
      throw PDFUnavailable(.doesNotStart(python: python, words: "\(error)"))
    }
  }

  private static let script = String(decoding: PackageResources.render_py, as: UTF8.self)

  private struct Answer: Decodable {
    let length: Int?
    let error: String?
  }

  // MARK: The request

  private struct Request: Encodable {
    struct File: Encodable {
      let name, type, description, relationship: String
      let length: Int
    }
    let page: Int
    let day, author: String
    let files: [File]
  }

  private func request(_ page: String, _ day: CivilDate, _ author: Words, _ attachments: [PDFAttachment]) throws -> Data
  {
    let names = attachments.map(\.name.text)
    if Set(names).count < names.count { throw PDFFault("two attached files have one name: \(names.sorted())") }
    let files = attachments.map { file in
      Request.File(
        name: file.name.text, type: file.type.text, description: file.description.text,
        relationship: file.relationship.rawValue, length: file.content.count)
    }
    let request = Request(page: page.utf8.count, day: day.isoText, author: author.text, files: files)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return attachments.reduce(into: try encoder.encode(request) + [0x0A] + Data(page.utf8)) { $0 += $1.content }
  }
}
