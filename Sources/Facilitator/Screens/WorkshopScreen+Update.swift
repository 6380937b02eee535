import TextScreen
import WorkshopContent
import WorkshopCore

extension WorkshopScreen {
  /// Handles a key or a paste: what lies on top gets it first.
  mutating func handle(_ event: InputEvent, _ context: WorkshopContext) -> [Effect] {
    keyedAt = context.milliseconds
    isHeld = context.isHeld
    // A key that is held down answers nothing: what it asked is asked again.
    asked = isHeld ? nil : asking
    asking = nil
    var effects = take(event, context)
    // However a question about a text was left, the text waits.
    if memory.draft != nil, overlay == nil {
      memory.leaveDraft()
      effects.append(.remember(memory))
    }
    if isHeld, asking != nil, let message {
      say(content.word("status.let-go", ["question": message.text]), as: .warning)
    }
    return effects
  }

  private mutating func take(_ event: InputEvent, _ context: WorkshopContext) -> [Effect] {
    if isBlank { return handleBlank(event) }
    message = nil
    if case .paste(let text) = event, overlay != nil, !isTyping { return leave(text) }
    if let action = leadingOn(event) {
      overlay = nil
      return perform(action, context)
    }
    switch overlay {
    case .editor(let editor): return handle(event, in: editor)
    case .form(let form): return handle(event, in: form)
    case .chooser(let chooser): return handle(event, in: chooser)
    case .programme(let editor): return handle(event, in: editor)
    case .seats(let board): return handle(event, in: board)
    case .history(let history): return handle(event, in: history)
    case .search(let search): return handle(event, in: search)
    case .pager(let pager): return handle(event, in: pager, context)
    case .people(let preview): return handle(event, in: preview, context)
    case .report(let reader): return handle(event, in: reader, context)
    case nil: break
    }
    switch event {
    case .key(let key):
      guard let action = KeyTable.standard.action(for: key, in: stage.scope) else { return [] }
      self.key = key
      return act(action, context)
    case .paste(let text):
      return takeIn(text)
    default:
      return []
    }
  }

  /// Keys that move about: where they lead nowhere, the cursor shows it.
  private static let moving: Set<Action> = [
    .up, .down, .left, .right, .pageUp, .pageDown, .first, .last,
  ]

  /// Does what a key asks for; where nothing comes of it, the last row says that.
  private mutating func act(_ action: Action, _ context: WorkshopContext) -> [Effect] {
    let before = (focus: focus, memory: memory)
    let effects = perform(action, context)
    guard message == nil, overlay == nil, !isBlank, !Self.moving.contains(action),
      focus == before.focus, memory == before.memory,
      effects.allSatisfy({ if case .remember = $0 { true } else { false } })
    else { return effects }
    return effects + (key.map { sayNothing(for: $0) } ?? [])
  }

  /// Says that a key does nothing here.
  mutating func sayNothing(for key: Key) -> [Effect] {
    say(content.word("status.nothing-here", ["key": KeyNames.text(key, content)]))
    return []
  }

  /// What a key asks for that leads on from a list over the stage, which undo may have opened unasked.
  ///
  /// None of these keys has a meaning of its own in such a list.
  private func leadingOn(_ event: InputEvent) -> Action? {
    let leading: [Action] = [
      .nextItem, .previousItem, .search, .report, .script, .problems, .unheard, .roles, .showDrafts,
    ]
    guard surface != nil, !isTyping, case .key(let key) = event,
      let action = KeyTable.standard.action(for: key, in: .workshop)
    else { return nil }
    return leading.contains(action) ? action : nil
  }

