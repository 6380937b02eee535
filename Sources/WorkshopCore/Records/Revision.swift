/// One change of one record: the fields it sets, the tags it adds or removes, or the gesture it
/// undoes.
///
/// Revisions are never removed, and never changed but that words in them are taken out; a record is what its
/// revisions say together.
public struct Revision: Hashable, Sendable {
  /// The name of this revision.
  public let id: RevisionID
  /// When it counts, on the hybrid logical clock.
  public let stamp: Stamp
  /// When it was made, as people read it; absent for edits by hand, whose time nobody knows.
  public let at: WallTime?
  /// The gesture it belongs to; absent for edits by hand.
  public let gesture: GestureID?
  /// The revisions that its writer had before them, of every field and tag that it changes.
  ///
  /// It replaces those, and all that they replaced, whatever the clocks said. One that is in no other
  /// writer's history was written at the same time, by somebody who did not know of the other. None
  /// where nothing was there before, or where that was not written down.
  public let over: [RevisionID]
  /// The fields it changes; `null` empties a field.
  public let set: JSONObject
  /// The fields that it set and of which the words were taken back for good, in the order of their bytes.
  public let blanked: [FieldName]
  /// The fields of which what some people said in lists or groups within them was taken back for good, in the
  /// order of their bytes; what others said there stands in ``set``.
  public let trimmed: [FieldName]
  /// The members besides those of this version that were taken back for good, in the order of their bytes.
  public let dropped: [FieldName]
  /// Tags it adds.
  public let tag: [String]
  /// Tags it removes.
  public let untag: [String]
  /// A gesture it takes back or brings back in this record.
  public let verdict: Verdict?
  /// Members that this version does not know, kept as they came.
  public let unknown: JSONObject

  /// What a revision says of a whole gesture.
  public enum Verdict: Hashable, Sendable {
    case undo(GestureID)
    case redo(GestureID)

    /// The gesture that is meant.
    public var gesture: GestureID {
      switch self {
      case .undo(let gesture), .redo(let gesture): gesture
      }
    }
  }

  /// Makes a revision of its parts.
  public init(
    id: RevisionID, stamp: Stamp, at: WallTime?, gesture: GestureID?, over: [RevisionID] = [],
    set: JSONObject = [:], blanked: [FieldName] = [], trimmed: [FieldName] = [],
    dropped: [FieldName] = [], tag: [String] = [], untag: [String] = [], verdict: Verdict? = nil,
    unknown: JSONObject = [:]
  ) {
    self.id = id
    self.stamp = stamp
    self.at = at
    self.gesture = gesture
    self.over = over
    // Of what was trimmed and is not there nothing is left.
    let blanked = Set(blanked + trimmed.filter { set[$0] == nil })
    self.set = blanked.isEmpty ? set : set.without(blanked)
    self.blanked = blanked.sorted()
    self.trimmed = trimmed.isEmpty ? [] : Set(trimmed).subtracting(blanked).sorted()
    self.tag = tag
    self.untag = untag
    self.verdict = verdict
    self.dropped = dropped.isEmpty ? [] : Set(dropped).sorted()
    self.unknown = dropped.isEmpty ? unknown : unknown.without(Set(dropped))
  }

  /// Tells whether it stands for an edit by hand, whose time and gesture nobody knows.
  package var isByHand: Bool { at == nil && gesture == nil }

  /// Tells whether it says something of the record itself rather than of another gesture.
  var changesContent: Bool { verdict == nil }

  /// The tags it adds or removes, and which of the two; one that it does both to is removed.
  var tagging: [(FieldName, Bool)] {
    tag.map { (FieldName($0), true) } + untag.map { (FieldName($0), false) }
  }

  /// The attachments that it tells of, by name.
  var attachments: [FieldName] { AttachmentName.names(in: set[Note.Field.attachments]) }

  /// The order in which revisions count: by stamp, then by id.
  static func precedes(_ left: Revision, _ right: Revision) -> Bool {
    left.stamp == right.stamp ? left.id < right.id : left.stamp < right.stamp
  }
}

// MARK: Blanking

extension Revision {
  /// The revision without the words of some of its fields; this wins over every copy of it.
  func blanking(_ fields: some Sequence<FieldName>) -> Revision {
    with(set, blanked: blanked + fields, trimmed: trimmed)
  }

