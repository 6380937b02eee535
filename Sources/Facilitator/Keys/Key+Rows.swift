import TextScreen

extension Key {
  /// The rows that a page of a list over the stage jumps.
  private static let page = 8

  /// Where this key moves the cursor of a list; `nil` for a key that moves no cursor.
  ///
  /// - Parameters:
  ///   - row: The row with the cursor.
  ///   - count: The number of rows; in an empty list the cursor stays on row 0.
  func row(from row: Int, of count: Int) -> Int? {
    let target: Int
    switch self {
    case "Up", "C-p": target = row - 1
    case "Down", "C-n": target = row + 1
    case "PageUp": target = row - Self.page
    case "PageDown": target = row + Self.page
    case "Home": target = 0
    case "End": target = count - 1
    default: return nil
    }
    return max(0, min(count - 1, target))
  }
}
