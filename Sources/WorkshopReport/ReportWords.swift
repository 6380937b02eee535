/// The words a report is written in, looked up by key.
///
/// The program passes the words of its content; a report knows no language itself.
public struct ReportWords: Sendable {
  private let lookup: @Sendable (_ key: String, _ values: [String: String]) -> String

  /// Makes words of a lookup that puts values in place of their `{name}`s as they are.
  public init(
    _ lookup: @escaping @Sendable (_ key: String, _ values: [String: String]) -> String
  ) {
    self.lookup = lookup
  }

  /// The word under a key, with values in place of its names.
  func word(_ key: String, _ values: [String: String] = [:]) -> String { lookup(key, values) }

  /// The word for a number of things: `key.one` or `key.other` with the number as `{count}`.
  func word(_ key: String, count: Int) -> String {
    lookup(count == 1 ? "\(key).one" : "\(key).other", ["count": String(count)])
  }

  /// The word under a key with a capital, as a heading begins.
  func heading(_ key: String) -> String {
    let word = lookup(key, [:])
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
