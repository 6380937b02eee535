// Whether a name leads somewhere.

extension SenseCheck {
  /// Tells whether a text names something of a kind; where the documents that would tell could not be
  /// read, it does.
  func leadsSomewhere(_ text: String, to subject: SenseFault.Subject) -> Bool {
    switch subject {
    case .item:
      return !hasSession
        || RecordID(text).map { has($0, SessionCollection.items) || $0 == ProgrammeItem.outside.id }
          ?? false
    case .participant:
      return !hasSession || RecordID(text).map { has($0, SessionCollection.participants) } ?? false
    case .writer:
      if let id = RecordID(text) { return !hasSession || has(id, SessionCollection.participants) }
      return isMunicipality(text)
    case .municipality: return isMunicipality(text)
    case .group:
      return Workshop.plenaryGroups.contains { $0.hasSameBytes(as: text) }
        || Workshop.mixedGroup(text) != nil || isMunicipality(text)
    case .note: return RecordID(text).map { !isWhole || has($0, SessionCollection.notes) } ?? false
    case .phase: return known.phases.contains(FieldName(text))
    case .role: return known.sourceRoles.contains(FieldName(text))
    case .activity, .choice, .condition, .place, .round: return true
    }
  }

  /// What is wrong with the place of a note; `nil` if it is one of its activity.
  func placeFact(of record: Record) -> SenseFault.Fact? {
    guard let text = record.fields[Note.Field.place]?.text,
      let name = record.fields[Note.Field.activity]?.text,
      // What is said about an activity that there is not is said once.
      let activity = ActivityKind(rawValue: name)
    else { return nil }
    guard let place = Place(text, in: activity) else { return .unknown(.place, text) }
    switch place {
    case .plan(.form(let id)):
      return known.forms[FieldName(id)] == nil ? .unknown(.place, text) : nil
    case .plan(.model(let id)):
      return known.models.contains(FieldName(id)) ? nil : .unknown(.place, text)
    case .score(let condition, _):
      return isCondition(condition) ? nil : .unknown(.condition, condition)
    case .named(let named): return fact(ofNamed: named, in: activity)
    default: return nil
    }
  }

  private func fact(ofNamed text: String, in activity: ActivityKind) -> SenseFault.Fact? {
    switch activity {
    case .preparation:
      return PreparationPlace(rawValue: text) == nil ? .unknown(.place, text) : nil
    case .conditions: return isCondition(text) ? nil : .unknown(.condition, text)
    case .prejudiceGame:
      let isStatement =
        text.hasSameBytes(as: Note.statementPlace) || known.statements.contains(FieldName(text))
      return isStatement || leadsSomewhere(text, to: .note) ? nil : .unknown(.place, text)
    case .roleMarket:
      let isRole =
        RecordID(text).map { !hasSession || has($0, SessionCollection.roles) }
        ?? (known.sourceRoles.contains(FieldName(text)) || sourceRoles.contains(FieldName(text)))
      return isRole ? nil : .unknown(.role, text)
    case .consultations:
      switch ConsultationPart(place: text) {
      case .question(let host), .visit(let host, _):
        return isMunicipality(host.text) ? nil : .unknown(.municipality, host.text)
      case .home: return .unknown(.place, text)
      }
    case .closing:
      guard let place = ClosingPlace(text) else { return .unknown(.place, text) }
      if case .municipality(let name) = place, !isMunicipality(name.text) {
        return .unknown(.municipality, text)
      }
      return nil
    default: return isMunicipality(text) ? nil : .unknown(.place, text)
    }
  }

  private func has(_ id: RecordID, _ collection: FieldName) -> Bool {
    ids[collection]?.contains(id) ?? false
  }

  private func isMunicipality(_ text: String) -> Bool {
    guard let name = DocumentName(text) else { return false }
    return !hasSession || files.contains(name)
  }

  private func isCondition(_ text: String) -> Bool { known.conditions.contains(FieldName(text)) }
}
