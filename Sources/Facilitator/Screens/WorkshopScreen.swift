import TextScreen
import WorkshopContent
import WorkshopCore

/// A workshop on the screen: the item that is shown, the cursor in it, and what lies over it.
struct WorkshopScreen: Sendable {
  /// The folder's name.
  let name: String
  /// The workshop as it is on disk, with what is on its way there.
  private(set) var workshop: Workshop
  /// Makes revisions.
  var scribe: Scribe
  /// Where the screen stands; remembered on this machine.
  var memory: ScreenMemory
  /// The municipality whose team uses this laptop.
  let team: DocumentName?
  /// The words and the programme, in the language of the workshop.
  var content: Content
  /// The cursor per item.
  var focuses: [RecordID: Focus] = [:]
  /// What lies over the stage.
  var overlay: Overlay?
  /// Tells whether the wall is blank.
  var isBlank = false
  /// What the last row says just happened.
  var message: Message?
  /// The key that is being handled, for an action that several keys share.
  var key: Key?
  /// When it was pressed, in milliseconds since 1970.
  var keyedAt: Int64 = 0
  /// Changes that are not on disk yet, by their revisions.
  private(set) var pending: [RevisionID: Change] = [:]
  /// Records whose content is still in some file, by their ids.
  private(set) var erasing: [RecordID: Change] = [:]
  /// What was given without a name last, as the changes that take it back; see ``withdraw()``.
  var withdrawal: [Change] = []
  /// The item in which that was given.
  var withdrawalItem: RecordID?
  /// The draft that was thrown away last, to bring it back; remembered nowhere.
  var discarded: LeftDraft?
  /// How many texts are half typed on screens of this machine that are gone.
  var leftElsewhere = 0
  /// What the last key asked, which the same key answers with yes; every other key says no.
  var asked: Question?
  /// Whether the key that is being handled is held down, as far as that can be known.
  var isHeld = false
  /// What the key that is being handled asks.
  var asking: Question?
  /// Why they are not, once that was tried.
  private(set) var failure: Failure?
  /// What is wrong with files that could not be read.
  var problems: [FileProblem]

  /// The list over the stage whose keys are being explained, and that comes back then.
  var explained: ScreenMemory.Surface?
  /// Whether the photograph that was to be copied last was refused.
  var isRefused = false

  /// Files beside the workshop's own that may still hold what was erased since the start.
  var beside: [String] = []

  /// Whether a report is being made.
  var reportMaking = ReportMaking.idle
  /// When it was opened, by which it is told that it was to be kept no longer.
  private let opened: WallTime

  /// How the second copy is; `nil` where there is none, or nothing is known of it yet.
  private(set) var mirror: MirrorState?

  /// Why something is not kept: in a word for the last row, and in words with the file and the remedy.
  struct Failure: Equatable {
    let problem: SaveProblem
    let words: String
  }

  /// What is asked before something is done that nobody may have meant.
  enum Question: Sendable, Equatable {
    /// Whether to take back a gesture that was made elsewhere.
    case undo(GestureID)
    /// Whether to bring back a gesture that was made elsewhere.
    case redo(GestureID)
    /// Whether to take back what was given without a name elsewhere.
    case withdraw
    /// Whether to deal groups anew that somebody sits in, by the key that asked.
    case deal(Key)
    /// Whether to take away what people said at a place of a group, along with its mark.
    case takeAway(place: String, group: String)
  }

  /// Shows a workshop where it was left, or else at its first item that has not ended.
  init(
    _ session: OpenedSession, surroundings: Surroundings, contents: [Language: Content],
    content: Content
  ) {
    name = session.name
    workshop = Workshop(documents: session.documents)
    self.content = contents[workshop.info.language] ?? content
    scribe = Scribe(surroundings: surroundings)
    memory = session.memory ?? ScreenMemory()
    team = session.team
    problems = session.problems
    opened = surroundings.wallTime
    leftElsewhere = session.others.map { $0.allLeft.count }.reduce(0, +)
    expect(session.pending)
    for document in workshop.documents.values { scribe.observe(document) }
    if let activity = session.activity {
      memory.item = workshop.start(at: activity) ?? memory.item
    }
    if memory.item.flatMap(workshop.item) == nil {
      memory.item = workshop.firstItem
    }
    if let commands = session.commands { memory.takeIn(commands, in: session.documents) }
    memory.forgetErased(in: session.documents, isWhole: problems.isEmpty)
    memory.forgetPrivateForms()
    if let draft = memory.draft {
      overlay = .editor(NoteEditor(draft))
    } else if let form = memory.form {
      comeBack(to: form)
    }
    guard let problem = problems.first else {
      sayRetention()
      return
    }
    if overlay == nil { showProblems() }
    let key = problem.isKin ? "copies.left.kin" : "problems.short"
    // In the language of the room, which the parameter need not have.
    say(self.content.word(key, ["file": problem.shortName]), as: .warning)
  }

