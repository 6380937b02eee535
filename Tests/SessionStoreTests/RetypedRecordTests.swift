import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// Notes typed by hand have no id until they are saved; an editor that stays open knows nothing of it.
struct RetypedRecordTests {
  /// An open session, and an editor on its file whose buffer has notes typed by hand.
  private struct Scene {
    var session: SampleSession
    let clock = TestClock()
    let live: LiveSession

    init(typed texts: [String]) async throws {
      session = try SampleSession()
      live = LiveSession(folder: session.folder(clock: clock.clock)) { _ in }
      _ = try await live.open()
      try type(texts)
      await look()
      // Something is saved, and with it the notes that were typed.
      live.submit([session.writer.note("saved")])
      await live.flush()
    }

    /// The editor writes its buffer: what it read, and what was typed since.
    func type(_ texts: [String]) throws {
      let notes = texts.map { #"{"text": "\#($0)", "place": "roots"}"# }
      try session.parent.write(
        "{\"notes\": [\(notes.joined(separator: ", "))]}", to: SampleSession.file)
    }

    func look() async {
      for _ in 0..<4 {
        clock.advance(seconds: 3)
        await live.poll()
      }
    }

    func texts() throws -> [String] {
      try session.texts().filter { !["first", "saved"].contains($0) }.sorted()
    }
  }

  @Test func `the old buffer written again brings no second one`() async throws {
    let scene = try await Scene(typed: ["typed by hand"])
    try scene.type(["typed by hand"])
    await scene.look()
    #expect(try scene.texts() == ["typed by hand"])
  }

  @Test func `one that is mended in the old buffer stands once, mended`() async throws {
    let scene = try await Scene(typed: ["tiped by hand", "something else"])
    for text in ["typed by hand", "typed by my hand", "typed by hand"] {
      try scene.type([text, "something else"])
      await scene.look()
      #expect(try scene.texts() == ["something else", text].sorted())
    }
    #expect(try scene.session.folder().check() == [])
  }

  /// "Replace all" in an editor reaches the history as well.
  @Test(arguments: ["a kept note", "z kept note"])
  func `what is replaced throughout the file is an edit, and no copy brings it back`(_ text: String)
    async throws
  {
    var scene = try await Scene(typed: [])
    scene.live.submit([scene.session.writer.note(text), scene.session.writer.note("\(text) more")])
    await scene.live.flush()
    let old = try scene.session.folder().load()
    let file = try scene.session.parent.text(of: SampleSession.file)
    try scene.session.parent.write(
      file.replacing("kept", with: "mended"), to: SampleSession.file)
    await scene.look()
    scene.live.submit([scene.session.writer.note("later")])
    await scene.live.flush()
    let mended = text.replacing("kept", with: "mended")
    #expect(try scene.texts() == ["later", mended, "\(mended) more"].sorted())
    // A stick that has the file as it was.
    let copy = try #require(old.documents[.amsterdam])
    try scene.session.parent.write(
      DocumentCoding.bytes(of: copy), to: "session/amsterdam (conflicted copy 2026-11-24).json")
    await scene.look()
    #expect(try scene.texts() == ["later", mended, "\(mended) more"].sorted())
  }

  @Test func `of twins one can be mended`() async throws {
    let scene = try await Scene(typed: ["a network of care", "a network of care"])
    try scene.type(["a network of carers", "a network of care"])
    await scene.look()
    #expect(try scene.texts() == ["a network of care", "a network of carers"])
  }

  @Test func `what is new in the old buffer is a note of its own`() async throws {
    let scene = try await Scene(typed: ["typed by hand"])
    try scene.type(["typed by hand", "quite another matter"])
    await scene.look()
    #expect(try scene.texts() == ["quite another matter", "typed by hand"])
    // And what is not alike is no mending, so that nobody's words are lost.
    try scene.type(["something without a likeness"])
    await scene.look()
    #expect(
      try scene.texts() == [
        "quite another matter", "something without a likeness", "typed by hand",
      ])
  }

  @Test func `what others made of it meanwhile is not lost`() async throws {
    var scene = try await Scene(typed: ["tiped by hand"])
    let document = try #require(try scene.session.folder().load().documents[.amsterdam])
    let record = try #require(
      document.records(SessionCollection.notes).first { $0.fields["text"] == "tiped by hand" })
    scene.live.submit([
      scene.session.writer.revise(
        record.id, set: ["text": "on the screen"], over: record.knowledge(of: ["text"]))
    ])
    await scene.live.flush()
    try scene.type(["typed by hand"])
    await scene.look()
    let after = try scene.session.folder().load().documents[.amsterdam]?[
      SessionCollection.notes, record.id]
    #expect(try scene.texts() == ["on the screen"])
    #expect(after?.rivals(of: "text").map { $0.set["text"] } == ["typed by hand"])
  }

  @Test func `one note typed in two copies stands once, also when one was saved and edited`() throws
  {
    let one = try SampleSession()
    let text = #"{"notes": [{"text": "typed by hand"}]}"#
    let document = try JSONScanner.value(of: Array(text.utf8))
    var saved = try DocumentCoding.document(from: document, name: .amsterdam)
    try one.parent.write(
      String(decoding: DocumentCoding.bytes(of: saved), as: UTF8.self).replacing(
        "\"text\": \"typed by hand\",\n      \"rev", with: "\"text\": \"mended\",\n      \"rev"),
      to: SampleSession.file)
    saved.merge(try #require(try one.folder().load().documents[.amsterdam]))
    #expect(saved.texts == ["mended"])
    saved.merge(try DocumentCoding.document(from: document, name: .amsterdam))
    #expect(saved.texts == ["mended"])
  }
}