  /// A blank wall answers only to the key that blanked it, so that a slip shows nothing.
  private mutating func handleBlank(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key("b"), .key("Esc"):
      isBlank = false
      return []
    case .key("C-c"), .key("q"): return [.quit]
    case .key("C-z"): return [.suspend]
    case .paste(let text): return leave(text)
    default: return []
    }
  }

  private mutating func handle(_ event: InputEvent, in pager: Pager, _ context: WorkshopContext)
    -> [Effect]
  {
    guard case .key(let key) = event,
      let action = KeyTable.standard.action(for: key, in: pager.scope)
    else { return [] }
    var pager = pager
    if pager.move(action, rows: Chrome(context.size, wide: true).stage.rows) {
      overlay = .pager(pager)
      return []
    }
    switch action {
    case .back:
      overlay = nil
      comeBack()
      return []
    case .takeIn:
      overlay = nil
      return [.takeIn(pager.kin)]
    case .blank:
      isBlank = true
      return []
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    default: return []
    }
  }

  /// Does what a key asks for.
  mutating func perform(_ action: Action, _ context: WorkshopContext) -> [Effect] {
    if let effects = stage.perform(action, on: &self) { return effects }
    switch action {
    case .newNote: startNote()
    case .addAddition:
      guard let note = selectedNote else {
        sayNothingSelected()
        return []
      }
      startNote(addingTo: note)
    case .edit: startEditing()
    case .showDrafts: return showDrafts()
    case .discardDraft: return discardDraft()
    case .read:
      guard let note = selectedNote else {
        startNote()
        return []
      }
      overlay = .pager(Pages.note(note, self))
    case .delete: return deleteNote()
    case .offRecord: return toggleOffRecord()
    case .pin: return togglePin()
    case .undo: return undo()
    case .redo: return redo()
    case .nextBox: return moveBox(by: 1)
    case .previousBox: return moveBox(by: -1)
    case .left: return moveColumn(to: 0)
    case .right: return moveColumn(to: 1)
    case .up: return moveNote(by: -1)
    case .down: return moveNote(by: 1)
    case .pageUp: return moveNote(by: -page(context), crossing: false)
    case .pageDown: return moveNote(by: page(context), crossing: false)
    case .first: return moveNote(by: -.max, crossing: false)
    case .last: return moveNote(by: .max, crossing: false)
    case .nextItem: return moveItem(by: 1)
    case .previousItem: return moveItem(by: -1)
    case .nextPhase: return nextPhase()
    case .chooseGroup: startChoosingGroup()
    case .toggleClock: return toggleClock(isTurn: false, now: context.now)
    case .toggleInnerClock: return toggleClock(isTurn: true, now: context.now)
    case .nextTurn: return nextTurn(now: context.now)
    case .addMinute: return addMinute()
    case .search: overlay = .search(NoteSearch(workshop.notes))
    case .report: return openReport()
    case .script: overlay = .pager(Pages.script(self))
    case .programme: openProgramme()
    case .seats: openSeats()
    case .unheard: overlay = .pager(Pages.unheard(self))
    case .roles: overlay = .pager(Pages.roles(self))
    case .blank: isBlank = true
    case .problems: showProblems()
    case .history: openHistory()
    case .help: overlay = .pager(Pages.help(stage.scope, content: content))
    case .suspend: return [.suspend]
    case .quit: return [.remember(memory), .quit]
    default: break
    }
    return []
  }

  /// Explains the keys of a list over the stage, and comes back to it.
  mutating func explain(_ hints: [KeyLine.Hint], title: String) -> [Effect] {
    explained = surface
    overlay = .pager(Pages.help(hints, title: title))
    return []
  }

  /// Opens the list again whose keys were explained.
  private mutating func comeBack() {
    switch explained {
    case .programme: openProgramme()
    case .seats: openSeats()
    case nil: break
    }
    explained = nil
  }

  /// Says that a key needs a note under the cursor.
  mutating func sayNothingSelected() { say(content.word("status.no-note")) }

  /// Brings the cursor's note into view and wraps what is read.
  mutating func settle(_ context: WorkshopContext) {
    let chrome = Chrome(context.size, wide: true)
    if case .pager(var pager) = overlay {
      pager.settle(in: chrome.stage.size)
      overlay = .pager(pager)
    } else if case .people(var preview) = overlay {
      preview.pager.settle(in: chrome.stage.size)
      overlay = .people(preview)
    } else if case .report(var reader) = overlay {
      reader.settle(in: chrome.stage.size)
      overlay = .report(reader)
    }
    let view = StageView(self, context)
    guard let (box, area) = view.selectedArea(in: Chrome(context.size, for: stage).stageBody) else {
      return
    }
    let top =
      box.rows == nil
      ? NoteList(view: view, box: box, isFocused: true).settledTop(in: area)
      : EntryList(view: view, box: box, isFocused: true).settledTop(in: area)
    if top != focus.top(in: box.id) { focus.setTop(top, in: box.id) }
  }

  private func page(_ context: WorkshopContext) -> Int {
    let view = StageView(self, context)
    guard let (box, area) = view.selectedArea(in: Chrome(context.size, for: stage).stageBody) else {
      return 1
    }
    if box.rows != nil { return max(1, area.rows - 1) }
    return NoteList(view: view, box: box, isFocused: true).page(in: area)
  }
}
