public import WorkshopCore

/// A figure of the framework, as text.
public struct Figure: Hashable, Sendable, Identifiable {
  /// `fig1` or `fig2`.
  public let id: String
  /// The figure's title.
  public let title: String
  /// What a reader has to know about it, such as that a drawing is ours.
  public let note: String
  /// The drawing, line by line, at most 50 columns wide; empty for a table.
  public let drawing: [String]
  /// The table; `nil` for a drawing.
  public let table: FigureTable?
  /// Where it comes from.
  public let source: ContentSource
}

/// A table of the two sides against the two focuses, with arrows between that the room fills.
///
/// Source: *Fig. 2*, in *Steun gericht op individuele gezinnen of de gemeenschap?*, ch. 2.
public struct FigureTable: Hashable, Sendable {
  /// The columns, from left to right.
  public let columns: [Side]
  /// The rows, from top to bottom.
  public let rows: [FigureRow]
}

/// One row of a figure's table.
public struct FigureRow: Hashable, Sendable {
  /// What the row is about.
  public let focus: CooperationFocus
  /// The row's heading.
  public let name: String
  /// The arrows between the columns as printed; what they mean is left open.
  public let arrows: String
  /// What stands in the cell of the informal side.
  public let informal: [String]
  /// What stands in the cell of the formal side.
  public let formal: [String]

  /// What stands in the cell of a side.
  public func cell(_ side: Side) -> [String] { side == .formal ? formal : informal }
}
