import TextScreen

/// What must hold of any bytes that a terminal may send.
///
/// The fuzzer in `Tests/Fuzzing` checks them on bytes it makes up, and a test on those it once found
/// worth keeping.
enum InputLaws {
  /// Returns the law that the bytes break; `nil` if all hold.
  static func broken(by bytes: [UInt8]) -> String? {
    let whole = events(bytes, chunk: max(1, bytes.count))
    for chunk in [1, 2, 3, 7] where events(bytes, chunk: chunk) != whole {
      return "pieces of \(chunk) bytes give other events"
    }
    if !events([], chunk: 1).isEmpty { return "nothing gives an event" }
    // Whatever came before, it must not take away what is typed after it.
    var decoder = InputDecoder()
    _ = decoder.feed(bytes)
    _ = decoder.flush()
    if decoder.feed("x".utf8) != [.key("x")] { return "a key after a pause is lost" }
    return nil
  }

  /// The events of bytes that come in pieces of some size.
  static func events(_ bytes: [UInt8], chunk: Int) -> [InputEvent] {
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      events += decoder.feed(rest.prefix(chunk))
      rest = rest.dropFirst(chunk)
    }
    return events + decoder.flush()
  }
}
