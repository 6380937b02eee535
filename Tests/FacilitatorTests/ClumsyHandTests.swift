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
    /// How many notes in other boxes, or of other groups, were told from the one that was written.
    private(set) var seen = 0
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
      for row in room.screen.split(separator: "\n").reversed() {
        guard let range = row.range(of: "─ ") else { continue }
        let title = row[range.upperBound...].trimmingCharacters(in: ["─", " "])
        // Where it is narrow it goes without saying that something is typed.
        if !title.isEmpty {
          return title.hasPrefix(start) ? String(title.dropFirst(start.count)) : title
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
      let fault = try fault(of: note, in: after, titled: title, from: before)
      #expect(fault == nil, "\(fault ?? "")")
      try expectFaults(elsewhere: note, titled: title, from: before)
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

    /// The box in which the note belongs: the one with the cursor, or the one of notes below what has the cursor.
    private func target(_ screen: WorkshopScreen) throws -> StageBox {
      let boxes = screen.stage.boxes(screen)
      // Among notes without a place a new one is not to be another.
      let selected = try #require(
        screen.selectedBox?.id == WorkshopScreen.strays ? boxes.first : screen.selectedBox)
      if screen.stage is any SlideStage { return try #require(boxes.last) }
      // People and roles are lists; what is written there stands in the notes below them.
      return selected.rows != nil && selected.notes.isEmpty
        && screen.stage.draft(in: selected, screen).place == nil
        ? try #require(boxes.last) : selected
    }

    /// What is wrong with where a note is, as the screen showed it before Enter; `nil` if nothing is.
    ///
    /// - Parameters:
    ///   - note: The note.
    ///   - after: The screen on which it stands.
    ///   - title: What stood above the editor.
    ///   - before: The screen with the cursor where it was.
    private func fault(
      of note: Note, in after: WorkshopScreen, titled title: String, from before: WorkshopScreen
    ) throws -> String? {
      let target = try target(before)
      let holders = after.stage.boxes(after).filter { $0.notes.contains { $0.id == note.id } }
      guard holders.map(\.id) == [target.id] else {
        return "“\(title)” is in \(holders.map(\.id)), and not in \(target.id)"
      }
      // A group that was chosen writes in whatever box.
      if let group = target.group, before.chosenGroup == nil, note.group != group {
        return "“\(title)” is of \(note.group ?? "nobody"), and not of \(group)"
      }
      // Whose it is and where, as the note itself has it, is what the title said, in long or in short.
      let wholes = [false, true].map { names(of: note, in: after, isShort: $0) }
      // What a narrow stage cuts off, it cuts with a sign.
      let isSame = wholes.contains {
        title.hasSuffix("…") ? $0.hasPrefix(title.dropLast()) : title.hasSameBytes(as: $0)
      }
      return isSame ? nil : "“\(title)” is not “\(wholes[0])”"
    }

    /// The box of a note, what it hangs on there, and whose it is, as a title has them.
    private func names(of note: Note, in screen: WorkshopScreen, isShort: Bool) -> String {
      let draft = NoteDraft(note)
      var names: [String] = []
      if let box = screen.box(of: draft, about: note.id) {
        names.append(content.text(of: box.title, isShort: isShort))
      }
      if let hold = screen.stage.hold(of: draft, screen) { names.append(hold) }
      if case .participant(let author)? = note.author,
        let person = screen.workshop.participant(author)
      {
        names.append(content.word("edit.by", ["who": person.told(in: screen.workshop)]))
      } else if let group = note.group {
        let side = isShort ? Side(rawValue: group) : nil
        let name =
          side.map { content.word("\($0.rawValue).adjective") }
          ?? Groups.name(group, workshop: screen.workshop, content: content)
        if names.last.map({ $0 != name && !$0.hasPrefix(name + " · ") }) ?? true {
          let isPlain = names.isEmpty || group == "plenary"
          names.append(isPlain ? name : content.word("edit.by", ["who": name]))
        }
      }
      return names.joined(separator: " · ")
    }

    /// Looks whether the note would be missed in every other box of the stage, and with another group.
    private func expectFaults(
      elsewhere note: Note, titled title: String, from before: WorkshopScreen
    ) throws {
      let fresh = try #require(before.freshNote())
      let boxes = before.stage.boxes(before)
      var others = boxes.map { before.stage.draft(in: $0, before) }
      var moved = fresh
      moved.group = fresh.group == "mixed-6" ? "mixed-5" : "mixed-6"
      moved.document = "plenary"
      others.append(moved)
      for (index, other) in others.enumerated() where !other.stands(with: fresh) {
        // Where the group is chosen, boxes that differ in nothing else hold the same notes.
        var screen = before
        screen.overlay = nil
        let id = screen.scribe.newRecord()
        var draft = other
        draft.text = "elders"
        _ = screen.commit([draft.step(record: id)], label: "")
        let strayed = try #require(screen.workshop.notes[id])
        let fault = try fault(of: strayed, in: screen, titled: title, from: before)
        #expect(fault != nil, "a note in box \(index) of \(boxes.map(\.id)) passes for “\(title)”")
        seen += 1
      }
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
      try severalLines(fresh)
    }

    /// Types several lines without `n`, and leaves the question about them: they wait in the box with the cursor.
    private func severalLines(_ fresh: NoteDraft) throws {
      let count = room.saved.count
      number += 1
      let text = "dit vergat de hand \(number)\nen dit qxg"
      let keys = text.unicodeScalars.compactMap { scalar -> Key? in
        scalar == " " ? "Space" : scalar == "\n" ? "Enter" : Key(scalar)
      }
      room.send(.rush(keys.map(InputEvent.key)))
      room.press("Esc")
      #expect(room.saved.count == count, "lines did something")
      #expect(try screen().overlay == nil)
      #expect(try screen().memory.leftDrafts.last?.note.text == text)
      left.append((fresh, text))
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
    // Each note could have gone to several places, and would have been missed there.
    #expect(hand.seen > 2 * hand.kept, "\(hand.seen) of \(hand.kept)")
    // What was left half typed is all still there, each by itself.
    let waiting = try hand.screen().memory.leftDrafts.map(\.note.text)
    #expect(waiting.sorted() == hand.left.map(\.text).sorted())
  }
}
