import Foundation
import Testing
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// A played rehearsal on the screen: every box of every stage has something in it.
struct RehearsalStagesTests {
  private func screen(_ language: Language) throws -> WorkshopScreen {
    let room = try Room(language: language).open(language: language)
    let content = try Content.load(language)
    let play = RehearsalPlay(
      Rehearsal(setting: try content.rehearsal(), seed: 1), of: room.workshop, title: "x",
      people: 12, surroundings: room.surroundings)
    room.send(
      .opened(
        OpenedSession(
          name: "proef", documents: Array(play.workshop.documents.values), memory: nil)))
    guard case .workshop(let screen) = room.state.screen else { throw NotOpen() }
    return screen
  }

  private struct NotOpen: Error {}

  /// Stages that show one group at a time.
  private static let byGroup: Set<ActivityKind> = [.pitch, .plan, .vision, .consultations]

  @Test(arguments: Language.allCases)
  func `every box is filled, in each phase and for each group`(language: Language) throws {
    var screen = try screen(language)
    var seen = 0
    let without = try #require(screen.workshop.municipalities.last).document.text
    for item in screen.workshop.items where !(screen.workshop.notes.ofItem(item.key).isEmpty) {
      screen.memory.item = item.id
      let groups =
        Self.byGroup.contains(item.kind)
        ? screen.workshop.municipalities.map(\.document.text) : [""]
      for phase in 0..<max(1, screen.texts.phases.count) {
        screen.memory.phases[item.id.text] = phase
        // One group says that there is no plan, and leaves the rest of it open.
        for group in groups where item.kind != .plan || group != without {
          if !group.isEmpty { screen.memory.groups[item.id.text] = group }
          for page in 0..<pages(screen).count {
            screen.memory.pages[item.id.text] = page
            // The box of a page is the page itself.
            for box in screen.boxes where !pages(screen).contains(box.id) {
              // A group that reports back has an open box for what it has not sorted.
              let isOpen = screen.phase?.isReporting == true && item.kind == .strengths
              if isOpen, box.place.flatMap({ Place($0, in: .strengths) })?.isSorted == false {
                continue
              }
              seen += 1
              #expect(
                !box.notes.isEmpty || box.rows?.isEmpty == false,
                "\(item.kind), \(box.id), phase \(phase), page \(page), \(group)")
            }
          }
        }
      }
    }
    #expect(seen > 80)
  }

  @Test func `day two looks back on what was pinned`() throws {
    var screen = try screen(.dutch)
    screen.memory.item = screen.workshop.items.first { $0.kind == .recap }?.id
    #expect(screen.boxes.first?.notes.count == 4)
  }

  @Test func `nothing falls outside of the boxes`() throws {
    var screen = try screen(.dutch)
    for item in screen.workshop.items where [.pitch, .prejudiceGame].contains(item.kind) {
      screen.memory.item = item.id
      for group in screen.workshop.municipalities.map(\.document.text) {
        screen.memory.groups[item.id.text] = group
        #expect(!screen.boxes.contains { $0.id.isEmpty }, "\(item.kind)")
      }
    }
    screen.memory.item = ProgrammeItem.outside.id
    #expect(screen.boxes.count == PreparationPlace.allCases.count)
    #expect(screen.boxes.allSatisfy { !$0.notes.isEmpty && !$0.id.isEmpty })
  }

  /// The pages of a stage by their ids; one without a name where it has none.
  private func pages(_ screen: WorkshopScreen) -> [String] {
    (screen.stage as? any SlideStage)?.slides(screen).map(\.id) ?? [""]
  }
}

extension Place {
  /// Tells whether a strength has its dimension.
  fileprivate var isSorted: Bool {
    if case .strength(_, nil) = self { false } else { true }
  }
}
