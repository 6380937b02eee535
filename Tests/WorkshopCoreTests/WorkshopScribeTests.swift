import Foundation
import TestSupport
import Testing
import WorkshopCore

/// Stamps, gestures and anonymity of what the scribe writes.
struct WorkshopScribeTests {
  private func step(_ scribe: Scribe) -> Scribe.Step {
    Scribe.Step(.plenary, SessionCollection.notes, scribe.newRecord(), set: ["text": "x"])
  }

  private func revisions(_ edit: Edit) -> [Revision] {
    edit.changes.compactMap { if case .revise(let revision) = $0.act { revision } else { nil } }
  }

  @Test func `one gesture, rising stamps, one time`() {
    var scribe = Scribe(surroundings: .counted())
    let edit = scribe.edit([step(scribe), step(scribe), step(scribe)])
    let revisions = revisions(edit)
    #expect(revisions.count == 3)
    #expect(Set(revisions.map(\.gesture)) == [edit.gesture])
    #expect(Set(revisions.map(\.at)).count == 1)
    #expect(Set(revisions.map(\.id)).count == 3)
    let stamps = revisions.map(\.stamp)
    #expect(stamps == stamps.sorted())
    #expect(Set(stamps).count == 3)
    #expect(Set(stamps.map(\.run)).count == 1)
  }

  @Test func `the time has the offset of the place`() {
    var scribe = Scribe(surroundings: .counted(from: 1_795_000_000, offset: 3600))
    let revision = revisions(scribe.edit([step(scribe)])).first
    #expect(revision?.at?.text.hasSuffix("+01:00") == true)
    #expect(revision?.at?.seconds == 1_795_000_000)
  }

  @Test func `what was seen comes before what is written, whatever the clock says`() throws {
    var ahead = Scribe(surroundings: .counted(series: 1, from: 2_000_000_000))
    var document = Document(name: .plenary)
    for change in ahead.edit([step(ahead)]).changes { document.apply(change) }
    var behind = Scribe(surroundings: .counted(series: 2, from: 1_000_000_000))
    behind.observe(document)
    let seen = try #require(document.records(SessionCollection.notes).first?.created)
    let written = try #require(revisions(behind.edit([step(behind)])).first?.stamp)
    #expect(seen < written)
  }

  @Test func `anonymous notes share nothing and tell the minute only`() throws {
    var scribe = Scribe(surroundings: .counted(from: 1_795_000_042))
    let known = try #require(revisions(scribe.edit([step(scribe)])).first)
    let one = try #require(revisions(scribe.anonymousEdit([step(scribe)])).first)
    let two = try #require(revisions(scribe.anonymousEdit([step(scribe)])).first)
    #expect(Set([known, one, two].map(\.stamp.run)).count == 3)
    #expect(Set([known, one, two].map(\.gesture)).count == 3)
    for revision in [one, two] {
      let at = try #require(revision.at)
      #expect(at.seconds % 60 == 0)
      #expect(revision.stamp.milliseconds == at.seconds * 1000)
    }
  }

  @Test func `two runs on one machine are told apart`() {
    let surroundings = Surroundings.counted()
    var first = Scribe(surroundings: surroundings)
    var second = Scribe(surroundings: surroundings)
    let a = revisions(first.edit([step(first)])).first?.stamp.run
    let b = revisions(second.edit([step(second)])).first?.stamp.run
    #expect(a != b)
  }
}
