/// How many columns text takes on the screen.
///
/// The same scanning serves measuring, cutting and drawing, so they can never disagree.
public enum TextWidth {
  /// The columns of a whole text, as if it were one line.
  public static func columns(of text: String) -> Int {
    var columns = 0
    var index = text.startIndex
    while index < text.endIndex {
      let plain = plainBytes(in: text, from: index)
      columns += plain
      index = text.utf8.index(index, offsetBy: plain)
      guard index < text.endIndex else { break }
      let cluster = nextCluster(in: text, at: index)
      columns += cluster.columns
      index = cluster.end
    }
    return columns
  }

  /// The columns of a text, or nothing where it takes more than a number of them.
  ///
  /// Reads no further than that, however long the text is.
  public static func columns(of text: String, atMost limit: Int) -> Int? {
    let cut = cut(text, columns: limit)
    return cut.isWhole ? cut.columns : nil
  }

  /// The columns of one grapheme cluster.
  public static func columns(of character: Character) -> Int {
    TextCluster.columns(of: character)
  }

  /// A cluster in a text: where it ends and how wide it is.
  struct Span {
    var end: String.Index
    var columns: Int
    /// The byte, if the cluster is one printable ASCII character.
    var ascii: UInt8?
  }

  /// The cluster that starts at an index that is not the end.
  static func nextCluster(in text: String, at index: String.Index) -> Span {
    let bytes = text.utf8
    let byte = bytes[index]
    if byte >= 0x20 && byte < 0x7F {
      // Followed by ASCII or nothing, a printable ASCII character is a cluster by itself.
      let next = bytes.index(after: index)
      if next == bytes.endIndex || bytes[next] < 0x80 {
        return Span(end: next, columns: 1, ascii: byte)
      }
    }
    let end = text.index(after: index)
    return Span(end: end, columns: TextCluster.columns(of: text[index]), ascii: nil)
  }

  /// How many bytes from an index on are printable ASCII characters that are clusters by themselves.
  private static func plainBytes(in text: String, from index: String.Index) -> Int {
    let bytes = text.utf8
    let start = bytes.distance(from: bytes.startIndex, to: index)
    return bytes.withContiguousStorageIfAvailable { bytes in
      var end = start
      while end < bytes.count, bytes[end] >= 0x20, bytes[end] < 0x7F { end += 1 }
      // What follows may belong to the last one, as an accent does.
      if end < bytes.count, end > start, bytes[end] >= 0x80 { end -= 1 }
      return end - start
    } ?? 0
  }

  /// Where to cut a text so that it takes at most a number of columns.
  ///
  /// Reads no further than the cut, however long the text is.
  static func cut(_ text: String, columns limit: Int) -> (
    end: String.Index, columns: Int, isWhole: Bool
  ) {
    var used = 0
    var index = text.startIndex
    while index < text.endIndex {
      let cluster = nextCluster(in: text, at: index)
      if cluster.columns > limit - used { return (index, used, false) }
      used += cluster.columns
      index = cluster.end
    }
    return (index, used, true)
  }
}
