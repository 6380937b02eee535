import TextScreen
import WorkshopContent
import WorkshopCore

// A participant withdraws: asked twice, for nothing brings it back.

extension WorkshopScreen {
  private static let askPurpose = "erase.ask/"
  private static let surePurpose = "erase.sure/"
  private static let mentionsPurpose = "erase.mentions/"

  /// Asks whether everything of a participant is to go, and says what that is.
  mutating func startErasing(_ person: Participant) {
    let erasure = Erasure(of: person.id, in: workshop.documents.values)
    var parts = [content.word("notes", count: erasure.notes)]
    if erasure.picks > 0 { parts.append(content.word("erase.roles", count: erasure.picks)) }
    if !erasure.attachments.isEmpty {
      parts.append(content.word("erase.photographs", count: erasure.attachments.count))
    }
    var facts = [content.word("erase.goes", ["what": parts.joined(separator: ", ")])]
    let counts = MentionCounts(erasure)
    if counts.redactable > 0 {
      facts.append(content.word("erase.mentions", count: counts.redactable))
    }
    facts += words(of: counts)
    facts.append(content.word("erase.copies"))
    ask(Self.askPurpose + person.id.text, "erase.ask", person, facts)
  }

  /// Goes on after an answer; `nil` for a question that is not about erasing.
  mutating func answerErasing(_ choice: Choice, _ purpose: String) -> [Effect]? {
    let isSure = purpose.hasPrefix(Self.surePurpose)
    let isDecided = purpose.hasPrefix(Self.mentionsPurpose)
    guard isSure || isDecided || purpose.hasPrefix(Self.askPurpose) else { return nil }
    let id = RecordID(String(purpose.drop { $0 != "/" }.dropFirst()))
    let mentions = MentionChoice(rawValue: choice.id)
    guard choice.id == "yes" || mentions != nil, let person = id.flatMap(workshop.participant)
    else {
      say(content.word("erase.not"))
      return []
    }
    if let mentions { return erase(person, mentions) }
    if isSure { return askMentions(person) }
    ask(
      Self.surePurpose + person.id.text, "erase.sure", person,
      [content.word("erase.for-good"), content.word("erase.reports")])
    return []
  }

  private mutating func ask(
    _ purpose: String, _ title: String, _ person: Participant, _ facts: [String]
  ) {
    overlay = .chooser(
      Chooser(
        purpose: purpose, title: content.word(title, ["name": person.told(in: workshop)]),
        facts: facts,
        choices: [
          Choice(id: "no", name: content.word("erase.no")),
          Choice(id: "yes", name: content.word("erase.yes")),
        ]))
  }

  /// Asks what becomes of texts of others that name who withdraws; there is no default.
  private mutating func askMentions(_ person: Participant) -> [Effect] {
    let erasure = Erasure(of: person.id, in: workshop.documents.values)
    let counts = MentionCounts(erasure)
    // What stays in any case is no question.
    guard counts.redactable > 0 else { return erase(person, .keep) }
    let facts =
      [content.word("erase.mentions.certain", count: counts.redactable)] + words(of: counts)
    overlay = .chooser(
      Chooser(
        purpose: Self.mentionsPurpose + person.id.text,
        title: content.word("erase.mentions.ask", ["name": person.told(in: workshop)]),
        facts: facts,
        choices: [
          Choice(id: "no", name: content.word("erase.no")),
          Choice(
            id: MentionChoice.redact.rawValue, name: content.word("erase.mentions.redact"), key: "r"
          ),
          Choice(
            id: MentionChoice.keep.rawValue, name: content.word("erase.mentions.keep"), key: "k"),
        ]))
    return []
  }

  /// What texts are told of that stay in any case and are shown afterwards.
  private func words(of counts: MentionCounts) -> [String] {
    [("doubtful", counts.doubtful), ("fixed", counts.fixed)].filter { $0.1 > 0 }.map {
      content.word("erase.mentions.\($0.0)", count: $0.1)
    }
  }

  private mutating func erase(_ person: Participant, _ mentions: MentionChoice) -> [Effect] {
    let erasure = Erasure(of: person.id, in: workshop.documents.values)
    let edit = erasure.edit(by: &scribe, in: workshop.documents.values, mentions: mentions)
    memory.forget(erasure)
    withdrawal = []
    discarded = nil
    say(content.word("erase.done"))
    let left = erasure.mentions.compactMap { mention -> Mention? in
      if mentions == .keep || !mention.canBeRedacted { return mention }
      return mention.left
    }
    if !left.isEmpty { overlay = .pager(Pages.mentions(left, self)) }
    return send(edit) + [.remember(memory)]
  }

  /// Names the files that words may still be in after somebody withdrew: no program may judge them.
  mutating func showBeside(_ names: [String]) {
    beside = names
    guard overlay == nil, let besideWords else {
      return say(content.word("erase.beside.short"), as: .warning)
    }
    overlay = .pager(
      Pager(
        title: content.word("erase.look.title"),
        paragraphs: [Pager.Paragraph(text: besideWords, hanging: 2)]))
  }

