import TextScreen
import WorkshopContent
import WorkshopCore

/// The framework of the talk, page by page: perspectives, starting points, both figures, where each
/// municipality stands, and the conditions.
///
/// Source: *Formele en informele opvoedondersteuning*, ch. 2.
struct FrameworkStage: SlideStage {
  /// The page on which municipalities are placed.
  static let placing = "placing"

  var scope: KeyTable.Scope { .stage(.framework) }

  var bindings: [KeyTable.Binding] { SlideKeys.bindings(scope) + ScoreForm.bindings(scope) }

  func slides(_ screen: WorkshopScreen) -> [Slide] {
    let content = screen.content
    let placements = Placements(screen)
    return [
      FrameworkSlides.perspectives(content),
      FrameworkSlides.startingPoints(content, placements),
    ] + content.figures.map { FrameworkSlides.figure($0, content, placements) }
      + [PlacingGrid.slide(screen, placements)] + ConditionSlides.all(screen)
  }

  func phase(of slide: Slide) -> String? { slide.id == Self.placing ? "place" : "talk" }

  func notes(on slide: Slide, _ screen: WorkshopScreen) -> [Note] {
    guard let item = screen.item else { return [] }
    let notes = screen.workshop.notes
    if slide.id == Self.placing {
      // What was only put in its place shows in the grid; the list is for what was said of it.
      return PlacingGrid.places.flatMap { place in
        let label = PlacingGrid.label(place, screen.content)
        return notes.at(place.text, ofItem: item.key).filter { $0.text != label }
      }
    }
    if let group = ConditionSlides.group(of: slide, screen.content) {
      return ConditionSlides.notes(on: group, screen)
    }
    return notes.at(nil, ofItem: item.key)
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    let places = Set(PlacingGrid.places.map(\.text) + ConditionSlides.places(screen.content))
    return screen.notes { place, _, _ in place.map(places.contains) ?? true }
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    Groups.all(screen.workshop, content: screen.content)
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    var group = screen.chosenGroup ?? "plenary"
    var place: String?
    var activity = ActivityKind.framework
    if let slide = shownSlide(screen)?.slide {
      if slide.id == Self.placing {
        place = PlacingGrid.place(screen).text
        group = PlacingGrid.municipality(screen)?.document.text ?? group
      } else if let condition = ConditionSlides.selected(on: slide, self, screen) {
        place = condition.id
        activity = .conditions
      }
    }
    return NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: screen.item?.key,
      activity: activity, phase: screen.phase?.id, group: group, voice: Groups.voice(of: group),
      place: place, channel: .keyboard)
  }

  func hold(of draft: NoteDraft, _ screen: WorkshopScreen) -> String? {
    PlacingGrid.hold(of: draft, screen) ?? ConditionSlides.hold(of: draft, screen.content)
  }

  // MARK: Keys

  func label(_ action: Action, _ screen: WorkshopScreen) -> String? {
    action == .turnPage && isOnGrid(screen) ? "key.place" : nil
  }

  /// Where a municipality stands shows in the grid, at the starting points and in the figures.
  func shows(_ note: Note, _ screen: WorkshopScreen) -> Bool {
    guard let place = note.place, let slide = shownSlide(screen)?.slide,
      PlacingGrid.places.contains(where: { $0.text.hasSameBytes(as: place) })
    else { return false }
    return slide.id == Self.placing || slide.showsPlaces && !note.isRemark
  }

  private func isOnGrid(_ screen: WorkshopScreen) -> Bool {
    screen.focus.box == 0 && shownSlide(screen)?.slide.id == Self.placing
  }

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    if action == .giveScores { return ScoreForm.open(from: self, on: &screen) }
    if isOnGrid(screen), let effects = PlacingGrid.perform(action, on: &screen) { return effects }
    return performOnSlide(action, on: &screen)
  }

  func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form? {
    ScoreForm.form(purpose, screen)
  }

  func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    ScoreForm.keep(form, on: &screen)
  }
}

/// Going over the conditions at the start or the end, as an item of its own.
///
/// Source of the conditions: *Voorwaarden voor het ontstaan van samenwerking*, ch. 2.
struct ConditionsStage: SlideStage {
  var scope: KeyTable.Scope { .stage(.conditions) }

  var bindings: [KeyTable.Binding] { SlideKeys.bindings(scope) + ScoreForm.bindings(scope) }

  func hold(of draft: NoteDraft, _ screen: WorkshopScreen) -> String? {
    ConditionSlides.hold(of: draft, screen.content)
  }

  func slides(_ screen: WorkshopScreen) -> [Slide] { ConditionSlides.all(screen) }

  func notes(on slide: Slide, _ screen: WorkshopScreen) -> [Note] {
    guard let item = screen.item,
      let group = ConditionSlides.group(of: slide, screen.content)
    else { return [] }
    // Notes on no condition stand on the first page, so that none is out of sight.
    let isFirst = shownSlide(screen)?.index == 0
    return (isFirst ? screen.workshop.notes.at(nil, ofItem: item.key) : [])
      + ConditionSlides.notes(on: group, screen)
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    let places = Set(ConditionSlides.places(screen.content))
    return screen.notes { place, _, _ in place.map(places.contains) ?? true }
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    Groups.all(screen.workshop, content: screen.content)
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    let group = screen.chosenGroup ?? "plenary"
    let slide = shownSlide(screen)?.slide
    return NoteDraft(
      document: Groups.document(of: group, workshop: screen.workshop), item: screen.item?.key,
      activity: .conditions, phase: screen.phase?.id, group: group,
      voice: Groups.voice(of: group),
      place: slide.flatMap { ConditionSlides.selected(on: $0, self, screen)?.id },
      channel: .keyboard)
  }

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    if action == .giveScores { return ScoreForm.open(from: self, on: &screen) }
    return performOnSlide(action, on: &screen)
  }

  func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form? {
    ScoreForm.form(purpose, screen)
  }

  func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    ScoreForm.keep(form, on: &screen)
  }
}

/// The keys of a stage that tells something page by page.
enum SlideKeys {
  static func bindings(_ scope: KeyTable.Scope) -> [KeyTable.Binding] {
    [KeyTable.bind(.turnPage, scope, "Space", rank: 25, label: "key.next-page")]
  }
}
