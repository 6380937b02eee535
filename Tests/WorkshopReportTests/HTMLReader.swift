import WorkshopReport

/// Reads HTML as strictly as the templates write it: attributes in double quotation marks, every element
/// closed, no `<` or `&` that is not markup.
struct HTMLReader {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The text in it and in all that is in it.
    var text = ""
    /// The element it stands in, by its place among all.
    var parent: Int?
  }

  struct Broken: Error, CustomStringConvertible {
    var description: String
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []
  private let scalars: [Unicode.Scalar]
  private var index = 0

  private static let void: Set<String> = ["meta", "img", "br"]

  init(_ html: String) throws {
    scalars = Array(html.unicodeScalars)
    try skip("<!DOCTYPE html>")
    while index < scalars.count {
      if scalars[index] == "<" {
        try readTag()
      } else {
        let text = try readText(until: "<")
        for place in open { elements[place].text += text }
        if open.isEmpty, !text.allSatisfy(\.isWhitespace) { throw broken("text outside") }
      }
    }
    if let last = open.last { throw broken("\(elements[last].name) is not closed") }
  }

  // MARK: Looking things up

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  func element(id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

  /// The elements of a name that stand in another, however deep.
  func all(_ name: String, in place: Int) -> [Int] {
    elements.indices.filter { index in
      guard elements[index].name == name else { return false }
      var parent = elements[index].parent
      while let next = parent, next != place { parent = elements[next].parent }
      return parent == place
    }
  }

  /// The tables by their caption, each a list of rows of cells, headings too.
  var tables: [(caption: String, rows: [[String]])] {
    elements.indices.filter { elements[$0].name == "table" }.map { table in
      let caption = all("caption", in: table).first.map { elements[$0].text } ?? ""
      let rows = all("tr", in: table).map { row in
        elements.indices.filter {
          elements[$0].parent == row && ["th", "td"].contains(elements[$0].name)
        }.map { elements[$0].text }
      }
      return (caption, rows)
    }
  }

  // MARK: Reading

  private func broken(_ what: String) -> Broken {
    let start = max(0, index - 40)
    var around = String.UnicodeScalarView()
    around.append(contentsOf: scalars[start..<min(scalars.count, index + 40)])
    return Broken(description: "\(what) at \(String(around))")
  }

  private mutating func skip(_ text: String) throws {
    for scalar in text.unicodeScalars {
      guard index < scalars.count, scalars[index] == scalar else { throw broken("no \(text)") }
      index += 1
    }
  }

  private mutating func readName() throws -> String {
    var name = String.UnicodeScalarView()
    while index < scalars.count, scalars[index].isASCII,
      scalars[index].properties.isAlphabetic || scalars[index] == "-"
        || ("0"..."9").contains(scalars[index])
    {
      name.append(scalars[index])
      index += 1
    }
    if name.isEmpty { throw broken("no name") }
    return String(name)
  }

  private mutating func readText(until end: Unicode.Scalar) throws -> String {
    var text = String.UnicodeScalarView()
    while index < scalars.count, scalars[index] != end {
      let scalar = scalars[index]
      if scalar == "<" { throw broken("a stray <") }
      guard scalar == "&" else {
        text.append(scalar)
        index += 1
        continue
      }
      let entities: [(String, Unicode.Scalar)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ]
      guard
        let entity = entities.first(where: { scalars[index...].starts(with: $0.0.unicodeScalars) })
      else { throw broken("a stray &") }
      text.append(entity.1)
      index += entity.0.unicodeScalars.count
    }
    return String(text)
  }

  private mutating func readTag() throws {
    try skip("<")
    if index < scalars.count, scalars[index] == "/" {
      try skip("/")
      let name = try readName()
      try skip(">")
      guard let last = open.popLast(), elements[last].name == name else {
        throw broken("</\(name)> closes nothing")
      }
      return
    }
    let name = try readName()
    var attributes: [String: String] = [:]
    while index < scalars.count, scalars[index] == " " {
      try skip(" ")
      let key = try readName()
      try skip("=\"")
      guard attributes.updateValue(try readText(until: "\""), forKey: key) == nil else {
        throw broken("\(key) twice")
      }
      try skip("\"")
    }
    elements.append(Element(name: name, attributes: attributes, parent: open.last))
    if index < scalars.count, scalars[index] == "/" {
      try skip("/>")
      return
    }
    try skip(">")
    guard !Self.void.contains(name) else { return }
    open.append(elements.count - 1)
    // A stylesheet is no text with entities.
    if name == "style" {
      while index < scalars.count, scalars[index] != "<" { index += 1 }
    }
  }
}
