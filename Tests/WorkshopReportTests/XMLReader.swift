import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What another program's parser reads in a piece of XML.
final class XMLReader: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
  }

  struct Broken: Error {
    var line: Int
  }

  /// The elements of SVG that drawings are made of.
  static let known: Set<String> = ["svg", "title", "desc", "rect", "circle", "path", "text"]

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw Broken(line: parser.lineNumber) }
  }

  func text(of name: String) -> String? { elements.first { $0.name == name }?.text }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let index = open.last else { return }
    elements[index].text += text
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { _ = open.popLast() }
}
