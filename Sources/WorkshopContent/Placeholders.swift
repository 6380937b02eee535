/// Puts values in place of `{name}`, in one pass, so that braces within a value stay as typed.
///
/// A name without a value stays as it is, which shows on screen that something was forgotten.
func fill(_ template: String, with values: [String: String]) -> String {
  var result = ""
  var rest = Substring(template)
  while let open = rest.firstIndex(of: "{") {
    guard let close = rest[open...].firstIndex(of: "}") else { break }
    result += rest[..<open]
    let name = String(rest[rest.index(after: open)..<close])
    result += values[name] ?? "{\(name)}"
    rest = rest[rest.index(after: close)...]
  }
  return result + rest
}
