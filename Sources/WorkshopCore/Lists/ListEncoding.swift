/// How the bytes of a list say letters.
public enum ListEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  /// Two bytes a unit, the low one first: “Unicode text” of a spreadsheet.
  case utf16LittleEndian = "utf-16le"
  /// Two bytes a unit, the high one first.
  case utf16BigEndian = "utf-16be"
  /// What a spreadsheet on Windows saves as plain CSV in western Europe.
  case windows1252 = "windows-1252"
  /// The same on a computer set to Turkish: six letters differ.
  case windows1254 = "windows-1254"
  /// What a spreadsheet on a Mac saves as plain CSV.
  case macRoman = "macroman"
  /// What a spreadsheet saves as “CSV (MS-DOS)”.
  case codePage850 = "cp850"

  /// The encodings of one byte a letter, likeliest first.
  static let singleByte: [ListEncoding] = [.windows1252, .windows1254, .macRoman, .codePage850]

  /// The letters of the bytes from 0x80, U+FFFD for bytes that have none; `nil` where several
  /// bytes make a letter.
  var upperHalf: [Unicode.Scalar]? {
    switch self {
    case .windows1252: Self.windows1252Letters
    case .windows1254: Self.windows1254Letters
    case .macRoman: Self.macRomanLetters
    case .codePage850: Self.codePage850Letters
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    }
  }

  private static let windows1252Letters = Array(
    ("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬"
      + "\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüý"
      + "þÿ").unicodeScalars)

  /// The six letters in which the Turkish code page differs from the western one.
  private static let windows1254Letters: [Unicode.Scalar] = {
    var letters = windows1252Letters
    let turkish: [(Int, Unicode.Scalar)] = [
      (0xD0, "Ğ"), (0xDD, "İ"), (0xDE, "Ş"), (0xF0, "ğ"), (0xFD, "ı"), (0xFE, "ş"),
    ]
    for (byte, letter) in turkish { letters[byte - 0x80] = letter }
    return letters
  }()

  private static let macRomanLetters = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–"
      + "—“”‘’÷\u{25CA}ÿŸ⁄€‹›\u{FB01}\u{FB02}‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
      .unicodeScalars)

  private static let codePage850Letters = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»\u{2591}\u{2592}\u{2593}\u{2502}"
      + "\u{2524}ÁÂÀ©\u{2563}\u{2551}\u{2557}\u{255D}¢¥\u{2510}\u{2514}\u{2534}\u{252C}\u{251C}"
      + "\u{2500}\u{253C}ãÃ\u{255A}\u{2554}\u{2569}\u{2566}\u{2560}\u{2550}\u{256C}¤ðÐÊËÈıÍÎÏ"
      + "\u{2518}\u{250C}\u{2588}\u{2584}¦Ì\u{2580}ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²\u{25A0}"
      + "\u{A0}").unicodeScalars)
}
