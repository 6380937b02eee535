/// When a mirror copies: what is decided together is one step, so that nothing that is saved meanwhile is missed.
///
/// As long as something is to be copied and it is not closed, somebody is due to wake.
struct MirrorSchedule: Equatable {
  /// Whether something was saved since the last copying began.
  private(set) var isBehind = true
  /// Whether somebody is due to wake.
  private(set) var isDue = false
  private(set) var isClosed = false

  /// Something was saved; tells whether somebody must be woken for it.
  mutating func falls() -> Bool {
    isBehind = true
    defer { isDue = isDue || !isClosed }
    return !isDue && !isClosed
  }

  /// Somebody woke; tells whether there is something to copy. If so, somebody must be woken after it.
  mutating func wakes() -> Bool {
    isDue = isBehind && !isClosed
    return isDue
  }

  /// Copying begins with what there is now.
  mutating func begins() { isBehind = false }

  /// Not everything could be copied.
  mutating func fails() { isBehind = true }

  /// Nobody wakes any more.
  mutating func close() {
    isClosed = true
    isDue = false
  }
}
