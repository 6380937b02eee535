import Testing
import TextScreen

@testable import Facilitator

/// How keys move the cursor of a list, wherever that list is.
struct RowKeyTests {
  @Test(
    arguments: [
      ("Up", 3, 2), ("Up", 0, 0), ("Down", 3, 4), ("Down", 19, 19), ("C-p", 1, 0), ("C-n", 1, 2),
      ("PageUp", 10, 2), ("PageUp", 3, 0), ("PageDown", 3, 11), ("PageDown", 15, 19),
      ("Home", 7, 0), ("End", 7, 19),
    ] as [(Key, Int, Int)])
  func `a key moves the cursor and stops at the ends`(_ key: Key, _ from: Int, _ to: Int) {
    #expect(key.row(from: from, of: 20) == to)
  }

  @Test(arguments: ["Up", "Down", "PageDown", "Home", "End"] as [Key])
  func `in an empty list it stays where it is`(_ key: Key) {
    #expect(key.row(from: 0, of: 0) == 0)
  }

  @Test(arguments: ["n", "Enter", "Tab", "Left", "C-c"] as [Key])
  func `other keys move nothing`(_ key: Key) {
    #expect(key.row(from: 3, of: 20) == nil)
  }
}
