import TextScreen
import WorkshopContent
import WorkshopCore

// What can be done on the role market besides taking notes.

extension Action {
  static let pick = Action("pick")
  static let choosePerson = Action("choose-person")
  static let aboutWhom = Action("about-whom")
  static let why = Action("why")
  static let takeRolesIn = Action("take-roles-in")
  static let limitCards = Action("limit-cards")
  static let jump = Action("jump")
  static let closeLarge = Action("close-large")
}

extension RoleMarketStage {
  private static let personPurpose = "person"
  private static let rolesPurpose = "take-roles-in"
  private static let pickForm = "pick"
  /// The form for a room that looks on: what was written before is not in it.
  static let hiddenPickForm = "pick-hidden"
  private static let cardsForm = "cards"
  /// Milliseconds after which a digit begins another number.
  private static let typing: Int64 = 1_500
  /// The largest number that is counted with.
  private static let largest = 999_999_999_999

  var scope: KeyTable.Scope { .stage(.roleMarket) }

  var bindings: [KeyTable.Binding] {
    [
      KeyTable.bind(.pick, scope, "Space", rank: 1, label: "key.pick"),
      KeyTable.bind(.nextTurn, scope, "v", rank: 2, label: "key.next-turn"),
      KeyTable.bind(.choosePerson, scope, "c", rank: 3, label: "key.person"),
      KeyTable.bind(.aboutWhom, scope, "o", rank: 4, label: "key.o"),
      KeyTable.bind(.why, scope, "w", rank: 5, label: "key.w"),
      KeyTable.bind(
        .jump, scope, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", rank: 66,
        label: "key.jump", shown: "0-9"),
      KeyTable.bind(.takeRolesIn, scope, "i", rank: 67, label: "key.take-roles-in"),
      KeyTable.bind(.limitCards, scope, "#", rank: 68, label: "key.cards"),
      KeyTable.bind(.closeLarge, scope, "Esc"),
      KeyTable.innerClock(scope),
    ]
  }

