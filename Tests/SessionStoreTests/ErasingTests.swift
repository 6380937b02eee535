import Foundation
import Synchronization
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// A participant withdraws: content and name are gone from every file and every copy, byte by byte.
struct ErasingTests {
  @Test func `nothing of it is in any file, and what others said is`() throws {
    var scene = try WithdrawalScene()
    let before = try scene.folder().load().documents
    #expect(try !scene.leaks().isEmpty)
    try scene.withdraw()
    #expect(try scene.leaks() == [])
    let loaded = try scene.folder().load()
    #expect(loaded.findings == [])
    let texts = loaded.documents.values.flatMap(\.texts)
    #expect(Set(texts) == ["van een ander", "zonder naam"])
    for (name, document) in before {
      let after = try #require(loaded.documents[name])
      #expect(document.revisionIDs.isSubset(of: after.revisionIDs), "\(name.text)")
    }
    let workshop = Workshop(documents: loaded.documents.values)
    let item = try #require(workshop.items.first)
    #expect(workshop.participants.map(\.id) == [scene.other])
    #expect(item.groups == [[scene.other]])
    #expect(item.tables[1]?.tables[WithdrawalScene.beekdorp] == [])
    #expect(item.speakers == ["duinstad": scene.other])
  }

  @Test func `a photograph goes unless another note tells of it`() throws {
    var scene = try WithdrawalScene()
    #expect(scene.attachments == ["eigen.jpg", "gedeeld.jpg"])
    #expect(try scene.erasure().attachments == ["eigen.jpg"])
    try scene.withdraw()
    #expect(scene.attachments == ["gedeeld.jpg"])
  }

  @Test func `names in a file lead nowhere else`() throws {
    var scene = try WithdrawalScene()
    // A file is a document where its municipality takes part.
    let utrecht = NewWorkshop.step(addingMunicipality: "Utrecht")
    try scene.folder().save(scene.scribe.edit([utrecht]).changes)
    try scene.parent.write("keep", to: "outside.jpg")
    try scene.parent.write(
      """
      {"notes": [{"id": "00000000-0000-4000-8000-00000000000a", "erased": true, "revisions": [],
      "attachments": ["../../outside.jpg", "../session.json", ".", "", "gedeeld.jpg/x", "eigen.jpg"]}]}
      """, to: "session/utrecht.json")
    try scene.folder().erase()
    #expect(try scene.parent.text(of: "outside.jpg") == "keep")
    #expect(scene.parent.names(in: "session").contains("session.json"))
    // A note with content still tells of this one.
    #expect(scene.attachments == ["eigen.jpg", "gedeeld.jpg"])
    let text = try scene.parent.text(of: "session/utrecht.json")
    #expect(text.contains("\"eigen.jpg\"") && !text.contains("outside"))
  }

  @Test func `what dead programs left is gone as well`() throws {
    var scene = try WithdrawalScene()
    for (name, bytes) in try scene.files() {
      let stem = "session/." + name.dropLast(5) + ".0123456789abcde"
      try scene.parent.write(bytes, to: stem + "1.tmp")
      try scene.parent.write(bytes.dropLast(20), to: stem + "2.part")
    }
    // One of a file that nobody got to write.
    try scene.parent.write(
      "{\"notes\": [{\"text\": \"Zwaluw", to: "session/.x.0123456789abcdef.part")
    try scene.withdraw()
    #expect(try scene.leaks() == [])
  }

