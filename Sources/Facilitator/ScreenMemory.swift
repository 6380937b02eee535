public import WorkshopCore

/// Where the screen of a workshop stands: remembered on this machine, never part of the workshop.
public struct ScreenMemory: Codable, Hashable, Sendable {
  /// The item that is shown.
  public var item: RecordID?
  /// The phase shown per item.
  public var phases: [String: Int] = [:]
  /// The page shown per item, where a stage has pages.
  public var pages: [String: Int] = [:]
  /// The group chosen per item.
  public var groups: [String: String] = [:]
  /// The box the cursor is in per item.
  public var boxes: [String: Int] = [:]
  /// What the stage of an item remembers besides, by names of its own.
  public var choices: [String: [String: String]] = [:]
  /// What was being typed.
  public var draft: Draft?
  /// Texts that were left half typed, oldest first.
  var leftDrafts: [Draft] = []
  /// The form that was being filled in.
  var form: FormMemory?
  /// Forms that were left half filled in, oldest first.
  var leftForms: [FormMemory] = []
  /// The gestures that can be undone, oldest first.
  public var done: [Remembered] = []
  /// The gestures that can be redone, oldest first.
  public var undone: [Remembered] = []

  /// A text that was being typed and is not a note yet.
  public struct Draft: Codable, Hashable, Sendable {
    /// Where it will stand; for an edit, where the note stands.
    public var note: NoteDraft
    /// The note that is edited; `nil` for a new one.
    public var editing: RecordID?
    /// The wordings that were there when editing began, so that one that comes in meanwhile is told.
    var over: [RevisionID]?
  }

  /// A form that was left half filled in.
  struct FormMemory: Codable, Hashable, Sendable {
    /// What it is for.
    var purpose: Form.Purpose
    /// What is filled in, by field.
    var values: [String: String]
    /// The field with the cursor; `nil` in what an earlier version remembered.
    var selected: Int?
    /// The item in which it was opened; `nil` in what an earlier version remembered.
    var item: RecordID?
  }

  /// A gesture with the words for it.
  public struct Remembered: Codable, Hashable, Sendable {
    /// The gesture.
    public var gesture: GestureID
    /// What it did, as short as the last row needs it.
    public var label: String
    /// The records that it changed; `nil` where an earlier version did not write them down.
    public var records: [RecordID]?
    /// Where the screen stood; `nil` for what was done elsewhere or by an earlier version.
    var view: View?

    enum CodingKeys: String, CodingKey {
      case gesture, label, records, view
    }

    init(
      gesture: GestureID, label: String, records: [RecordID]? = nil, view: View? = nil
    ) {
      self.gesture = gesture
      self.label = label
      self.records = records
      self.view = view
    }

    /// Reads a gesture; a place that makes no sense does not take the gesture along.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      gesture = try container.decode(GestureID.self, forKey: .gesture)
      label = try container.decode(String.self, forKey: .label)
      records = try? container.decodeIfPresent([RecordID].self, forKey: .records)
      view = try? container.decodeIfPresent(View.self, forKey: .view)
    }
  }

  enum CodingKeys: String, CodingKey {
    case item, phases, pages, groups, boxes, choices, draft, leftDrafts, form, leftForms, done,
      undone
  }

  /// Remembers nothing.
  public init() {}
}

extension ScreenMemory {
  /// How many gestures are remembered; enough for two days of slips.
  private static let depth = Limits.remembered

  /// Puts what was being typed aside, so that typing something else does not take its place.
  mutating func leaveDraft() {
    guard let left = draft else { return }
    draft = nil
    take(left)
  }

  /// Takes in a text that was left half typed.
  mutating func take(_ left: Draft) {
    leftDrafts.append(left)
    leftDrafts.removeFirst(max(0, leftDrafts.count - ScreenMemory.depth))
  }

  /// Takes up the last text that was left half typed and is meant; it is being typed again.
  mutating func takeUpDraft(where isMeant: (Draft) -> Bool) -> Draft? {
    guard let index = leftDrafts.lastIndex(where: isMeant) else { return nil }
    draft = leftDrafts.remove(at: index)
    return draft
  }

  /// Takes a text that was left half typed out, as it is; false if it is there no more.
  mutating func drop(_ left: Draft) -> Bool {
    guard let index = leftDrafts.lastIndex(of: left) else { return false }
    leftDrafts.remove(at: index)
    return true
  }

  /// Puts a form aside half filled in; an earlier one for the same takes its place, where there may be one only.
  ///
  /// - Parameter isOnlyOne: Whether there may be one only, as it is about a record that is there.
  mutating func leave(_ left: FormMemory, isOnlyOne: Bool) {
    if isOnlyOne { leftForms.removeAll { $0.isFor(left.purpose, in: left.item) } }
    leftForms.append(left)
    leftForms.removeFirst(max(0, leftForms.count - ScreenMemory.depth))
  }

  /// Takes a form that was left half filled in out, as it is; false if it is there no more.
  mutating func drop(_ left: FormMemory) -> Bool {
    guard let index = leftForms.lastIndex(of: left) else { return false }
    leftForms.remove(at: index)
    return true
  }

  /// Remembers a new gesture; what had been undone before can't be redone after it.
  public mutating func did(_ edit: Edit, label: String) {
    did(edit, label: label, at: nil)
  }

  /// Remembers a new gesture with where the screen stood; `nil` for what was done elsewhere.
  mutating func did(_ edit: Edit, label: String, at view: View?) {
    // A pasted list changes hundreds; who looks for one of them finds the label by its gesture.
    let records = Set(edit.changes.map(\.record)).sorted().prefix(Limits.remembered)
    done.append(
      Remembered(gesture: edit.gesture, label: label, records: Array(records), view: view))
    done.removeFirst(max(0, done.count - ScreenMemory.depth))
    undone = []
  }

  /// Takes in what commands did, each gesture where it belongs in the order of the changes.
  ///
  /// - Parameters:
  ///   - commands: What they did.
  ///   - documents: The documents that tell when each gesture was made.
  mutating func takeIn(_ commands: ScreenMemory, in documents: some Collection<Document>) {
    let known = Set((done + undone).map(\.gesture))
    let new = commands.done.filter { !known.contains($0.gesture) }
    guard !new.isEmpty else { return }
    let meant = Set((done + new).map(\.gesture))
    var made: [GestureID: Stamp] = [:]
    for record in documents.lazy.flatMap({ $0.collections.values }).flatMap(\.values) {
      for revision in record.revisions {
        guard let gesture = revision.gesture, meant.contains(gesture) else { continue }
        made[gesture] = max(made[gesture] ?? revision.stamp, revision.stamp)
      }
    }
    for gesture in new {
      let later = done.firstIndex { other in
        guard let when = made[gesture.gesture], let then = made[other.gesture] else { return false }
        return when < then
      }
      done.insert(gesture, at: later ?? done.endIndex)
    }
    done.removeFirst(max(0, done.count - ScreenMemory.depth))
  }

  /// Takes the last gesture off those that can be undone.
  mutating func takeBack() -> Remembered? {
    guard let last = done.popLast() else { return nil }
    undone.append(last)
    return last
  }

  /// Takes the last gesture off those that can be redone.
  mutating func bringBack() -> Remembered? {
    guard let last = undone.popLast() else { return nil }
    done.append(last)
    return last
  }
}

extension ScreenMemory.FormMemory {
  /// Tells whether it is a form for something, opened in an item.
  func isFor(_ purpose: Form.Purpose, in item: RecordID?) -> Bool {
    self.purpose == purpose && (self.item == nil || self.item == item)
  }
}
