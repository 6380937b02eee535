/// A value of a JSON document that keeps what Foundation's decoder loses.
///
/// Numbers keep their digits as written, and texts are equal only when their bytes are.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// A number as its text in the file, for instance `1.50` or `12345678901234567890`.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue: Hashable {
  /// Tells whether two values would be written with the same bytes.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)), (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }

  /// Feeds the kind and the bytes of the value to a hasher.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .number(let text), .string(let text): text.hashBytes(into: &hasher)
    case .array(let values): hasher.combine(values)
    case .object(let object): hasher.combine(object)
    }
  }
}

extension JSONValue {
  /// The text, if this is a string.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The truth value, if this is one.
  public var flag: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  /// The whole number, if this is one that fits.
  public var integer: Int? {
    if case .number(let digits) = self { Int(digits) } else { nil }
  }

  /// The whole number, if this is one within a range.
  func integer(in range: ClosedRange<Int>) -> Int? {
    integer.flatMap { range.contains($0) ? $0 : nil }
  }

  /// The elements, if this is an array.
  public var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members, if this is an object.
  public var members: JSONObject? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The texts of an array; elements that are no strings are left out.
  public var texts: [String] { (elements ?? []).compactMap(\.text) }

  /// How many arrays and objects stand in one another here.
  var depth: Int {
    switch self {
    case .array(let elements): 1 + (elements.map(\.depth).max() ?? 0)
    case .object(let object): 1 + (object.members.map(\.value.depth).max() ?? 0)
    default: 0
    }
  }

  /// Makes a number of an integer.
  public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  /// Makes an array of texts.
  public static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// Makes a text of a literal.
  public init(stringLiteral value: String) { self = .string(value) }
}

/// The members of a JSON object, in the order of their names' bytes, each name once.
public struct JSONObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One name with its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let name: FieldName
    /// The value.
    public var value: JSONValue
  }

  /// The members in the order of their names' bytes.
  public private(set) var members: [Member] = []

  /// Makes an object without members.
  public init() {}

  /// Makes an object of pairs; of two values under one name the last counts.
  public init(_ pairs: some Sequence<(FieldName, JSONValue)>) {
    self = JSONObject.layered([pairs.map { name, value in Member(name: name, value: value) }])
  }

  /// Lays objects over one another; of two values under one name the last counts.
  static func layered(_ objects: [JSONObject]) -> JSONObject {
    objects.count == 1 ? objects[0] : layered(objects.map(\.members))
  }

  /// As many members as are quicker to put in their places one by one.
  private static let few = 64

  private static func layered(_ layers: [[Member]]) -> JSONObject {
    var object = JSONObject()
    guard layers.reduce(0, { $0 + $1.count }) > few else {
      for member in layers.joined() { object[member.name] = member.value }
      return object
    }
    var values: [FieldName: JSONValue] = [:]
    for member in layers.joined() { values[member.name] = member.value }
    object.members = values.map { Member(name: $0, value: $1) }.sorted { $0.name < $1.name }
    return object
  }

  /// The members of which something holds.
  func shown(_ holds: (Member) -> Bool) -> JSONObject {
    guard !members.allSatisfy(holds) else { return self }
    var object = JSONObject()
    object.members = members.filter(holds)
    return object
  }

  /// Makes an object of a literal; of two values under one name the last counts.
  public init(dictionaryLiteral elements: (FieldName, JSONValue)...) { self.init(elements) }

  /// Makes an object of members in any order, or returns the name that stands there twice.
  public static func checked(_ members: [Member]) -> Result<JSONObject, DuplicateName> {
    var object = JSONObject()
    object.members = members.sorted { $0.name < $1.name }
    for (left, right) in zip(object.members, object.members.dropFirst())
    where left.name == right.name {
      return .failure(DuplicateName(name: left.name))
    }
    return .success(object)
  }

  /// The members whose names are not among these.
  package func without(_ names: Set<FieldName>) -> JSONObject {
    var object = JSONObject()
    object.members = members.filter { !names.contains($0.name) }
    return object
  }

  /// A name that stands twice in one object.
  public struct DuplicateName: Error, Equatable {
    /// The name.
    public let name: FieldName
  }

  /// Tells whether there are no members.
  public var isEmpty: Bool { members.isEmpty }

  /// The value under a name; setting `nil` takes the member out.
  public subscript(name: FieldName) -> JSONValue? {
    get {
      let index = position(of: name)
      return index < members.count && members[index].name == name ? members[index].value : nil
    }
    set {
      let index = position(of: name)
      let exists = index < members.count && members[index].name == name
      switch (newValue, exists) {
      case (let value?, true): members[index].value = value
      case (let value?, false): members.insert(Member(name: name, value: value), at: index)
      case (nil, true): members.remove(at: index)
      case (nil, false): break
      }
    }
  }

  private func position(of name: FieldName) -> Int {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if members[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension JSONObject.Member {
  /// Makes a member.
  public init(_ name: FieldName, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}
