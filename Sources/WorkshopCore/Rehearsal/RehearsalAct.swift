/// What simulated participants contribute to one kind of activity.
protocol RehearsalAct: Sendable {
  /// The contributions in their order; worked out anew each time, from the workshop as it then is.
  func moves(_ scene: RehearsalScene) -> [RehearsalMove]
}

/// Which act is played in which activity.
enum RehearsalActs {
  /// The acts; an activity without one, such as a walk or a meal, records nothing.
  private static let all: [ActivityKind: any RehearsalAct] = [
    .preparation: PreparationAct(),
    .welcome: WelcomeAct(),
    .pitch: PitchAct(),
    .framework: FrameworkAct(),
    .strengths: StrengthsAct(),
    .tree: TreeAct(),
    .prejudiceGame: PrejudiceAct(),
    .recap: RecapAct(),
    .vision: VisionAct(),
    .roleMarket: RoleMarketAct(),
    .consultations: ConsultationsAct(),
    .feedback: FeedbackAct(),
    .plan: PlanAct(),
    .conditions: ConditionsAct(),
    .closing: ClosingAct(),
  ]

  /// The act of an activity; `nil` where nothing is recorded.
  static func act(for kind: ActivityKind) -> (any RehearsalAct)? { all[kind] }
}
