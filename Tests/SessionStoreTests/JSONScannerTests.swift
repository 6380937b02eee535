import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// What the scanner takes and what it refuses, with the place.
struct JSONScannerTests {
  @Test(arguments: [
    ("{}", "{}"), (" [ ] \r\n\t", "[]"), ("null", "null"), ("-0", "-0"), ("1.50", "1.50"),
    ("12345678901234567890123", "12345678901234567890123"), ("1E+2", "1E+2"), ("0e-7", "0e-7"),
    (#"{"b":1,"a":[true,false,null]}"#, #"{"a":[true,false,null],"b":1}"#),
    (#""\"\\\/\n\r\tA\u00e9""#, #""\"\\/\n\r\tAé""#), (#""\ud83d\ude42""#, #""🙂""#),
    (#""\b\f\u0000\u007f""#, #""\u0008\u000c\u0000\u007f""#),
    ("{\"\u{E9}\":1,\"e\u{301}\":2}", "{\"e\u{301}\":2,\"\u{E9}\":1}"),
    (#""👩‍🌾 العربية""#, #""👩‍🌾 العربية""#),
  ])
  func readsAndKeepsEveryByteOfTheContent(text: String, written: String) throws {
    let value = try JSONScanner.value(of: Array(text.utf8))
    #expect(String(decoding: JSONWriter.compact(value), as: UTF8.self) == written)
    #expect(JSONWriter.compact(value) == Array(written.utf8))
  }

  @Test(arguments: [
    ("", 1, 1, JSONFault.Fact.empty), (" \n ", 2, 2, .empty),
    ("{", 1, 2, .unexpectedEnd(expected: .nameOrEnd)),
    ("{\n  \"a\": 1,\n}", 3, 1, .unexpected("}", expected: .name)),
    ("{\"a\" 1}", 1, 6, .unexpected("1", expected: .colon)),
    ("{\"a\":}", 1, 6, .unexpected("}", expected: .value)),
    ("{\"a\":1 \"b\":2}", 1, 8, .unexpected("\"", expected: .commaOrBrace)),
    ("[1 2]", 1, 4, .unexpected("2", expected: .commaOrBracket)),
    ("[1,]", 1, 4, .unexpected("]", expected: .value)),
    ("{'a':1}", 1, 2, .unexpected("'", expected: .nameOrEnd)),
    ("[tru]", 1, 2, .unexpected("t", expected: .value)),
    ("[1] x", 1, 5, .trailing), ("{}{}", 1, 3, .trailing),
    ("[\"é\", x]", 1, 7, .unexpected("x", expected: .value)),
    ("[\"👩‍🌾\", x]", 1, 9, .unexpected("x", expected: .value)),
    ("\"abc", 1, 1, .unterminatedText), ("[\"abc\\\"", 1, 2, .unterminatedText),
    ("\"a\tb\"", 1, 3, .control(9)), ("\"a\nb\"", 1, 3, .control(10)),
    ("\"a\0b\"", 1, 3, .nul), ("[\0]", 1, 2, .nul),
    (#""\x""#, 1, 2, .badEscape), (#""\u12g4""#, 1, 2, .badEscape),
    (#""\u12"#, 1, 2, .badEscape), (#"["a\u+123"]"#, 1, 4, .badEscape),
    (#""\ud83d""#, 1, 2, .loneSurrogate), (#""\ude42""#, 1, 2, .loneSurrogate),
    (#""\ud83dA""#, 1, 2, .loneSurrogate),
    (#""\ud83d\ud83d""#, 1, 2, .loneSurrogate),
    ("01", 1, 1, .badNumber), ("[-]", 1, 2, .badNumber), ("[1.]", 1, 2, .badNumber),
    ("[1e]", 1, 2, .badNumber), ("[+1]", 1, 2, .unexpected("+", expected: .value)),
    ("[.5]", 1, 2, .unexpected(".", expected: .value)),
    ("[NaN]", 1, 2, .unexpected("N", expected: .value)),
    ("{\"a\":1,\n \"b\":2,\n \"a\":3}", 3, 2, .duplicateName("a")),
    (#"{"a":{"x":1,"\u0078":2}}"#, 1, 13, .duplicateName("x")),
    ("\u{FEFF}\u{FEFF}{}", 1, 2, .byteOrderMark),
    ("// no\n{}", 1, 1, .unexpected("/", expected: .value)),
  ])
  func refusesWithThePlace(text: String, line: Int, column: Int, fact: JSONFault.Fact) {
    #expect(throws: JSONFault(place: TextPlace(line: line, column: column), fact: fact)) {
      try JSONScanner.value(of: Array(text.utf8))
    }
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x7B, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x7B], "UTF-16"),
      ([0x7B, 0x00, 0x7D, 0x00], "UTF-16"), ([0x00, 0x7B, 0x00, 0x7D], "UTF-16"),
      ([0x7B, 0, 0, 0, 0x7D, 0, 0, 0], "UTF-32"), ([0, 0, 0, 0x7B], "UTF-32"),
      ([0xFF, 0xFE, 0, 0], "UTF-32"),
    ] as [([UInt8], String)])
  func namesOtherEncodings(bytes: [UInt8], encoding: String) {
    #expect(
      throws: JSONFault(place: TextPlace(line: 1, column: 1), fact: .otherEncoding(encoding))
    ) { try JSONScanner.value(of: bytes) }
  }

  @Test(
    arguments: [
      [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x99],
    ] as [[UInt8]])
  func refusesWhatIsNoUTF8(bytes: [UInt8]) {
    let inText = Array("[\"é\",\"ab".utf8) + bytes + Array("\"]".utf8)
    #expect(throws: JSONFault(place: TextPlace(line: 1, column: 9), fact: .invalidUTF8)) {
      try JSONScanner.value(of: inText)
    }
    #expect(throws: JSONFault.self) { try JSONScanner.value(of: bytes) }
    #expect(throws: JSONFault.self) { try JSONScanner.value(of: Array("[1".utf8) + bytes) }
  }

  @Test func depthEndsAtTheLimit() throws {
    let limit = JSONScanner.depthLimit
    let fits = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    _ = try JSONScanner.value(of: Array(fits.utf8))
    let tooDeep = "[" + fits + "]"
    #expect(
      throws: JSONFault(
        place: TextPlace(line: 1, column: limit + 1), fact: .tooDeep(limit: limit))
    ) { try JSONScanner.value(of: Array(tooDeep.utf8)) }
    #expect(throws: JSONFault.self) {
      try JSONScanner.value(of: Array(repeating: 0x5B, count: 1_000_000))
    }
  }

  @Test func readsBackWhateverIsWritten() throws {
    for seed in 0..<400 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let value = randomValue(depth: 4, using: &random)
      var writer = JSONWriter()
      writer.write(value)
      writer.endDocument()
      #expect(try JSONScanner.value(of: writer.bytes) == value, "seed \(seed)")
      #expect(try JSONScanner.value(of: JSONWriter.compact(value)) == value, "seed \(seed)")
    }
  }

  @Test func cutAtEveryByteItIsRefusedAndNothingBreaks() throws {
    var document = Document(name: .amsterdam)
    var writer = SampleWriter()
    for text in ["Kent de wijk", "é🙂 \u{1B}[31m \"x\"\\", "العربية"] {
      document.apply(writer.note(text))
    }
    let bytes = DocumentCoding.bytes(of: document)
    for end in 0..<(bytes.count - 2) {
      #expect(throws: JSONFault.self, "cut at \(end)") {
        try JSONScanner.value(of: Array(bytes[..<end]))
      }
    }
    var random = SeededGenerator(seed: 5)
    for _ in 0..<3000 {
      var flipped = bytes
      let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      flipped[Int.random(in: 0..<bytes.count, using: &random)] ^= bit
      // Either is fine; what counts is that it comes back.
      if let value = try? JSONScanner.value(of: flipped) {
        _ = try? DocumentCoding.document(from: value, name: .amsterdam)
      }
    }
  }

