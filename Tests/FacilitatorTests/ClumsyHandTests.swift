import Foundation
import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// Both days with a clumsy hand: Esc in every editor, `n` somewhere else, undo after every step, and a sentence
/// without `n` in every stage.
///
/// Whatever is pressed: each note is in the box and the group that the screen showed when Enter was pressed.
struct ClumsyHandTests {
  private static let people: [NewWorkshop.Person] = RoleMarketStageTests.people

  /// The hand, in a room with people.
  fileprivate final class Hand {
    let room: Room
    let content: Content
    private(set) var kept = 0
    /// What was left half typed, with where it would have stood.
    private(set) var left: [(place: NoteDraft, text: String)] = []
    private var number = 0

    struct Lost: Error {}

    init(team: DocumentName?) throws {
      content = try Content.load(.dutch)
      room = try Room((80, 24)).open(
        team: team, people: ClumsyHandTests.people,
        roles: [("Tolk", .informal), ("Wegwijzer", .formal)])
    }

    func screen() throws -> WorkshopScreen {
      guard case .workshop(let screen) = room.state.screen else { throw Lost() }
      return screen
    }

    private func editor() throws -> NoteEditor? {
      if case .editor(let editor)? = try screen().overlay { editor } else { nil }
    }

    /// The line above the editor, as the screen shows it.
    private func title() throws -> String {
      let start = content.word("edit.new") + " · "
      for row in room.screen.split(separator: "\n") {
        if let range = row.range(of: start) {
          return row[range.upperBound...].trimmingCharacters(in: ["─", " "])
        }
      }
      throw Lost()
    }

    /// Opens the editor and looks what it begins with: what was left in this box, or nothing.
    private func begin() throws -> NoteEditor? {
      room.press("n")
      guard let editor = try editor() else { return nil }
      let index = left.lastIndex { $0.place.stands(with: editor.draft.note) }
      let expected = index.map { left.remove(at: $0).text } ?? ""
      let title = try title()
      #expect(editor.field.text == expected, "in “\(title)”")
      return editor
    }

    /// Leaves a text half typed in the box with the cursor.
    func leaveHalf() throws {
      guard let editor = try begin() else { return }
      number += 1
      room.type("half \(number) ")
      left.append((editor.draft.note, editor.field.text + "half \(number) "))
      room.press("Esc")
    }

    /// Writes a note where the cursor is, and looks where it landed.
    func write() throws {
      let before = try screen()
      guard let editor = try begin() else { return }
      number += 1
      let text = editor.field.text + "gezegd \(number)"
      room.type("gezegd \(number)")
      let title = try title()
      room.press("Enter")
      let after = try screen()
      let note = try #require(
        after.workshop.notes.all.first { $0.text.hasSuffix("gezegd \(number)") }, "it is nowhere")
      #expect(note.text == text)
      #expect(note.item == editor.draft.note.item)
      try expectNamed(note, title, before)
      if let box = before.selectedBox, box.id != WorkshopScreen.strays {
        expectInside(box, note, before, after)
      }
      kept += 1
      // Undo after every step, and back: nothing else moves.
      let count = after.workshop.notes.count
      room.press("u")
      // What is filed with another item may be asked about first.
      if note.item != before.item?.key, room.workshop.notes.count == count { room.press("u") }
      #expect(room.workshop.notes.count == count - 1, "something else was undone: \(room.screen)")
      room.press("C-r")
      #expect(room.workshop.notes.count == count)
      for _ in 0..<40 where try screen().memory.item != before.memory.item { room.press("]") }
    }

