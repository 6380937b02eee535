/// The kind of an item in the programme: what the room does then.
///
/// The raw value is the id in files and on the command line. Source: *Onderzoeksopzet*, ch. 1,
/// for the activities the report names; meals, breaks and welcome are what any two days need, and
/// going over the conditions at the start or the end is ours.
public enum ActivityKind: String, CaseIterable, Codable, Sendable {
  case preparation
  case welcome
  case pitch
  case framework
  case strengths
  case tree
  case walk
  case `break`
  case lunch
  case dinner
  case prejudiceGame = "prejudice-game"
  case free
  case breakfast
  case recap
  case vision
  case roleMarket = "role-market"
  case consultations
  case feedback
  case plan
  case conditions
  case closing
}
