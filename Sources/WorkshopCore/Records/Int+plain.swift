// Whole numbers as this program reads and writes them.

extension Int {
  /// Reads a number as this program writes it: digits alone, without a sign or zeros before them.
  init?(plain text: some StringProtocol) {
    guard let number = Int(text), String(number) == text else { return nil }
    self = number
  }

  /// The nearest number within a range.
  func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
