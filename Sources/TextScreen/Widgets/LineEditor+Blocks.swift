// How the text is kept: places, and the one way to change text.
extension LineEditor {
  /// The very end of the text.
  var end: Place { Place(block: blocks.count - 1, offset: blocks[blocks.count - 1].count) }

  /// The index in the text of the place's block.
  func index(_ place: Place) -> String.Index {
    let bytes = blocks[place.block].text.utf8
    return bytes.index(bytes.startIndex, offsetBy: min(place.offset, bytes.count))
  }

  /// The place of an index in a block.
  func place(_ block: Int, _ index: String.Index) -> Place {
    let bytes = blocks[block].text.utf8
    return Place(block: block, offset: bytes.distance(from: bytes.startIndex, to: index))
  }

  /// The place one cluster back; nil at the start.
  func before(_ place: Place) -> Place? {
    if place.offset > 0 {
      return self.place(place.block, blocks[place.block].text.index(before: index(place)))
    }
    guard place.block > 0 else { return nil }
    let previous = Place(block: place.block - 1, offset: blocks[place.block - 1].count)
    return blocks[place.block - 1].endsLine ? previous : before(previous)
  }

  /// The place one cluster on; nil at the end.
  func after(_ place: Place) -> Place? {
    let block = blocks[place.block]
    if place.offset < block.count {
      return self.place(place.block, block.text.index(after: index(place)))
    }
    guard place.block + 1 < blocks.count else { return nil }
    let next = Place(block: place.block + 1, offset: 0)
    return block.endsLine ? next : after(next)
  }

  /// The cluster that starts at a place; nil for a newline and at the end.
  func character(at place: Place) -> Character? {
    let block = blocks[place.block]
    if place.offset < block.count { return block.text[index(place)] }
    guard !block.endsLine, place.block + 1 < blocks.count else { return nil }
    return blocks[place.block + 1].text.first
  }

  /// Replaces the text between two places and puts the cursor after what came in its stead.
  mutating func replace(_ from: Place, _ to: Place, with text: String) {
    let old = blocks[from.block]
    let size = from.offset + text.utf8.count + blocks[to.block].count - to.offset
    let isSmall = size <= LineEditor.maximumBlock
    if from.block == to.block, isSmall, !text.utf8.contains(0x0A) {
      blocks[from.block].text.replaceSubrange(index(from)..<index(to), with: text)
      place = Place(block: from.block, offset: from.offset + text.utf8.count)
    } else {
      var whole = String(old.text[..<index(from)]) + text
      let cursor = whole.utf8.count
      whole += blocks[to.block].text[index(to)...]
      let made = LineEditor.blocks(of: whole, endsLine: blocks[to.block].endsLine)
      blocks.replaceSubrange(from.block...to.block, with: made)
      place = Place(block: from.block, offset: cursor)
      while place.offset > blocks[place.block].count {
        place.offset -= blocks[place.block].count + (blocks[place.block].endsLine ? 1 : 0)
        place.block += 1
      }
    }
    join(after: place.block)
    if place.block > 0 { join(after: place.block - 1) }
    normalise()
  }

  /// Joins a block with the next one if they belong together and are small.
  private mutating func join(after number: Int) {
    guard number + 1 < blocks.count, !blocks[number].endsLine else { return }
    let count = blocks[number].count
    guard count + blocks[number + 1].count <= LineEditor.preferredBlock else { return }
    blocks[number].text += blocks[number + 1].text
    blocks[number].endsLine = blocks[number + 1].endsLine
    blocks.remove(at: number + 1)
    if place.block == number + 1 { place = Place(block: number, offset: count + place.offset) }
  }

  /// Moves the cursor out of the middle of a cluster, behind it.
  mutating func normalise() {
    let text = blocks[place.block].text
    let index = index(place)
    if index < text.endIndex, String.Index(index, within: text) == nil {
      place = self.place(place.block, text.index(after: index))
    }
  }

  /// Cuts text into blocks at its newlines and, where a line is long, at words.
  private static func blocks(of text: String, endsLine: Bool) -> [Block] {
    var blocks: [Block] = []
    let bytes = text.utf8
    var start = text.startIndex
    while let newline = bytes[start...].firstIndex(of: 0x0A) {
      append(text, start..<newline, endsLine: true, to: &blocks)
      start = bytes.index(after: newline)
    }
    append(text, start..<text.endIndex, endsLine: endsLine, to: &blocks)
    return blocks
  }

  private static func append(
    _ text: String, _ range: Range<String.Index>, endsLine: Bool, to blocks: inout [Block]
  ) {
    let bytes = text.utf8
    var start = range.lowerBound
    if bytes.distance(from: start, to: range.upperBound) > maximumBlock {
      var index = start
      var afterSpace: String.Index?
      var count = 0
      while index < range.upperBound {
        let cluster = TextWidth.nextCluster(in: text, at: index)
        count += bytes.distance(from: index, to: cluster.end)
        index = cluster.end
        if cluster.ascii == 0x20 { afterSpace = index }
        if count >= preferredBlock, index < range.upperBound {
          let cut = afterSpace ?? index
          blocks.append(Block(text: String(text[start..<cut]), endsLine: false))
          start = cut
          count = bytes.distance(from: cut, to: index)
          afterSpace = nil
        }
      }
    }
    blocks.append(Block(text: String(text[start..<range.upperBound]), endsLine: endsLine))
  }
}
