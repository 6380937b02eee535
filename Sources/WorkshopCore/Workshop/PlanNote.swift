/// How a condition stands for a form of cooperation that a group chose.
///
/// A condition that nobody spoke of has no state at all. Source: the conditions of each form, ch. 4.
public enum ConditionState: String, CaseIterable, Codable, Sendable {
  case met
  case notMet = "not-met"
  case notApplicable = "not-applicable"

  /// The state after this one when somebody goes round: met, not met, not applicable, none.
  public static func following(_ state: ConditionState?) -> ConditionState? {
    switch state {
    case nil: .met
    case .met: .notMet
    case .notMet: .notApplicable
    case .notApplicable: nil
    }
  }
}

// What the notes of a plan tell besides their text.

extension Note {
  /// Names of the fields of an action.
  package enum PlanField {
    package static let who: FieldName = "who"
    package static let when: FieldName = "when"
    package static let needed: FieldName = "needed"
  }

  /// The part of a plan it tells of; `nil` for notes of other activities.
  public var planPart: PlanPart? {
    if case .plan(let part)? = typedPlace { part } else { nil }
  }

  /// Who does it.
  public var who: String? { filled(PlanField.who) }

  /// When it is done.
  public var when: String? { filled(PlanField.when) }

  /// What is needed for it.
  public var needed: String? { filled(PlanField.needed) }

  /// How a condition stands for the form of cooperation that this note chose.
  ///
  /// Each condition is a field of its own under its id, so that two who tick at once both count.
  public func state(ofCondition id: String) -> ConditionState? {
    fields[FieldName(id)]?.text.flatMap(ConditionState.init(rawValue:))
  }

  /// The text of a field; `nil` if it is not there or empty.
  func filled(_ field: FieldName) -> String? {
    fields[field]?.text.flatMap { $0.isEmpty ? nil : $0 }
  }
}
