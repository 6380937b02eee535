import WorkshopContent
import WorkshopCore

// Undo, and what the room sees of it: what is undone comes into view, and whatever tells whose turn it is
// tells the same afterwards.

extension WorkshopScreen {
  /// The list over the stage in which things are done, if one is open.
  var surface: ScreenMemory.Surface? {
    switch overlay {
    case .programme: .programme
    case .seats: .seats
    default: nil
    }
  }

  /// Takes back the last gesture made on this machine, also one from before a restart.
  ///
  /// What was done in another activity is asked first.
  mutating func undo() -> [Effect] {
    if !withdrawal.isEmpty {
      guard withdrawalItem == memory.item || asked == .withdraw else {
        return ask(.withdraw, key: "u", "", at: withdrawalItem)
      }
      memory.item = withdrawalItem
      return withdraw()
    }
    guard let last = memory.done.last else {
      say(content.word("status.nothing-to-undo"))
      return []
    }
    let trace = Trace(of: last, in: workshop)
    guard isHere(trace) || asked == .undo(last.gesture) else {
      return ask(.undo(last.gesture), key: "u", last.label, at: trace.view.item)
    }
    _ = memory.takeBack()
    return pronounce(
      .undo(last.gesture), trace, ("status.undone", "status.undone-partly"), last.label)
  }

  /// Brings back the last gesture that was taken back.
  mutating func redo() -> [Effect] {
    guard let last = memory.undone.last else {
      say(content.word("status.nothing-to-redo"))
      return []
    }
    let trace = Trace(of: last, in: workshop)
    guard isHere(trace) || asked == .redo(last.gesture) else {
      return ask(.redo(last.gesture), key: "C-r", last.label, at: trace.view.item)
    }
    _ = memory.bringBack()
    return pronounce(
      .redo(last.gesture), trace, ("status.redone", "status.redone-partly"), last.label)
  }

  private mutating func ask(_ question: Question, key: String, _ label: String, at item: RecordID?)
    -> [Effect]
  {
    asking = question
    let place = item.flatMap(workshop.item)
    let name =
      place.map { $0.isOutside ? content.word("outside-programme") : $0.title }
      ?? content.word("programme")
    let keyName = key == "u" ? key : content.word("keyname.ctrl", ["key": "R"])
    let word = label.isEmpty ? "status.elsewhere.unnamed" : "status.elsewhere"
    say(content.word(word, ["key": keyName, "item": name, "what": label]), as: .warning)
    return []
  }

  /// Tells whether a gesture was made where the screen now stands.
  private func isHere(_ trace: Trace) -> Bool {
    if let surface { return trace.view.surface == surface }
    guard let item = trace.view.item, workshop.item(item) != nil else { return true }
    return item == memory.item
  }

  /// Says a verdict about a gesture, and what came of it.
  ///
  /// - Parameter words: The words for what was done, and for what was done in part.
  private mutating func pronounce(
    _ verdict: Revision.Verdict, _ trace: Trace, _ words: (whole: String, partly: String),
    _ label: String
  ) -> [Effect] {
    let steps = workshop.steps(to: verdict)
    go(to: trace)
    // What goes away is shown where it stood, what comes back where it stands then.
    let wasInView = select(trace) || shows(trace)
    let before = workshop.looks(after: verdict.gesture)
    let effects = steps.isEmpty ? [] : send(scribe.edit(steps, knowing: workshop.documents))
    let staying = staying(verdict, before)
    let word =
      staying == 0
      ? words.whole : staying == before.count ? "status.stays" : words.partly
    if !select(trace), !wasInView, !shows(trace), trace.view.surface == nil {
      restoreView(of: trace)
      let notes = workshop.notes
      if !select(trace), let note = trace.records.compactMap({ notes[$0] }).first {
        _ = lookFor(note)
      }
    }
    if trace.touchesTurns { followTurn() }
    if let item { memory.boxes[item.id.text] = focus.box }
    say(
      content.word(word) + (label.isEmpty ? "" : ": " + label),
      as: staying == 0 ? .plain : .warning)
    return effects + [.remember(memory)]
  }

