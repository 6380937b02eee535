extension Workshop {
  /// People in the order of their municipalities; those of none come last.
  package func ordered(_ people: [Participant]) -> [Participant] {
    var byPlace: [DocumentName: [Participant]] = [:]
    var rest: [Participant] = []
    for person in people {
      if let place = person.municipality, municipality(place) != nil {
        byPlace[place, default: []].append(person)
      } else {
        rest.append(person)
      }
    }
    return municipalities.flatMap { byPlace.removeValue(forKey: $0.document) ?? [] } + rest
  }
}
