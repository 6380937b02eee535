import WorkshopContent
import WorkshopCore

// The words of commands for what is wrong in lists and with notes from outside.

extension ListFault {
  /// The fault as a command prints it: `file:line:column: what; remedy`.
  func message(in file: String) -> String {
    let place = "\(VisibleText.line(file)):\(line):\(column)"
    // Broken content still tells where it is.
    guard let words = try? ListWords.commands() else { return place }
    return "\(place): \(words.what(fact)); \(words.remedy(fact))"
  }
}

extension NoteFault {
  /// What is so.
  var what: String {
    switch self {
    case .unknownPlace(let text, let activity, _):
      "no place \(VisibleText.quoted(text)) in \(activity.rawValue)"
    case .unknownField(let name, let activity, let place, _):
      "no field \(VisibleText.quoted(name)) in \(activity.rawValue)"
        + (place.map { " at \(VisibleText.quoted($0))" } ?? "")
    case .badValue(let field, let value, _):
      "\(VisibleText.line(field)) cannot be \(VisibleText.quoted(value))"
    case .unknownPhase(let text, let activity, _):
      "no step \(VisibleText.quoted(text)) in \(activity.rawValue)"
    case .scoreWithoutMoment: "a score stands at a condition and a moment"
    case .momentWithoutScore: "this place is for a score, and none is given"
    case .scoreWithoutSide: "a score is given by a side"
    case .scoreWithAuthor: "a score is given in confidence, without a name"
    case .claimOutsidePlan(let activity): "a note of \(activity.rawValue) has no claim"
    case .nothingToChoose(let activity): "nothing is chosen at this place of \(activity.rawValue)"
    }
  }

  /// What to do about it.
  var remedy: String {
    switch self {
    case .unknownPlace(_, _, let known):
      known.isEmpty ? "leave --place out, this activity has none" : "use one of \(list(known))"
    case .unknownField(_, .roleMarket, nil, let known) where known.isEmpty:
      "it belongs to a role: give the role that was picked as --place, once there are roles"
    case .unknownField(_, _, _, let known):
      known.isEmpty ? "it has none there" : "it has \(list(known))"
    case .badValue(_, _, let known): "use one of \(list(known))"
    case .unknownPhase(_, _, let known):
      known.isEmpty ? "leave --phase out, this activity has none" : "use one of \(list(known))"
    case .scoreWithoutMoment: "write the place as CONDITION/start or CONDITION/end"
    case .momentWithoutScore: "add --field score=1 to 5, or leave the moment out of the place"
    case .scoreWithoutSide: "use --group formal or --group informal"
    case .scoreWithAuthor: "leave --by out"
    case .claimOutsidePlan: "leave --claim out, or use --activity plan"
    case .nothingToChoose:
      "leave --not-chosen out, or give the place of a form, a model or the framework"
    }
  }

  /// Names with commas; of very many the first.
  private func list(_ names: [String]) -> String {
    let shown = names.prefix(100).map(VisibleText.line).joined(separator: ", ")
    return names.count > 100 ? shown + ", …" : shown
  }
}
