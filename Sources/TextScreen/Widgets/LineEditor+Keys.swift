extension LineEditor {
  /// Takes a key and returns whether it did; Enter, Esc and Tab are never taken.
  ///
  /// Characters are inserted. Left, Right, Up, Down, Home, End, C-a and C-e move; C-Left and A-b,
  /// C-Right and A-f move by words; C-Home and C-End go to the ends of the text. Backspace and
  /// Delete take a cluster away, C-w, A-Backspace and A-d a word, C-u and C-k the rest of the line.
  /// A-Enter, S-Enter and C-j make a new line if the field has more than one. Up in the first row and Down
  /// in the last are not taken, so that a form can go to another field. If `columns` is the width
  /// the field is shown with, Up, Down, Home and End follow the wrapped rows, else the lines.
  @discardableResult
  public mutating func handle(_ key: Key, columns: Int? = nil) -> Bool {
    if let scalar = key.scalar {
      insert(String(scalar))
      return true
    }
    switch key {
    case "Up": return moveRow(by: -1, columns: columns)
    case "Down": return moveRow(by: 1, columns: columns)
    default: break
    }
    goal = nil
    return move(key, columns: columns) || change(key)
  }

  private mutating func move(_ key: Key, columns: Int?) -> Bool {
    switch key {
    case "Left": place = before(place) ?? place
    case "Right": place = after(place) ?? place
    case "C-Left", "A-Left", "A-b": place = wordBack
    case "C-Right", "A-Right", "A-f": place = wordOn
    case "Home": place = columns == nil ? lineStart : rowStart(columns: columns)
    case "End": place = columns == nil ? lineEnd : rowEnd(columns: columns)
    case "C-a": place = lineStart
    case "C-e": place = lineEnd
    case "C-Home": place = Place(block: 0, offset: 0)
    case "C-End": place = end
    default: return false
    }
    normalise()
    return true
  }

  private mutating func change(_ key: Key) -> Bool {
    switch key {
    case "Backspace": replace(before(place) ?? place, place, with: "")
    case "Delete": replace(place, after(place) ?? place, with: "")
    case "C-w", "A-Backspace", "C-Backspace": replace(wordBack, place, with: "")
    case "A-d", "C-Delete": replace(place, wordOn, with: "")
    case "C-u": replace(lineStart, place, with: "")
    case "C-k":
      let end = lineEnd
      replace(place, end == place ? after(place) ?? place : end, with: "")
    case "A-Enter", "S-Enter", "C-j":
      guard isMultiline else { return false }
      insert("\n")
    default: return false
    }
    return true
  }

  /// The start of the line the cursor is in.
  private var lineStart: Place {
    var block = place.block
    while block > 0, !blocks[block - 1].endsLine { block -= 1 }
    return Place(block: block, offset: 0)
  }

  /// The end of the line the cursor is in.
  private var lineEnd: Place {
    var block = place.block
    while block + 1 < blocks.count, !blocks[block].endsLine { block += 1 }
    return Place(block: block, offset: blocks[block].count)
  }

  /// The start of the word before the cursor.
  private var wordBack: Place {
    var place = place
    var sawWord = false
    while let previous = before(place) {
      let isWord = character(at: previous).map(LineEditor.isPartOfWord) ?? false
      if sawWord && !isWord { break }
      sawWord = isWord
      place = previous
    }
    return place
  }

  /// The end of the word after the cursor.
  private var wordOn: Place {
    var place = place
    var sawWord = false
    while let next = after(place) {
      let isWord = character(at: place).map(LineEditor.isPartOfWord) ?? false
      if sawWord && !isWord { break }
      sawWord = isWord
      place = next
    }
    return place
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