    /// The title named who writes, and the box.
    private func expectNamed(_ note: Note, _ title: String, _ before: WorkshopScreen) throws {
      var names: [String] = []
      if case .participant(let author)? = note.author,
        let person = before.workshop.participant(author)
      {
        names.append(person.told(in: before.workshop))
      } else if let group = note.group {
        names.append(Groups.name(group, workshop: before.workshop, content: content))
      }
      let boxes = before.stage.boxes(before).filter { $0.place != nil && $0.place == note.place }
      // Where each group has a box at the place, it is the group's own.
      if let box = boxes.first(where: { $0.group == note.group }) ?? boxes.first {
        names.append(content.text(of: box.title))
      }
      // What a narrow stage cuts off, it cuts with a sign.
      let seen = title.hasSuffix("…") ? String(title.dropLast()) : title
      for name in names {
        let isSeen =
          seen.contains(name)
          || title != seen && name.indices.contains { seen.hasSuffix(name[...$0]) }
        #expect(isSeen, "“\(title)” is not \(name)")
      }
    }

    /// It stands in the box that had the cursor, or at least at its place and with its group.
    private func expectInside(
      _ box: StageBox, _ note: Note, _ before: WorkshopScreen, _ after: WorkshopScreen
    ) {
      if let place = box.place { #expect(note.place == place, "not in \(box.id)") }
      // A group that was chosen writes in whatever box.
      if let group = box.group, before.chosenGroup == nil {
        #expect(note.group == group, "not in \(box.id)")
      }
      // A slide is read and its points are ticked: what is written there stands in the box of notes below it.
      let boxes = after.stage.boxes(after)
      let own = boxes.first { $0.id == box.id }
      let same =
        own?.notes.contains { $0.id == note.id } == true
        ? own : boxes.first { $0.id != box.id && $0.notes.contains { $0.id == note.id } }
      let isNotesBeside = own.map { $0.rows != nil || after.stage is any SlideStage } ?? false
      #expect(
        same != nil && (same?.id == box.id || isNotesBeside),
        "“\(note.text)” of \(note.group ?? "nobody") at \(note.place ?? "no place"), \(note.fields) is not in \(box.id)"
      )
    }

    /// Goes somewhere else on the stage, and every third time to another group.
    func stray(_ step: Int) throws {
      room.press(["Tab", "Right", "Down", "Left", "S-Tab", "Up", "End", "Home"][step % 8])
      guard step % 3 == 2 else { return }
      room.press("g")
      if case .chooser? = try screen().overlay { room.press("Down Enter") }
    }

    /// Types a sentence without `n`: it is offered in the box with the cursor, and does nothing.
    func sentence() throws {
      let count = room.saved.count
      let item = try screen().memory.item
      let fresh = try screen().freshNote()
      let text = "dit vergat de W hand qxg"
      let keys = text.unicodeScalars.compactMap { $0 == " " ? "Space" : Key($0) }
      room.send(.rush(keys.map(InputEvent.key)))
      #expect(room.saved.count == count, "a sentence did something")
      #expect(try screen().memory.item == item)
      guard let fresh else { return }
      let editor = try #require(try editor())
      #expect(editor.field.text == text)
      #expect(editor.draft.note == fresh)
      // It is wiped out, so that what waits is what the hand left.
      room.press("C-u Esc")
    }
  }

  @Test(arguments: [nil, DocumentName(municipality: "Duinstad")])
  func `each note is where the screen said it would be`(_ team: DocumentName?) throws {
    let hand = try Hand(team: team)
    var kinds: Set<ActivityKind> = []
    let items = try hand.screen().workshop.items.count
    for _ in 0..<items {
      kinds.insert(try #require(try hand.screen().item?.kind))
      let phases = max(1, try hand.screen().texts.phases.count)
      for phase in 0..<phases {
        for step in 0..<4 {
          try hand.leaveHalf()
          try hand.stray(step + phase)
          try hand.write()
          try hand.stray(step + 2 * phase + 1)
          if step == 1 { try hand.sentence() }
        }
        hand.room.press("f")
      }
      hand.room.press("]")
    }
    #expect(kinds.count >= 15, "\(kinds.count) kinds")
    #expect(hand.kept > 4 * items)
    // What was left half typed is all still there, each by itself.
    let waiting = try hand.screen().memory.leftDrafts.map(\.note.text)
    #expect(waiting.sorted() == hand.left.map(\.text).sorted())
  }
}