  func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    if let number = numberOfNobody(screen), Self.acting.contains(action) {
      screen.say(Self.words(for: number, screen), as: .warning)
      return []
    }
    if action != .jump { screen.focus.number = nil }
    if isExplaining(screen) { return performExplaining(action, on: &screen) }
    switch action {
    case .pick: return pick(on: &screen)
    case .choosePerson: startChoosingPerson(on: &screen)
    case .nextTurn: return nextPerson(on: &screen)
    case .aboutWhom, .why: tell(action, on: &screen)
    case .takeRolesIn: startTakingRolesIn(on: &screen)
    case .limitCards: startLimiting(on: &screen)
    case .jump: jump(on: &screen)
    case .closeLarge: break
    case .read:
      guard let role = selectedRole(screen) else { return nil }
      screen.overlay = .pager(card(role, screen))
    default: return nil
    }
    return []
  }

  private func selectedRole(_ screen: WorkshopScreen) -> WorkshopRole? {
    screen.selectedEntry.flatMap { entry in screen.workshop.roles.first { $0.id == entry } }
  }

  // MARK: Taking cards

  private func pick(on screen: inout WorkshopScreen) -> [Effect] {
    guard let role = selectedRole(screen), let item = screen.item else {
      screen.say(screen.content.word("role-market.choose-role"))
      return []
    }
    guard let person = person(screen) else {
      startChoosingPerson(on: &screen)
      return []
    }
    let market = market(screen)
    let label = "\(person.label.shortened) · \(role.name.shortened)"
    let mine = screen.workshop.notes.ofItem(item.key)
      .compactMap { RolePick($0, in: screen.workshop) }
      .filter { $0.role == role.id && $0.person == person.id }
    guard mine.isEmpty else { return screen.commit(mine.map(\.puttingBack), label: label) }
    if market.left(of: role) == 0 {
      screen.say(screen.content.word("role-market.none-left", ["role": role.name]), as: .warning)
      return []
    }
    let step = RolePick.step(
      taking: role, for: person, item: item.key, phase: screen.phase?.id)
    return screen.commit([step], label: label)
  }

  /// What is done with the row of a number.
  private static let acting: Set<Action> = [.pick, .read, .aboutWhom, .why, .limitCards]

  /// The number that was typed, if no row has it: then nothing is done with the row that has the cursor.
  private func numberOfNobody(_ screen: WorkshopScreen) -> Int? {
    guard let number = screen.focus.number, let box = screen.boxes.first,
      !(1...max(1, box.count)).contains(number)
    else { return nil }
    return number
  }

  private static func words(for number: Int, _ screen: WorkshopScreen) -> String {
    screen.content.word("role-market.no-such-number", ["number": String(number)])
  }

  /// Goes to the row whose number is being typed, digit by digit; says so where no row has it.
  func jump(on screen: inout WorkshopScreen) {
    guard let digit = screen.key.flatMap({ Int($0.description) }), let box = screen.boxes.first
    else { return }
    // A number that was typed a while ago is nobody's beginning of another one.
    let isOld = screen.keyedAt - screen.focus.numberAt > Self.typing
    let before = isOld ? 0 : screen.focus.number ?? 0
    // What nobody typed is never said: of more digits the first ones count.
    let number = before > Self.largest / 10 ? before : before * 10 + digit
    screen.focus.number = number
    screen.focus.numberAt = screen.keyedAt
    guard number > 0, number <= box.count else {
      return screen.say(Self.words(for: number, screen), as: .warning)
    }
    screen.focus.box = 0
    screen.focus.large = nil
    screen.focus.setRow(number - 1, in: box.id)
  }

  // MARK: Who chooses

  private func startChoosingPerson(on screen: inout WorkshopScreen) {
    let market = market(screen)
    let people = market.choosers
    guard !people.isEmpty else {
      return screen.say(screen.content.word("role-market.nobody-here"), as: .warning)
    }
    let choices = people.map { person in
      let count = market.picks(by: person.id).count
      let name = person.called(in: screen.workshop)
      return Choice(id: person.id.text, name: count == 0 ? name : "\(name)  ✓ \(count)")
    }
    screen.overlay = .chooser(
      Chooser(
        purpose: Self.personPurpose, title: screen.content.word("role-market.who"),
        choices: choices, chosen: person(screen)?.id.text))
  }

  /// Calls the next person who took nothing yet, round and round.
  private func nextPerson(on screen: inout WorkshopScreen) -> [Effect] {
    let market = market(screen)
    let all = market.choosers.filter { !$0.isGroup }
    let waiting = Set(market.waiting.map(\.id))
    let now = person(screen).flatMap { person in all.firstIndex { $0.id == person.id } } ?? -1
    let order = all.indices.map { all[(now + 1 + $0) % all.count] }
    guard let next = order.first(where: { waiting.contains($0.id) }) else {
      screen.say(
        screen.content.word(all.isEmpty ? "role-market.nobody-here" : "role-market.all-chosen"))
      return []
    }
    return screen.choose("person", next.id.text)
  }

  func choose(_ choice: Choice, for purpose: String, on screen: inout WorkshopScreen) -> [Effect] {
    switch purpose {
    case Self.personPurpose: return screen.choose("person", choice.id)
    case Self.rolesPurpose where choice.id == "yes": return takeRolesIn(on: &screen)
    default: return []
    }
  }

  // MARK: About whom and why

  private func tell(_ action: Action, on screen: inout WorkshopScreen) {
    guard !market(screen).roles.isEmpty else {
      return screen.say(screen.content.word("role-market.no-roles"))
    }
    guard let person = person(screen) else { return startChoosingPerson(on: &screen) }
    guard let role = selectedRole(screen),
      let pick = market(screen).pick(of: role.id, by: person.id)
    else { return screen.say(screen.content.word("role-market.take-first")) }
    // Both keys open the same form, so that what is half typed in it is there only once.
    screen.open(Form.Purpose(id: Self.pickForm, record: pick.id))
    guard case .form(var form) = screen.overlay else { return }
    form.selected = action == .why ? 1 : 0
    screen.overlay = .form(form)
  }

  func form(_ purpose: Form.Purpose, _ screen: WorkshopScreen) -> Form? {
    let content = screen.content
    switch purpose.id {
    case Self.pickForm, Self.hiddenPickForm:
      guard let note = purpose.record.flatMap({ screen.workshop.notes[$0] }),
        let pick = RolePick(note, in: screen.workshop)
      else { return nil }
      let role = screen.workshop.roles.first { $0.id == pick.role }
      let isHidden = purpose.id == Self.hiddenPickForm
      func field(_ id: String, _ label: String, _ text: String?) -> Form.Field {
        guard isHidden, text != nil else { return .text(id, label, text ?? "") }
        return .text(id, content.word("role-market.kept", ["what": label]))
      }
      let person = pick.person.flatMap(screen.workshop.participant)
      let title = [role?.name, person?.called(in: screen.workshop)].compactMap(\.self)
      var form = Form(
        purpose: purpose, title: title.joined(separator: " · "),
        fields: [
          field("about", content.word("about-whom"), pick.about),
          field("why", content.word("why"), pick.why),
        ])
      form.isForTeam = true
      return form
    case Self.cardsForm:
      guard let role = screen.workshop.roles.first(where: { $0.id == purpose.record }) else {
        return nil
      }
      return Form(
        purpose: purpose, title: "\(content.word("role-market.cards-of")) \(role.name)",
        fields: [
          .text("copies", content.word("role-market.copies"), role.copies.map(String.init) ?? ""),
          .choice(
            "which", content.word("role-market.which"),
            [
              Choice(id: "one", name: content.word("role-market.this-role")),
              Choice(id: "all", name: content.word("role-market.all-roles")),
            ]),
        ])
    default: return nil
    }
  }

  func keep(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    switch form.purpose.id {
    case Self.pickForm, Self.hiddenPickForm: return keepWords(form, on: &screen)
    case Self.cardsForm: return keepLimit(form, on: &screen)
    default: return []
    }
  }

  private func keepWords(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    guard let note = form.purpose.record.flatMap({ screen.workshop.notes[$0] }),
      let pick = RolePick(note, in: screen.workshop)
    else { return [] }
    var set: JSONObject = [:]
    // Where what was there is hidden, nothing means that it stays.
    let isHidden = form.purpose.id == Self.hiddenPickForm
    let about = form.filled("about") ?? (isHidden ? pick.about : nil)
    let why = form.filled("why") ?? (isHidden ? pick.why : nil)
    if !same(about, pick.about) { set[RolePick.Field.about] = about.map(JSONValue.string) ?? .null }
    if !same(why, pick.why) {
      set[Note.Field.text] = .string(why ?? "")
      if note.fields[RolePick.Field.why] != nil { set[RolePick.Field.why] = .null }
    }
    guard !set.isEmpty else { return [] }
    return screen.commit(
      [Scribe.Step(note.document, SessionCollection.notes, note.id, set: set)],
      label: form.title.shortened)
  }

  private func same(_ left: String?, _ right: String?) -> Bool {
    (left ?? "").hasSameBytes(as: right ?? "")
  }

  // MARK: The cards on the table

  private func startTakingRolesIn(on screen: inout WorkshopScreen) {
    let count = missingRoles(screen).count
    guard count > 0 else { return screen.say(screen.content.word("role-market.all-in")) }
    screen.overlay = .chooser(
      Chooser(
        purpose: Self.rolesPurpose,
        title: screen.content.word("role-market.take-in", ["count": String(count)]),
        choices: [
          Choice(id: "no", name: screen.content.word("role-market.take-in.no")),
          Choice(id: "yes", name: screen.content.word("role-market.take-in.yes")),
        ]))
  }

  /// The roles of the source that are not among those of this workshop.
  private func missingRoles(_ screen: WorkshopScreen) -> [SourceRole] {
    let present = Set(screen.workshop.roles.compactMap(\.sourceRole))
    // The workshop of the publication made these roles itself: there they are known by their names.
    let own = screen.workshop.info.source == nil ? [] : screen.workshop.roles
    return screen.content.roles.filter { role in
      !present.contains(role.id)
        && !own.contains { $0.side == role.side && $0.name.hasSameBytes(as: role.name) }
    }
  }

  private func takeRolesIn(on screen: inout WorkshopScreen) -> [Effect] {
    let steps = missingRoles(screen).map { role in
      var set: JSONObject = [
        WorkshopRole.Field.name: .string(role.name),
        WorkshopRole.Field.side: .string(role.side.rawValue),
        WorkshopRole.Field.description: .string(role.description),
        WorkshopRole.Field.sourceRole: .string(role.id),
        WorkshopRole.Field.source: .string(screen.content.citation(of: role.source)),
        Note.Field.deleted: .bool(false),
      ]
      set[WorkshopRole.Field.relation] = role.relation.map { .string($0.rawValue) }
      return Scribe.Step(
        .session, SessionCollection.roles, WorkshopRole.record(ofSource: role.id), set: set)
    }
    let label = screen.content.word("role-market.taken-in", ["count": String(steps.count)])
    let effects = screen.commit(steps, label: label)
    screen.say(label)
    return effects
  }

  private func startLimiting(on screen: inout WorkshopScreen) {
    guard let role = selectedRole(screen) else {
      return screen.say(screen.content.word("role-market.choose-role"))
    }
    screen.open(Form.Purpose(id: Self.cardsForm, record: role.id))
  }

  private func keepLimit(_ form: Form, on screen: inout WorkshopScreen) -> [Effect] {
    let text = form["copies"].trimmedWhitespace
    let copies = Int(text).flatMap { (1...999).contains($0) ? $0 : nil }
    guard text.isEmpty || copies != nil else {
      screen.say(screen.content.word("role-market.no-number"), as: .warning)
      return []
    }
    let roles = screen.workshop.roles.filter {
      (form["which"] == "all" || $0.id == form.purpose.record) && $0.copies != copies
    }
    let value = copies.map(JSONValue.integer) ?? .null
    return screen.commit(
      roles.map {
        Scribe.Step(
          .session, SessionCollection.roles, $0.id, set: [WorkshopRole.Field.copies: value])
      }, label: screen.content.word("role-market.cards"))
  }

  /// One card, whole and alone.
  private func card(_ role: WorkshopRole, _ screen: WorkshopScreen) -> Pager {
    let content = screen.content
    let side =
      role.side.map { content.word("\($0.rawValue).plural") } ?? content.word("side-unknown")
    let origin = content.word(role.sourceRole == nil ? "role.made-here" : "role.source")
    var paragraphs = [
      Pager.Paragraph(text: role.name.uppercased(), style: Style(ink(of: role.side), bold: true)),
      Pager.Paragraph(text: side, style: Style(ink(of: role.side))),
      Pager.Paragraph(text: ""),
    ]
    if let description = role.description {
      paragraphs += [
        Pager.Paragraph(text: description, style: Style(.normal, bold: true)),
        Pager.Paragraph(text: ""),
      ]
    }
    paragraphs.append(Pager.Paragraph(text: origin, style: Style(.quiet)))
    return Pager(title: content.word("role-card"), paragraphs: paragraphs)
  }
}