  @Test func findsThePlaceOfAPath() {
    let bytes = Array(
      """
      {
        "notes": [
          {"id": "a", "é": [1, 2]},
          { "text" :  7 }
        ]
      }
      """.utf8)
    let cases: [(JSONPath, Int, Int)] = [
      ([], 1, 1), ([.name("notes")], 2, 12), ([.name("notes"), .index(1)], 4, 5),
      ([.name("notes"), .index(1), .name("text")], 4, 17),
      ([.name("notes"), .index(0), .name("é"), .index(1)], 3, 26),
      ([.name("notes"), .index(1), .name("id")], 4, 5), ([.name("other")], 1, 1),
      ([.name("notes"), .index(9)], 2, 12), ([.index(0)], 1, 1),
    ]
    for (path, line, column) in cases {
      let place = JSONScanner.place(of: path, in: bytes)
      #expect(place == TextPlace(line: line, column: column), "\(path)")
    }
    #expect(JSONScanner.place(of: [.name("x")], in: []) == TextPlace(line: 1, column: 1))
  }

  private func randomValue(depth: Int, using random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .number("\(Int.random(in: -9999...9999, using: &random)).\(random.next() % 100)")
    case 3: return .string(randomText(using: &random))
    case 4:
      return .array(
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in
          randomValue(depth: depth - 1, using: &random)
        })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        object[FieldName(randomText(using: &random))] = randomValue(
          depth: depth - 1, using: &random)
      }
      return .object(object)
    }
  }

  private func randomText(using random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      let limit: UInt32 = [0x80, 0x100, 0x3000, 0x110000].randomElement(using: &random) ?? 0x80
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
