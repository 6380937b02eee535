import TextScreen
import WorkshopContent
import WorkshopCore

/// How an activity looks and where its notes go.
///
/// A stage only says which boxes there are, where a new note lands and how to draw them; moving,
/// editing, marking, undo and paging are the same for all and live elsewhere.
protocol Stage: Sendable {
  /// The scope of its keys.
  var scope: KeyTable.Scope { get }

  /// The keys that it has besides those of every activity.
  var bindings: [KeyTable.Binding] { get }

  /// Does what one of its own keys asks for; `nil` for an action that is not its own.
  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]?

  /// Tells whether it wants all columns, so that the programme folds into one line.
  var wantsWidth: Bool { get }

  /// Tells whether it has the whole screen for itself, without head, programme and title.
  var isBare: Bool { get }

  /// The clocks within the clock of the shown item, such as one for each pitch.
  func innerClocks(_ screen: WorkshopScreen) -> [InnerClock]

  /// The clock within the clock that its key starts; `nil` where there is none.
  func innerClock(_ screen: WorkshopScreen) -> InnerClock?

  /// Tells whether it shows the clock within the clock itself, so that the title does not.
  func showsInnerClock(_ screen: WorkshopScreen) -> Bool

  /// Shows the turn of somebody who has a clock within the clock; `nil` once all have been.
  func show(turn: String?, on screen: inout WorkshopScreen) -> [Effect]

  /// Brings a note into view that stands on a sheet or page that is not shown.
  func reveal(_ note: Note, on screen: inout WorkshopScreen)

  /// Shows whose turn it is where a form belongs that is opened from elsewhere.
  func reveal(_ purpose: Form.Purpose, on screen: inout WorkshopScreen)

  /// Tells whether it shows a note otherwise than in its boxes now, such as by a dot in a grid.
  func shows(_ note: Note, _ screen: WorkshopScreen) -> Bool

  /// Tells whether one of its own keys does something now; the last row leaves out those that don't.
  func offers(_ action: Action, _ screen: WorkshopScreen) -> Bool

  /// The word that the last row has for one of its keys now, where that is not always the same.
  func label(_ action: Action, _ screen: WorkshopScreen) -> String?

  /// What a note that is typed hangs on besides its box, and whether it marks that; `nil` for nothing.
  func hold(of draft: NoteDraft, _ screen: WorkshopScreen) -> String?

  /// The phase that follows from what is shown; `nil` where the facilitator goes on with it by a key.
  func phaseIndex(_ screen: WorkshopScreen) -> Int?

  /// What the room does now, where that is not the line of the phase.
  func nowLine(_ screen: WorkshopScreen) -> String?

  /// The group that the title names; `nil` for none.
  func namedGroup(_ screen: WorkshopScreen) -> String?

  /// The boxes in the order of Tab.
  func boxes(_ screen: WorkshopScreen) -> [StageBox]

  /// The notes of the shown item that stand in none of its boxes, whatever group, phase or page is
  /// shown; on a team's laptop also the team's own that stand only with others.
  ///
  /// They have a box of their own, so that no note is out of sight. Scores are never among them.
  func strays(_ screen: WorkshopScreen) -> [Note]

  /// What a new note in a box starts with.
  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft

  /// The groups that can be chosen, as they stand in files; `""` lets the stage decide per box.
  ///
  /// Empty where there is no choice.
  func groups(_ screen: WorkshopScreen) -> [Choice]

  /// A form of this stage, with what is filled in already; `nil` for one it does not know.
  func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form?

  /// Makes of a form what it is for.
  func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect]

  /// Does what something that was chosen from a list is for.
  func choose(_ choice: Choice, for purpose: String, on screen: inout WorkshopScreen) -> [Effect]

  /// The areas in which the boxes show their notes; `nil` for boxes that are not in view.
  func areas(_ view: StageView, in rect: Rect) -> [Rect?]

  /// Draws the stage.
  func draw(_ view: StageView, in rect: Rect, on frame: inout Frame)
}

/// A box of a stage with its notes.
struct StageBox: Sendable {
  /// What tells it from the other boxes of the stage.
  let id: String
  /// Its title on the screen, for instance above the editor; a word's key or a name.
  let title: Title
  /// The ink of the side it is about.
  var ink = Ink.normal
  /// The column it stands in, for the left and right keys.
  var column = 0
  /// The place of its notes.
  var place: String?
  /// The group of its notes; `nil` where the group is chosen otherwise.
  var group: String?
  /// Its notes in the order of showing.
  var notes: [Note] = []
  /// The rows of the cursor, where they are not simply the notes: points to tick, for instance.
  var rows: [StageRow]?
  /// Words behind the text of some notes, such as who does it and when; asked for those in view.
  var details: @Sendable (Note) -> String? = { _ in nil }
  /// Words in place of the text of some notes, where that is not for the wall.
  var words: @Sendable (Note) -> String? = { _ in nil }

