import WorkshopCore

/// A piece of a page, as the template `block` draws it.
indirect enum Block {
  /// A heading within a chapter, of level 3 or below.
  case heading(level: Int, Markup, id: String? = nil)
  /// A paragraph.
  case paragraph(Markup)
  /// A paragraph in small type, such as one that says what is not there.
  case remark(Markup)
  /// A list of statements.
  case list([Statement], style: ListStyle = .plain)
  /// A table.
  case table(Table)
  /// A drawing with its table beside it.
  case figure(Figure)
  /// A photograph.
  case photograph(Photograph)
  /// Numbers that stand out, each with what it counts.
  case numbers([(number: Markup, label: String)])
  /// Panels beside each other.
  case panels([Panel])
  /// Terms with what is said of them.
  case terms([(term: String, text: Markup)])

  enum ListStyle: String {
    case plain
    /// Large, as people's own words.
    case voices
    /// Without marks and close together.
    case compact
  }

  /// An item of a list: a text, what is told of it in small type, and what hangs under it.
  struct Statement {
    var text: Markup
    var detail = Markup.empty
    var below: [Statement] = []
  }

  /// A drawing, how it is called, and its numbers as a table.
  struct Figure {
    /// A name that is its own within the page.
    var id: String
    var drawing: Drawing
    var table: Table
    /// What a reader has to know of it.
    var note = Markup.empty
  }

  /// A picture that is part of the page.
  struct Photograph {
    var picture: EmbeddedPicture
    /// What it shows, for who can't see it.
    var alternative: String
    var caption = Markup.empty
  }

  /// Blocks in a frame with a heading.
  struct Panel {
    var heading: Markup
    var level = 3
    /// The side whose colour it has.
    var side: Side?
    /// The letter of that side.
    var letter = ""
    var blocks: [Block]
  }

  /// What the template asks for: one name that says which kind it is.
  var values: [String: Any] {
    switch self {
    case .heading(let level, let text, let id):
      ["heading": ["level": String(level), "text": text, "id": id.map(Markup.text) ?? .empty]]
    case .paragraph(let text): ["paragraph": ["text": text]]
    case .remark(let text): ["remark": ["text": text]]
    case .list(let items, let style):
      ["list": ["style": style.rawValue, "items": items.map(\.values)]]
    case .table(let table): ["table": table.values]
    case .figure(let figure): ["figure": figure.values]
    case .photograph(let photograph): ["photograph": photograph.values]
    case .numbers(let numbers):
      ["numbers": ["items": numbers.map { ["number": $0.number, "label": $0.label] }]]
    case .panels(let panels): ["panels": ["items": panels.map(\.values)]]
    case .terms(let terms):
      ["terms": ["items": terms.map { ["term": $0.term, "text": $0.text] as [String: Any] }]]
    }
  }
}

extension Block.Statement {
  fileprivate var values: [String: Any] {
    var values: [String: Any] = ["text": text, "detail": detail]
    if !below.isEmpty { values["list"] = ["style": "below", "items": below.map(\.values)] }
    return values
  }
}

extension Block.Figure {
  fileprivate var values: [String: Any] {
    [
      "id": id, "title": drawing.title, "svg": drawing.svg(id: id), "note": note,
      "table": table.values, "style": table.isNarrow ? "beside" : "stacked",
    ]
  }
}

extension Block.Photograph {
  fileprivate var values: [String: Any] {
    var values: [String: Any] = [
      "address": picture.address, "alternative": alternative, "caption": caption,
    ]
    if let size = picture.size {
      values["size"] = ["width": String(size.width), "height": String(size.height)]
    }
    return values
  }
}

extension Block.Panel {
  fileprivate var values: [String: Any] {
    [
      "heading": heading, "level": String(level), "side": side?.rawValue ?? "neither",
      "letter": Markup.text(letter), "blocks": blocks.map(\.values),
    ]
  }
}
