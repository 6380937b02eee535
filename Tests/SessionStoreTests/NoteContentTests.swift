import Foundation
import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// What a note may contain: anything, and it comes back byte for byte; and where a name may lead.
struct NoteContentTests {
  static let texts: [String] = [
    "", " ", "\u{0}", "a\u{0}b", "\u{1B}[2J\u{1B}]0;title\u{7}\u{9B}31m",
    "\u{7F}\u{80}\u{85}\u{9F}",
    "line\nline\r\nline\rline\u{2028}line\u{2029}", "tab\there",
    "\u{202E}turned\u{202C}\u{2066}x\u{2069}",
    "zero\u{200B}width\u{200C}\u{200D}\u{FEFF}\u{2060}\u{AD}", "👩‍🌾🏳️‍🌈🇳🇱👍🏽", "cafe\u{301}", "café", "ﬁ",
    "\u{1D15E}",
    "الرباط والدار البيضاء", "שלום", "नमस्ते", "家族と地域の協力", String(repeating: "z\u{335}", count: 500),
    "\"quoted\" \\ and / and \\u0000 and ${x} <script>alert(1)</script> & {{x}}",
    "\u{FFFD}\u{FFFF}\u{10FFFF}",
    "-", "null", "{\"a\": [1]}", "../../etc/passwd", "CON",
  ]

  @Test func `every text comes back byte for byte, and the file sends a terminal nothing`() throws {
    var session = try SampleSession()
    let notes = Self.texts.map { session.writer.note($0) }
    try session.folder().save(notes)
    let document = try #require(try session.folder().load().documents[.amsterdam])
    for (note, text) in zip(notes, Self.texts) {
      let kept = document[SessionCollection.notes, note.record]?.fields["text"]?.text
      #expect(kept?.hasSameBytes(as: text) == true, "\(text.debugDescription)")
    }
    let file = try session.parent.text(of: SampleSession.file)
    for scalar in file.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control)
      #expect(![0x2028, 0x2029].contains(scalar.value))
    }
    // Texts that look alike are different ones.
    #expect(Set(document.texts.map { FieldName($0) }).count == Self.texts.count + 1)
  }

  @Test func `names of fields and tags may be anything as well`() throws {
    var session = try SampleSession()
    var set: JSONObject = ["text": "x"]
    for text in Self.texts where !["id", "tags", "revisions", "erased"].contains(text) {
      set[FieldName("x" + text)] = .string(text)
    }
    let note = session.writer.note("x")
    let change = session.writer.revise(note.record, set: set, tag: Self.texts)
    try session.folder().save([note, change])
    let record = try #require(
      try session.folder().load().documents[.amsterdam]?[SessionCollection.notes, note.record])
    #expect(record.fields == set)
    #expect(Set(record.tags.map { FieldName($0) }) == Set(Self.texts.map { FieldName($0) }))
  }

  @Test func `a text of two megabytes is kept whole`() throws {
    var session = try SampleSession()
    let text = String(repeating: "woorden 👩‍🌾 en\tmeer\n", count: 80_000)
    let large = text + "slot"
    #expect(large.utf8.count > 2 << 20)
    try session.folder().save([session.writer.note(large)])
    #expect(try session.texts().last?.hasSameBytes(as: large) == true)
  }

  @Test(arguments: texts + ["..", ".", "/", "a/b", "session", "Den Haag", "nul"])
  func `a municipality's file lies in the folder, whatever its name`(name: String) throws {
    var session = try SampleSession()
    let document = DocumentName(municipality: name)
    let before = Set(session.parent.names(in: "session"))
    let outside = session.parent.names()
    try session.folder().save([session.writer.note("in it", in: document)])
    let new = Set(session.parent.names(in: "session")).subtracting(before)
      .subtracting([".lock", ".turn"])
    #expect(new == ["\(document.text).json"])
    #expect(document.text.utf8.count <= 100)
    #expect(session.parent.names() == outside)
    #expect(try session.folder().load().documents[document]?.texts == ["in it"])
    #expect(try session.folder().check() == [])
  }

  @Test func `names that differ in case or spelling only are one municipality, and that is said`() {
    let new = NewWorkshop(
      title: "x", language: .dutch,
      municipalities: ["Den Haag", "DEN HAAG", "den  haag", "Dén Haag", "Utrecht"])
    #expect(new.doubleMunicipalities == ["DEN HAAG", "den  haag", "Dén Haag"])
  }

  @Test func `new folders and files are for their owner only`() throws {
    let session = try SampleSession()
    let source = session.parent.path + "/p"
    try Data([0xFF, 0xD8, 0xFF]).write(to: URL(filePath: source))
    let old = umask(0)
    defer { umask(old) }
    let name = try session.folder().attach(source, as: "one")
    let cut = "{"
    try session.parent.write(cut, to: "session/utrecht.json")
    var writer = SampleWriter(series: 8)
    let clock = TestClock()
    try session.folder(clock: clock.clock).save([
      writer.note("x", in: DocumentName(municipality: "Utrecht"))
    ])
    try SessionFolder(session.parent.path + "/other/deep/session").create([writer.note("y")])
    func permissions(_ path: String) throws -> UInt32 {
      try FileSystem.live.status(session.parent.path + "/" + path).permissions
    }
    for folder in ["session", "session/attachments", "other", "other/deep", "other/deep/session"] {
      #expect(try permissions(folder) == 0o700, "\(folder)")
    }
    for file in [
      "session/attachments/\(name)", "session/.lock", "session/.turn", "session/utrecht.json",
      "other/deep/session/amsterdam.json",
    ] {
      #expect(try permissions(file) == 0o600, "\(file)")
    }
  }
}