  /// The last day on which the workshop was to be kept, if that has passed.
  var passedRetention: RetentionDate? {
    workshop.info.keepUntil.flatMap { $0.hasPassed(at: opened) ? $0 : nil }
  }

  /// The item that is shown.
  var item: ProgrammeItem? { memory.item.flatMap(workshop.item) }

  /// The stage of the item that is shown.
  var stage: any Stage { Stages.stage(for: item?.kind) }

  /// The cursor in the item that is shown.
  var focus: Focus {
    get { item.flatMap { focuses[$0.id] } ?? startingFocus }
    set { if let item { focuses[item.id] = newValue } }
  }

  private var startingFocus: Focus {
    Focus(box: item.flatMap { memory.boxes[$0.id.text] } ?? 0)
  }

  /// Tells whether a clock on the screen shows seconds.
  var showsRunningClock: Bool {
    (item?.clock.isRunning ?? false) || (shownInnerClock?.clock.isRunning ?? false)
  }

  /// Whether notes are on disk: kept, on their way, or failing.
  var keeping: Keeping {
    if let failure { return .failing(failure.problem) }
    return keepsNothingBack ? .kept : .pending
  }

  enum Keeping: Equatable {
    case kept
    case pending
    case failing(SaveProblem)
  }

  /// The records with changes that are not on disk yet.
  var pendingRecords: Set<RecordID> { Set(pending.values.map(\.record)) }

  // MARK: Changing

  /// Carries out a gesture: shows it at once, sends it to the files and remembers it for undo.
  mutating func commit(_ steps: [Scribe.Step], label: String) -> [Effect] {
    guard !steps.isEmpty else { return [] }
    withdrawal = []
    let edit = scribe.edit(steps, knowing: workshop.documents)
    memory.did(edit, label: label, at: memory.view(box: focus.box, surface))
    return send(edit) + [.remember(memory)]
  }

  /// Carries out a gesture that is itself the undoing or redoing of one.
  mutating func send(_ edit: Edit) -> [Effect] {
    expect(edit.changes)
    return [.save(edit.changes)]
  }

  /// Shows changes that are on their way to the disk.
  private mutating func expect(_ changes: [Change]) {
    workshop.apply(changes)
    for change in changes {
      switch change.act {
      case .revise(let revision): pending[revision.id] = change
      case .erase: erasing[change.record] = change
      }
    }
  }

  /// Takes in what the files say, and says what there is to say of it.
  mutating func takeIn(_ news: StoreNews) -> [Effect] {
    switch news {
    case .documents(let documents):
      let before = workshop.notes.count
      let anchor = anchors()
      let former = workshop.documents
      // Our own writing comes back too; most often there is nothing new in it.
      let news = documents.filter { workshop.replace($0) }
      guard !news.isEmpty else { return [] }
      for document in news { scribe.observe(document) }
      // What is still on its way is not in the documents on disk, and must not vanish meanwhile.
      workshop.apply(Array(pending.values) + Array(erasing.values))
      if memory.item == nil { memory.item = workshop.firstItem }
      restore(anchor)
      let reporting = refreshReport()
      searchAgain()
      let more = workshop.notes.count - before
      if more > 0 {
        say(
          content.word(
            more == 1 ? "notes.came-in.one" : "notes.came-in.other", ["count": String(more)]))
      }
      sayRivals(in: news, after: former)
      return reporting + forgetErased(in: news, after: former)
    case .kept(let revisions):
      for revision in revisions { pending[revision] = nil }
      if keepsNothingBack {
        if failure != nil || message == nil { say(content.word("status.kept"), as: .good) }
        failure = nil
      }
    case .erased(let records):
      for record in records { erasing[record] = nil }
      if keepsNothingBack { failure = nil }
      // Only now is it known which files the words were not taken out of.
      if erasing.isEmpty { return [.lookBeside] }
    case .beside(let names): showBeside(names)
    case .failing(_, let problem, let words):
      failure = Failure(problem: problem, words: words)
    case .tookIn(let document, let notes, let isNews):
      say(tookIn(document, notes: notes, isNews: isNews), as: .good)
    case .leftAlone(let file, let problem):
      say(problem.words(file, content), as: .warning)
    case .damaged(let problem): take(problem, saying: "problems.short")
    case .setAside(let problem): take(problem, saying: "problems.set-aside")
    case .kin(let problem): take(problem, saying: "copies.left.kin")
    case .mirror(let news):
      mirror = mirror ?? MirrorState()
      mirror?.take(news)
      if case .leftAlone(let words) = news, !words.isEmpty {
        say(content.word("mirror.left-alone"), as: .warning)
      }
    case .notRemembered(let problem): take(problem, saying: "problems.not-remembered")
    case .commands(let commands):
      memory.takeIn(commands, in: workshop.documents.values)
      return [.remember(memory), .tookInCommands]
    case .repaired(let file): problems.removeAll { $0.file == file }
    }
    return []
  }

