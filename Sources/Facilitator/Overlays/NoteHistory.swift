import TextScreen
import WorkshopContent
import WorkshopCore

/// What happened to a note, the newest first; an older wording can be brought back.
struct NoteHistory: Sendable {
  /// The note.
  let note: RecordID
  /// What happened.
  let entries: [Entry]
  /// The entry with the cursor.
  var selection = 0

  /// One thing that happened.
  struct Entry: Sendable, Equatable {
    /// When it was; empty where nobody knows.
    let when: String
    /// From here or by hand, as far as that can be told; else empty.
    let whence: String
    /// What changed, in words.
    let change: String
    /// The wording that was written; `nil` where the text was not changed.
    let wording: String?
    /// Tells whether it was written at the same time as the one that shows, and does not.
    let isRival: Bool
  }
}

extension WorkshopScreen {
  /// Shows what happened to the selected note.
  mutating func openHistory() {
    guard let note = selectedNote, let record = workshop.record(of: note) else {
      return sayNothingSelected()
    }
    overlay = .history(history(of: note, record))
  }

  /// Handles a key while it shows what happened to a note.
  mutating func handle(_ event: InputEvent, in history: NoteHistory) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    var history = history
    if let row = key.row(from: history.selection, of: history.entries.count) {
      history.selection = row
      overlay = .history(history)
      return []
    }
    switch key {
    case "Esc", "q", "h": overlay = nil
    case "C-c": return [.quit]
    case "C-z": return [.suspend]
    case "b": isBlank = true
    case "Enter": return bringBack(history)
    default: break
    }
    return []
  }

  /// Writes an older wording down again, as somebody who knows all of them.
  private mutating func bringBack(_ history: NoteHistory) -> [Effect] {
    guard history.entries.indices.contains(history.selection),
      let wording = history.entries[history.selection].wording
    else {
      say(content.word("history.no-wording"))
      return []
    }
    overlay = nil
    guard let note = workshop.notes[history.note], let record = workshop.record(of: note) else {
      return []
    }
    let heads = record.heads(of: Note.Field.text)
    guard heads.count > 1 || !note.text.hasSameBytes(as: wording) else { return [] }
    say(content.word("history.brought-back"))
    return commit(
      [
        Scribe.Step(
          note.document, SessionCollection.notes, note.id,
          set: [Note.Field.text: .string(wording)])
      ], label: did("edit", wording))
  }

  /// Says that somebody else wrote at the same time, where that comes in.
  mutating func sayRivals(in news: [Document], after former: [DocumentName: Document]) {
    for document in news {
      for note in workshop.notes.inDocument(document.name) where note.rivals > 0 {
        let before = former[document.name]?[SessionCollection.notes, note.id]
        guard (before?.rivals(of: Note.Field.text).count ?? 0) < note.rivals else { continue }
        return say(content.word("history.two-wrote"), as: .warning)
      }
    }
  }
}

// What happened, in words.
extension WorkshopScreen {
  private func history(of note: Note, _ record: Record) -> NoteHistory {
    let rivals = Set(record.rivals(of: Note.Field.text).map(\.id))
    let here = Set((memory.done + memory.undone).map(\.gesture))
    let entries = record.revisions.enumerated().map { index, revision in
      NoteHistory.Entry(
        when: when(revision), whence: whence(revision, here),
        change: change(in: revision, isFirst: index == 0),
        wording: revision.set[Note.Field.text]?.text, isRival: rivals.contains(revision.id))
    }
    return NoteHistory(note: note.id, entries: entries.reversed())
  }

  private func when(_ revision: Revision) -> String {
    guard let at = revision.at else { return "" }
    let day = at.text.dropFirst(5).prefix(5).split(separator: "-").map(String.init)
    return content.word(
      "history.when",
      ["month": day.first ?? "", "day": day.last ?? "", "time": at.hourAndMinute])
  }

  private func whence(_ revision: Revision, _ here: Set<GestureID>) -> String {
    if revision.at == nil, revision.gesture == nil { return content.word("history.by-hand") }
    let isHere = revision.stamp.run == scribe.run || revision.gesture.map(here.contains) ?? false
    return isHere ? content.word("history.here") : ""
  }

  private func change(in revision: Revision, isFirst: Bool) -> String {
    switch revision.verdict {
    case .undo: return content.word("history.undone")
    case .redo: return content.word("history.redone")
    case nil: break
    }
    if isFirst { return content.word("history.made") }
    var parts: [String] = []
    var others: [String] = []
    for member in revision.set.members {
      switch (member.name, member.value) {
      case (Note.Field.text, _): parts.append(content.word("history.text"))
      case (Note.Field.place, _): parts.append(content.word("history.place"))
      case (Note.Field.deleted, .bool(true)): parts.append(content.word("status.deleted"))
      case (Note.Field.deleted, _): parts.append(content.word("history.back"))
      case (Note.Field.offRecord, .bool(true)): parts.append(content.word("off-record"))
      case (Note.Field.offRecord, _): parts.append(content.word("on-record"))
      default: others.append(member.name.text)
      }
    }
    parts += revision.tag.map { $0 == Note.pinnedTag ? content.word("pin.on") : "+ " + $0 }
    parts += revision.untag.map { $0 == Note.pinnedTag ? content.word("pin.off") : "− " + $0 }
    if !others.isEmpty {
      parts.append(content.word("history.fields", ["fields": others.joined(separator: ", ")]))
    }
    return parts.joined(separator: "; ")
  }
}