  /// The revision with less in some of its fields; this wins over every copy that has all of it.
  ///
  /// - Parameter fields: What is left of each; `nil` where nothing is.
  func trimming(_ fields: [(name: FieldName, left: JSONValue?)]) -> Revision {
    var set = set
    for field in fields { set[field.name] = field.left }
    return with(set, blanked: blanked, trimmed: trimmed + fields.map(\.name))
  }

  /// The revision without some of the members that nobody reads; this wins over every copy of it.
  func dropping(_ members: [FieldName]) -> Revision {
    members.isEmpty
      ? self
      : with(set, unknown, blanked: blanked, trimmed: trimmed, dropped: dropped + members)
  }

  /// Tells whether it is another one, or what blanking and trimming left of that.
  func isLeft(of other: Revision) -> Bool {
    if self == other { return true }
    guard !blanked.isEmpty || !trimmed.isEmpty || !dropped.isEmpty else { return false }
    let rest = other.blanking(blanked).dropping(dropped)
    if self == rest { return true }
    guard outline == rest.outline, blanked == rest.blanked, unknown == rest.unknown,
      Set(rest.trimmed).isSubset(of: trimmed)
    else { return false }
    return set.members.allSatisfy { member in
      guard let whole = rest.set[member.name] else { return false }
      return trimmed.contains(member.name) ? member.value.isLeft(of: whole) : member.value == whole
    }
  }

  /// One revision of two contents of it, whichever comes first.
  ///
  /// What is blanked or dropped in one is so, and what is trimmed in one is as it is there. All else that differs can
  /// only come from a damaged or doctored copy, and every machine must choose the same: of two that set the same
  /// fields the greater value of each, else the greater one.
  func united(with other: Revision) -> Revision {
    if self == other { return self }
    let (own, theirs) = (outline, other.outline)
    guard own == theirs else { return own.lexicographicallyPrecedes(theirs) ? other : self }
    var set = set
    for member in other.set.members {
      let isTrimmed = (trimmed.contains(member.name), other.trimmed.contains(member.name))
      let isLess = set[member.name].map {
        isTrimmed.0 == isTrimmed.1
          ? JSONWriter.compact($0).lexicographicallyPrecedes(JSONWriter.compact(member.value))
          : isTrimmed.1
      }
      if isLess ?? true { set[member.name] = member.value }
    }
    var unknown = unknown
    for member in other.unknown.members {
      let isLess = unknown[member.name].map {
        JSONWriter.compact($0).lexicographicallyPrecedes(JSONWriter.compact(member.value))
      }
      if isLess ?? true { unknown[member.name] = member.value }
    }
    return with(
      set, unknown, blanked: blanked + other.blanked, trimmed: trimmed + other.trimmed,
      dropped: dropped + other.dropped)
  }

  /// The bytes of all that blanking, trimming and dropping leave as it is.
  private var outline: [UInt8] {
    let names = set.members.map(\.name) + blanked
    return RevisionCoding.bytes(
      of: with(JSONObject(names.map { ($0, .null) }), [:], blanked: [], trimmed: [], dropped: []))
  }

  private func with(_ set: JSONObject, blanked: [FieldName], trimmed: [FieldName]) -> Revision {
    with(set, unknown, blanked: blanked, trimmed: trimmed, dropped: dropped)
  }

  private func with(
    _ set: JSONObject, _ unknown: JSONObject, blanked: [FieldName], trimmed: [FieldName],
    dropped: [FieldName]
  ) -> Revision {
    Revision(
      id: id, stamp: stamp, at: at, gesture: gesture, over: over, set: set, blanked: blanked,
      trimmed: trimmed, dropped: dropped, tag: tag, untag: untag, verdict: verdict, unknown: unknown
    )
  }
}

extension JSONValue {
  /// Tells whether it is another value, or what is left of that where elements and members were taken out.
  fileprivate func isLeft(of whole: JSONValue) -> Bool {
    if self == whole { return true }
    switch (self, whole) {
    case (.array(let left), .array(let elements)):
      var rest = elements[...]
      return left.allSatisfy { element in
        guard let index = rest.firstIndex(where: { element.isLeft(of: $0) }) else { return false }
        rest = rest[(index + 1)...]
        return true
      }
    case (.object(let left), .object(let object)):
      return left.members.allSatisfy { member in
        object[member.name].map { member.value.isLeft(of: $0) } ?? false
      }
    default: return false
    }
  }
}
