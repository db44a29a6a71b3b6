import Foundation
import Redress
import RedressDocuments
import RedressFiles

extension Organisation {
  /// Reads the file of an organisation, and the logo and the stylesheet that it names beside it.
  /// - Throws: every fault of the file.
  public static func read(_ source: SourceText) throws(FaultList) -> Organisation {
    let nodes = try YAMLReader().read(source)
    var reader = OrganisationReader(source)
    let organisation = nodes.first.flatMap { reader.organisation($0) }
    try reader.shapes.faults.throwIfAny()
    guard let organisation else {
      throw FaultList(
        source.fault(.fileEmpty, says: "The file holds no organisation.", mend: "Check that it is the right file."))
    }
    return organisation
  }
}

/// Reads the file of an organisation and finds everything that is wrong with it in one go.
struct OrganisationReader {
  var shapes: CaseShapes
  let source: SourceText

  init(_ source: SourceText) {
    self.source = source
    shapes = CaseShapes(source)
  }

  private static let keys = [
    "format", "name", "address", "contacts", "return-address", "data-protection", "logo", "ombudsmen", "schemes",
    "words", "stylesheet",
  ]

  mutating func organisation(_ node: Node) -> Organisation? {
    guard let entries = shapes.entries(node, "an organisation") else { return nil }
    shapes.checkKeys(entries, "an organisation", Self.keys)
    let format = shapes.text(node["format"], "format", in: node.span, "this file")
    if let format, format != Organisation.format {
      shapes.fault(
        .caseFormat, node["format"]!.span, "This is not the format of an organisation.",
        "Write `\(Organisation.format)`.")
    }
    let name = words(node["name"], "name", in: node, "this organisation")
    let dataProtection = words(node["data-protection"], "data-protection", in: node, "this organisation")
    let address = lines(node["address"], "address", in: node, isNeeded: true)
    let contacts = contacts(node["contacts"], in: node, "this organisation")
    let returnAddress = lines(node["return-address"], "return-address", in: node, isNeeded: false)
    let logo = node["logo"].flatMap { $0.isNull ? nil : picture($0) }
    let ombudsmen = (node["ombudsmen"].flatMap { shapes.entries($0, "`ombudsmen`") } ?? []).compactMap { ombudsman($0) }
    let schemes = (node["schemes"].flatMap { shapes.entries($0, "`schemes`") } ?? []).compactMap { scheme($0) }
    let overrides = overrides(node["words"])
    let stylesheet = node["stylesheet"].flatMap { file(named: $0, limit: 1 << 20) }.map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let name, let dataProtection, !address.isEmpty else { return nil }
    return Organisation(
      name: name, address: address, contacts: contacts, returnAddress: returnAddress.isEmpty ? address : returnAddress,
      dataProtection: dataProtection, logo: logo, ombudsmen: ombudsmen, schemes: schemes, words: overrides,
      stylesheet: stylesheet, source: source)
  }

  // MARK: Texts

  private mutating func words(_ node: Node?, _ key: String, in parent: Node, _ what: String) -> Words? {
    shapes.text(node, key, in: parent.span, what).flatMap { Words($0) }
  }

  private mutating func optionalWords(_ node: Node, _ key: String) -> Words? {
    shapes.optionalText(node[key], key, in: node.span, "this contact").flatMap { Words($0) }
  }

  private mutating func lines(_ node: Node?, _ key: String, in parent: Node, isNeeded: Bool) -> [Words] {
    guard let node, !node.isNull else {
      if isNeeded {
        shapes.fault(
          .caseKeyMissing, parent.span, "`\(key)` is missing in this file.", "Add `\(key)`, a list of lines.")
      }
      return []
    }
    return shapes.list(node, "`\(key)`").compactMap { line in
      shapes.text(line, key, in: node.span, "this list").flatMap { Words($0) }
    }
  }

  // MARK: Contacts

  private mutating func contacts(_ node: Node?, in parent: Node, _ what: String) -> [Organisation.Contact] {
    guard let node, !node.isNull else {
      shapes.fault(
        .caseKeyMissing, parent.span, "`contacts` is missing in \(what).", "Add `contacts`, a list with dates.")
      return []
    }
    return shapes.list(node, "`contacts`").compactMap { contact($0) }
  }

