import ReportText
import WorkshopCore

/// A table with a caption, a heading for each column and one for each row.
struct Table {
  /// What it shows.
  var caption: String
  /// The headings of the columns; the first is that of the rows' own headings.
  var columns: [Column]
  /// The rows, each with its heading and a cell for every column but the first.
  var rows: [Row]
  /// Whether it stays together on paper if it has few rows; not where they are high.
  var staysTogether = true

  struct Column {
    var heading: Markup
    /// What it is called where nothing was recorded of it.
    var name = ""
    /// Whether numbers stand in it.
    var isNumeric = false
    /// Whether the heading is ours, of words that are short enough to stand whole.
    var isOurs = false

    /// A column whose heading is a word of ours.
    init(_ heading: String, isNumeric: Bool = false) {
      self.heading = .text(heading)
      name = heading
      self.isNumeric = isNumeric
      isOurs = true
    }

    /// A column whose heading people may have written.
    init(_ heading: Markup, name: String = "", isNumeric: Bool = false) {
      self.heading = heading
      self.name = name
      self.isNumeric = isNumeric
    }
  }

  struct Row {
    var heading: Markup
    var cells: [Markup]
  }

  /// The table without the columns in which nothing stands, and with a dash in each other cell that is empty.
  var withoutGaps: Table {
    let kept = columns.indices.filter { column in
      column == 0 || rows.contains { !$0.cells[column - 1].isEmpty }
    }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in
      let cells = kept.dropFirst().map { row.cells[$0 - 1] }
      return Row(
        heading: row.heading, cells: cells.map { $0.isEmpty ? .text(ReportWords.dash) : $0 })
    }
    return table
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
      "isShort": staysTogether && rows.count <= Table.rowsOfOnePiece,
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
