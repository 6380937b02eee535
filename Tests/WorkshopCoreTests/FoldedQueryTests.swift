import Testing
import WorkshopCore

/// A search finds words however they are typed.
struct FoldedQueryTests {
  @Test(arguments: [
    ("coordinator", "de coördinator belt"), ("coördinator", "de coordinator belt"),
    ("sahin", "Şahin komt"), ("ŞAHIN", "sahin"), ("istanbul", "İstanbul-groep"),
    ("anna maria", "met Anna-Maria"), ("annamaria", "Anna Maria belt"), ("anna-maria", "AnnaMaria"),
    ("obrien", "O’Brien"), ("o'brien", "OʼBrien"), ("strasse", "Straße"), ("zoë", "Zoe\u{308}"),
    ("عايشة", "عائشة"), ("bel", "Belt"), ("50%", "50% van ons"), ("v.d.", "Jan v.d. Berg"),
    ("lodz", "Łódź"), ("soep na", "soep nadien"), ("ook​ zo", "ook zo"),
    ("anneke", "vraag Аnnеke"), ("Аnneke", "vraag Anneke"), ("анна", "Aнна belt"),
  ])
  func `it is found`(_ query: String, _ text: String) {
    #expect(FoldedQuery(query).isIn(text))
  }

  @Test(arguments: [
    ("noor", "geen oor"), ("coordinaat", "coördinator"), ("ann amaria b", "Anna Maria"),
  ])
  func `other texts are not`(_ query: String, _ text: String) {
    #expect(!FoldedQuery(query).isIn(text))
  }

  @Test func `nothing finds nothing`() {
    #expect(FoldedQuery("").isEmpty && FoldedQuery("\u{200B}").isEmpty)
  }
}
