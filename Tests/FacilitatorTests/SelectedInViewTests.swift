import TestSupport
import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// The note with the cursor is in view with its first row, on every stage, at every size, whatever its shape.
struct SelectedInViewTests {
  /// What begins a note, so that its first row can be found, and no other text has it.
  private static func token(_ number: Int) -> String { "Q\(number)Z" }

  /// Texts of many shapes: one row, several, blank ones, long words and long lines.
  private static let shapes = [
    "", " kort", "\nen nog een regel", "\n\n\nna drie lege regels", "\na\nb\nc\nd\ne\nf\ng\nh",
    " " + String(repeating: "lang ", count: 30), " " + String(repeating: "x", count: 120),
    "\n\n", "\n" + String(repeating: "woorden op een regel ", count: 6) + "\n\nslot",
    " \u{200F}مرحبا", " 😀😀😀😀😀😀😀😀",
  ]

  /// The sizes in which each stage is walked, besides those to which it is changed on the way.
  private static let sizes = [
    (80, 24), (60, 18), (40, 12), (120, 40), (80, 16), (100, 13), (44, 30),
  ]

  private static func text(_ number: Int, using random: inout SeededGenerator) -> String {
    token(number) + (shapes.randomElement(using: &random) ?? "")
  }

  /// In how many of the sizes the cursor was on how many of the shapes, added up, on each stage.
  ///
  /// A stage that is walked less is told: what is not looked at can't be found.
  private static let walked: [ActivityKind: Int] = [
    .preparation: 73, .welcome: 70, .pitch: 69, .strengths: 75, .tree: 72, .walk: 44,
    .framework: 65, .break: 49, .lunch: 51, .dinner: 46, .free: 49, .prejudiceGame: 66,
    .breakfast: 49, .recap: 67, .roleMarket: 66, .vision: 76, .feedback: 75, .consultations: 76,
    .conditions: 66, .plan: 68, .closing: 75,
  ]

  @Test func `every stage is walked, in every size and with nearly every shape of a note`() {
    #expect(Set(Self.walked.keys) == Set(ActivityKind.allCases))
    let most = Self.sizes.count * Self.shapes.count
    #expect(Self.walked.values.allSatisfy { $0 * 2 > most && $0 <= most })
    #expect(Self.walked.values.reduce(0, +) * 5 > most * Self.walked.count * 4)
  }

  /// A room in which each box of the shown stage has notes.
  private func room(
    _ activity: ActivityKind, _ size: (Int, Int), phase: Int, using random: inout SeededGenerator
  ) throws -> Room {
    let room = try Room(size).open(
      ["Beekdorp", "Duinstad", "Heuvelrijk", "'s-Hertogenbosch", "Zee"], at: activity,
      people: RoleMarketStageTests.people, roles: [("brug", .informal), ("anker", .formal)])
    room.press(String(repeating: "f ", count: phase))
    guard case .workshop(let screen) = room.state.screen else { return room }
    var scribe = Scribe(surroundings: .counted(series: 9))
    var documents: [DocumentName: Document] = [:]
    var number = 0
    for box in screen.stage.boxes(screen) {
      var ground: RecordID?
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        number += 1
        var draft = screen.stage.draft(in: box, screen)
        draft.text = Self.text(number, using: &random)
        if let ground, Int.random(in: 0..<3, using: &random) == 0 {
          draft.addsTo = ground
          draft.group = "plenary"
        }
        let record = scribe.newRecord()
        if draft.addsTo == nil { ground = record }
        let document = try #require(DocumentName(draft.document))
        for change in scribe.edit([draft.step(record: record)]).changes {
          documents[
            document, default: screen.workshop.documents[document] ?? Document(name: document)
          ]
          .apply(change)
        }
      }
    }
    room.send(.store(.documents(Array(documents.values))))
    return room
  }

  private static let keys: [Key] = [
    "Down", "Down", "Down", "Up", "Home", "End", "PageDown", "PageUp", "Tab", "S-Tab", "Left",
    "Right",
  ]

  @Test(arguments: ActivityKind.allCases)
  func `on every stage at every size`(_ activity: ActivityKind) throws {
    var random = SeededGenerator(
      seed: activity.rawValue.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    var looks = 0
    var walked: Set<[Int]> = []
    for (place, size) in Self.sizes.enumerated() {
      for phase in 0..<4 {
        let room = try room(activity, size, phase: phase, using: &random)
        for step in 0..<60 {
          guard let key = Self.keys.randomElement(using: &random) else { continue }
          room.send(.input(.key(key)))
          if step % 20 == 19 {
            let other = Size(
              columns: Int.random(in: 40...130, using: &random),
              rows: Int.random(in: 12...45, using: &random))
            room.send(.input(.resize(other)))
          }
          if case .workshop(let screen) = room.state.screen, let note = screen.selectedNote {
            looks += 1
            let shape = Self.shapes.lastIndex { note.text.drop { $0 != "Z" }.dropFirst() == $0 }
            if let shape { walked.insert([place, shape]) }
          }
          let fault = fault(in: room)
          #expect(
            fault == nil,
            "\(activity) \(room.state.size) phase \(phase) after \(key): \(fault ?? "")\n\(room.screen)"
          )
          if fault != nil { return }
        }
      }
    }
    #expect(looks > 450)
    let expected = Self.walked[activity] ?? Int.max
    #expect(
      walked.count >= expected,
      "\(activity): \(walked.count) of \(Self.sizes.count) sizes × \(Self.shapes.count) shapes, not \(expected)"
    )
  }

  /// What is wrong with the note under the cursor; `nil` if nothing is.
  private func fault(in room: Room) -> String? {
    guard case .workshop(let screen) = room.state.screen, screen.overlay == nil,
      let note = screen.selectedNote, let box = screen.selectedBox
    else { return nil }
    let frame = room.state.frame()
    guard let cursor = frame.cursor else { return "no cursor" }
    let row = Array(frame.text.split(separator: "\n", omittingEmptySubsequences: false))[cursor.row]
    let token = String(note.text.prefix { $0 != "Z" }) + "Z"
    guard row.contains(token) else { return "the cursor's row has no \(token): \(row)" }
    // What is not in view is counted at the edge of its list.
    let view = StageView(
      screen, WorkshopContext(now: room.surroundings.wallTime, size: room.state.size))
    let body = Chrome(room.state.size, for: screen.stage).stageBody
    guard box.rows == nil, let area = view.selectedArea(in: body)?.area else { return nil }
    let rows = frame.rows(in: area)
    let shown = box.notes.filter { other in
      let token = String(other.text.prefix { $0 != "Z" }) + "Z"
      return rows.contains { $0.contains(token) }
    }.count
    let above = rows.first.flatMap { number(after: "▴", in: $0) } ?? 0
    let below = rows.last.flatMap { number(after: "▾", in: $0) } ?? 0
    return shown + above + below == box.notes.count
      ? nil : "\(shown) shown, ▴\(above) ▾\(below) of \(box.notes.count)"
  }

  private func number(after sign: Character, in row: String) -> Int? {
    guard let place = row.lastIndex(of: sign) else { return nil }
    return Int(row[row.index(after: place)...].prefix { $0.isNumber })
  }
}

extension Frame {
  /// The text of each row of an area.
  fileprivate func rows(in area: Rect) -> [String] {
    (area.row..<area.maxRow).map { row in
      cells(inRow: row).dropFirst(area.column).prefix(area.columns).map(\.text).joined()
    }
  }
}
