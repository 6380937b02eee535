import TextScreen
import WorkshopContent
import WorkshopCore

/// A list of people that came in, with what it would do, before anything of it is kept.
struct PeoplePreview: Sendable {
  /// The list; `nil` for one that is not understood as a whole.
  let list: PeopleList?
  /// The text it was read from, which may be notes after all; `nil` for a file.
  let text: String?
  /// What was taken for what, where it comes from a file.
  let encoding: String?
  /// Tells whether what everybody answers is shown: on a wall only where that is asked for.
  var showsAnswers = false
  /// What is said of it, page by page.
  var pager: Pager
}

extension WorkshopScreen {
  /// Offers the people of a paste in the opening; `nil` for a text that is none of people.
  mutating func offerPeople(_ text: String) -> [Effect]? {
    guard stage is WelcomeStage, let list = PasteReader(text, self).list else { return nil }
    show(list, text: text, encoding: nil)
    return hold(text)
  }

  /// Offers the people of a file.
  mutating func offerPeople(in file: ListText) {
    memory.form = nil
    message = nil
    show(
      Result { () throws(ListFault) in try PeopleList(file.text) }, text: nil,
      encoding: listWords.encoding(of: file))
  }

  private var listWords: ListWords {
    // A heading of consent that is cut may say no where it is cut.
    ListWords(
      content,
      quotingHeadings: { "“\($0.split(whereSeparator: \.isNewline).joined(separator: " "))”" }
    ) {
      "“\($0.shortened)”"
    }
  }

  private mutating func show(
    _ list: Result<PeopleList, ListFault>, text: String?, encoding: String?
  ) {
    var preview = PeoplePreview(
      list: try? list.get(), text: text, encoding: encoding,
      pager: Pager(title: content.word("people.paste.title"), paragraphs: []))
    switch list {
    case .success(let list): fill(&preview, with: list)
    case .failure(let fault):
      preview.pager = Pager(
        title: preview.pager.title, paragraphs: [Pager.Paragraph(fault, listWords, content)])
    }
    overlay = .people(preview)
  }

  /// Writes what a list would do.
  private func fill(_ preview: inout PeoplePreview, with list: PeopleList) {
    preview.pager = Pager(
      title: preview.pager.title,
      paragraphs: words(for: list, preview.encoding, tellingConsent: preview.showsAnswers))
  }

  /// What a list would do, most important first.
  private func words(for list: PeopleList, _ encoding: String?, tellingConsent: Bool)
    -> [Pager.Paragraph]
  {
    let words = listWords
    let proposal = PeopleProposal(list, for: workshop)
    let strong = Style(.normal, bold: true)
    var paragraphs = [Pager.Paragraph(text: words.summary(proposal, list), style: strong)]
    let faults = (list.faults + proposal.faults).sorted {
      ($0.line, $0.column) < ($1.line, $1.column)
    }
    paragraphs += faults.map { Pager.Paragraph($0, words, content) }
    if let withdrawn = words.withdrawn(proposal) {
      paragraphs.append(Pager.Paragraph(text: withdrawn, style: Style(.warning)))
    }
    paragraphs += (words.doubtfulConsent(list) + [words.unreadNames(list)].compactMap(\.self)).map {
      Pager.Paragraph(text: $0, style: Style(.warning), hanging: 2)
    }
    paragraphs.append(Pager.Paragraph(text: ""))
    paragraphs += proposal.municipalities.map { Pager.Paragraph(text: words.municipality($0)) }
    for entry in proposal.entries {
      guard let verdict = words.verdict(entry.verdict) else { continue }
      var parts = [verdict, words.person(entry.person, tellingConsent: tellingConsent)]
      if case .changed(_, let differences) = entry.verdict {
        parts.append(words.differences(differences, tellingConsent: tellingConsent))
      }
      paragraphs.append(Pager.Paragraph(text: parts.joined(separator: ": "), hanging: 2))
    }
    paragraphs += words.consent(of: proposal).map { Pager.Paragraph(text: $0, hanging: 2) }
    let facts = [
      encoding, words.columns(of: list), words.turned(list), words.addresses(in: list),
      words.unread(list),
    ].compactMap(\.self)
    paragraphs.append(Pager.Paragraph(text: ""))
    paragraphs += (facts + list.asides.map(words.aside)).map {
      Pager.Paragraph(text: $0, style: Style(.quiet), hanging: 2)
    }
    return paragraphs
  }

