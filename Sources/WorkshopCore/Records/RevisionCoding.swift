/// Revisions as JSON: which member is which, read and written.
enum RevisionCoding {
  static func members(of revision: Revision) -> [(FieldName, JSONValue)] {
    var members: [(FieldName, JSONValue)] = [
      ("id", .string(revision.id.text)), ("stamp", .string(revision.stamp.text)),
    ]
    if let at = revision.at { members.append(("at", .string(at.text))) }
    if let gesture = revision.gesture { members.append(("gesture", .string(gesture.text))) }
    switch revision.verdict {
    case .undo(let gesture): members.append(("undo", .string(gesture.text)))
    case .redo(let gesture): members.append(("redo", .string(gesture.text)))
    case nil: break
    }
    if !revision.over.isEmpty { members.append(("over", .texts(revision.over.map(\.text)))) }
    if !revision.set.isEmpty { members.append(("set", .object(revision.set))) }
    if !revision.blanked.isEmpty {
      members.append(("blanked", .texts(revision.blanked.map(\.text))))
    }
    if !revision.trimmed.isEmpty {
      members.append(("trimmed", .texts(revision.trimmed.map(\.text))))
    }
    if !revision.dropped.isEmpty {
      members.append(("dropped", .texts(revision.dropped.map(\.text))))
    }
    if !revision.tag.isEmpty { members.append(("tag", .texts(revision.tag))) }
    if !revision.untag.isEmpty { members.append(("untag", .texts(revision.untag))) }
    members += revision.unknown.members.map { ($0.name, $0.value) }
    return members
  }

  /// The bytes by which two contents under one id are told apart.
  static func bytes(of revision: Revision) -> [UInt8] {
    JSONWriter.compact(.object(JSONObject(members(of: revision))))
  }

  static func revision(from value: JSONValue, at path: JSONPath) throws(DocumentFault) -> Revision {
    guard let object = value.members else { throw .expected(.object, at: path) }
    var unknown = object
    func take(_ name: FieldName) -> JSONValue? {
      defer { unknown[name] = nil }
      return object[name]
    }
    func text(_ name: FieldName) throws(DocumentFault) -> String? {
      guard let value = take(name) else { return nil }
      guard let text = value.text else { throw .expected(.text, at: path + [.name(name)]) }
      return text
    }
    func identifier<S>(_ name: FieldName, _: S.Type) throws(DocumentFault) -> Identifier<S>? {
      guard let text = try text(name) else { return nil }
      guard let id = Identifier<S>(text) else {
        throw .expected(.identifier, at: path + [.name(name)])
      }
      return id
    }
    func texts(_ name: FieldName) throws(DocumentFault) -> [String] {
      guard let value = take(name) else { return [] }
      guard let elements = value.elements, elements.allSatisfy({ $0.text != nil }) else {
        throw .expected(.listOfTexts, at: path + [.name(name)])
      }
      return value.texts
    }

    guard let id = try identifier("id", Revision.self) else {
      throw .missing("id", at: path)
    }
    guard let stampText = try text("stamp") else { throw .missing("stamp", at: path) }
    guard let stamp = Stamp(stampText) else { throw .expected(.stamp, at: path + [.name("stamp")]) }
    var at: WallTime?
    if let text = try text("at") {
      at = WallTime(text)
      if at == nil { throw .expected(.time, at: path + [.name("at")]) }
    }
    let gesture = try identifier("gesture", Gesture.self)
    let undo = try identifier("undo", Gesture.self)
    // Next to an undo a redo says nothing; it is kept as it came.
    let redo = undo == nil ? try identifier("redo", Gesture.self) : nil
    var over: [RevisionID] = []
    // What is no list of ids says nothing of what its writer knew; it is kept as it came.
    if let texts = unknown["over"]?.elements?.map(\.text),
      !texts.isEmpty, texts.allSatisfy({ $0.flatMap(RevisionID.init) != nil })
    {
      over = texts.compactMap { $0.flatMap(RevisionID.init) }
      unknown["over"] = nil
    }
    var set = JSONObject()
    if let value = take("set") {
      guard let members = value.members else { throw .expected(.object, at: path + [.name("set")]) }
      set = members
    }
    /// What is no list of names says nothing of what was taken back; it is kept as it came.
    func names(_ name: FieldName) -> [FieldName] {
      guard let elements = unknown[name]?.elements, !elements.isEmpty,
        elements.allSatisfy({ $0.text != nil })
      else { return [] }
      unknown[name] = nil
      return elements.compactMap { $0.text.map { FieldName($0) } }
    }
    let blanked = names("blanked")
    let trimmed = names("trimmed")
    let dropped = names("dropped")
    let tag = try texts("tag")
    let untag = try texts("untag")
    return Revision(
      id: id, stamp: stamp, at: at, gesture: gesture, over: over, set: set, blanked: blanked,
      trimmed: trimmed, dropped: dropped, tag: tag, untag: untag,
      verdict: undo.map(Revision.Verdict.undo) ?? redo.map(Revision.Verdict.redo), unknown: unknown)
  }
}
