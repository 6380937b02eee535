import TextScreen
import WorkshopContent
import WorkshopCore

extension Action {
  static let addPhotograph = Action("add-photograph")
}

/// The visions: words, a drawing with the group's own explanation, and showing them to the others.
///
/// Source: *Tweedaagse onderzoekswerkplaats*, ch. 1.
struct VisionStage: ReportingStage {
  static let photographPurpose = "photograph"

  /// The list of notes with what is asked above it is that of plain notes.
  private let plain = PlainStage()

  var scope: KeyTable.Scope { .stage(.vision) }

  var bindings: [KeyTable.Binding] {
    [KeyTable.bind(.addPhotograph, scope, "o", rank: 22, label: "key.add-photograph")]
      + KeyTable.turns(scope)
  }

  // MARK: Boxes

  func board(_ screen: WorkshopScreen) -> [StageBox] {
    let forms: [VisionForm] =
      switch screen.phase?.id {
      case VisionForm.words.rawValue: [.words]
      case VisionForm.drawing.rawValue: [.drawing]
      default: VisionForm.allCases
      }
    return groupIDs(screen).flatMap { group in forms.map { box(group, $0, screen) } }
  }

  /// Shown to the others: all that one municipality has.
  func sheet(of group: String, _ screen: WorkshopScreen) -> [StageBox] {
    VisionForm.allCases.map { box(group, $0, screen) }
  }

  /// The municipalities by the ids of their groups; the whole room where there are none.
  private func groupIDs(_ screen: WorkshopScreen) -> [String] {
    if let team = screen.team { return [team.text] }
    let municipalities = screen.workshop.municipalities.map(\.document.text)
    return municipalities.isEmpty ? ["plenary"] : municipalities
  }

  func strays(_ screen: WorkshopScreen) -> [Note] {
    let groups = Set(groupIDs(screen))
    var documents = Set(groups.map { Groups.document(of: $0, workshop: screen.workshop) })
    // Where groups report back, each that has something gets a turn, and the whole room too.
    let allReport = screen.team == nil && screen.texts.phases.contains(where: \.isReporting)
    if allReport { documents.insert(.plenary) }
    return screen.notes { _, owner, document in
      guard let owner else { return documents.contains(document) }
      return groups.contains(owner) || allReport && !owner.isEmpty
    }
  }

  private func box(_ group: String, _ form: VisionForm, _ screen: WorkshopScreen) -> StageBox {
    let notes = screen.workshop.notes
    let item = screen.item?.key
    let document = Groups.document(of: group, workshop: screen.workshop)
    // Whatever names no form is read among the words.
    let isMeant = { (place: String?) in
      (place == VisionForm.drawing.rawValue) == (form == .drawing)
    }
    let own = notes.sheet(of: group, inItem: item, wherePlace: isMeant).followed(
      by: notes.sheet(of: nil, inItem: item, wherePlace: isMeant)
        .filter { $0.document == document })
    let name = Groups.name(group, workshop: screen.workshop, content: screen.content)
    var box = StageBox(
      id: "\(group)/\(form.rawValue)",
      title: .name("\(name) · \(screen.content.word("vision.\(form.rawValue)"))"),
      place: form.rawValue, group: group, notes: own)
    let photograph = screen.content.word("vision.photograph")
    box.details = { $0.attachments.isEmpty ? nil : photograph }
    return box
  }

  func groups(_ screen: WorkshopScreen) -> [Choice] {
    groupIDs(screen).map {
      Choice(id: $0, name: Groups.name($0, workshop: screen.workshop, content: screen.content))
    }
  }

  func draft(in box: StageBox, _ screen: WorkshopScreen) -> NoteDraft {
    NoteDraft(
      document: Groups.document(of: box.group, workshop: screen.workshop), item: screen.item?.key,
      activity: .vision, phase: screen.phase?.id, group: box.group, place: box.place,
      channel: .keyboard)
  }

  // MARK: Photographs

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    switch action {
    case .addPhotograph:
      guard let box = showDrawings(on: &screen) else { return [] }
      var purpose = Form.Purpose(id: Self.photographPurpose, place: box.group)
      // A drawing that was written down before its photograph was taken gets it now.
      if let note = screen.selectedNote, note.typedPlace == .vision(.drawing),
        note.attachments.isEmpty
      {
        purpose.record = note.id
      }
      screen.open(purpose)
      return []
    default: return performReporting(action, on: &screen)
    }
  }

  /// Goes to the step that shows drawings, where a photograph will stand; the box of the same group there.
  private func showDrawings(on screen: inout WorkshopScreen) -> StageBox? {
    guard let box = screen.selectedBox else { return nil }
    let phases = screen.texts.phases
    guard screen.phase?.id == VisionForm.words.rawValue, let item = screen.item,
      let drawing = phases.firstIndex(where: { $0.id == VisionForm.drawing.rawValue })
    else { return box }
    screen.memory.phases[item.id.text] = drawing
    screen.focus.box = screen.boxes.firstIndex { $0.group == box.group } ?? 0
    return screen.selectedBox
  }

  func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form? {
    guard purpose.id == Self.photographPurpose, let group = purpose.place else { return nil }
    let content = screen.content
    let note = purpose.record.flatMap { screen.workshop.notes[$0] }
    let name = Groups.name(group, workshop: screen.workshop, content: content)
    var fields = [Form.Field.text(Form.photograph, content.word("vision.photograph-path"))]
    if note == nil { fields.append(.text("text", content.word("vision.explanation"))) }
    return Form(
      purpose: purpose,
      title: [content.word("vision.drawing"), name, note?.text.shortened].compactMap { $0 }
        .joined(separator: " · "),
      fields: fields)
  }

  func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    guard form.purpose.id == Self.photographPurpose, let group = form.purpose.place,
      let path = form.filled(Form.photograph)
    else { return [] }
    let document = Groups.document(of: group, workshop: screen.workshop)
    var draft = NoteDraft(
      document: document, item: screen.item?.key, activity: .vision, phase: screen.phase?.id,
      group: group, place: VisionForm.drawing.rawValue, channel: .keyboard)
    draft.text = form.filled("text") ?? ""
    // What was filled in stays until the photograph is in the session.
    screen.memory.form = form.memory(in: screen.item?.id)
    screen.say(screen.content.word("attach.copying"))
    return [
      .attach(
        Attachment(
          path: path, id: screen.scribe.newRecord().text, note: form.purpose.record, draft: draft))
    ]
  }

  // MARK: Drawing

  func boardAreas(_ view: StageView, in rect: Rect) -> [Rect?] { plain.areas(view, in: rect) }

  func drawBoard(_ view: StageView, in rect: Rect, on frame: inout Frame) {
    plain.draw(view, in: rect, on: &frame)
  }
}
