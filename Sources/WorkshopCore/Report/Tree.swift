extension Report {
  /// A part of the tree with its notes.
  public struct TreePart: Hashable, Codable, Sendable {
    /// The part.
    public var part: WorkshopCore.TreePart
    /// What hangs or stands there, by group; the order of groups is that of their ids.
    public var groups: [TreeGroup]
    /// The number of notes in it.
    public var count: Int
  }

  /// What one group put in a part of the tree.
  public struct TreeGroup: Hashable, Codable, Sendable {
    /// The group; absent means not recorded, or left out of this edition.
    public var group: String?
    /// Tells whether the group was recorded and is left out of this edition.
    public var isGroupWithheld: Bool
    /// The notes in the order of making.
    public var items: [Statement]
  }
}

extension Gathering {
  /// The tree: what each group put in its parts.
  func tree() -> [Report.TreePart] {
    let named = Dictionary(grouping: byActivity[.tree] ?? [], by: \.typedPlace)
    return TreePart.allCases.map { part in
      let items = named[.treePart(part)] ?? []
      let groups = Dictionary(grouping: items) { note in
        TreeKey(
          group: note.group,
          isWithheld: note.group == nil && note.withheld.contains(.municipality))
      }
      return Report.TreePart(
        part: part,
        groups: groups.sorted { TreeKey.precedes($0.key, $1.key) }.map { key, notes in
          Report.TreeGroup(
            group: key.group, isGroupWithheld: key.isWithheld, items: notes.map(statement))
        },
        count: items.count)
    }
  }
}

/// What keeps groups of the tree apart.
private struct TreeKey: Hashable {
  let group: String?
  let isWithheld: Bool

  /// Groups by their ids' bytes, then those that are left out, then what was not recorded.
  static func precedes(_ left: TreeKey, _ right: TreeKey) -> Bool {
    switch (left.group, right.group) {
    case (let a?, let b?): a.precedesByBytes(b)
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): left.isWithheld && !right.isWithheld
    }
  }
}
