import Foundation
import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

/// A room that holds both days in a real terminal: what is pressed and typed, and what is then seen.
final class TwoDaysRoom {
  /// The name of the session.
  static let session = "twee-dagen"

  let language: Language
  let columns: Int
  let rows: Int
  let content: Content
  let sandbox: Sandbox
  /// The texts of the notes that the room has seen as kept, in their order.
  private(set) var kept: [String] = []
  private(set) var terminal: TmuxTerminal
  /// The item that is shown, by its place in the built-in programme.
  private(set) var item = 0
  /// The items that were skipped.
  private var skipped: Set<String> = []
  private var album = ""

  /// Makes the session from the command line and opens it.
  init(_ language: Language, columns: Int, rows: Int) async throws {
    self.language = language
    self.columns = columns
    self.rows = rows
    content = try Content.load(language)
    sandbox = try Sandbox()
    terminal = try await TmuxTerminal(sandbox, columns: columns, rows: rows)
    let people = try sandbox.write(
      "name,function,side,municipality\n"
        + "Noor,\(say("wijkcoach", "family coach")),formal,Beekdorp\n"
        + "Sevgi,\(say("contactvrouw", "contact woman")),informal,Beekdorp\n"
        + "Tom,\(say("jongerenwerker", "youth worker")),formal,Beekdorp\n"
        + "Fatma,\(say("buurtmoeder", "neighbourhood mother")),informal,Duinstad\n"
        + "يوسف,,informal,Duinstad\n", to: "people.csv")
    let made = try sandbox.run([
      "new", Self.session, "--title", say("Voorjaarswerkplaats", "Spring workshop"), "--language",
      language.rawValue, "--municipality", "Beekdorp", "--municipality", "Duinstad",
      "--participants", people,
    ])
    try #require(made.code == 0, "\(made.errors)")
    try await terminal.start("open \(Self.session)")
    try await arrive()
  }

  /// The words in the language of the room.
  func say(_ dutch: String, _ english: String) -> String {
    language == .dutch ? dutch : english
  }

  func word(_ key: String) -> String { content.word(key) }

  // MARK: Doing

  /// Presses keys by tmux's names.
  func press(_ keys: String..., times: Int = 1) throws {
    try terminal.press(Array(repeatElement(keys, count: times).joined()))
  }

  /// Types letters and signs as they stand.
  func type(_ text: String) throws { try terminal.type(text) }

  /// Presses a key by tmux's name and waits until the screen has changed by it and stands still.
  @discardableResult
  func act(_ key: String) async throws -> TmuxTerminal.Picture {
    let before = masked(try await settled())
    try press(key)
    try await terminal.wait("what \(key) does") { self.masked($0) != before }
    return try await settled()
  }

  /// Leaves what lies over the stage, so that no other key can join Escape.
  func leave() async throws { try await act("Escape") }

  /// Writes a note where the cursor is and waits until it is kept.
  func keep(_ dutch: String, _ english: String, key: String = "n") async throws {
    try type(key)
    try await write(dutch, english)
  }

  /// Writes in the editor that is opening and waits until the note is kept.
  func write(_ dutch: String, _ english: String) async throws {
    let text = say(dutch, english)
    try await terminal.wait("the editor") { self.isEditing($0) }
    try type(text)
    try await seen(text)
    try press("Enter")
    try await untilKept()
    noteKept(text)
  }

  /// Remembers that a note was shown as kept.
  func noteKept(_ text: String) { kept.append(text) }

  /// Waits until everything is on disk and nobody is typing.
  @discardableResult
  func untilKept() async throws -> TmuxTerminal.Picture {
    let word = word("status.kept")
    return try await terminal.wait("“\(word)”") { picture in
      picture.foot.hasSuffix(word) && !picture.foot.hasSuffix(self.word("status.keeping"))
        && !self.isEditing(picture)
    }
  }

  /// Waits for a text, of which a narrow screen may show the beginning only.
  @discardableResult
  func seen(_ text: String, letters: Int = 16) async throws -> TmuxTerminal.Picture {
    try await terminal.see(String(text.prefix(letters)))
  }

  func isEditing(_ picture: TmuxTerminal.Picture) -> Bool {
    // A field is open as long as the last row says that Enter keeps.
    picture.foot.contains("\(word("keyname.enter")) \(word("edit.keep"))")
  }

