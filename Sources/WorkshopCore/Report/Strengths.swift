extension Report {
  /// The strengths named of one side.
  public struct SideStrengths: Hashable, Codable, Sendable {
    /// The side that has them.
    public var side: Side
    /// A box for each dimension; the strengths not sorted yet come last.
    public var boxes: [StrengthBox]
    /// The number of strengths in all boxes.
    public var count: Int
  }

  /// The strengths of one side under one dimension.
  public struct StrengthBox: Hashable, Codable, Sendable {
    /// The dimension; absent for what is not sorted yet.
    public var dimension: Dimension?
    /// The strengths in the order of making; additions hang under the strength they add to.
    public var items: [Strength]
    /// What a team added to strengths of others, which its edition leaves out.
    public var additionsElsewhere: [Statement] = []
  }

  /// One strength.
  public struct Strength: Hashable, Codable, Sendable {
    /// The note's id.
    public var note: String
    /// The text as written.
    public var text: String
    /// The group whose sheet it stands on; absent means not recorded.
    public var group: String?
    /// The municipalities whose people named it or added to it, as far as this edition may tell them;
    /// empty means not recorded, unless ``municipalityCount`` says otherwise.
    public var municipalities: [String]
    /// How many municipalities named it or added to it; absent means not recorded, and where some are left out
    /// also that their number would tell which.
    public var municipalityCount: Int?
    /// How many groups have it on a sheet of theirs; absent means not recorded.
    public var groupCount: Int?
    /// What others added.
    public var additions: [Statement]
    /// The names of the roles it became part of.
    public var roles: [String]
    /// The ids of these roles, in the same order.
    public var roleIDs: [String]
    /// The section of a publication.
    public var source: String?
  }
}

extension Report.StrengthBox {
  /// Tells whether anything stands in it.
  public var hasSomething: Bool { !items.isEmpty || !additionsElsewhere.isEmpty }
}

extension Gathering {
  /// What others recorded, where the edition is a team's.
  func leftToOthers() -> Report.Elsewhere? {
    guard scope != nil else { return nil }
    let shown = Set(roles.map(\.role.id))
    return Report.Elsewhere(
      strengths: strengthsElsewhere,
      roles: Self.roles(of: workshops).count { !shown.contains($0.role.id) })
  }

  /// The strengths by side and dimension, additions under what they add to.
  func strengths() -> [Report.SideStrengths] {
    let roles = rolesByNote()
    var boxes: [Place: [Report.Strength]] = [:]
    var added: [Place: [Report.Statement]] = [:]
    for (note, additions) in Hung(byActivity[.strengths] ?? []).grounds {
      guard let place = note.typedPlace else { continue }
      if let ground = note.addsTo, elsewhere.contains(ground) {
        added[place, default: []] += [statement(note)] + additions.map(statement)
        continue
      }
      boxes[place, default: []].append(
        strength(note, additions: additions.sorted(by: ToldNote.precedes), roles: roles))
    }
    return Side.allCases.map { side in
      let sorted: [Report.StrengthBox] = Dimension.allCases.map { dimension in
        box(dimension, .strength(side, dimension), boxes, added)
      }
      let unsorted = box(nil, .strength(side, nil), boxes, added)
      let isEmpty = unsorted.items.isEmpty && unsorted.additionsElsewhere.isEmpty
      let all = sorted + (isEmpty ? [] : [unsorted])
      return Report.SideStrengths(
        side: side, boxes: all, count: all.reduce(0) { $0 + $1.items.count })
    }
  }

  /// The strengths that stand in no box, each with what was added to it; `nil` where there are none.
  func strengthsOutside() -> [Report.Statement]? {
    Hung(byActivity[.strengths] ?? []).grounds.filter { note, _ in
      note.typedPlace == nil && note.addsTo.map { !elsewhere.contains($0) } ?? true
    }.flatMap { [$0] + $1 }.map(statement).nonempty
  }

  private func box(
    _ dimension: Dimension?, _ place: Place, _ boxes: [Place: [Report.Strength]],
    _ added: [Place: [Report.Statement]]
  ) -> Report.StrengthBox {
    Report.StrengthBox(
      dimension: dimension, items: boxes[place] ?? [], additionsElsewhere: added[place] ?? [])
  }

  private func strength(
    _ note: ToldNote, additions: [ToldNote], roles: [RecordID: [(id: String, name: String)]]
  ) -> Report.Strength {
    let roles = roles[note.id] ?? []
    let all = [note] + additions
    let origins = Set(all.compactMap(\.origin))
    let groups = Set(all.compactMap(\.group))
    return Report.Strength(
      note: note.printedID, text: note.text, group: note.group,
      municipalities: Set(all.compactMap(\.speakers)).sorted().map(\.text),
      municipalityCount: origins.isEmpty || leadsToOne(all) ? nil : origins.count,
      groupCount: groups.isEmpty ? nil : groups.count, additions: additions.map(statement),
      roles: roles.map(\.name), roleIDs: roles.map(\.id), source: note.source)
  }

  /// Tells whether the number of municipalities says of which those are that are left out.
  private func leadsToOne(_ notes: [ToldNote]) -> Bool {
    let told = Set(notes.compactMap(\.speakers))
    let untold = notes.filter { $0.origin != nil && $0.speakers == nil }
    guard edition == .public, let first = untold.first else { return false }
    let count = Set(notes.compactMap(\.origin)).count
    let side = first.group.flatMap(Side.init(rawValue:))
    let homes = surroundings[first.workshop].disclosure.hidden.homes(of: side)
    var possible = count > told.count ? homes.subtracting(told) : []
    if untold.count > count - told.count { possible.formUnion(homes.intersection(told)) }
    return possible.count < 2
  }

  /// The roles that each note became part of.
  private func rolesByNote() -> [RecordID: [(id: String, name: String)]] {
    var names: [RecordID: [(id: String, name: String)]] = [:]
    for (role, workshop) in roles {
      var seen: Set<RecordID> = []
      for note in role.from where seen.insert(note).inserted {
        names[note, default: []].append(
          (role.id.text, told(role.name, of: role, in: workshop)))
      }
    }
    return names
  }
}