  /// The number of rows of the cursor.
  var count: Int { rows?.count ?? notes.count }

  /// The note that a row of the cursor is about; `nil` for a row that is about none.
  func note(at row: Int) -> Note? {
    guard let rows else { return notes.indices.contains(row) ? notes[row] : nil }
    guard rows.indices.contains(row), let id = rows[row].note else { return nil }
    return notes.first { $0.id == id }
  }

  /// The row of the cursor that is about a note or another record.
  func row(of record: RecordID) -> Int? {
    rows.map { $0.firstIndex { $0.note == record || $0.id == record.text } }
      ?? notes.firstIndex { $0.id == record }
  }

  /// A title that is a word of the content, or a name that is the same in all languages.
  enum Title: Sendable, Equatable {
    case word(String)
    case words([String])
    case name(String)
  }
}

/// What a stage draws itself from.
struct StageView {
  let screen: WorkshopScreen
  let context: WorkshopContext
  /// The boxes of the stage itself.
  let boxes: [StageBox]
  /// The box of notes that stand in none of them; `nil` where there are no such notes.
  let strayBox: StageBox?
  let pending: Set<RecordID>
  let roleNames: [RecordID: [String]]

  init(_ screen: WorkshopScreen, _ context: WorkshopContext) {
    self.screen = screen
    self.context = context
    boxes = screen.stage.boxes(screen)
    strayBox = screen.strayBox
    pending = screen.pendingRecords
    var names: [RecordID: [String]] = [:]
    for role in screen.workshop.roles {
      for note in role.from { names[note, default: []].append(role.name) }
    }
    roleNames = names
  }

  var content: Content { screen.content }
  var focus: Focus { screen.focus }
  var selectedBox: Int { min(focus.box, max(0, boxes.count - 1)) }
}

extension Stage {
  var scope: KeyTable.Scope { .workshop }
  var bindings: [KeyTable.Binding] { [] }
  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? { nil }
  var wantsWidth: Bool { false }
  var isBare: Bool { false }
  func innerClocks(_ screen: WorkshopScreen) -> [InnerClock] { [] }
  func innerClock(_ screen: WorkshopScreen) -> InnerClock? { nil }
  func showsInnerClock(_ screen: WorkshopScreen) -> Bool { false }
  func show(turn: String?, on screen: inout WorkshopScreen) -> [Effect] { [] }
  func reveal(_ note: Note, on screen: inout WorkshopScreen) {}
  func reveal(_ purpose: Form.Purpose, on screen: inout WorkshopScreen) {}
  func strays(_ screen: WorkshopScreen) -> [Note] { [] }
  func offers(_ action: Action, _ screen: WorkshopScreen) -> Bool { true }
  func shows(_ note: Note, _ screen: WorkshopScreen) -> Bool { false }
  func label(_ action: Action, _ screen: WorkshopScreen) -> String? { nil }
  func hold(of draft: NoteDraft, _ screen: WorkshopScreen) -> String? { nil }
  func phaseIndex(_ screen: WorkshopScreen) -> Int? { nil }
  func nowLine(_ screen: WorkshopScreen) -> String? { nil }
  func namedGroup(_ screen: WorkshopScreen) -> String? { screen.chosenGroup }
  func groups(_ screen: WorkshopScreen) -> [Choice] { [] }
  func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form? { nil }
  func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] { [] }
  func choose(_ choice: Choice, for purpose: String, on screen: inout WorkshopScreen) -> [Effect] {
    []
  }
}

/// Which stage an activity has.
enum Stages {
  /// The stages that are more than a list of plain notes; a new one needs only its line here.
  private static let special: [ActivityKind: any Stage] = [
    .roleMarket: RoleMarketStage(),
    .strengths: StrengthsStage(),
    .tree: TreeStage(),
    .welcome: WelcomeStage(),
    .consultations: ConsultationsStage(),
    .preparation: PreparationStage(),
    .pitch: PitchStage(),
    .framework: FrameworkStage(),
    .conditions: ConditionsStage(),
    .recap: RecapStage(),
    .walk: CalmStage(),
    .break: CalmStage(),
    .lunch: CalmStage(),
    .dinner: CalmStage(),
    .breakfast: CalmStage(),
    .free: CalmStage(),
    .prejudiceGame: PrejudiceGameStage(),
    .plan: PlanStage(),
    .vision: VisionStage(),
    .closing: ClosingStage(),
    .feedback: FeedbackStage(),
  ]

  /// The keys of all stages.
  static var bindings: [KeyTable.Binding] { special.values.flatMap(\.bindings) }

  /// The stage of an activity.
  static func stage(for kind: ActivityKind?) -> any Stage {
    kind.flatMap { special[$0] } ?? PlainStage()
  }
}
