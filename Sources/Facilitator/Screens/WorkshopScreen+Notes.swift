import WorkshopContent
import WorkshopCore

extension WorkshopScreen {
  /// Takes the selected note away; undo brings it back.
  mutating func deleteNote() -> [Effect] {
    guard let note = selectedNote else {
      sayNothingSelected()
      return []
    }
    let effects = set([Note.Field.deleted: .bool(true)], of: note)
    say(content.word("status.deleted"))
    return effects
  }

  /// Keeps the selected note out of every report, or lets it back in.
  mutating func toggleOffRecord() -> [Effect] {
    guard let note = selectedNote else {
      sayNothingSelected()
      return []
    }
    let effects = set([Note.Field.offRecord: .bool(!note.isOffRecord)], of: note)
    say(content.word(note.isOffRecord ? "on-record" : "off-record"))
    return effects
  }

  private mutating func set(_ fields: JSONObject, of note: Note) -> [Effect] {
    commit(
      [Scribe.Step(note.document, SessionCollection.notes, note.id, set: fields)],
      label: note.text.shortened)
  }

  // MARK: Undo

  /// Takes back the last gesture made on this machine, also one from before a restart.
  mutating func undo() -> [Effect] {
    guard let last = memory.takeBack() else {
      say(content.word("status.nothing-to-undo"))
      return []
    }
    return pronounce(.undo(last.gesture), "status.undone", last.label)
  }

  /// Brings back the last gesture that was taken back.
  mutating func redo() -> [Effect] {
    guard let last = memory.bringBack() else {
      say(content.word("status.nothing-to-redo"))
      return []
    }
    return pronounce(.redo(last.gesture), "status.redone", last.label)
  }

  private mutating func pronounce(_ verdict: Revision.Verdict, _ word: String, _ label: String)
    -> [Effect]
  {
    let steps = workshop.steps(to: verdict)
    let effects = steps.isEmpty ? [] : send(scribe.edit(steps))
    say(content.word(word) + (label.isEmpty ? "" : ": " + label))
    return effects + [.remember(memory)]
  }

  // MARK: The clock

  /// Starts or halts the clock of the shown item; another that runs ends with that.
  mutating func toggleClock(now: WallTime) -> [Effect] {
    guard let item, !item.isOutside else { return [] }
    var steps: [Scribe.Step] = []
    if !item.clock.isRunning {
      for other in workshop.items where other.clock.isRunning {
        steps.append(step(other, clock: other.clock.stopped(at: now)))
      }
    }
    steps.append(step(item, clock: item.clock.toggled(at: now)))
    return commit(steps, label: content.word(item.clock.isRunning ? "clock.paused" : "clock.runs"))
  }

  /// Gives the shown item a minute more.
  mutating func addMinute() -> [Effect] {
    guard let item, !item.isOutside else { return [] }
    var clock = item.clock
    clock.added += 1
    return commit([step(item, clock: clock)], label: content.word("key.+"))
  }

  private func step(_ item: ProgrammeItem, clock: ItemClock) -> Scribe.Step {
    Scribe.Step(
      .session, SessionCollection.items, item.id, set: [ProgrammeItem.Field.clock: clock.value])
  }
}
