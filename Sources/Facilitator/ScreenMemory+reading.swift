import Synchronization
import WorkshopCore

// What is remembered lies in a file that anybody who uses this machine may have changed, and that a crash
// or another version may have left: what makes no sense is left out, and the rest counts.

extension ScreenMemory {
  /// The largest number of a box, a page or a phase; no stage has as many.
  private static let most = 9_999
  /// How many items it may tell of.
  private static let mostItems = 5_000

  /// Reads what is there and makes sense, and takes the rest as not remembered.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let gaps = Gaps.key.flatMap { decoder.userInfo[$0] as? Gaps } ?? Gaps()
    func value<Value: Decodable>(_ key: CodingKeys) -> Value? {
      do {
        return try container.decodeIfPresent(Value.self, forKey: key)
      } catch {
        gaps.add()
        return nil
      }
    }
    /// The elements of a list that make sense, the last ones where there are too many.
    func list<Value: Decodable>(_ key: CodingKeys) -> [Value] {
      let elements: [Lenient<Value>] = value(key) ?? []
      let sensible = elements.compactMap(\.value)
      if sensible.count < elements.count || sensible.count > Limits.remembered {
        gaps.add()
      }
      return sensible.suffix(Limits.remembered)
    }
    /// What is remembered of items, by their ids.
    func items<Value: Decodable>(_ key: CodingKeys, _ isSensible: (Value) -> Bool) -> [String:
      Value]
    {
      let all: [String: Lenient<Value>] = value(key) ?? [:]
      var sensible: [String: Value] = [:]
      for (item, value) in all where all.count <= ScreenMemory.mostItems {
        if RecordID(item) != nil, let value = value.value, isSensible(value) {
          sensible[item] = value
        }
      }
      if sensible.count < all.count { gaps.add() }
      return sensible
    }
    // Numbers that are counted with, and texts that are shown.
    func isNumber(_ number: Int) -> Bool { (0...ScreenMemory.most).contains(number) }
    func isText(_ text: String) -> Bool { text.fits(Limits.name) }

    item = value(.item)
    phases = items(.phases, isNumber)
    pages = items(.pages, isNumber)
    groups = items(.groups, isText)
    boxes = items(.boxes, isNumber)
    choices = items(.choices) { choices in
      choices.count <= Limits.remembered
        && choices.allSatisfy { isText($0.key) && isText($0.value) }
    }
    draft = value(.draft)
    leftDrafts = list(.leftDrafts)
    form = value(.form)
    leftForms = list(.leftForms)
    done = list(.done).filter { (gesture: Remembered) in isText(gesture.label) }
    undone = list(.undone).filter { (gesture: Remembered) in isText(gesture.label) }
    func isStrange(_ view: View?) -> Bool {
      view.map { !$0.isSensible(most: ScreenMemory.most) } ?? false
    }
    for index in done.indices where isStrange(done[index].view) { done[index].view = nil }
    for index in undone.indices where isStrange(undone[index].view) { undone[index].view = nil }
    if let draft, !draft.isSensible {
      self.draft = nil
      gaps.add()
    }
    let sensible = leftDrafts.filter(\.isSensible)
    if sensible.count < leftDrafts.count { gaps.add() }
    leftDrafts = sensible
    if let form, !form.isSensible {
      self.form = nil
      gaps.add()
    }
    let sensibleForms = leftForms.filter(\.isSensible)
    if sensibleForms.count < leftForms.count { gaps.add() }
    leftForms = sensibleForms
  }

  /// Notes that something was left out; put one into the decoder's `userInfo` to know it.
  public final class Gaps: Sendable {
    /// The key for `userInfo`.
    public static let key = CodingUserInfoKey(rawValue: "gaps")
    private let found = Mutex(false)

    /// Begins with none.
    public init() {}

    /// Whether something was left out.
    public var areThere: Bool { found.withLock(\.self) }

    func add() { found.withLock { $0 = true } }
  }

  /// A value that makes no sense takes none of its neighbours along.
  private struct Lenient<Value: Decodable>: Decodable {
    let value: Value?

    init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
  }
}

extension ScreenMemory.Draft {
  /// Tells whether it can be made a note of.
  fileprivate var isSensible: Bool {
    let texts = (note.fields ?? [:]).map(\.value) + [note.text]
    return DocumentName(note.document) != nil && texts.allSatisfy { $0.fits(Limits.text) }
      && [note.phase, note.group, note.place].allSatisfy { $0?.fits(Limits.name) ?? true }
  }
}

extension ScreenMemory.FormMemory {
  /// Tells whether a form can be filled in with it.
  fileprivate var isSensible: Bool {
    values.count <= Limits.remembered && values.values.allSatisfy { $0.fits(Limits.text) }
      && (selected.map { (0...Limits.remembered).contains($0) } ?? true)
  }
}
