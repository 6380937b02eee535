import Foundation
import WorkshopCore

/// Reads lines as they come: those that are there together, without waiting for more.
struct LineReader {
  /// Lines that came together.
  struct Batch {
    /// The lines without their ends.
    var lines: [String] = []
    /// What is wrong with the line after them; nothing is read any more then.
    var fault: CommandError?
  }

  /// The bytes of a line that are read before it is given up: its limit, and what is taken off it.
  private static let most = Limits.line + 64

  private let descriptor: Int32
  private let name: String
  private var rest: [UInt8] = []
  private var count = 0
  private var isAtEnd = false

  /// Reads from a descriptor, which errors call by a name.
  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// The lines that are there; `nil` at the end.
  mutating func next() throws(CommandError) -> Batch? {
    while !isAtEnd {
      let chunk = try read()
      guard !chunk.isEmpty else {
        isAtEnd = true
        guard !rest.isEmpty else { return nil }
        return batch(of: [rest[...]])
      }
      guard let end = chunk.lastIndex(of: 0x0A) else {
        rest += chunk
        // One without an end would fill the memory.
        if rest.count > LineReader.most { return batch(of: [rest[...]]) }
        continue
      }
      let whole = rest + chunk[..<end]
      rest = Array(chunk[(end + 1)...])
      return batch(of: whole.split(separator: 0x0A, omittingEmptySubsequences: false))
    }
    return nil
  }

  private mutating func batch(of lines: [ArraySlice<UInt8>]) -> Batch {
    var batch = Batch()
    for line in lines {
      count += 1
      var line = line
      if count == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      while line.last == 0x0D { line = line.dropLast() }
      guard line.count <= Limits.line else {
        batch.fault = .lineTooLong(source: name, line: count)
        isAtEnd = true
        return batch
      }
      guard let text = String(validating: line, as: UTF8.self) else {
        batch.fault = .notUTF8(
          source: name, line: count, column: line.columnOfInvalidUTF8)
        isAtEnd = true
        return batch
      }
      batch.lines.append(text)
    }
    return batch
  }

  private func read() throws(CommandError) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = chunk.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if got >= 0 { return Array(chunk[..<got]) }
      let reason = errno
      if reason != EINTR { throw .cannotRead(file: name, reason: SystemReason.text(reason)) }
    }
  }
}

extension Collection where Element == UInt8 {
  /// The place of the first byte that is not UTF-8, counted in scalars from 1.
  var columnOfInvalidUTF8: Int {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = makeIterator()
    var column = 1
    while case .valid = parser.parseScalar(from: &bytes) { column += 1 }
    return column
  }
}

extension String {
  /// Tells whether nothing is in it but white space.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
