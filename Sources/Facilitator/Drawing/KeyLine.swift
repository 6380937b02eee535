import TextScreen
import WorkshopContent
import WorkshopCore

/// The keys that the last row shows, as many as there is room for.
struct KeyLine {
  /// A key and what it does.
  struct Hint: Equatable {
    var key: String
    var word: String
    /// Whether others make room for it.
    var isKept = false
  }

  private let hints: [Hint]

  init(_ hints: [Hint]) { self.hints = hints }

  /// The hints of a scope out of the one key table, without those for which nothing happens now.
  static func hints(
    _ scope: KeyTable.Scope, content: Content, where isOffered: (Action) -> Bool = { _ in true },
    label: (Action) -> String? = { _ in nil }
  ) -> [Hint] {
    KeyTable.standard.shown(in: scope).filter { isOffered($0.action) }.map { binding in
      let label = (label(binding.action) ?? binding.label).map { content.word($0) } ?? ""
      let key = binding.shown ?? binding.keys.first.map { KeyNames.text($0, content) } ?? ""
      return Hint(key: key, word: label)
    }
  }

  /// The columns of the hint that must always show, with the space behind it.
  var leastColumns: Int {
    (hints.first { $0.key == "?" } ?? hints.first).map { columns($0) + 2 } ?? 0
  }

  /// The hints while it shows who sits where.
  static func seats(_ content: Content) -> [Hint] {
    [
      Hint(key: content.word("keyname.tab"), word: content.word("group")),
      Hint(key: "m 2-9", word: content.word("key.seats-make")),
      Hint(key: "←→", word: content.word("key.seats-move")),
      Hint(key: content.word("keyname.esc"), word: content.word("key.esc")),
      Hint(key: "?", word: content.word("key.?")),
    ]
  }

  /// The hints while a list of people is offered.
  static func people(_ preview: PeoplePreview, _ content: Content) -> [Hint] {
    var hints = [Hint(key: content.word("keyname.esc"), word: content.word("key.esc"))]
    if preview.list != nil {
      hints.insert(
        Hint(key: content.word("keyname.enter"), word: content.word("edit.keep")), at: 0)
    }
    if preview.text != nil {
      hints.append(Hint(key: "n", word: content.word("people.paste.notes")))
    }
    if preview.list != nil {
      hints.append(Hint(key: "c", word: content.word("people.paste.answers")))
    }
    return hints + [Hint(key: "↑↓", word: content.word("key.arrows"))]
  }

  /// The hints while a form is filled in.
  static func form(_ form: Form, _ content: Content) -> [Hint] {
    var hints = [
      Hint(key: content.word("keyname.enter"), word: content.word("edit.keep")),
      Hint(key: content.word("keyname.tab"), word: content.word("new.next")),
      Hint(key: content.word("keyname.esc"), word: content.word("key.esc")),
    ]
    guard form.fields.indices.contains(form.selected) else { return hints }
    let field = form.fields[form.selected]
    if field.builtIn != nil {
      let key = content.word("keyname.ctrl", ["key": "O"])
      hints.insert(Hint(key: key, word: content.word("item.restore")), at: 1)
    }
    if form.isForTeam {
      let key = content.word("keyname.ctrl", ["key": "T"])
      let word = form.showsWords ? "form.hide" : "form.show"
      hints.insert(Hint(key: key, word: content.word(word)), at: 1)
    }
    if case .lines = field.content {
      hints.insert(Hint(key: "Alt-Enter", word: content.word("edit.new-line")), at: 1)
    }
    return hints
  }

  /// The hints while the programme is changed.
  static func programme(_ content: Content) -> [Hint] {
    [
      Hint(key: content.word("keyname.enter"), word: content.word("programme.show")),
      Hint(key: "e", word: content.word("key.e")), Hint(key: "n", word: content.word("key.n")),
      Hint(key: "x", word: content.word("programme.skip")),
      Hint(key: "K J", word: content.word("programme.move")),
      Hint(key: "u", word: content.word("key.u")),
      Hint(key: content.word("keyname.esc"), word: content.word("key.esc")),
      Hint(key: "?", word: content.word("key.?")),
    ]
  }

  /// Draws the hints; the one that leads to all others always comes along, at the end.
  func draw(from start: Int, to end: Int, row: Int, on frame: inout Frame) {
    let all = hints.first { $0.key == "?" }
    let rest = hints.filter { $0.key != "?" }
    var room = end - start - (all.map { columns($0) + 2 } ?? 0)
    // What is kept has its room before what stands ahead of it; one of these is enough for a narrow row.
    var kept = rest.first(where: \.isKept).map { columns($0) + 2 } ?? 0
    // The most useful one comes before it.
    if kept + (rest.first.map { columns($0) + 2 } ?? 0) > room { kept = 0 }
    var shown: [Hint] = []
    var isFull = false
    for hint in rest {
      let isKept = hint.isKept && kept > 0
      let own = columns(hint) + 2
      if isKept { kept = 0 }
      isFull = isFull || own > room - kept
      guard isKept || !isFull else { continue }
      room -= own
      shown.append(hint)
    }
    if let all { shown.append(all) }
    var column = start
    for hint in shown where column + columns(hint) <= end {
      column +=
        frame.put(
          hint.key, at: Point(column: column, row: row), style: Style(.accent, bold: true)) + 1
      column += frame.put(hint.word, at: Point(column: column, row: row)) + 2
    }
  }

  private func columns(_ hint: Hint) -> Int {
    TextWidth.columns(of: hint.key) + 1 + TextWidth.columns(of: hint.word)
  }
}
