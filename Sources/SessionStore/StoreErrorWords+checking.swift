import WorkshopCore

// The words for what can be read and makes no sense.

extension StoreErrorWords {
  func what(_ fact: CheckFact) -> String {
    switch fact {
    case .senseless(let fact, let field):
      guard let field else { return words(fact) }
      return word(
        "check.field", ["name": StoreErrorWords.quoted(field.text), "what": words(fact)])
    case .missingPhotograph(let name):
      return word("check.missing-photograph", ["name": StoreErrorWords.quoted(name)])
    case .oddClock(let kind, let time, let count):
      let key = kind == .ahead ? "check.clock-ahead" : "check.clock-behind"
      return word(key, ["time": time, "count": String(count)])
    case .retentionPassed(let day): return word("check.retention", ["date": day.text])
    case .notRead(let name):
      return word("check.not-read", ["name": StoreErrorWords.quoted(name.text)])
    case .unknownList(let name):
      return word("check.unknown-list", ["name": StoreErrorWords.quoted(name.text)])
    case .sharedNotes(let home, let count):
      return word(
        "check.shared-notes",
        ["name": StoreErrorWords.quoted("\(home.text).json"), "count": String(count)])
    case .unnamedPhotograph: return word("check.unnamed-photograph")
    }
  }

  func remedy(_ fact: CheckFact) -> String {
    switch fact {
    case .senseless(.sameID, _): word("check.remedy.same-id")
    case .senseless: word("check.remedy.senseless")
    case .missingPhotograph: word("check.remedy.missing-photograph")
    case .oddClock: word("check.remedy.odd-clock")
    case .retentionPassed: word("check.remedy.retention")
    case .notRead: word("check.remedy.not-read")
    case .unknownList: word("check.remedy.unknown-list")
    case .sharedNotes: word("check.remedy.shared-notes")
    case .unnamedPhotograph: word("check.remedy.unnamed-photograph")
    }
  }

  private func words(_ fact: SenseFault.Fact) -> String {
    switch fact {
    case .unknown(let subject, let name):
      word(key(of: subject), ["name": StoreErrorWords.quoted(name)])
    case .wrongKind(let kind): word("store.expected", ["expected": word(key(of: kind))])
    case .outOfRange(let range):
      word(
        "check.out-of-range",
        ["least": String(range.lowerBound), "most": String(range.upperBound)])
    case .tooLong(let limit): word("check.too-long", ["megabytes": String(limit >> 20)])
    case .twin(let file): word("check.twin", ["name": StoreErrorWords.quoted(file)])
    case .circle: word("check.circle")
    case .sameID: word("check.same-id")
    }
  }

  private func key(of subject: SenseFault.Subject) -> String {
    switch subject {
    case .activity: "check.unknown.activity"
    case .choice: "check.unknown.choice"
    case .condition: "check.unknown.condition"
    case .group: "check.unknown.group"
    case .item: "check.unknown.item"
    case .municipality: "check.unknown.municipality"
    case .note: "check.unknown.note"
    case .participant: "check.unknown.participant"
    case .phase: "check.unknown.phase"
    case .place: "check.unknown.place"
    case .role: "check.unknown.role"
    case .round: "check.unknown.round"
    case .writer: "check.unknown.writer"
    }
  }

  private func key(of kind: SenseFault.Kind) -> String {
    switch kind {
    case .answer: "check.kind.answer"
    case .clock: "check.kind.clock"
    case .day: "check.kind.day"
    case .fileName: "check.kind.file-name"
    case .flag: "check.kind.flag"
    case .groups: "check.kind.groups"
    case .number: "check.kind.number"
    case .seating: "check.kind.seating"
    case .text: "store.expected.text"
    case .texts: "store.expected.texts"
    case .time: "store.expected.time"
    case .timeOfDay: "check.kind.time-of-day"
    }
  }
}
