import TextScreen
import WorkshopContent
import WorkshopCore

// Text that was left half typed belongs to one box of one group, or to one form: it waits there, and never
// turns up in the next note.

/// A text or a form that was left half typed.
enum LeftDraft: Sendable, Equatable {
  case note(ScreenMemory.Draft)
  case form(ScreenMemory.FormMemory)
}

extension NoteDraft {
  /// Tells whether it will stand in the same box of the same group as another.
  ///
  /// In which step of the item it is typed, and how, makes no difference.
  func stands(with other: NoteDraft) -> Bool {
    document == other.document && item == other.item && activity == other.activity
      && group == other.group && place == other.place && author == other.author
      && kind == other.kind && addsTo == other.addsTo && (fields ?? [:]) == (other.fields ?? [:])
  }

  /// Tells whether it stands in a box in which another would, whoever wrote it and whatever it adds to.
  fileprivate func isBeside(_ other: NoteDraft) -> Bool {
    document == other.document && item == other.item && activity == other.activity
      && group == other.group && place == other.place
  }
}

extension ScreenMemory {
  /// All that is half typed in it, what was being typed at the end included.
  var allLeft: [LeftDraft] {
    (leftDrafts + [draft].compactMap(\.self)).map(LeftDraft.note)
      + (leftForms + [form].compactMap(\.self)).map(LeftDraft.form)
  }

  /// Tells whether something was being typed.
  public var isTyping: Bool { draft != nil || form != nil }
}

extension WorkshopScreen {
  /// The purpose of the list of what is half typed.
  static let draftsPurpose = "drafts"
  /// The most columns of the last row that say where a draft waits.
  private static let placeColumns = 28

  /// All that was left half typed, oldest first.
  var leftDrafts: [LeftDraft] {
    memory.leftDrafts.map(LeftDraft.note) + memory.leftForms.map(LeftDraft.form)
  }

  /// The draft that a new note would go on with; `nil` where it starts empty.
  func draft(leftFor fresh: NoteDraft) -> ScreenMemory.Draft? {
    // The text of a note that was taken away is no beginning of another one.
    memory.leftDrafts.last { $0.editing == nil && $0.note.stands(with: fresh) }
  }

  /// What waits where the cursor is: for the note with the cursor, for its box, or for a form of the item.
  var leftHere: LeftDraft? {
    if memory.leftDrafts.isEmpty, memory.leftForms.isEmpty { return nil }
    if let note = selectedNote,
      let edit = memory.leftDrafts.last(where: { $0.editing == note.id })
    {
      return .note(edit)
    }
    let fresh = freshNote()
    if let left = fresh.flatMap(draft(leftFor:)) { return .note(left) }
    if let fresh,
      let edit = memory.leftDrafts.last(where: { isOfNoteTakenAway($0) && $0.note.isBeside(fresh) })
    {
      return .note(edit)
    }
    if let note = selectedNote, let ground = Optional(note.addsTo ?? note.id),
      let addition = memory.leftDrafts.last(where: {
        $0.editing == nil && $0.note.addsTo == ground
      })
    {
      return .note(addition)
    }
    return memory.leftForms.last { $0.item == nil || $0.item == item?.id }.map(LeftDraft.form)
  }

  /// Tells whether it is the text of a note that is not there any more.
  private func isOfNoteTakenAway(_ draft: ScreenMemory.Draft) -> Bool {
    draft.editing.map { workshop.notes[$0] == nil } ?? false
  }

  /// The key that goes on with a draft where it waits.
  func key(for draft: ScreenMemory.Draft) -> String {
    if let edited = draft.editing { return workshop.notes[edited] == nil ? "D" : "e" }
    return draft.note.addsTo == nil ? "n" : "a"
  }

  // MARK: Saying where they are

  /// What the last row says of what is half typed; `nil` where nothing waits.
  var draftWords: String? {
    let all = leftDrafts
    guard let last = all.last else {
      return leftElsewhere > 0 && overlay == nil
        ? content.word("draft.left-elsewhere", count: leftElsewhere) : nil
    }
    if overlay == nil, let here = leftHere {
      let key = if case .note(let draft) = here { key(for: draft) } else { "D" }
      return content.word("draft.here", ["key": key])
    }
    // The keys need their room beside it.
    let place = TextLayout.truncate(place(of: last), columns: Self.placeColumns)
    guard overlay == nil else { return content.word("draft.waits", ["where": place]) }
    return all.count == 1
      ? content.word("draft.elsewhere", ["where": place])
      : content.word("draft.many", ["count": String(all.count)])
  }

