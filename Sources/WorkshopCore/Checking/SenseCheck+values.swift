// Whether a value is what its field may say.

extension SenseCheck {
  /// What is wrong with a value; nothing if the list is empty.
  func facts(_ value: JSONValue, by rule: SenseRule, field: FieldName) -> [SenseFault.Fact] {
    switch rule {
    case .text: value.text == nil ? [.wrongKind(.text)] : []
    case .flag: value.flag == nil ? [.wrongKind(.flag)] : []
    case .number(let range): number(value, range)
    case .texts: isTexts(value) ? [] : [.wrongKind(.texts)]
    case .lines: value.text != nil || isTexts(value) ? [] : [.wrongKind(.texts)]
    case .choice(let words): choice(value, words, field)
    case .name(let subject): names(value.text.map { [$0] }, subject, otherwise: .text)
    case .names(let subject): names(isTexts(value) ? value.texts : nil, subject, otherwise: .texts)
    case .answer:
      value.flag != nil || value == Consent.unanswered ? [] : [.wrongKind(.answer)]
    case .answers:
      value.members?.members.allSatisfy { $0.value.flag != nil || $0.value == .null } == true
        ? [] : [.wrongKind(.answer)]
    case .timeOfDay:
      value.text.flatMap(Timetable.minute) == nil ? [.wrongKind(.timeOfDay)] : []
    case .day: value.text.flatMap(RetentionDate.init) == nil ? [.wrongKind(.day)] : []
    case .clock: clock(value)
    case .clocks: value.members?.members.flatMap { clock($0.value) } ?? [.wrongKind(.clock)]
    case .groups: groups(value)
    case .seating: seating(value, field)
    case .fileName: fileName(value)
    case .score: score(value)
    case .photographs:
      isTexts(value) && value.texts.allSatisfy(AttachmentName.isPlain)
        ? [] : [.wrongKind(.texts)]
    }
  }

  private func isTexts(_ value: JSONValue) -> Bool {
    value.elements?.allSatisfy { $0.text != nil } ?? false
  }

  private func number(_ value: JSONValue, _ range: ClosedRange<Int>) -> [SenseFault.Fact] {
    guard case .number = value else { return [.wrongKind(.number)] }
    return value.integer(in: range) == nil ? [.outOfRange(range)] : []
  }

  private func choice(_ value: JSONValue, _ words: [String], _ field: FieldName)
    -> [SenseFault.Fact]
  {
    guard let text = value.text else { return [.wrongKind(.text)] }
    if words.contains(where: { $0.hasSameBytes(as: text) }) { return [] }
    return [.unknown(field == Note.Field.activity ? .activity : .choice, text)]
  }

  private func names(
    _ texts: [String]?, _ subject: SenseFault.Subject, otherwise kind: SenseFault.Kind
  ) -> [SenseFault.Fact] {
    guard let texts else { return [.wrongKind(kind)] }
    return texts.filter { !leadsSomewhere($0, to: subject) }.map { .unknown(subject, $0) }
  }

  private func clock(_ value: JSONValue) -> [SenseFault.Fact] {
    guard let members = value.members else { return [.wrongKind(.clock)] }
    let times = ["began", "running", "ended"].compactMap { members[FieldName($0)] }
    let isWrong = times.contains { $0 != .null && $0.text.flatMap { WallTime($0) } == nil }
    let numbers = [("spent", NumberLimits.spent), ("added", NumberLimits.added)]
      .flatMap { name, range in
        members[FieldName(name)].map { $0 == .null ? [] : number($0, range) } ?? []
      }
    return (isWrong ? [.wrongKind(.time)] : []) + numbers
  }

  private func groups(_ value: JSONValue) -> [SenseFault.Fact] {
    guard let members = value.members?.members else { return [.wrongKind(.groups)] }
    return members.flatMap { member -> [SenseFault.Fact] in
      guard Workshop.mixedGroup(member.name.text) != nil else {
        return [.unknown(.group, member.name.text)]
      }
      return names(
        isTexts(member.value) ? member.value.texts : nil, .participant, otherwise: .groups)
    }
  }

  private func seating(_ value: JSONValue, _ field: FieldName) -> [SenseFault.Fact] {
    guard ProgrammeItem.Field.round(ofTables: field) != nil else {
      return [.unknown(.round, String(field.text.dropFirst("tables-".count)))]
    }
    guard let members = value.members?.members else { return [.wrongKind(.seating)] }
    return members.flatMap { member in
      names([member.name.text], .municipality, otherwise: .seating)
        + names(isTexts(member.value) ? member.value.texts : nil, .participant, otherwise: .seating)
    }
  }

  private func fileName(_ value: JSONValue) -> [SenseFault.Fact] {
    let name = value.text.flatMap(DocumentName.init)
    return name == nil || name == .session || name == .plenary ? [.wrongKind(.fileName)] : []
  }

  private func score(_ value: JSONValue) -> [SenseFault.Fact] {
    if value.text?.hasSameBytes(as: ConditionScores.notApplicable) == true { return [] }
    return number(value, ConditionScores.scale)
  }
}
