#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The ids of municipalities that are called after somebody in part, "team-mehmet", and what is printed in their place.
///
/// An id is made of the name that the municipality had first. Where the edition for everybody masks a part of that, the id
/// would tell it.
struct TellingIDs {
  private let printed: [(id: String, printed: String)]

  /// Looks among the municipalities of a report.
  init(of gathering: Gathering) {
    let places = gathering.municipalities
    guard gathering.edition == .public else {
      printed = []
      return
    }
    let taken = Set(places.map(\.text))
    printed = places.enumerated().compactMap { index, place in
      let told = gathering.told(place.text.replacing("-", with: " "))
      // A town that is called as somebody is names nobody.
      let isTelling = told.contains(NameMask.sign) && !told.hasSameBytes(as: NameMask.sign)
      let isMasked = gathering.name(of: place)?.contains(NameMask.sign) ?? false
      guard isTelling || isMasked else { return nil }
      var other = "group-\(index + 1)"
      while taken.contains(other) { other += "-1" }
      return (place.text, other)
    }
  }

  /// The same value with other ids wherever one stands by itself or as a part of a place.
  func replaced<Value: Codable>(in value: Value) -> Value {
    guard !printed.isEmpty else { return value }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return value }
    var text = String(decoding: data, as: UTF8.self)
    for (id, other) in printed {
      for (start, end) in [("\"", "\""), ("\"", "/"), ("/", "\"")] {
        text = text.replacing(start + id + end, with: start + other + end)
      }
    }
    return (try? JSONDecoder().decode(Value.self, from: Data(text.utf8))) ?? value
  }
}
