extension Report {
  /// What the edition for everybody tells and a team takes home besides its own: without names, and no more of people.
  public struct Shared: Hashable, Codable, Sendable {
    /// The strengths of both sides, formal first.
    public var strengths: [SharedSide]
    /// The roles by side, formal first.
    public var roles: [SharedSide]
    /// The activities in which others recorded something, in the order of the programme.
    public var activities: [ActivityKind]
    /// Tells whether the room gave scores, which are told of nobody's team.
    public var hasScores: Bool
  }

  /// Strengths or roles of one side.
  public struct SharedSide: Hashable, Codable, Sendable {
    /// The side; absent for roles of which it was not recorded.
    public var side: Side?
    /// What they are, in the order of the edition for everybody.
    public var texts: [String]
  }

  /// Tells whether others recorded something of an activity that this edition leaves to them.
  public func isElsewhere(_ activity: ActivityKind?) -> Bool {
    guard let activity, let shared else { return false }
    return shared.activities.contains(activity)
  }
}

extension Gathering {
  /// What the team's edition takes from this one, which is that for everybody.
  ///
  /// - Parameter team: The gathering of the team's edition.
  func shared(with team: Gathering) -> Report.Shared {
    let others = Set(notes.lazy.filter { !team.ids.contains($0.id) }.compactMap(\.activity))
    let hasScores = scores.contains { !$0.isEmpty } && team.scores.allSatisfy(\.isEmpty)
    return Report.Shared(
      strengths: strengths().map { side in
        Report.SharedSide(
          side: side.side,
          texts: side.boxes.flatMap(\.items).map(\.text).filter { !$0.allSatisfy(\.isWhitespace) })
      },
      roles: sideRoles().map { side in
        Report.SharedSide(
          side: side.side,
          texts: (side.madeHere + side.source2016).map(\.name).filter {
            !$0.allSatisfy(\.isWhitespace)
          })
      },
      activities: ActivityKind.allCases.filter {
        others.contains($0) || $0 == .conditions && hasScores
      }, hasScores: hasScores)
  }
}
