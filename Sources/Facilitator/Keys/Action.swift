/// What a key asks for, whatever key that is.
public enum Action: String, CaseIterable, Sendable {
  // Notes
  case newNote = "new-note"
  case addAddition = "add-addition"
  case edit
  case delete
  case mark
  case makeRole = "make-role"
  case offRecord = "off-record"
  case read
  case sortUnsorted = "sort-unsorted"
  case sortKnowledge = "sort-knowledge"
  case sortSkills = "sort-skills"
  case sortPosition = "sort-position"
  case sortPower = "sort-power"
  // Undo
  case undo
  case redo
  // Moving about
  case nextBox = "next-box"
  case previousBox = "previous-box"
  case up
  case down
  case left
  case right
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first
  case last
  case nextItem = "next-item"
  case previousItem = "previous-item"
  case nextPhase = "next-phase"
  case chooseGroup = "choose-group"
  // The clock
  case toggleClock = "toggle-clock"
  case addMinute = "add-minute"
  // Other screens
  case search
  case report
  case script
  case roles
  case blank
  case help
  case suspend
  case quit
  // Lists outside a workshop
  case choose
  case newSession = "new-session"
  case back
}
