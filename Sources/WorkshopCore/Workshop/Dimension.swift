/// A dimension under which the source groups strengths.
///
/// The four dimensions came out of the material; they were not given beforehand.
/// Source: *Kracht van formele en informele werkers*, ch. 3.
public enum Dimension: String, CaseIterable, Codable, Sendable {
  case knowledge
  case skills
  case position
  case power
}

/// A part of the tree of cooperation.
///
/// Source: *Tweedaagse onderzoekswerkplaats*, ch. 1: roots are conditions, apples goals and yields,
/// the watering can the energy that keeps partners investing.
public enum TreePart: String, CaseIterable, Codable, Sendable {
  case apples
  case can
  case roots
}

/// Whether somebody in a role faces the target group, the partner, or both.
///
/// Absent means that it was not recorded. Source: *Rollen in de samenwerking*, ch. 3.
public enum RoleRelation: String, CaseIterable, Codable, Sendable {
  case targetGroup = "target-group"
  case partner
  case both
}