  private mutating func contact(_ node: Node) -> Organisation.Contact? {
    guard let entries = shapes.entries(node, "a contact") else { return nil }
    shapes.checkKeys(
      entries, "a contact", ["from", "until", "checked-on", "phone", "email", "web", "hours", "post"])
    let days = ["from", "until", "checked-on"].map { key -> CivilDate? in
      guard let day = node[key], !day.isNull else {
        if key != "until" {
          shapes.fault(.caseKeyMissing, node.span, "`\(key)` is missing in this contact.", "Add `\(key)` with its day.")
        }
        return nil
      }
      return shapes.literal(day, Literal.day)
    }
    let (phone, email) = (optionalWords(node, "phone"), optionalWords(node, "email"))
    let (web, hours) = (optionalWords(node, "web"), optionalWords(node, "hours"))
    let post = lines(node["post"], "post", in: node, isNeeded: false)
    if phone == nil, email == nil, web == nil, post.isEmpty {
      shapes.fault(
        .caseKeyMissing, node.span, "This contact says nothing of how anybody is reached.",
        "Add `phone`, `email`, `web` or `post`.")
    }
    guard let from = days[0], let checkedOn = days[2] else { return nil }
    if let until = days[1], until < from {
      shapes.fault(
        .contactDays, node["until"]!.span, "The last day, \(until), comes before the first, \(from).",
        "Correct one of the two.")
    }
    return Organisation.Contact(
      days: DaySpan(from: from, until: days[1]), checkedOn: checkedOn, phone: phone, email: email, web: web,
      hours: hours, post: post)
  }

  private mutating func ombudsman(_ entry: Node.Entry) -> Organisation.Ombudsman? {
    guard let entries = shapes.entries(entry.value, "`\(Visible.short(entry.key))`") else { return nil }
    shapes.checkKeys(entries, "an ombudsman", ["name", "contacts"])
    let name = words(entry.value["name"], "name", in: entry.value, "this ombudsman")
    let contacts = contacts(entry.value["contacts"], in: entry.value, "this ombudsman")
    return name.map { Organisation.Ombudsman(id: entry.key, name: $0, contacts: contacts) }
  }

  // MARK: Files beside it

  private mutating func picture(_ node: Node) -> Picture? {
    guard let entries = shapes.entries(node, "`logo`") else { return nil }
    shapes.checkKeys(entries, "`logo`", ["file", "shows"])
    let shows = words(node["shows"], "shows", in: node, "this logo")
    guard let name = node["file"], let path = shapes.text(name, "file", in: node.span, "this logo") else {
      if node["file"] == nil {
        shapes.fault(.caseKeyMissing, node.span, "`file` is missing in this logo.", "Add `file`.")
      }
      return nil
    }
    let kinds: [(String, Picture.Kind)] = [("png", .png), ("jpg", .jpeg), ("jpeg", .jpeg), ("svg", .svg)]
    guard let kind = kinds.first(where: { path.lowercased().hasSuffix("." + $0.0) })?.1 else {
      shapes.fault(
        .caseShape, name.span, "A logo is a PNG, JPEG or SVG file.",
        "Give a file whose name ends in .png, .jpg or .svg.")
      return nil
    }
    guard let bytes = file(named: name, limit: 2 << 20) else { return nil }
    if bytes.isEmpty {
      shapes.fault(.fileEmpty, name.span, "There is nothing in this file.", "Check that it is the right file.")
    }
    guard let shows, !bytes.isEmpty else { return nil }
    let isWhatItSays =
      switch kind {
      case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
      case .jpeg: bytes.starts(with: [0xFF, 0xD8])
      case .svg: String(decoding: bytes.prefix(4096), as: UTF8.self).contains("<svg")
      }
    if !isWhatItSays {
      shapes.fault(
        .caseShape, name.span, "The file is not what its name says: a picture of the kind \(kind.rawValue).",
        "Give the file of the logo itself.")
      return nil
    }
    return Words(Data(bytes).base64EncodedString()).map { Picture(kind, base64: $0, alternative: shows) }
  }

  /// The bytes of a file whose path counts from the folder of the organisation's own.
  private mutating func file(named node: Node, limit: Int) -> [UInt8]? {
    guard !node.isNull, let name = shapes.text(node, "file", in: node.span, "this file") else { return nil }
    let folder = URL(fileURLWithPath: source.name).deletingLastPathComponent()
    do { return try FileBytes.read(folder.appendingPathComponent(name).path, atMost: limit) } catch {
      switch error {
      case .absent:
        shapes.fault(
          .fileAbsent, node.span, "There is no file \(Visible.quoted(name)) beside the organisation's.",
          "Correct the name, or add the file.")
      case .tooLarge:
        shapes.fault(.fileTooLarge, node.span, "The file is larger than \(limit >> 10) KiB.", "Make it smaller.")
      }
      return nil
    }
  }

  private mutating func overrides(_ node: Node?) -> [Organisation.WordsOverride] {
    guard let node, !node.isNull, let languages = shapes.entries(node, "`words`") else { return [] }
    return languages.flatMap { language in
      (shapes.entries(language.value, "`\(Visible.short(language.key))`") ?? []).compactMap { entry in
        shapes.text(entry.value, entry.key, in: entry.keySpan, "`words`").map {
          Organisation.WordsOverride(
            language: language.key, entry: entry.key, text: $0, span: entry.keySpan)
        }
      }
    }
  }
}