  private var keepsNothingBack: Bool { pending.isEmpty && erasing.isEmpty }

  /// What is said of a copy that a synchroniser left, once it is taken in.
  private func tookIn(_ document: DocumentName, notes: Int, isNews: Bool) -> String {
    let name =
      switch document {
      case .session: content.word("copies.session")
      case .plenary: content.word("copies.plenary")
      default: workshop.municipalities.first { $0.document == document }?.name ?? document.text
      }
    let values = ["document": name]
    if notes > 0 { return content.word("copies.taken", count: notes, values) }
    return isNews
      ? content.word("copies.taken.changed", values) : content.word("copies.taken.none", values)
  }

  /// The selected note per item, so that notes that come in from elsewhere don't move the cursor.
  private func anchors() -> [RecordID: RecordID] {
    guard let item, let record = selectedEntry ?? selectedNote?.id else { return [:] }
    return [item.id: record]
  }

  private mutating func restore(_ anchors: [RecordID: RecordID]) {
    guard let item, let wanted = anchors[item.id] else { return }
    select(note: wanted, near: focus.box)
  }

  // MARK: Looking

  /// The boxes of the stage that is shown, and behind them that of the notes that stand in none.
  var boxes: [StageBox] {
    let boxes = stage.boxes(self)
    return strayBox.map { boxes + [$0] } ?? boxes
  }

  /// The box the cursor is in.
  var selectedBox: StageBox? {
    let boxes = boxes
    return boxes.isEmpty ? nil : boxes[min(focus.box, boxes.count - 1)]
  }

  /// The note the cursor is on.
  var selectedNote: Note? {
    guard let box = selectedBox else { return nil }
    return box.note(at: min(focus.row(in: box.id), box.count - 1))
  }

  /// The row the cursor is on, in a box whose rows are not simply its notes.
  var selectedRow: StageRow? {
    guard let box = selectedBox, let rows = box.rows, !rows.isEmpty else { return nil }
    return rows[min(focus.row(in: box.id), rows.count - 1)]
  }

  /// The record of a list that is not of notes that the cursor is on.
  var selectedEntry: RecordID? {
    selectedRow.flatMap { $0.note == nil ? RecordID($0.id) : nil }
  }

  /// Puts the cursor on a note or another record of the shown item, wherever it stands; false if it
  /// stands nowhere now.
  @discardableResult
  mutating func select(note id: RecordID, near box: Int) -> Bool {
    let boxes = boxes
    let order = [box] + boxes.indices.filter { $0 != box }
    for index in order where index < boxes.count {
      if let row = boxes[index].row(of: id) {
        focus.box = index
        focus.setRow(row, in: boxes[index].id)
        return true
      }
    }
    // A statement of the room is a box by itself.
    guard let own = boxes.firstIndex(where: { $0.id == id.text }) else { return false }
    focus.box = own
    return true
  }
}

/// Where the cursor is in the boxes of a stage.
struct Focus: Sendable, Equatable {
  /// The box, by its number in the stage's order.
  var box: Int
  /// The marked notes.
  var marked: Set<RecordID> = []
  /// The number that is being typed to go to a row; `nil` when none is.
  var number: Int?
  /// When its last digit was typed, in milliseconds since 1970.
  var numberAt: Int64 = 0
  /// What stands large instead of the list; `nil` for the list.
  var large: Large?
  private var rows: [String: ListPosition] = [:]

  /// A person or a thing that stands large on the wall.
  struct Large: Sendable, Equatable {
    /// Which of its parts is shown.
    var part = 0
    /// Whether it is shown with somebody's own words, which stay hidden until asked for.
    var showsWords = false
  }

  /// The row of the cursor and the first row that is shown, per box.
  private struct ListPosition: Equatable {
    var row = 0
    var top = 0
  }

  init(box: Int) { self.box = box }

  /// The row of the cursor in a box.
  func row(in box: String) -> Int { rows[box]?.row ?? 0 }

  /// The first row that a box shows.
  func top(in box: String) -> Int { rows[box]?.top ?? 0 }

  /// Moves the cursor in a box.
  mutating func setRow(_ row: Int, in box: String) { rows[box, default: ListPosition()].row = row }

  /// Sets the first row that a box shows.
  mutating func setTop(_ top: Int, in box: String) { rows[box, default: ListPosition()].top = top }
}

extension Workshop {
  /// The item that a screen begins with: the one whose clock runs, else the first.
  fileprivate var firstItem: RecordID? {
    (items.first { $0.clock.isRunning } ?? items.first { !$0.isSkipped })?.id
  }
}
