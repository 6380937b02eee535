import TextScreen
import WorkshopContent
import WorkshopCore

/// The texts that are read page by page.
enum Pages {
  /// All keys in force, out of the one key table.
  static func help(_ scope: KeyTable.Scope, content: Content) -> Pager {
    let bindings = KeyTable.standard.bindings(in: scope)
    let keys = bindings.map { $0.keys.map { KeyNames.text($0, content) }.joined(separator: ", ") }
    let width = min(16, keys.map { TextWidth.columns(of: $0) }.max() ?? 0)
    let rows = zip(bindings, keys).map { binding, keys in
      let padding = String(repeating: " ", count: max(0, width - TextWidth.columns(of: keys)))
      return Pager.Paragraph(
        lead: keys + padding + "  ", text: content.word(binding.explanation), hanging: width + 2)
    }
    return Pager(title: content.word("keys.title"), paragraphs: rows)
  }

  /// The keys of a list over the stage, as its last row has them.
  static func help(_ hints: [KeyLine.Hint], title: String) -> Pager {
    let width = hints.map { TextWidth.columns(of: $0.key) }.max() ?? 0
    let rows = hints.map { hint in
      let padding = width - TextWidth.columns(of: hint.key)
      return Pager.Paragraph(
        lead: hint.key + String(repeating: " ", count: padding + 2), text: hint.word,
        hanging: width + 2)
    }
    return Pager(title: title, paragraphs: rows)
  }

  /// What the facilitator wants to know of an item, off the wall unless called up.
  static func script(_ screen: WorkshopScreen) -> Pager {
    let content = screen.content
    let title = content.word("script") + " · " + (screen.itemTitle)
    let texts = screen.texts
    var paragraphs: [Pager.Paragraph] = []
    func heading(_ word: String) {
      if !paragraphs.isEmpty { paragraphs.append(Pager.Paragraph(text: "")) }
      paragraphs.append(
        Pager.Paragraph(text: content.word(word).uppercased(), style: Style(.accent, bold: true)))
    }
    for (word, goal) in [
      ("goal.research", texts.researchGoal), ("goal.development", texts.developmentGoal),
    ] where !goal.isEmpty {
      heading(word)
      paragraphs.append(Pager.Paragraph(text: goal))
    }
    if !texts.phases.isEmpty {
      heading("phase")
      paragraphs += texts.phases.map { phase in
        Pager.Paragraph(
          text: "\(phase.minutes) \(content.word("minutes"))  \(phase.name): \(phase.instruction)",
          hanging: 2)
      }
    }
    if !texts.script.isEmpty {
      heading("script")
      paragraphs += texts.script.map { Pager.Paragraph(text: "· " + $0, hanging: 2) }
    }
    if !texts.prompts.isEmpty {
      heading("prompts")
      paragraphs += texts.prompts.map { Pager.Paragraph(text: "· " + $0, hanging: 2) }
    }
    return Pager(title: title, paragraphs: paragraphs)
  }

  /// The roles of the workshop by side, each with where it came from.
  static func roles(_ screen: WorkshopScreen) -> Pager {
    let content = screen.content
    var paragraphs: [Pager.Paragraph] = []
    let sides: [Side?] = [.formal, .informal, nil]
    for side in sides {
      let roles = screen.workshop.roles.filter { $0.side == side }
      guard !roles.isEmpty else { continue }
      if !paragraphs.isEmpty { paragraphs.append(Pager.Paragraph(text: "")) }
      let name = side.map { content.word("\($0.rawValue).plural") } ?? content.word("side-unknown")
      paragraphs.append(
        Pager.Paragraph(
          text: "\(name) (\(roles.count))",
          style: Style(side == .formal ? .formal : .informal, bold: true)))
      for role in roles {
        let origin = content.word(role.sourceRole == nil ? "role.made-here" : "role.source")
        let strengths = role.from.compactMap { id in
          screen.workshop.notes[id]?.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        }
        let from = strengths.isEmpty ? "" : " ← " + strengths.joined(separator: ", ")
        let about = role.description.map { ": \($0)" } ?? ""
        paragraphs.append(
          Pager.Paragraph(text: "  \(role.name)\(about)\(from) [\(origin)]", hanging: 4))
      }
    }
    if paragraphs.isEmpty { paragraphs = [Pager.Paragraph(text: content.word("roles.none"))] }
    return Pager(title: content.word("roles"), paragraphs: paragraphs)
  }

  /// One note, whole and alone.
  static func note(_ note: Note, _ screen: WorkshopScreen) -> Pager {
    let content = screen.content
    var facts: [String] = [
      Groups.name(note.group, workshop: screen.workshop, content: content)
    ]
    if let at = note.at { facts.append(at.hourAndMinute) }
    if let source = note.source { facts.append(content.word("source") + ": " + source) }
    facts += note.tags.map { "#" + $0 }
    // What the list says of it besides its text is said here as well.
    let box = screen.boxes.first { $0.row(of: note.id) != nil }
    if let details = box?.details(note) { facts.append(details) }
    if note.isOffRecord { facts.append(content.word("off-record")) }
    let text = box?.words(note) ?? note.text
    var paragraphs =
      text.isEmpty
      ? []
      : [
        Pager.Paragraph(text: text, style: Style(.normal, bold: true)), Pager.Paragraph(text: ""),
      ]
    paragraphs.append(Pager.Paragraph(text: facts.joined(separator: " · "), style: Style(.quiet)))
    return Pager(title: screen.itemTitle, paragraphs: paragraphs)
  }
}

/// How keys are called on the screen.
enum KeyNames {
  /// A key as people say it.
  static func text(_ key: Key, _ content: Content) -> String {
    switch key {
    case "Enter": content.word("keyname.enter")
    case "Esc": content.word("keyname.esc")
    case "Tab": content.word("keyname.tab")
    case "S-Tab": content.word("keyname.shift-tab")
    case "Space": content.word("keyname.space")
    case "Up": "↑"
    case "Down": "↓"
    case "Left": "←"
    case "Right": "→"
    default:
      if key.description.hasPrefix("C-") {
        content.word("keyname.ctrl", ["key": key.description.dropFirst(2).uppercased()])
      } else {
        key.description
      }
    }
  }
}
