import Testing

extension TmuxTerminal.Picture {
  /// Expects a screen on which nothing of one part stands in another.
  func expectSound(_ location: SourceLocation = #_sourceLocation) {
    #expect(rows.count == height, "\(self)", sourceLocation: location)
    // From here the head and the last row each have a rule beside them.
    if height >= 20 {
      #expect(rules == [1, height - 2], "\(self)", sourceLocation: location)
      for row in rules {
        let marks = rows[row].filter { $0 != " " }.count
        #expect(marks == columns - 2, "\(self)", sourceLocation: location)
      }
    }
    for row in rows {
      #expect(!row.contains("\u{1B}") && !row.contains("^["), "\(self)", sourceLocation: location)
      #expect(!row.contains("\u{FFFD}"), "\(self)", sourceLocation: location)
    }
    #expect(foot.contains("?") || foot.contains("Enter"), "\(self)", sourceLocation: location)
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