  /// The box at the place of a note that is typed: that of its group, where several have one there.
  ///
  /// - Parameter note: The note that is changed or added to; `nil` for a new one.
  func box(of draft: NoteDraft, about note: RecordID?) -> StageBox? {
    guard draft.place != nil else { return nil }
    let boxes = stage.boxes(self).filter { $0.place == draft.place }
    return boxes.first { box in note.map { box.row(of: $0) != nil } ?? false }
      ?? boxes.first { $0.group == draft.group } ?? boxes.first { $0.group == nil } ?? boxes.first
  }

  /// Where a text that is typed stands, and whose it is: the box, what it hangs on there, and by whom.
  ///
  /// - Parameters:
  ///   - draft: The text.
  ///   - edited: The note that is changed; `nil` for a new one.
  ///   - hold: What it hangs on besides its box.
  ///   - isShort: Whether the sides are named by one word each.
  func naming(
    _ draft: NoteDraft, editing edited: RecordID?, besides hold: [String] = [], isShort: Bool
  ) -> [String] {
    var parts: [String] = []
    if let box = box(of: draft, about: edited ?? draft.addsTo) {
      parts.append(content.text(of: box.title, isShort: isShort))
    }
    parts += hold
    // Whose note is edited is the room's affair no more than on the sheet itself.
    if edited == nil, let person = draft.author.flatMap(workshop.participant) {
      return parts + [content.word("edit.by", ["who": person.told(in: workshop)])]
    }
    guard let group = draft.group else { return parts }
    let side = isShort ? Side(rawValue: group) : nil
    let name =
      side.map { content.word("\($0.rawValue).adjective") }
      ?? Groups.name(group, workshop: workshop, content: content)
    // A box may be named after its group; without a box the name says it, and the whole room is nobody in particular.
    if draft.addsTo == nil, let last = parts.last, last == name || last.hasPrefix(name + " · ") {
      return parts
    }
    let isPlain = parts.isEmpty || group == "plenary"
    return parts + [isPlain ? name : content.word("edit.by", ["who": name])]
  }

  /// What the last row says in short of what is half typed elsewhere; `nil` where that is not all that waits.
  var draftSign: String? {
    guard overlay == nil else { return nil }
    let count = leftHere == nil ? leftDrafts.count : 0
    return count == 0 ? nil : content.word("draft.sign", count: count)
  }

  /// Where something half typed belongs: the item unless it is shown, the box, and the group.
  func place(of left: LeftDraft) -> String {
    var there = self
    there.overlay = nil
    var parts: [String] = []
    switch left {
    case .note(let draft):
      there.memory.item = (draft.note.item.flatMap(workshop.item) ?? .outside).id
      if there.memory.item != memory.item { parts.append(there.itemTitle) }
      if draft.note.addsTo != nil { parts.append(content.word("addition")) }
      // By whom it is said is told where it is typed, and not in a row about something else.
      var note = draft.note
      note.author = nil
      parts += there.naming(note, editing: draft.editing, isShort: false)
    case .form(let form):
      there.memory.item = form.item ?? memory.item
      if there.memory.item != memory.item { parts.append(there.itemTitle) }
      let title = there.stage.form(form.purpose, there)?.title
      if let title = title ?? there.programmeForm(form.purpose)?.title { parts.append(title) }
    }
    return parts.joined(separator: " · ")
  }

  // MARK: Going there

  /// Goes on with what is half typed, wherever it waits; asks which where there are several.
  mutating func showDrafts() -> [Effect] {
    // What was typed on another screen becomes this one's first.
    if leftElsewhere > 0 { return [.adopt] }
    let all = Array(leftDrafts.reversed())
    guard let only = all.first else {
      say(content.word("draft.none"))
      return []
    }
    guard all.count > 1 else { return goOn(with: only) }
    let choices = all.enumerated().map { index, left in
      // What is filled in in a form is told by its title only: it may not be for the room yet.
      let text = if case .note(let draft) = left { words(of: draft) + "  — " } else { "" }
      return Choice(id: String(index), name: text + place(of: left))
    }
    overlay = .chooser(
      Chooser(
        purpose: Self.draftsPurpose, title: content.word("draft.title"), choices: choices))
    return []
  }

  /// What the list says of a draft: how it begins, or dots where it tells about whom or why somebody took a card.
  private func words(of draft: ScreenMemory.Draft) -> String {
    let isCard = draft.note.activity == .roleMarket && draft.note.place != nil
    let about = [draft.editing, draft.note.addsTo].compactMap(\.self)
    let isForTeam = isCard || about.contains { workshop.notes[$0]?.isPick ?? false }
    return isForTeam ? "•••" : draft.note.text.shortened
  }

