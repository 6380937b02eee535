import Foundation
import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// Sessions as released versions wrote them, which must open for ever and lose nothing.
///
/// A folder for each format, with what people and programs may leave in it. New versions add folders
/// and fixtures; those that are here are never changed.
struct FixtureTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  static let sessions = ["1/by-hand", "1/whole"]

  /// A copy to work on.
  private func copy(_ name: String) throws -> (TemporaryFolder, SessionFolder) {
    let parent = try TemporaryFolder()
    let path = parent.path + "/session"
    try FileManager.default.copyItem(atPath: Self.root.appending(path: name).path, toPath: path)
    return (parent, SessionFolder(path))
  }

  @Test func `every fixture is tried`() throws {
    let files = FileManager.default
    let found = try files.contentsOfDirectory(atPath: Self.root.path).sorted().flatMap { format in
      try files.contentsOfDirectory(atPath: Self.root.appending(path: format).path).sorted()
        .map { "\(format)/\($0)" }
    }
    #expect(found == Self.sessions)
  }

  @Test(arguments: sessions) func `it opens, and says what it always said`(_ name: String) throws {
    let (parent, folder) = try copy(name)
    defer { withExtendedLifetime(parent) {} }
    let loaded = try folder.load()
    #expect(loaded.findings == [])
    #expect(try folder.check() == [])
    let workshop = Workshop(documents: loaded.documents.values)
    try expectSnapshot(
      of: describe(workshop), named: "fixture-" + name.replacing("/", with: "-"))
  }

  @Test(arguments: sessions) func `a save loses nothing of it`(_ name: String) throws {
    let (parent, folder) = try copy(name)
    let before = try folder.load().documents
    var writer = SampleWriter(series: 40)
    let texts = parent.names(in: "session").filter { $0.hasSuffix(".json") }
    for name in before.keys { try folder.save([writer.note("new", in: name)]) }
    // What was typed by hand has its revisions now; nothing else has changed.
    for (name, document) in try folder.load().documents {
      let former = try #require(before[name])
      #expect(former.revisionIDs.isSubset(of: document.revisionIDs))
      #expect(document.unknown == former.unknown)
      for (collection, records) in former.collections {
        for record in records.values { #expect(document[collection, record.id] == record) }
      }
    }
    for file in texts {
      let old = try String(
        contentsOf: Self.root.appending(path: name).appending(path: file), encoding: .utf8)
      let new = try parent.text(of: "session/" + file)
      for match in old.matches(of: /"(?<member>x-[a-z]+|mood)": (?<value>[0-9.]*)/) {
        #expect(new.contains("\"\(match.member)\": \(match.value)"), "\(match.member)")
      }
    }
  }

  @Test func `what was written whole is written the same way again`() throws {
    let (parent, folder) = try copy("1/whole")
    for (name, document) in try folder.load().documents {
      let bytes = try parent.bytes(of: "session/\(name.text).json")
      let written = DocumentCoding.bytes(of: document)
      // Members that the version of then did not know stand in another place now; nothing else does.
      #expect(try canonical(written) == canonical(bytes), "\(name.text)")
    }
  }

  private func canonical(_ bytes: [UInt8]) throws -> JSONValue {
    try JSONScanner.value(of: bytes)
  }

  /// What a workshop says, as lines of text.
  private func describe(_ workshop: Workshop) -> String {
    var lines = [
      "title: \(workshop.info.title), \(workshop.info.language.rawValue), "
        + "\(workshop.info.place ?? "-"), \(workshop.info.dates)"
    ]
    lines += workshop.municipalities.map { "municipality: \($0.name), \($0.document.text)" }
    for item in workshop.items {
      lines.append(
        "item: \(item.title), \(item.kind.rawValue), day \(item.day), \(item.start ?? "-"), "
          + "\(item.minutes.map(String.init) ?? "-"), skipped \(item.isSkipped), "
          + "spent \(item.clock.spent) + \(item.clock.added), turns "
          + item.clocks.keys.sorted().map { "\($0) \(item.clocks[$0]?.spent ?? 0)" }.joined()
          + ", order \(item.order), groups \(item.groups.map(\.count)), "
          + "tables \(item.tables.keys.sorted()), speakers \(item.speakers.keys.sorted())")
    }
    for person in workshop.participants {
      let presence = DayPart.allCases.map { person.presence[$0].map(String.init) ?? "-" }
      let consent = Consent.Use.allCases.map { person.consent[$0].map(String.init) ?? "-" }
      lines.append(
        "participant: \(person.label), \(person.standing?.rawValue ?? "-"), "
          + "\(person.municipality?.text ?? "-"), \(person.number.map(String.init) ?? "-"), "
          + "present \(presence.joined(separator: " ")), consent \(consent.joined(separator: " "))")
    }
    for role in workshop.roles {
      lines.append(
        "role: \(role.name), \(role.side?.rawValue ?? "-"), \(role.relation?.rawValue ?? "-"), "
          + "\(role.copies.map(String.init) ?? "-"), from \(role.from.count)")
    }
    for note in workshop.notes.all.sorted(by: { $0.text.precedesByBytes($1.text) }) {
      lines.append(
        "note: \(note.text), \(note.document.text), \(note.activity?.rawValue ?? "-"), "
          + "\(note.place.map { $0.count == 36 ? "a role" : $0 } ?? "-"), \(note.group ?? "-"), "
          + "\(note.kind.rawValue), verbatim \(note.isVerbatim), off \(note.isOffRecord), "
          + "tags \(note.tags), \(note.at?.text ?? "-"), adds \(note.addsTo != nil), "
          + "author \(note.author != nil), other wordings \(note.rivals), "
          + "fields \(note.fields.members.map(\.name.text))")
    }
    return lines.joined(separator: "\n")
  }
}