  /// What is said of those files; `nil` where there are none.
  var besideWords: String? {
    guard !beside.isEmpty else { return nil }
    return content.word("erase.beside", ["files": beside.joined(separator: ", ")])
  }

  /// Forgets on this machine what was erased on another one.
  mutating func forgetErased(in news: [Document], after former: [DocumentName: Document])
    -> [Effect]
  {
    var people: [RecordID] = []
    var notes: Set<RecordID> = []
    // An open editor is its own, though memory knows its text as well.
    let draft = memory.draft
    for document in news {
      for (collection, records) in document.collections {
        for record in records.values where record.erased != nil {
          guard let before = former[document.name]?[collection, record.id], before.erased == nil
          else { continue }
          if collection == SessionCollection.participants {
            people.append(record.id)
          } else {
            notes.insert(record.id)
          }
        }
      }
    }
    let late = Redaction.lateEdits(in: news)
    if !late.isEmpty, !Set(late).isSubset(of: Redaction.lateEdits(in: former.values)) {
      say(content.word("erase.late"))
    }
    guard !people.isEmpty || !notes.isEmpty else { return [] }
    // The texts of others are no concern of what is remembered here, and searching them would hold up keys.
    for person in people {
      memory.forget(Erasure(of: person, in: former.values, looksForMentions: false))
    }
    if !notes.isEmpty { memory.forget(Erasure(notes: notes, in: former.values)) }
    discarded = nil
    closeErased(notes.union(people), draft)
    return [.remember(memory)]
  }

  /// Closes what is open on something that was erased, with what was typed for it, and says why.
  private mutating func closeErased(_ erased: Set<RecordID>, _ draft: ScreenMemory.Draft?) {
    for item in focuses.keys { focuses[item]?.marked.subtract(erased) }
    if isOpen(onAny: erased) {
      if case .editor = overlay { memory.draft = nil }
      if case .form = overlay { memory.form = nil }
      overlay = nil
      return say(content.word("erase.closed"), as: .warning)
    }
    switch overlay {
    case .editor:
      // It is on something else; that it seems to name somebody is for a person to judge.
      memory.draft = draft
    case .form(let form):
      // Who was erased is no choice any more.
      resume(form.memory(in: item?.id), keepsCursor: true)
    case .chooser(var chooser):
      chooser.leaveOut(erased)
      overlay = .chooser(chooser)
    default: break
    }
  }

  /// Tells whether what lies over the stage is about something that was erased, or could show it.
  private func isOpen(onAny erased: Set<RecordID>) -> Bool {
    func names(_ text: String?) -> Bool {
      guard let text else { return false }
      return erased.contains { text.contains($0.text) }
    }
    return switch overlay {
    case .editor(let editor): editor.draft.isAbout(erased.contains)
    case .form(let form):
      ([form.purpose.record].compactMap(\.self) + form.purpose.about).contains(
        where: erased.contains)
        || names(form.purpose.place) || names(form.purpose.id)
    case .chooser(let chooser): names(chooser.purpose)
    case .history(let history): erased.contains(history.note)
    case .pager, .people: true
    case .programme, .seats, .search, .report, nil: false
    }
  }
}

/// How many texts of others seem to name somebody, by what can become of them.
private struct MentionCounts {
  /// Those out of which the name can be taken.
  let redactable: Int
  /// Those whose word may be no name.
  let doubtful: Int
  /// Those that name them where no program writes anew, such as the name of a file.
  let fixed: Int

  init(_ erasure: Erasure) {
    redactable = erasure.mentions.count(where: \.canBeRedacted)
    doubtful = erasure.mentions.count(where: \.isDoubtful)
    fixed = erasure.mentions.count - redactable - doubtful
  }
}

extension Pages {
  /// The texts that seem to name somebody who withdrew, for a person to look at.
  static func mentions(_ mentions: [Mention], _ screen: WorkshopScreen) -> Pager {
    let content = screen.content
    let isAnyNote = mentions.contains {
      $0.record.map { screen.workshop.notes[$0] != nil } ?? false
    }
    var paragraphs = [Pager.Paragraph(text: content.word("erase.look"))]
    if isAnyNote { paragraphs.append(Pager.Paragraph(text: content.word("erase.look.notes"))) }
    paragraphs.append(Pager.Paragraph(text: ""))
    paragraphs += mentions.map { mention in
      var facts = [screen.workshop.municipality(mention.document)?.name ?? mention.document.text]
      let note = mention.record.flatMap { screen.workshop.notes[$0] }
      if let item = note?.item.flatMap(screen.workshop.item) { facts.append(item.title) }
      if mention.isHistory { facts.append(content.word("erase.history")) }
      // The command that erases a note asks for this.
      if let note { facts.append(note.id.text) }
      return Pager.Paragraph(
        text: "“\(mention.text)” — \(facts.joined(separator: " · "))", hanging: 2)
    }
    return Pager(title: content.word("erase.look.title"), paragraphs: paragraphs)
  }
}
