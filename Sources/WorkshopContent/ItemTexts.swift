public import WorkshopCore

/// What an item of a session says: its own texts, and the built-in ones where it has none.
public struct ItemTexts: Hashable, Sendable {
  /// How the room is divided during most of the item; `nil` where neither says it.
  public let groupForm: GroupForm?
  /// What the research hopes to learn here; empty where neither says it.
  public let researchGoal: String
  /// What participants can gain here; empty where neither says it.
  public let developmentGoal: String
  /// The steps within the item; empty where there is only one.
  public let phases: [ProgrammePhase]
  /// Lines for the facilitator alone.
  public let script: [String]
  /// Questions and requests that the room may read.
  public let prompts: [String]
  /// One line for the room where no step has its own.
  public let now: String
}

extension Content {
  /// The texts of an item; empty ones for notes outside the programme.
  public func texts(of item: ProgrammeItem) -> ItemTexts {
    texts(of: item, own: item.texts, groupForm: item.groupForm)
  }

  /// The texts of an item as they are built in, whatever the session has in place of them.
  public func builtInTexts(of item: ProgrammeItem) -> ItemTexts {
    texts(of: item, own: OwnTexts(), groupForm: nil)
  }

  private func texts(of item: ProgrammeItem, own: OwnTexts, groupForm: GroupForm?) -> ItemTexts {
    let template = template(of: item)
    return ItemTexts(
      groupForm: groupForm ?? template?.groupForm,
      researchGoal: own.researchGoal ?? template?.researchGoal ?? "",
      developmentGoal: own.developmentGoal ?? template?.developmentGoal ?? "",
      phases: (template?.phases ?? []).map { phase in
        // The whole room stays the whole room, however the groups in between are made.
        let isDivided = phase.groupForm != .plenary && phase.groupForm != .individual
        return ProgrammePhase(
          id: phase.id, name: phase.name, minutes: phase.minutes,
          groupForm: isDivided ? groupForm ?? phase.groupForm : phase.groupForm,
          isReporting: phase.isReporting, now: own.now[phase.id] ?? phase.now,
          instruction: phase.instruction)
      },
      script: own.script.isEmpty ? template?.script ?? [] : own.script,
      prompts: own.prompts.isEmpty ? template?.prompts ?? [] : own.prompts,
      now: own.now[""] ?? (item.isOutside ? "" : activity(item.kind).now))
  }
}
