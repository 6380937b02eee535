/// What a key asks for, whatever key that is.
///
/// The actions of one activity stand in the file of its stage.
public struct Action: Hashable, Sendable {
  /// The id, by which its explanation is found among the words.
  public let id: String

  /// Names an action.
  public init(_ id: String) { self.id = id }
}

extension Action {
  // Notes
  static let newNote = Action("new-note")
  static let addAddition = Action("add-addition")
  static let edit = Action("edit")
  static let delete = Action("delete")
  static let offRecord = Action("off-record")
  static let read = Action("read")
  static let pin = Action("pin")
  static let history = Action("history")
  static let showDrafts = Action("show-drafts")
  static let discardDraft = Action("discard-draft")

  // Undo
  static let undo = Action("undo")
  static let redo = Action("redo")

  // Moving about
  static let nextBox = Action("next-box")
  static let previousBox = Action("previous-box")
  static let up = Action("up")
  static let down = Action("down")
  static let left = Action("left")
  static let right = Action("right")
  static let pageUp = Action("page-up")
  static let pageDown = Action("page-down")
  static let first = Action("first")
  static let last = Action("last")
  static let nextItem = Action("next-item")
  static let previousItem = Action("previous-item")
  static let nextPhase = Action("next-phase")
  static let chooseGroup = Action("choose-group")
  static let turnPage = Action("turn-page")
  static let giveScores = Action("give-scores")

  // The clock
  static let toggleClock = Action("toggle-clock")
  static let addMinute = Action("add-minute")
  static let toggleInnerClock = Action("toggle-inner-clock")

  // Other screens
  static let search = Action("search")
  static let report = Action("report")
  static let script = Action("script")
  static let roles = Action("roles")
  static let programme = Action("programme")
  static let seats = Action("seats")
  static let unheard = Action("unheard")
  static let blank = Action("blank")
  static let problems = Action("problems")
  static let takeIn = Action("take-in")
  static let help = Action("help")
  static let redraw = Action("redraw")
  static let suspend = Action("suspend")
  static let quit = Action("quit")

  // Lists outside a workshop
  static let choose = Action("choose")
  static let newSession = Action("new-session")
  static let back = Action("back")
}
