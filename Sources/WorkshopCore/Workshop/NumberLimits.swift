/// Which numbers and moments make sense: what is read beyond them is left out, and `check` tells it.
///
/// None of them can make a sum overflow, and nothing is written beyond them.
public enum NumberLimits {
  /// The years of moments that are written.
  ///
  /// RFC 3339 has four digits for a year. A clock beyond them is written as the first or last moment.
  public static let years = 1...9999
  /// Minutes east of Greenwich.
  public static let offset = -1439...1439
  /// The days of a programme; day 0 is what was held before it.
  public static let days = 0...31
  /// The planned minutes of an item.
  public static let minutes = 0...100_000
  /// The minutes that were added to an item.
  public static let added = -100_000...100_000
  /// The seconds that a clock has run: 31 years.
  public static let spent = 0...1_000_000_000
  /// The people that one record stands for.
  public static let people = 1...100_000
  /// The cards of a role.
  public static let copies = 1...100_000
  /// The rounds of consultations, the mixed groups of an item, and the researchers who sum up.
  public static let rounds = 1...99
}