  @Test func `what is not ours is named and left alone`() throws {
    var scene = try WithdrawalScene()
    try scene.parent.write("Zwaluw", to: "session/beekdorp.json~")
    _ = try scene.attach("zwerver")
    try scene.parent.write("{\"notes\": [", to: "session/.beekdorp.0123456789abcdef.tmp")
    // What cannot be read may tell of the photographs.
    #expect(throws: StoreError.self) { try scene.withdraw() }
    #expect(try scene.leaks().allSatisfy { $0.hasPrefix("foto van mij") || $0.hasSuffix("json~") })
    let remains = try scene.folder().remains()
    #expect(
      remains == [
        "\(scene.path)/.beekdorp.0123456789abcdef.tmp", "\(scene.path)/attachments/eigen.jpg",
        "\(scene.path)/attachments/zwerver.jpg", "\(scene.path)/beekdorp.json~",
      ])
    #expect(try scene.parent.text(of: "session/beekdorp.json~") == "Zwaluw")
  }

  // MARK: Copies

  @Test func `erasing wins over a stale copy, in both directions and with the same bytes`() throws {
    var scene = try WithdrawalScene()
    let stale = try scene.folder().load().documents
    try scene.withdraw()
    for (name, after) in try scene.folder().load().documents {
      let before = try #require(stale[name])
      var one = after
      one.merge(before)
      var other = before
      other.merge(after)
      #expect(DocumentCoding.bytes(of: one) == DocumentCoding.bytes(of: other))
      #expect(one == after || name == .session)
      let text = String(decoding: DocumentCoding.bytes(of: one), as: UTF8.self)
      for secret in WithdrawalScene.secrets { #expect(!text.contains(secret), "\(secret)") }
    }
  }

  @Test func `a copy that knew nothing of it learns it, with its photographs`() async throws {
    var scene = try WithdrawalScene()
    let stale = try WithdrawalScene()
    try scene.withdraw()
    let log = NewsLog()
    let clock = TestClock()
    let live = LiveSession(folder: stale.folder(clock: clock.clock), changed: log.add)
    _ = try await live.open()
    // A synchroniser brings the files one by one, those of notes first.
    for (name, bytes) in try scene.files().sorted(by: { $0.key < $1.key }) {
      try stale.put([name: bytes])
      clock.advance(seconds: 1)
      await live.poll()
    }
    try stale.folder().erase()
    #expect(try stale.leaks() == [])
    #expect(stale.attachments == ["gedeeld.jpg"])
    #expect(try stale.files() == (try scene.files()))
  }

  @Test func `an old copy put in the files' place brings nothing back`() async throws {
    var scene = try WithdrawalScene()
    let stale = try scene.files()
    let clock = TestClock()
    let live = LiveSession(folder: scene.folder(clock: clock.clock)) { _ in }
    _ = try await live.open()
    live.submit(try scene.withdrawal())
    #expect(await live.flush().isEmpty)
    #expect(try scene.leaks() == [])
    try scene.put(stale)
    for _ in 0..<4 {
      clock.advance(seconds: 1)
      await live.poll()
    }
    #expect(try scene.leaks() == [])
  }

  @Test func `a stale file merged under the lock brings nothing back`() throws {
    var scene = try WithdrawalScene()
    let stale = try scene.folder().load().documents
    try scene.withdraw()
    let saves = stale.mapValues { DocumentSave(known: $0) }
    for result in try scene.folder().save(saves).values { _ = try result.get() }
    #expect(try scene.leaks() == [])
    #expect(scene.attachments == ["gedeeld.jpg"])
  }

  @Test func `what a copy had besides goes once it comes in`() async throws {
    var scene = try WithdrawalScene()
    let late = scene.lateNote()
    try scene.withdraw()
    try scene.bring(late)
    #expect(try scene.leaks() != [])
    // Nobody sees it, even before it is gone.
    let loaded = try scene.folder().load()
    #expect(!loaded.documents.values.flatMap(\.texts).contains { $0.contains("geheim") })
    let log = NewsLog()
    let clock = TestClock()
    let live = LiveSession(folder: scene.folder(clock: clock.clock), changed: log.add)
    let opened = try await live.open()
    #expect(!opened.documents.values.flatMap(\.texts).contains { $0.contains("geheim") })
    await live.poll()
    #expect(try scene.leaks() == [])

    // And while it is open.
    try scene.bring(scene.lateNote())
    clock.advance(seconds: 1)
    await live.poll()
    #expect(try scene.leaks() == [])
    #expect(log.shown(WithdrawalScene.duinstad) == ["zonder naam"])
  }

  @Test func `nobody sees for a moment what a copy brings of who withdrew`() async throws {
    var scene = try WithdrawalScene()
    let late = scene.lateNote()
    try scene.withdraw()
    let log = NewsLog()
    let clock = TestClock()
    let live = LiveSession(folder: scene.folder(clock: clock.clock), changed: log.add)
    _ = try await live.open()
    let name = "session/duinstad.sync-conflict-20261124-101500-ABCDEFG.json"
    try scene.bring(late, to: name)
    for _ in 0..<4 {
      clock.advance(seconds: 3)
      await live.poll()
    }
    #expect(try scene.leaks() == [])
    var taken = 0
    for news in log.all {
      switch news {
      case .documents(let documents):
        #expect(!documents.flatMap(\.texts).contains { $0.contains("geheim") })
      case .tookIn(let copy):
        #expect(copy.gain.isEmpty)
        taken += 1
      default: break
      }
    }
    #expect(taken == 1)
  }

  @Test func `merging either way brings nothing of who withdrew, and no photograph`() throws {
    for first in 0..<2 {
      var scene = try WithdrawalScene()
      try FileManager.default.copyItem(
        atPath: scene.path, toPath: scene.parent.path + "/stick")
      let stick = SessionFolder(scene.parent.path + "/stick")
      // The other copy has more of them, a photograph too, and neither knows of the other.
      var draft = NoteDraft(
        document: WithdrawalScene.beekdorp, item: nil, activity: .tree, author: scene.person)
      draft.text = "geheime kracht op de stick"
      let step = draft.step(
        record: scene.scribe.newRecord(), fields: ["attachments": .texts(["stick.jpg"])])
      try stick.save(scene.scribe.edit([step]).changes)
      try scene.parent.write(WithdrawalScene.jpeg, to: "stick/attachments/stick.jpg")
      try scene.withdraw()
      let folders = first == 0 ? [scene.folder(), stick] : [stick, scene.folder()]
      let outcomes = [try folders[0].merge(folders[1]), try folders[1].merge(folders[0])]
      #expect(outcomes.map(\.photographs) == [0, 0])
      #expect(outcomes.allSatisfy { $0.gain.added == [:] && $0.findings == [] })
      for path in [scene.path, stick.path] { #expect(try scene.leaks(in: path) == [], "\(path)") }
      for name in ["session.json", "beekdorp.json", "duinstad.json"] {
        let bytes = try scene.parent.bytes(of: "stick/" + name)
        #expect(try scene.parent.bytes(of: "session/" + name) == bytes, "\(name)")
      }
      #expect(scene.parent.names(in: "stick/attachments") == ["gedeeld.jpg"])
      #expect(try folders[0].merge(folders[1]).isEmpty)
    }
  }

  // MARK: Crashes

  @Test func `killed anywhere, the next try finishes it`() throws {
    for call in 1... {
      var scene = try WithdrawalScene()
      let changes = try scene.withdrawal()
      let system = FaultySystem()
      system.plan(.killed(at: call))
      let isDone = (try? scene.folder(system.fileSystem).erase(changes)) != nil
      // The person may be blanked already, and then nobody can name them any more.
      let again = Erasure(of: scene.person, in: Array(try scene.folder().load().documents.values))
      try scene.folder().erase(again.changes)
      #expect(try scene.leaks() == [], "call \(call)")
      #expect(scene.attachments == ["gedeeld.jpg"], "call \(call)")
      #expect(
        Set(try scene.folder().load().documents.values.flatMap(\.texts))
          == ["van een ander", "zonder naam"], "call \(call)")
      guard isDone else { continue }
      #expect(call > 100)
      break
    }
  }

  /// Who is looked for by name must be there until everything that names them is done.
  @Test func `while something cannot be done, the participant is there to try again`() throws {
    var scene = try WithdrawalScene()
    let changes = try scene.withdrawal()
    let good = try scene.parent.bytes(of: "session/duinstad.json")
    try scene.parent.write(Array(good.dropLast(4)), to: "session/duinstad.json")
    #expect(throws: StoreError.self) { try scene.folder().erase(changes) }
    func person() throws -> Record? {
      try scene.folder().load().documents[.session]?[SessionCollection.participants, scene.person]
    }
    #expect(try person()?.erased == nil && person() != nil)
    // It made way, and is mended under its new name.
    try scene.parent.write(good, to: "session/duinstad.damaged-1.json")
    try scene.folder().erase(try scene.withdrawal())
    #expect(try person()?.erased != nil)
    #expect(try scene.leaks() == [])
  }

  @Test func `killed anywhere on the screen, the next start finishes it`() async throws {
    // Blanking the participant is what cannot be done twice; from then on no start leaves a word.
    for call in stride(from: 1, through: 400, by: 7) {
      var scene = try WithdrawalScene()
      let changes = try scene.withdrawal()
      let system = FaultySystem()
      let first = LiveSession(folder: scene.folder(system.fileSystem)) { _ in }
      _ = try await first.open()
      system.plan(.killed(at: call))
      first.submit(changes)
      await first.flush()
      let documents = try scene.folder().load().documents
      guard documents[.session]?[SessionCollection.participants, scene.person]?.erased != nil
      else { continue }
      let next = LiveSession(folder: scene.folder()) { _ in }
      _ = try await next.open()
      await next.poll()
      await next.close()
      #expect(try scene.leaks() == [], "call \(call)")
    }
  }

  @Test(arguments: [ENOSPC, EIO, EACCES, EROFS])
  func `who erases is told when something could not be taken away`(code: Int32) throws {
    var failures = 0
    for call in 1... {
      var scene = try WithdrawalScene()
      let changes = try scene.withdrawal()
      let system = FaultySystem()
      system.plan(.fails(at: call, code: code))
      let isDone = (try? scene.folder(system.fileSystem).erase(changes)) != nil
      if isDone {
        #expect(try scene.leaks() == [], "call \(call)")
        #expect(scene.attachments == ["gedeeld.jpg"], "call \(call)")
      } else {
        failures += 1
      }
      if system.calls.count < call { break }
    }
    #expect(failures > 20)
  }

  // MARK: What only a person can find

  @Test func `texts that seem to name the participant are listed`() throws {
    var scene = try WithdrawalScene()
    let named = scene.scribe.newRecord()
    let renamed = scene.scribe.newRecord()
    func note(_ id: RecordID, _ text: String, _ more: JSONObject = [:]) throws {
      var set = more
      set["text"] = .string(text)
      try scene.folder().save(
        scene.scribe.edit([
          Scribe.Step(WithdrawalScene.duinstad, SessionCollection.notes, id, set: set)
        ]).changes)
    }
    try note(named, "ZWALUWS netwerk is groot", ["who": "de merel"])
    try note(renamed, "vraag Zwaluw")
    try note(renamed, "vraag haar")
    try note(scene.scribe.newRecord(), "zwaluwen vliegen laag, een merelnest")
    let mentions = try scene.erasure().mentions
    #expect(mentions.map(\.text) == ["ZWALUWS netwerk is groot", "de merel", "vraag Zwaluw"])
    #expect(mentions.map(\.isHistory) == [false, false, true])
    #expect(Set(mentions.compactMap(\.record)) == [named, renamed])
    let before = try scene.parent.text(of: "session/duinstad.json")
    try scene.withdraw()
    #expect(try scene.parent.text(of: "session/duinstad.json") != before)
    #expect(try scene.parent.text(of: "session/duinstad.json").contains("ZWALUWS netwerk"))
    // A note can be taken out for good; an edit would leave the name in its history.
    let documents = Array(try scene.folder().load().documents.values)
    try scene.folder().erase(Erasure(notes: [named, renamed], in: documents).changes)
    #expect(try scene.leaks().isEmpty)
  }
}
