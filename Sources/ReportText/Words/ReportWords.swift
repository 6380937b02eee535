public import WorkshopCore

/// The words a report is written in, looked up by key.
///
/// The program passes the words of its content; a report knows no language itself.
public struct ReportWords: Sendable {
  /// What stands in a table or among numbers where something was not recorded.
  public static let dash = "–"

  private let lookup: @Sendable (_ key: String, _ values: [String: String]) -> String
  private let names: @Sendable (_ id: String) -> String?
  /// The headings of the conditions with the conditions under each, in the order of the source.
  public let conditions: [ConditionHeading]

  /// The ids of forms of cooperation and models, in the order of the source.
  public let order: [String]
  /// What the publication tells, in its order.
  public let publication: [Report.PublicationChapter]

  /// A heading with the conditions that stand under it.
  public struct ConditionHeading: Sendable {
    /// The heading.
    public let name: String
    /// The conditions by their ids.
    public let ids: [String]

    /// Puts conditions under a heading.
    public init(name: String, ids: [String]) {
      self.name = name
      self.ids = ids
    }
  }

  /// Makes words of a lookup that puts values in place of their `{name}`s as they are.
  ///
  /// - Parameters:
  ///   - lookup: Gives the word under a key with values in place of its names.
  ///   - names: The name of a form, a condition or a model of the content by its id.
  ///   - conditions: The conditions under their headings, in the order of the source.
  ///   - order: The ids of forms of cooperation and models, in the order of the source.
  ///   - publication: What the publication tells, for reports of a workshop that was made from it.
  public init(
    _ lookup: @escaping @Sendable (_ key: String, _ values: [String: String]) -> String,
    names: @escaping @Sendable (_ id: String) -> String? = { _ in nil },
    conditions: [ConditionHeading] = [], order: [String] = [],
    publication: [Report.PublicationChapter] = []
  ) {
    self.lookup = lookup
    self.conditions = conditions
    self.order = order
    self.publication = publication
    self.names = names
  }

  /// The name of something that the content has under an id, or else the id.
  public func name(of id: String) -> String { names(id) ?? id }

  /// The lines that the content has under an id; none where it has nothing.
  public func lines(of id: String) -> [String] {
    let name = name(of: id)
    return name.hasSameBytes(as: id) ? [] : name.split(separator: "\n").map(String.init)
  }

  /// The word under a key, with values in place of its names.
  public func word(_ key: String, _ values: [String: String] = [:]) -> String {
    lookup(key, values)
  }

  /// The word for a number of things: `key.one` or `key.other` with the number as `{count}`.
  public func word(_ key: String, count: Int) -> String {
    lookup(count == 1 ? "\(key).one" : "\(key).other", ["count": String(count)])
  }

  /// The word under a key with a capital, as a heading begins.
  public func heading(_ key: String, _ values: [String: String] = [:]) -> String {
    let word = lookup(key, values)
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// What is told of forms or models, in the order of the source; what it does not have comes last, as it was.
  public func inOrder<Told>(_ all: [Told], of id: (Told) -> String) -> [Told] {
    let places = Dictionary(
      order.enumerated().map { (Array($1.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    let placed = all.map { (place: places[Array(id($0).utf8)] ?? Int.max, told: $0) }
    return placed.enumerated().sorted { left, right in
      left.element.place == right.element.place
        ? left.offset < right.offset : left.element.place < right.element.place
    }.map(\.element.told)
  }

  /// What is told of conditions, under the headings of the source and in its order; without a heading last.
  public func underHeadings<Told>(_ all: [Told], of condition: (Told) -> String?)
    -> [(heading: String?, told: [Told])]
  {
    var left = Dictionary(grouping: all.indices) { condition(all[$0]) ?? "" }
    var headings: [(heading: String?, told: [Told])] = conditions.compactMap { heading in
      let told = heading.ids.flatMap { left.removeValue(forKey: $0) ?? [] }.map { all[$0] }
      return told.isEmpty ? nil : (heading.name, told)
    }
    let rest = left.values.flatMap(\.self).sorted().map { all[$0] }
    if !rest.isEmpty { headings.append((nil, rest)) }
    return headings
  }
}
