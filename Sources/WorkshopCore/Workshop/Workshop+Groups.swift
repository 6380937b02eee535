extension Workshop {
  /// The file in which a group's notes stand.
  public func document(ofGroup group: String?) -> DocumentName {
    group.flatMap { id in
      municipalities.first { $0.document.text.hasSameBytes(as: id) }?.document
    } ?? .plenary
  }
}

extension Note.Voice {
  /// The voice of a group's notes; only the sides speak for themselves.
  public init?(group: String?) {
    switch group.flatMap(Side.init(rawValue:)) {
    case .formal: self = .formal
    case .informal: self = .informal
    case nil: return nil
    }
  }
}

extension Workshop {
  /// The mixed groups of an item, or else those of the latest item before it; none where nobody made
  /// any.
  public func mixedGroups(at item: RecordID?) -> [[RecordID]] {
    guard let index = items.firstIndex(where: { $0.id == item }) else {
      return items.last { !$0.groups.isEmpty }?.groups ?? []
    }
    return items[...index].last { !$0.groups.isEmpty }?.groups ?? []
  }
}

extension Workshop {
  /// The number of a mixed group by its id, such as `mixed-1`; `nil` for any other id.
  public static func mixedGroup(_ id: String) -> Int? {
    guard id.hasPrefix("mixed-"), let number = Int(plain: id.dropFirst("mixed-".count)),
      NumberLimits.rounds.contains(number)
    else { return nil }
    return number
  }
}
