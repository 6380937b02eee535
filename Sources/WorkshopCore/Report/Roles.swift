extension Report {
  /// The roles of one side.
  public struct SideRoles: Hashable, Codable, Sendable {
    /// The side; absent for roles of which it was not recorded.
    public var side: Side?
    /// The roles that the room made.
    public var madeHere: [Role]
    /// The roles that were taken from the source of 2016.
    public var source2016: [Role]
  }

  /// One role.
  public struct Role: Hashable, Codable, Sendable {
    /// The record's id.
    public var id: String
    /// Its short mark, by which readers find it in every edition and form.
    public var mark: String
    /// The id in the source, for instance `formal-catalyst`.
    public var sourceRole: String?
    /// The catchy name.
    public var name: String
    /// What somebody in it does.
    public var description: String?
    /// Whom they face; absent means not recorded.
    public var relation: RoleRelation?
    /// The notes it grew out of.
    public var from: [String]
    /// The same notes with their texts: the strengths that became this role.
    public var lineage: [Statement]
    /// The section of a publication.
    public var source: String?
  }
}

extension Report.SideRoles {
  /// Tells whether there are no roles.
  public var isEmpty: Bool { madeHere.isEmpty && source2016.isEmpty }
}

extension Gathering {
  /// The roles by side, those made here apart from those of the source.
  func sideRoles() -> [Report.SideRoles] {
    let texts = Dictionary(
      notes.lazy.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let sides: [Side?] = Side.allCases.map(Optional.some) + [nil]
    return sides.compactMap { side in
      let group = roles.filter { $0.role.side == side }
      guard side != nil || !group.isEmpty else { return nil }
      func made(_ isMeant: (WorkshopRole) -> Bool) -> [Report.Role] {
        group.filter { isMeant($0.role) }.map { entry($0.role, in: $0.workshop, texts) }
      }
      return Report.SideRoles(
        side: side, madeHere: made { $0.sourceRole == nil },
        source2016: made { $0.sourceRole != nil })
    }
  }

  private func entry(
    _ role: WorkshopRole, in workshop: Int, _ notes: [RecordID: ToldNote]
  ) -> Report.Role {
    let from = role.from.compactMap { notes[$0] }
    return Report.Role(
      id: printed(role.id, in: workshop), mark: marks[role.id],
      sourceRole: role.sourceRole.map { told($0, of: role, in: workshop) },
      name: told(role.name, of: role, in: workshop),
      description: role.description.map { told($0, of: role, in: workshop) },
      relation: role.relation, from: from.map(\.printedID), lineage: from.map(statement),
      source: role.source.map { told($0, of: role, in: workshop) })
  }

  /// A text of a role as the edition may print it.
  func told(_ text: String, of role: WorkshopRole, in workshop: Int) -> String {
    // One that was taken in from the source is this workshop's own from then on: anybody can write to it.
    let isPublished = role.source != nil && workshops[workshop].isFromPublication
    return isPublished ? text : self.told(text)
  }
}
