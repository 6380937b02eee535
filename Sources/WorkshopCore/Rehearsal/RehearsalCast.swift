/// The people of a rehearsal: made up, and marked so in their names, their functions and their files.
enum RehearsalCast {
  /// Those who sum up at the end besides the participants.
  private static let researchers = ClosingPlace.researchers

  /// The steps that put people on the list, spread over the municipalities and both sides.
  static func steps(
    _ count: Int, municipalities: [DocumentName], texts: RehearsalTexts,
    newRecord: () -> RecordID
  ) -> [Scribe.Step] {
    var numbers: [String: Int] = [:]
    func step(_ standing: Standing?, _ municipality: DocumentName?, name: String?)
      -> Scribe.Step
    {
      let functions = texts.functions.of(standing)
      let seen = functions.reduce(0) { $0 + (numbers[$1] ?? 0) }
      let function = functions.isEmpty ? "" : functions[seen % functions.count]
      numbers[function, default: 0] += 1
      func marked(_ text: String) -> JSONValue {
        .string(texts.mark.replacing("{name}", with: text))
      }
      var set: JSONObject = [
        Participant.Field.function: marked("\(function) \(numbers[function] ?? 1)"),
        Participant.Field.simulated: .bool(true),
      ]
      set[Participant.Field.name] = name.map(marked)
      set[Participant.Field.side] = standing.map { .string($0.rawValue) }
      set[Participant.Field.municipality] = municipality.map { .string($0.text) }
      return Scribe.Step(.session, SessionCollection.participants, newRecord(), set: set)
    }
    let places = max(1, municipalities.count)
    let people = (0..<count).map { index in
      // Of most it is only known what they do.
      let name =
        index % 3 == 1 && !texts.names.isEmpty ? texts.names[index / 3 % texts.names.count] : nil
      return step(
        standing(index, of: places),
        municipalities.isEmpty ? nil : municipalities[index % places], name: name)
    }
    return people + (0..<researchers).map { _ in step(.researcher, nil, name: nil) }
  }

  /// By turns formal and informal in each municipality; from the third of a municipality on some stand
  /// elsewhere.
  private static func standing(_ index: Int, of places: Int) -> Standing? {
    if index / places >= 2 {
      switch index % 11 {
      case 5: return .both
      case 8: return .neither
      case 10: return nil
      default: break
      }
    }
    return (index / places + index % places) % 2 == 0 ? .formal : .informal
  }
}
