import TestSupport
import Testing
import TextScreen
import WorkshopContent
import WorkshopCore

@testable import Facilitator

/// Each key that the last row or `?` names does something, or the last row says why not.
struct NamedKeysTests {
  /// Keys that move the cursor: at an edge nothing is said.
  private static let moving: Set<Action> = [
    .up, .down, .left, .right, .pageUp, .pageDown, .first, .last,
  ]

  /// The keys of what the last row shows in one.
  private static func keys(of binding: KeyTable.Binding) -> [Key] {
    switch binding.shown {
    case "[ ]": ["[", "]"]
    case "< >": ["<", ">"]
    case "1-4": ["1", "2", "3", "4"]
    default: binding.keys
    }
  }

  /// The states of an activity: in each of its steps, with the cursor in its first boxes.
  private func states(
    _ activity: ActivityKind, _ size: (Int, Int), _ language: Language, isFull: Bool,
    team: DocumentName? = nil
  ) throws -> [State] {
    var states: [State] = []
    var phases = 1
    for phase in 0..<4 where phase < phases {
      let room = try Room(size, language: language).open(
        language: language, at: activity, team: team,
        people: isFull ? RoleMarketStageTests.people : [],
        roles: isFull ? RoleMarketStageTests.roles : [])
      guard case .workshop(let screen) = room.state.screen else { continue }
      phases = screen.texts.phases.count
      room.press(String(repeating: "f ", count: phase))
      for _ in 0..<2 {
        if isFull { room.press("n 'woord' Enter") }
        // What just happened has left the last row.
        room.press("Up")
        states.append(room.state)
        room.press("Tab")
      }
    }
    return states
  }

  /// Tells whether a key changes what is seen, or does something outside.
  private func answers(_ key: Key, in state: State, showing before: Frame) -> Bool {
    var state = state
    let effects = state.handle(.input(.key(key)))
    return effects.contains { if case .remember = $0 { false } else { true } }
      || state.frame() != before || isThere(key, state)
  }

  /// Tells whether a digit of the market is the number of the row that has the cursor.
  private func isThere(_ key: Key, _ state: State) -> Bool {
    guard case .workshop(let screen) = state.screen, screen.item?.kind == .roleMarket,
      let box = screen.selectedBox, let number = Int(key.description)
    else { return false }
    return screen.focus.row(in: box.id) + 1 == number && number <= box.count
  }

  /// The keys that are named and silent, a line each.
  ///
  /// - Parameter isWhole: Whether every key of `?` is pressed, and not only those that the last row names.
  private func silent(_ state: State, isWhole: Bool, _ content: Content) -> [String] {
    guard case .workshop(let screen) = state.screen else { return ["no workshop"] }
    let frame = state.frame()
    let row = frame.text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    var faults: [String] = []
    var named = 0
    for binding in KeyTable.standard.bindings(in: screen.stage.scope) {
      let label = screen.stage.label(binding.action, screen) ?? binding.label
      let key = binding.shown ?? binding.keys.first.map { KeyNames.text($0, content) } ?? ""
      let isNamed = label.map { row.contains("\(key) \(content.word($0))") } ?? false
      named += isNamed ? 1 : 0
      guard isNamed || isWhole, !Self.moving.contains(binding.action) else { continue }
      for key in Self.keys(of: binding) where !answers(key, in: state, showing: frame) {
        faults.append("\(key) (\(binding.action.id)) is silent: \(row)")
      }
    }
    let tab = content.word("keyname.tab") + " " + content.word("key.tab")
    // Empty notes below a list or a page are not missed.
    let needsTab = screen.boxes.enumerated().contains { index, box in
      index != screen.focus.box
        && (index == 0 || box.count > 0 || box.place != nil || box.group != nil)
    }
    if needsTab, !screen.stage.isBare, !row.contains(tab) {
      faults.append("no \(tab): \(row)")
    }
    if named < 2 { faults.append("names nothing: \(row)") }
    return faults
  }

  @Test(arguments: ActivityKind.allCases)
  func `in every stage`(_ activity: ActivityKind) throws {
    var faults: Set<String> = []
    let dutch = try Content.load(.dutch)
    for isFull in [false, true] {
      for state in try states(activity, (80, 24), .dutch, isFull: isFull) {
        faults.formUnion(silent(state, isWhole: true, dutch))
      }
    }
    let team = DocumentName(municipality: "Duinstad")
    for state in try states(activity, (80, 24), .dutch, isFull: true, team: team) {
      faults.formUnion(silent(state, isWhole: true, dutch))
    }
    for size in [(60, 18), (120, 40)] {
      for state in try states(activity, size, .dutch, isFull: true) {
        faults.formUnion(silent(state, isWhole: false, dutch))
      }
    }
    let english = try Content.load(.english)
    for state in try states(activity, (60, 18), .english, isFull: true) {
      faults.formUnion(silent(state, isWhole: false, english))
    }
    let lines = faults.sorted().joined(separator: "\n")
    #expect(faults.isEmpty, "\(activity)\n\(lines)")
  }
}