  /// How many records stay as somebody else made them since, whatever is said of the gesture.
  private func staying(_ verdict: Revision.Verdict, _ before: [RecordID: RecordLook]) -> Int {
    let after = workshop.looks(after: verdict.gesture)
    return before.count { record, look in
      look.isOvertaken && after[record].map(look.says) ?? false
    }
  }

  /// Goes to the activity and the list in which a gesture was made.
  private mutating func go(to trace: Trace) {
    if let item = trace.view.item, workshop.item(item) != nil { memory.item = item }
    switch trace.view.surface {
    case .programme where team == nil:
      let items = trace.records.filter { workshop.item($0) != nil }
      var editor = ProgrammeEditor(selection: items.first ?? memory.item)
      if items.isEmpty, case .programme(let open) = overlay { editor.selection = open.selection }
      overlay = .programme(editor)
    case .seats:
      guard surface != .seats else { break }
      overlay = .seats(SeatsBoard(form: .mixed))
    default: overlay = nil
    }
  }

  /// Puts the cursor on the first of the records of a gesture that stands in view; false if none does.
  private mutating func select(_ trace: Trace) -> Bool {
    for record in trace.records {
      // A card that was picked stands with its role.
      if let role = workshop.notes[record].flatMap({ RolePick($0, in: workshop)?.role }) {
        // Whose card it was shows only while they choose.
        select(note: role, near: 0)
        return false
      }
      guard select(note: record, near: focus.box) else { continue }
      focus.large = nil
      return true
    }
    return false
  }

  /// Tells whether the stage shows a note of a gesture that has no row on it, such as a dot in a grid.
  private func shows(_ trace: Trace) -> Bool {
    trace.records.contains { record in workshop.notes[record].map { stage.shows($0, self) } ?? false
    }
  }

  /// Shows the item as it was when a gesture was made, where what it did shows only so.
  private mutating func restoreView(of trace: Trace) {
    // Where all groups are shown together, the row above names their turns.
    let isTogether = choice(ReportingKeys.turn)?.isEmpty ?? false
    guard trace.isOfPlace, !(trace.isOfTurns && isTogether) else { return }
    memory.show(trace.view, isTeam: team != nil)
    focus.box = trace.view.box ?? focus.box
  }

  /// Shows the turn that runs, so that the bar, the title and the next note name the same.
  private mutating func followTurn() {
    guard let item,
      let running = stage.innerClocks(self).first(where: { item.clocks[$0.id]?.isRunning ?? false }
      ),
      stage.innerClock(self)?.id != running.id
    else { return }
    _ = stage.show(turn: running.id, on: &self)
  }
}

/// What a gesture changed, and where it was made.
private struct Trace {
  /// Where it was made; worked out from what it changed where that was not remembered.
  var view: ScreenMemory.View
  /// The records it changed that may have a row on the screen.
  var records: [RecordID] = []
  /// Tells whether it changed the clocks of turns, or their order.
  var touchesTurns = false
  /// Tells whether it changed nothing besides.
  var isOfTurns = false
  /// Tells whether it changed something that shows in one phase, with one group or on one page only.
  var isOfPlace = false

  init(of gesture: ScreenMemory.Remembered, in workshop: Workshop) {
    view = gesture.view ?? ScreenMemory.View()
    var fields: Set<FieldName> = []
    for touched in workshop.touched(by: gesture.gesture) {
      records.append(touched.record)
      fields.formUnion(touched.fields)
      guard gesture.view == nil, view.item == nil else { continue }
      switch touched.collection {
      case SessionCollection.notes:
        let note = workshop.notes[touched.record]
        view.item = note.map { ($0.item.flatMap(workshop.item) ?? .outside).id }
      case SessionCollection.items: view.item = workshop.item(touched.record)?.id
      case SessionCollection.participants:
        view.item = workshop.items.first { $0.kind == .welcome }?.id
      default: break
      }
    }
    let clock = ProgrammeItem.Field.clock
    let turns = fields.filter { $0.text.hasPrefix("clock-") || $0 == ProgrammeItem.Field.order }
    touchesTurns = !turns.isEmpty
    isOfTurns = touchesTurns && fields.subtracting(turns).isSubset(of: [clock])
    isOfPlace = gesture.view != nil && fields != [clock]
  }
}
