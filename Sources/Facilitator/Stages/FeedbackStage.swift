import TextScreen
import WorkshopContent
import WorkshopCore

/// Reporting back in plenary: after consultations one municipality at a time tells what changed, with
/// what it took home on the wall; before that it is one list.
///
/// Source: *Tweedaagse onderzoekswerkplaats*, ch. 1.
struct FeedbackStage: ReportingStage {
  private let plain = PlainStage()

  var scope: KeyTable.Scope { .stage(.feedback) }

  var bindings: [KeyTable.Binding] { KeyTable.turns(scope) }

  /// The consultations that were before; `nil` where there were none.
  private func consultations(_ screen: WorkshopScreen) -> ProgrammeItem? {
    screen.workshop.items.prefix { $0.id != screen.item?.id }.last {
      $0.kind == .consultations && !$0.isSkipped
    }
  }

  func isReporting(_ screen: WorkshopScreen) -> Bool { consultations(screen) != nil }

  func expectedReporters(_ screen: WorkshopScreen) -> [String] {
    screen.workshop.municipalities.map(\.document.text)
  }

  func sheet(of group: String, _ screen: WorkshopScreen) -> [StageBox] {
    let notes = screen.workshop.notes
    let item = screen.item?.key
    var told = notes.sheet(of: group, inItem: item)
    if group == "plenary" { told = told.followed(by: notes.sheet(of: nil, inItem: item)) }
    var boxes = [
      StageBox(
        id: "\(group)/told", title: .word("feedback.told"), group: group, notes: told)
    ]
    let document = Groups.document(of: group, workshop: screen.workshop)
    if let table = consultations(screen)?.key {
      let home = notes.sheet(of: group, at: nil, inItem: table).followed(
        by: notes.sheet(of: nil, at: nil, inItem: table).filter { $0.document == document })
      if !home.isEmpty {
        boxes.append(
          StageBox(
            id: homeID(group), title: .word("feedback.home"), group: group, notes: home))
      }
    }
    return boxes
  }

  func strays(_ screen: WorkshopScreen) -> [Note] { plain.strays(screen) }

  func groups(_ screen: WorkshopScreen) -> [Choice] { plain.groups(screen) }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    guard let group = box.group, box.id == homeID(group), let table = consultations(screen)?.key
    else { return plain.draft(in: box, screen) }
    // Where it shows what was taken home from the tables, a new note is something taken home as well.
    var draft = NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: table,
      activity: .consultations, phase: "home", group: group, channel: .keyboard)
    draft.fields = [Note.ConsultationField.part.text: Note.ConsultationSaying.home.rawValue]
    return draft
  }

  private func homeID(_ group: String) -> String { "\(group)/home" }

  func board(_ screen: WorkshopScreen) -> [StageBox] { plain.boxes(screen) }

  func boardAreas(_ view: StageView, in rect: Rect) -> [Rect?] { plain.areas(view, in: rect) }

  func drawBoard(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    plain.draw(view, in: rect, on: &frame)
  }
}
