// What an outline is made of: blocks of lines, and lines of pieces that tell who wrote them.

extension ReportOutline {
  /// A heading, a paragraph, an item of a list or a table.
  public struct Block: Hashable, Sendable {
    /// Tells the block apart from others; the same for the same thing when notes have come in.
    public let id: String
    /// What it is.
    public let form: Form
    /// What it says; nothing for a table.
    public var line: [Piece] = []
  }

  /// The kinds of blocks.
  public enum Form: Hashable, Sendable {
    /// A heading of a level from 1.
    case heading(Int)
    case paragraph
    /// An item of a list, in another list by its level from 0.
    case item(Int)
    /// Cells under the heads of their columns; each row has as many as there are heads.
    case table(heads: [String], rows: [[[Piece]]])
    /// The entry of a note in the register, to which links lead.
    case entry(Link)
  }

  /// A piece of a line.
  public enum Piece: Hashable, Sendable {
    /// Words of ours.
    case plain(String)
    /// Words of ours that stand out.
    case strong(String)
    /// What people wrote, on one line.
    case said(String)
    /// What people wrote, on one line, and stands out.
    case strongSaid(String)
    /// What people wrote, line by line.
    case lines(String)
    /// Links to records, by their marks.
    case links([Link])
    /// The place to which links to a record lead, with its mark.
    case anchor(Link)

    /// Its text as it is read, without marks; nothing of links.
    public var text: String {
      switch self {
      case .plain(let text), .strong(let text), .said(let text), .strongSaid(let text),
        .lines(let text):
        text
      case .links, .anchor: ""
      }
    }
  }

  /// A link to where a record is told of in full.
  public struct Link: Hashable, Sendable {
    /// What it is, for anchors of different kinds stay apart.
    public let kind: Kind
    /// The record's id.
    public let id: String
    /// Its mark, the same in every edition and form.
    public let mark: String

    /// The kinds of records that are led to.
    public enum Kind: String, Sendable {
      case note
      case role
      case person
    }

    /// The name of the place it leads to, within a page.
    public var anchor: String { "\(kind.rawValue)-\(mark)" }
  }
}

extension ReportOutline.Piece {
  /// The piece so that it stands out.
  var emphasised: Self {
    switch self {
    case .plain(let text): .strong(text)
    case .said(let text): .strongSaid(text)
    default: self
    }
  }
}

extension [ReportOutline.Piece] {
  /// The line as it is read, without links and marks.
  public var text: String { map(\.text).joined() }
}
