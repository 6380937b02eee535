import Testing

extension TmuxTerminal.Picture {
  /// What is wrong with a screen on which nothing of one part may stand in another; `nil` if all is
  /// well.
  var fault: String? {
    guard rows.count == height else { return "\(rows.count) rows" }
    // From here the head and the last row each have a rule beside them.
    if height >= 20 {
      guard rules == [1, height - 2] else { return "rules in \(rules)" }
      for row in rules where rows[row].filter({ $0 != " " }).count != columns - 2 {
        return "rule \(row) is not whole"
      }
    }
    for row in rows where row.unicodeScalars.contains(where: { $0 == "\u{1B}" || $0 == "\u{FFFD}" })
    {
      return "remnants in \(row.debugDescription)"
    }
    return foot.contains("?") || foot.contains("Enter") ? nil : "no keys in the last row"
  }

  /// Expects a screen without a fault.
  func expectSound(_ location: SourceLocation = #_sourceLocation) {
    #expect(fault == nil, "\(self)", sourceLocation: location)
  }

  /// The seconds that the running clock in the title shows; `nil` if there is none.
  var secondsLeft: Int? {
    for row in rows {
      guard let time = row.split(separator: " ").last else { continue }
      let parts = time.split(separator: ":").map { Int($0) }
      guard parts.count >= 2, !parts.contains(nil), row.contains("Boom") else { continue }
      return parts.reduce(0) { $0 * 60 + ($1 ?? 0) }
    }
    return nil
  }
}
