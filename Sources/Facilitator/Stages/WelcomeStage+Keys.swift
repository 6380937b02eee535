import TextScreen
import WorkshopContent
import WorkshopCore

// What can be done about the people of the workshop: who is here, who they are, what they agree to.

extension Action {
  static let togglePresence = Action("toggle-presence")
  static let addPerson = Action("add-person")
  static let askConsent = Action("ask-consent")
  static let nextDayPart = Action("next-day-part")
  static let showAgreements = Action("show-agreements")
  static let erasePerson = Action("erase-person")
  static let readPeople = Action("read-people")
}

extension WelcomeStage {
  private static let personForm = "person"
  private static let consentForm = "consent"
  private static let listForm = "people-list"

  var scope: KeyTable.Scope { .stage(.welcome) }

  var bindings: [KeyTable.Binding] {
    [
      KeyTable.bind(.togglePresence, scope, "Space", rank: 1, label: "key.present"),
      KeyTable.bind(.addPerson, scope, "i", rank: 2, label: "key.add-person"),
      KeyTable.bind(.askConsent, scope, "c", rank: 3, label: "key.consent"),
      KeyTable.bind(.nextDayPart, scope, "v", rank: 4, label: "key.day-part"),
      KeyTable.bind(.showAgreements, scope, "w", rank: 5, label: "key.agreements"),
      KeyTable.bind(.erasePerson, scope, "X"),
      KeyTable.bind(.readPeople, scope, "L"),
    ]
  }

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    switch action {
    case .addPerson:
      screen.open(Form.Purpose(id: Self.personForm))
      return []
    case .readPeople:
      screen.open(Form.Purpose(id: Self.listForm))
      return []
    case .nextDayPart: return nextDayPart(on: &screen)
    case .showAgreements:
      screen.overlay = .pager(agreements(screen))
      return []
    case .togglePresence, .askConsent, .erasePerson:
      guard let person = selected(screen) else {
        screen.say(screen.content.word("welcome.choose-person"))
        return []
      }
      if action == .togglePresence { return togglePresence(of: person, on: &screen) }
      if action == .erasePerson {
        screen.startErasing(person)
        return []
      }
      screen.open(Form.Purpose(id: Self.consentForm, record: person.id))
      return []
    case .edit, .delete, .read:
      // With the cursor on a note these are what they are everywhere.
      guard let person = selected(screen) else { return nil }
      switch action {
      case .edit: screen.open(Form.Purpose(id: Self.personForm, record: person.id))
      case .delete: return withdraw(person, on: &screen)
      default: screen.overlay = .pager(page(of: person, screen))
      }
      return []
    default: return nil
    }
  }

  private func selected(_ screen: WorkshopScreen) -> Participant? {
    screen.selectedEntry.flatMap { entry in
      screen.workshop.participant(entry)
    }
  }

  private func step(_ person: RecordID, _ set: JSONObject) -> Scribe.Step {
    Scribe.Step(.session, SessionCollection.participants, person, set: set)
  }

  // MARK: Who is here

  /// Present, absent and present again; undo brings back that it was not recorded.
  private func togglePresence(of person: Participant, on screen: inout WorkshopScreen) -> [Effect] {
    let part = part(screen)
    let isPresent = !(person.presence[part] ?? false)
    return screen.commit(
      [step(person.id, [Participant.Field.present(part): .bool(isPresent)])],
      label: person.label.shortened)
  }

  private func nextDayPart(on screen: inout WorkshopScreen) -> [Effect] {
    let parts = DayPart.allCases
    let index = parts.firstIndex(of: part(screen)) ?? 0
    let next = parts[(index + 1) % parts.count]
    screen.say(screen.content.word("part.\(next.rawValue)"))
    return screen.choose("part", next.rawValue)
  }

  private func withdraw(_ person: Participant, on screen: inout WorkshopScreen) -> [Effect] {
    let effects = screen.commit(
      [step(person.id, [Note.Field.deleted: .bool(true)])], label: person.label.shortened)
    screen.say(screen.content.word("status.deleted"))
    return effects
  }

  func choose(_ choice: Choice, for purpose: String, on screen: inout WorkshopScreen) -> [Effect] {
    screen.answerErasing(choice, purpose) ?? []
  }

  // MARK: Forms

  func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form? {
    let person = screen.workshop.participants.first { $0.id == purpose.record }
    switch purpose.id {
    case Self.personForm:
      guard purpose.record == nil || person != nil else { return nil }
      return personForm(purpose, person, screen)
    case Self.listForm:
      return Form(
        purpose: purpose, title: screen.content.word("people.read"),
        fields: [.text("path", screen.content.word("people.read.path"))])
    case Self.consentForm:
      guard let person else { return nil }
      let content = screen.content
      return Form(
        purpose: purpose, title: "\(content.word("consent")) · \(person.told(in: screen.workshop))",
        fields: Consent.Use.allCases.map { use in
          .choice(
            use.rawValue, content.word("consent.\(use.rawValue)"),
            [
              Choice(id: "", name: content.word("consent.unanswered")),
              Choice(id: "yes", name: content.word("yes")),
              Choice(id: "no", name: content.word("no")),
            ], chosen: person.consent[use].map { $0 ? "yes" : "no" } ?? "")
        })
    default: return nil
    }
  }

  private func personForm(
    _ purpose: Form.Purpose, _ person: Participant?, _ screen: WorkshopScreen
  ) -> Form {
    let content = screen.content
    let standings =
      [Choice(id: "", name: content.word(for: nil))]
      + Standing.allCases.map { Choice(id: $0.rawValue, name: content.word(for: $0)) }
    let places =
      [Choice(id: "", name: content.word("not-recorded"))]
      + screen.workshop.municipalities.map { Choice(id: $0.document.text, name: $0.name) }
    let title = person.map { "\(content.word("participant")) · \($0.told(in: screen.workshop))" }
    var form = Form(
      purpose: purpose, title: title ?? content.word("welcome.add"),
      fields: [
        .text("name", content.word("name"), person?.name ?? ""),
        .text("function", content.word("function"), person?.function ?? ""),
        .choice(
          "side", content.word("side"), standings, chosen: person?.standing?.rawValue ?? ""),
        .choice(
          "municipality", content.word("municipality"), places,
          chosen: (person == nil ? screen.team : person?.municipality)?.text ?? ""),
      ])
    form.startsEmpty = person == nil
    return form
  }

  func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    switch form.purpose.id {
    case Self.personForm: return keepPerson(form, on: &screen)
    case Self.consentForm: return keepConsent(form, on: &screen)
    case Self.listForm:
      guard let path = form.filled("path") else { return [] }
      // What was filled in stays until the list is read.
      screen.memory.form = form.memory(in: screen.item?.id)
      return [.readList(path)]
    default: return []
    }
  }

  private func keepPerson(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    guard let label = form.filled("name") ?? form.filled("function") else {
      screen.say(screen.content.word("welcome.needs-name"), as: .warning)
      return []
    }
    let old = screen.workshop.participants.first { $0.id == form.purpose.record }
    let values: [(FieldName, String?, String?)] = [
      (Participant.Field.name, form.filled("name"), old?.name),
      (Participant.Field.function, form.filled("function"), old?.function),
      (Participant.Field.side, form.filled("side"), old?.standing?.rawValue),
      (
        Participant.Field.municipality, form.filled("municipality"), old?.municipality?.text
      ),
    ]
    var set: JSONObject = [:]
    for (name, new, old) in values where !(new ?? "").hasSameBytes(as: old ?? "") {
      set[name] = new.map(JSONValue.string) ?? .null
    }
    guard !set.isEmpty else { return [] }
    let record = old?.id ?? screen.scribe.newRecord()
    let effects = screen.commit([step(record, set)], label: label.shortened)
    screen.select(note: record, near: 0)
    return effects
  }

  private func keepConsent(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    guard let person = screen.workshop.participants.first(where: { $0.id == form.purpose.record })
    else { return [] }
    var set: JSONObject = [:]
    for use in Consent.Use.allCases {
      let answer: Bool? =
        switch form[use.rawValue] {
        case "yes": true
        case "no": false
        default: nil
        }
      guard answer != person.consent[use] else { continue }
      set[Participant.Field.consent(use)] = answer.map(JSONValue.bool) ?? Consent.unanswered
    }
    guard !set.isEmpty else { return [] }
    return screen.commit([step(person.id, set)], label: person.label.shortened)
  }

  // MARK: Pages

  /// The agreements, large and whole.
  private func agreements(_ screen: WorkshopScreen) -> Pager {
    let paragraphs = (1...Self.agreements).flatMap { number in
      [
        Pager.Paragraph(
          text: "\(number)  " + screen.content.word("agreements.\(number)"),
          style: Style(.normal, bold: true), hanging: 3),
        Pager.Paragraph(text: ""),
      ]
    }
    return Pager(title: screen.content.word("agreements"), paragraphs: paragraphs)
  }

  /// What is recorded about somebody; on the wall only when called up.
  private func page(of person: Participant, _ screen: WorkshopScreen) -> Pager {
    let content = screen.content
    let place = person.municipality.flatMap(screen.workshop.municipality)?.name
    let facts = [person.function, person.organisation, content.word(for: person.standing), place]
    var paragraphs = [
      Pager.Paragraph(
        text: person.told(in: screen.workshop), style: Style(.normal, bold: true)),
      Pager.Paragraph(text: facts.compactMap { $0 }.joined(separator: " · ")),
      Pager.Paragraph(text: ""),
    ]
    paragraphs += DayPart.allCases.map { part in
      let answer = person.presence[part].map { $0 ? "screen.present" : "presence.absent" }
      return Pager.Paragraph(
        text: content.word("part.\(part.rawValue)") + ": "
          + content.word(answer ?? "not-recorded"), hanging: 2)
    }
    paragraphs.append(Pager.Paragraph(text: ""))
    paragraphs += Consent.Use.allCases.map { use in
      let answer = person.consent[use].map { $0 ? "yes" : "no" }
      return Pager.Paragraph(
        text: content.word("consent.\(use.rawValue)") + ": "
          + content.word(answer ?? "consent.unanswered"), hanging: 2)
    }
    return Pager(title: content.word("participant"), paragraphs: paragraphs)
  }
}
