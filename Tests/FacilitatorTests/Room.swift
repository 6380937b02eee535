import Foundation
import Synchronization
import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// A room for tests: a front end with a clock that stands where it is put, ids that count, and a
/// disk that keeps everything at once unless told otherwise.
final class Room {
  private(set) var state: State
  private(set) var effects: [Effect] = []
  private let clock: Clock
  /// Whether what is saved is confirmed as kept at once.
  var keeps = true
  /// Whether a report that is asked for is made at once.
  var makesReports = true

  /// Time and ids that a test sets.
  final class Clock: Sendable {
    let milliseconds: Mutex<Int64>
    private let ids = Mutex<UInt64>(0)

    init(_ milliseconds: Int64) { self.milliseconds = Mutex(milliseconds) }

    func uuid() -> UUID {
      let number = ids.withLock { number in
        number += 1
        return number
      }
      var bytes = [UInt8](repeating: 0, count: 16)
      for place in 0..<8 {
        bytes[15 - place] = UInt8(truncatingIfNeeded: number >> (8 * UInt64(place)))
      }
      return NSUUID(uuidBytes: bytes) as UUID
    }
  }

  /// 2026-11-23 11:23 in Amsterdam.
  static let morning: Int64 = 1_795_429_380_000

  init(_ size: (Int, Int) = (80, 24), language: Language = .dutch) throws {
    let clock = Clock(Room.morning)
    self.clock = clock
    let surroundings = Surroundings(
      now: { (clock.milliseconds.withLock { $0 }, 3600) }, uuid: { clock.uuid() })
    state = State(
      size: Size(columns: size.0, rows: size.1), surroundings: surroundings,
      contents: [.dutch: try Content.load(.dutch), .english: try Content.load(.english)],
      language: language)
    self.surroundings = surroundings
  }

  let surroundings: Surroundings

  /// Opens a new workshop with the built-in programme.
  @discardableResult
  func open(
    _ municipalities: [String] = ["Beekdorp", "Duinstad"], language: Language = .dutch,
    at activity: ActivityKind? = nil, memory: ScreenMemory? = nil, notes: Int = 0,
    team: DocumentName? = nil, people: [NewWorkshop.Person] = [],
    roles: [(name: String, side: Side)] = []
  ) throws -> Room {
    var scribe = Scribe(surroundings: surroundings)
    let content = try Content.load(language)
    let new = NewWorkshop(
      title: "Proefwerkplaats", language: language, municipalities: municipalities,
      items: content.newItems, people: people)
    var workshop = Workshop()
    workshop.apply(new.edit(by: &scribe).changes)
    for role in roles {
      let step = Scribe.Step(
        .session, SessionCollection.roles, scribe.newRecord(),
        set: ["name": .string(role.name), "side": .string(role.side.rawValue)])
      workshop.apply(scribe.edit([step]).changes)
    }
    if notes > 0, let item = workshop.items.first(where: { $0.kind == activity ?? .strengths }) {
      for number in 1...notes {
        var draft = NoteDraft(
          document: .plenary, item: item.id, activity: item.kind, group: "informal",
          place: "formal/knowledge")
        draft.text = "Kracht \(number)"
        workshop.apply(scribe.edit([draft.step(record: scribe.newRecord())]).changes)
      }
    }
    send(
      .opened(
        OpenedSession(
          name: "proef", documents: Array(workshop.documents.values), memory: memory,
          activity: activity, team: team)))
    return self
  }

  /// Opens what another room has on disk, as after the end of the program.
  @discardableResult
  func reopen(
    _ room: Room, memory: ScreenMemory?, team: DocumentName? = nil, others: [ScreenMemory] = []
  ) throws -> Room {
    let documents = try #require(room.documents)
    send(
      .opened(
        OpenedSession(
          name: "proef", documents: documents, memory: memory, team: team, others: others)))
    return self
  }

  /// Sends an event and lets the disk answer.
  func send(_ event: Event) {
    let new = state.handle(event)
    effects += new
    for case .save(let changes) in new where keeps {
      let ids = changes.compactMap { change -> RevisionID? in
        if case .revise(let revision) = change.act { revision.id } else { nil }
      }
      let erased = changes.filter { $0.act == .erase }.map(\.record)
      if !erased.isEmpty { effects += state.handle(.store(.erased(erased))) }
      effects += state.handle(.store(.kept(ids)))
    }
    if makesReports { makeReports(new) }
  }

  /// Makes the reports that were asked for.
  func makeReports(_ effects: [Effect]) {
    for case .makeReport(let request) in effects {
      guard let content = state.content else { continue }
      send(.report(.made(ReportPages(request, content: content))))
    }
  }

  /// Presses keys, separated by spaces: `n`, `Enter`, `C-r`; `'text'` types a text.
  @discardableResult
  func press(_ keys: String) -> Room {
    var rest = keys[...]
    while let start = rest.firstIndex(where: { $0 != " " }) {
      rest = rest[start...]
      if rest.first == "'" {
        let end = rest.dropFirst().firstIndex(of: "'") ?? rest.endIndex
        type(String(rest[rest.index(after: rest.startIndex)..<end]))
        rest = end == rest.endIndex ? "" : rest[rest.index(after: end)...]
      } else {
        let end = rest.firstIndex(of: " ") ?? rest.endIndex
        if let key = Key(parsing: String(rest[..<end])) { send(.input(.key(key))) }
        rest = rest[end...]
      }
    }
    return self
  }

  /// Types a text, scalar by scalar, as a terminal delivers it.
  func type(_ text: String) {
    for scalar in text.unicodeScalars {
      if let key = scalar == " " ? "Space" : Key(scalar) { send(.input(.key(key))) }
    }
  }

  /// Lets time pass.
  func wait(seconds: Int64) {
    clock.milliseconds.withLock { $0 += seconds * 1000 }
    send(.tick)
  }

  /// Opens what was kept again on another machine, or after the program was killed.
  func reopened(_ size: (Int, Int) = (80, 24)) throws -> Room {
    let again = try Room(size)
    guard case .workshop(let screen) = state.screen else { return again }
    again.send(
      .opened(
        OpenedSession(
          name: "proef", documents: Array(screen.workshop.documents.values),
          memory: memory)))
    return again
  }

  /// The workshop on the screen.
  var workshop: Workshop {
    if case .workshop(let screen) = state.screen { screen.workshop } else { Workshop() }
  }

  /// The documents of the workshop on the screen; `nil` if there is none.
  var documents: [Document]? {
    guard case .workshop(let screen) = state.screen else { return nil }
    return Array(screen.workshop.documents.values)
  }

  /// What is on the screen.
  var screen: String { state.frame().text }

  /// The changes that were sent to the disk.
  var saved: [Change] {
    effects.flatMap { effect -> [Change] in
      if case .save(let changes) = effect { changes } else { [] }
    }
  }

  /// What was last remembered on this machine.
  var memory: ScreenMemory? {
    for case .remember(let memory) in effects.reversed() { return memory }
    return nil
  }
}