  /// Handles a key while a list of people is offered.
  mutating func handle(
    _ event: InputEvent, in preview: PeoplePreview, _ context: WorkshopContext
  ) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    switch key {
    case "Enter": return keep(preview)
    case "Esc", "q":
      overlay = nil
      return preview.text == nil ? [] : leaveHeld()
    case "n":
      guard let text = preview.text else { return sayNothing(for: key) }
      memory.draft = nil
      return offerNotes(text)
    case "c":
      guard let list = preview.list else { return sayNothing(for: key) }
      var preview = preview
      preview.showsAnswers.toggle()
      fill(&preview, with: list)
      overlay = .people(preview)
      return []
    case "b":
      isBlank = true
      return []
    case "C-c": return [.quit]
    case "C-z": return [.suspend]
    default: break
    }
    var preview = preview
    guard let action = KeyTable.standard.action(for: key, in: .pager) else {
      return sayNothing(for: key)
    }
    guard preview.pager.move(action, rows: Chrome(context.size, wide: true).stage.rows) else {
      return []
    }
    overlay = .people(preview)
    return []
  }

  /// Keeps what is new and what changes, as one gesture, beside the workshop as it is by now.
  private mutating func keep(_ preview: PeoplePreview) -> [Effect] {
    overlay = nil
    guard let list = preview.list else { return preview.text == nil ? [] : leaveHeld() }
    memory.draft = nil
    let proposal = PeopleProposal(list, for: workshop)
    let steps = proposal.steps(by: &scribe)
    guard !steps.isEmpty else {
      say(content.word("people.paste.none"))
      return [.remember(memory)]
    }
    let effects = commit(steps, label: content.word("people.paste.label"))
    say(
      content.word("people.paste.kept", ["summary": listWords.summary(proposal, list)]), as: .good)
    return effects
  }
}

extension Pager.Paragraph {
  /// What is wrong in a list, with its place.
  fileprivate init(_ fault: ListFault, _ words: ListWords, _ content: Content) {
    self.init(
      text: content.word(
        "people.paste.refused",
        [
          "line": String(fault.line), "column": String(fault.column),
          "what": words.what(fault.fact), "remedy": words.remedy(fault.fact),
        ]), style: Style(.warning), hanging: 2)
  }
}

/// Tells whether a paste is of people.
private struct PasteReader {
  /// The list, or why it is not understood; `nil` for a text that is none of people.
  let list: Result<PeopleList, ListFault>?

  init(_ text: String, _ screen: WorkshopScreen) {
    let isAmongPeople = screen.selectedBox?.id == "people"
    let home = screen.team.flatMap(screen.workshop.municipality)?.name
    // The line of a mail is one line, and nothing else looks like it.
    if let people = PeopleList(addressees: text, of: home), isAmongPeople || people.rows.count > 1 {
      list = .success(people)
      return
    }
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    guard lines.count > 1 else {
      list = nil
      return
    }
    let result = Result { () throws(ListFault) in try PeopleList(text) }
    let isTable = lines.count { $0.contains("\t") || $0.contains(";") } * 2 > lines.count
    switch result {
    case .success(let people) where people.headings.count > 1: list = result
    // Refused for its headings, it is of people all the same; as notes its names would stand in reports.
    case .failure(let fault)
    where (isTable || isAmongPeople) && PasteReader.isOfHeadings(fault.fact):
      list = result
    case _ where !isAmongPeople: list = nil
    case .success(let people):
      list = people.separator == nil ? .success(PeopleList(names: text, of: home)) : result
    case _ where isTable: list = result
    case _ where lines.allSatisfy(PasteReader.isName):
      list = .success(PeopleList(names: text, of: home))
    default: list = nil
    }
  }

  private static func isOfHeadings(_ fact: ListFact) -> Bool {
    switch fact {
    case .unnamed, .joinedColumns, .doubleColumn, .otherHeadings: true
    default: false
    }
  }

  /// Tells whether a line can be the name of somebody, and not a sentence.
  private static func isName(_ line: Substring) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard (1...6).contains(words.count), let last = line.last(where: { !$0.isWhitespace }) else {
      return false
    }
    return !".?!:".contains(last) && !line.contains { ";:!?/=()".contains($0) || $0.isNumber }
      && !words.contains { ["-", "–", "—"].contains($0) }
      && line.first { !$0.isWhitespace }?.isLetter == true
  }
}
