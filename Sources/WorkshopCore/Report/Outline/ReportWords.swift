/// The words a report is written in, looked up by key.
///
/// The program passes the words of its content; a report knows no language itself.
public struct ReportWords: Sendable {
  private let lookup: @Sendable (_ key: String, _ values: [String: String]) -> String
  private let names: @Sendable (_ id: String) -> String?

  /// Makes words of a lookup that puts values in place of their `{name}`s as they are.
  ///
  /// - Parameter names: The name of a form, a condition or a model of the content by its id.
  public init(
    _ lookup: @escaping @Sendable (_ key: String, _ values: [String: String]) -> String,
    names: @escaping @Sendable (_ id: String) -> String? = { _ in nil }
  ) {
    self.lookup = lookup
    self.names = names
  }

  /// The name of something that the content has under an id, or else the id.
  public func name(of id: String) -> String { names(id) ?? id }

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
}