  /// Takes over what was half typed on screens of this machine that are gone, and says so.
  mutating func adopt(_ others: [ScreenMemory]) {
    leftElsewhere = 0
    let left = others.map(\.allLeft)
    for case .note(let draft) in left.joined() { memory.take(draft) }
    for case .form(let form) in left.joined() { memory.leave(form, isOnlyOne: false) }
    memory.forgetPrivateForms()
    let count = left.joined().count
    say(
      count > 0
        ? content.word("draft.adopted", count: count) : content.word("draft.none-elsewhere"))
  }

  /// Goes on with the draft that was chosen from the list.
  mutating func goToDraft(_ choice: Choice) -> [Effect] {
    let all = Array(leftDrafts.reversed())
    guard let index = Int(choice.id), all.indices.contains(index) else { return [] }
    return goOn(with: all[index])
  }

  private mutating func goOn(with left: LeftDraft) -> [Effect] {
    switch left {
    case .note(let draft):
      if let note = draft.editing.flatMap({ workshop.notes[$0] }) {
        _ = show(note)
        startEditing(note)
      } else {
        if let ground = draft.note.addsTo.flatMap({ workshop.notes[$0] }) {
          _ = show(ground)
        } else {
          reveal(draft.note, isBeside: draft.editing != nil)
        }
        guard memory.drop(draft) else { return [] }
        memory.draft = draft
        overlay = .editor(NoteEditor(draft))
        say(content.word(draft.editing == nil ? "draft.resumed" : "draft.resumed-taken-away"))
      }
    case .form(let form):
      if let editor = programmeEditor(resuming: form) {
        guard memory.drop(form) else { return [] }
        memory.form = form
        overlay = .programme(editor)
        say(content.word("draft.resumed"))
        break
      }
      let before = memory.item
      memory.item = form.item.flatMap(workshop.item)?.id ?? memory.item
      guard resume(form, keepsCursor: false) else {
        memory.item = before
        say(content.word("draft.homeless"), as: .warning)
        return []
      }
      _ = memory.drop(form)
      say(content.word("draft.resumed"))
    }
    return [.remember(memory)]
  }

  /// Shows the item, step, group, turn and page on which a note will stand, and puts the cursor in its box.
  ///
  /// - Parameter isBeside: Whether it is a note that somebody else than the box's own may have written.
  private mutating func reveal(_ note: NoteDraft, isBeside: Bool) {
    memory.item = (note.item.flatMap(workshop.item) ?? .outside).id
    guard let item else { return }
    let before = (memory, focuses)
    if enterBox(of: note, isBeside: isBeside) { return }
    let groups: [String?] =
      team == nil ? [nil, note.group, note.document, "plenary"] : [memory.groups[item.id.text]]
    let pages = (stage as? any SlideStage)?.slides(self).count ?? 1
    for phase in 0..<max(1, texts.phases.count) {
      for group in groups {
        memory.phases[item.id.text] = phase
        memory.groups[item.id.text] = group
        if stage is any ReportingStage { _ = stage.show(turn: group, on: &self) }
        for page in 0..<pages {
          if pages > 1 { memory.pages[item.id.text] = page }
          if enterBox(of: note, isBeside: isBeside) { return }
        }
      }
    }
    // It stands where the title of the editor says, even if no box can be shown for it.
    (memory, focuses) = before
  }

  private mutating func enterBox(of note: NoteDraft, isBeside: Bool) -> Bool {
    guard let item,
      let index = stage.boxes(self).firstIndex(where: {
        let fresh = stage.draft(in: $0, self)
        return isBeside ? fresh.isBeside(note) : fresh.stands(with: note)
      })
    else { return false }
    focus.box = index
    memory.boxes[item.id.text] = index
    return true
  }

  // MARK: Throwing one away

  /// Throws away what waits where the cursor is; pressed again it comes back.
  mutating func discardDraft() -> [Effect] {
    // One press throws away one draft.
    guard !isHeld else { return [] }
    if let here = leftHere {
      switch here {
      case .note(let draft): _ = memory.drop(draft)
      case .form(let form): _ = memory.drop(form)
      }
      discarded = here
      say(content.word("draft.discarded"))
      return [.remember(memory)]
    }
    guard let discarded else {
      say(content.word("draft.none"))
      return []
    }
    switch discarded {
    case .note(let draft): memory.take(draft)
    case .form(let form): memory.leave(form, isOnlyOne: false)
    }
    self.discarded = nil
    say(content.word("draft.back"))
    return [.remember(memory)]
  }
}
