/// A table with a caption, a heading for each column and one for each row.
struct Table {
  /// What it shows.
  var caption: String
  /// The headings of the columns; the first is that of the rows' own headings.
  var columns: [Column]
  /// The rows, each with its heading and a cell for every column but the first.
  var rows: [Row]

  struct Column {
    var heading: Markup
    /// Whether numbers stand in it.
    var isNumeric = false
    /// Whether the heading is ours, of words that are short enough to stand whole.
    var isOurs = false

    /// A column whose heading is a word of ours.
    init(_ heading: String, isNumeric: Bool = false) {
      self.heading = .text(heading)
      self.isNumeric = isNumeric
      isOurs = true
    }

    /// A column whose heading people may have written.
    init(_ heading: Markup, isNumeric: Bool = false) {
      self.heading = heading
      self.isNumeric = isNumeric
    }
  }

  struct Row {
    var heading: Markup
    var cells: [Markup]
  }

  /// More columns than a telephone shows; such a table can be moved within its frame.
  private static let columnsOfTelephone = 3

  /// Tells whether there is room for it beside a drawing.
  var isNarrow: Bool {
    let width = columns.reduce(0.0) { $0 + ($1.isNumeric ? 4.7 : 6.5) }
    return width <= 24
  }

  /// The most rows that stay together on paper.
  private static let rowsOfOnePiece = 15

  /// What the template asks for.
  var values: [String: Any] {
    [
      "caption": caption,
      "isWide": columns.count > Table.columnsOfTelephone,
      "isShort": rows.count <= Table.rowsOfOnePiece,
      "columns": columns.map { column -> [String: Any] in
        ["heading": column.heading, "style": style(column) + (column.isOurs ? " whole" : "")]
      },
      "rows": rows.map { row -> [String: Any] in
        [
          "heading": row.heading,
          "cells": zip(row.cells, columns.dropFirst()).map { cell, column -> [String: Any] in
            ["text": cell, "style": style(column)]
          },
        ]
      },
    ]
  }

  private func style(_ column: Column) -> String { column.isNumeric ? "number" : "text" }
}