  /// Goes to the next item of the programme that is not skipped.
  func go(to kind: ActivityKind) async throws {
    repeat { item += 1 } while skipped.contains(content.programme[item].id)
    try #require(content.programme[item].kind == kind)
    try type("]")
    try await arrive()
  }

  /// Goes to the next phase of the item.
  func nextPhase() async throws { try await act("f") }

  /// Opens a form by its key.
  func fillIn(_ key: String) async throws {
    try press(key)
    try await terminal.wait("the form") { self.isEditing($0) }
  }

  /// Remembers that an item is not in the programme any more.
  func skip(_ id: String) { skipped.insert(id) }

  /// Waits until the shown item is that of the programme.
  private func arrive() async throws {
    let item = content.programme[item]
    let calm: Set<ActivityKind> = [.walk, .break, .lunch, .dinner, .free, .breakfast]
    let title = item.title.uppercased().filter { $0 != " " }.prefix(8)
    try await terminal.wait("“\(item.title)”") { picture in
      if calm.contains(item.kind) {
        return picture.rules.isEmpty
          && picture.rows.contains { $0.uppercased().filter { $0 != " " }.contains(title) }
      }
      return picture.rows.prefix(4).contains { row in
        row.split(separator: "│").contains {
          $0.uppercased().filter { $0 != " " }.hasPrefix(title)
        }
      }
    }
  }

  // MARK: Power cuts

  /// Cuts the power, and opens the session again in another terminal.
  func cutPower(whenRemembered text: String) async throws {
    try await terminal.wait("“\(text)” to be remembered") { try self.sandbox.remembers(text) }
    try terminal.signal(SIGKILL)
    terminal = try await TmuxTerminal(sandbox, columns: columns, rows: rows)
    try await terminal.start("open \(Self.session)")
  }

  // MARK: Looking

  /// Much longer than a letter is held before it acts, in case a sentence comes.
  private static let longestHold = Duration.milliseconds(100)

  /// Waits until the screen stands still and nothing is on its way to the disk.
  @discardableResult
  func settled() async throws -> TmuxTerminal.Picture {
    let keeping = word("status.keeping")
    let clock = ContinuousClock()
    var last = ""
    var since = clock.now
    return try await terminal.wait("a screen that stands still") { picture in
      let now = self.masked(picture)
      if now != last {
        last = now
        since = clock.now
      }
      return since.duration(to: clock.now) >= Self.longestHold
        && !picture.foot.hasSuffix(keeping)
    }
  }

  /// Adds what is on the screen to the pictures of this run.
  func look(_ name: String) async throws {
    let picture = try await settled()
    #expect(picture.rows.count == rows, "\(name): \(picture)")
    for row in picture.rows where row.unicodeScalars.contains(where: { $0 == "\u{FFFD}" }) {
      Issue.record("\(name): remnants in \(row.debugDescription)")
    }
    album += "== \(name)\n" + masked(picture) + "\n"
  }

  /// Compares the pictures of this run with the recorded ones.
  func expectAlbum(_ name: String) throws {
    try expectSnapshot(of: album, named: "\(name)-\(columns)x\(rows)-\(language.rawValue)")
  }

  /// The screen without what depends on the hour: the time, how late it is, and the clocks.
  private func masked(_ picture: TmuxTerminal.Picture) -> String {
    picture.rows.enumerated().map { row, text in
      guard text.contains(":") else { return text }
      var text = text
      // The head ends in the day and the time; where there is no head the last row begins with it.
      if row == 0 {
        text = text.replacing(/\s+((dag|day) \d) · \d\d:\d\d.*$/) { "  \($0.output.1)" }
      }
      if row == picture.rows.count - 1 {
        text = text.replacing(#/^ \d\d:\d\d  /#, with: " hh:mm  ")
      }
      if row < 5 {
        text = text.replacing(/[▰▱ ]? -?\d?\d(:\d\d){1,2}(?=  |$)/) {
          $0.output.0.replacing(/\d/, with: "0")
        }.replacing("▰", with: "▱")
      }
      // On a calm screen the time stands alone.
      text = text.replacing(/^\s+\d\d:\d\d( · .*)?$/, with: "  hh:mm")
      return text
    }.joined(separator: "\n")
  }
}
