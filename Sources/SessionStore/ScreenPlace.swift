import WorkshopCore

/// The place of one screen among those that show a session on this machine at once.
///
/// Each screen has a memory of its own, so that what is typed on one is never taken for what is typed on another.
/// A place is taken by the lock of a file, which the system gives back when the program ends in whatever way: who
/// comes later finds the memory of a screen that is gone.
public final class ScreenPlace: Sendable {
  /// The number of the place, from 1.
  public let number: Int
  private let descriptor: Int32
  private let fileSystem: FileSystem

  fileprivate init(number: Int, descriptor: Int32, fileSystem: FileSystem) {
    self.number = number
    self.descriptor = descriptor
    self.fileSystem = fileSystem
  }

  deinit { fileSystem.close(descriptor) }

  /// The name of a place's memory.
  static func memoryName(_ stem: String, _ number: Int) -> String {
    number == 1 ? stem + LocalState.memoryEnding : "\(stem).\(number)\(LocalState.memoryEnding)"
  }

  /// The number of the place to which a file belongs; `nil` for a file that is no memory of the session.
  static func number(ofMemory name: String, _ stem: String) -> Int? {
    guard name.hasPrefix("\(stem)."), name.hasSuffix(LocalState.memoryEnding) else { return nil }
    if name.utf8.count == stem.utf8.count + LocalState.memoryEnding.utf8.count { return 1 }
    let middle = name.dropFirst(stem.count + 1).dropLast(LocalState.memoryEnding.count)
    return Int(middle).flatMap { $0 > 1 && String($0) == middle ? $0 : nil }
  }
}

extension StateFolder {
  /// Takes a place for a screen of a session; `nil` where none can be had, and then it is one without.
  ///
  /// Of the places of screens that are gone it is the first on which something was being typed, or else the first.
  ///
  /// - Parameters:
  ///   - session: The path of the session's folder, without links in it.
  ///   - loaded: The session, which tells whose screens these are.
  ///   - rules: How the front end reads its memory, for what an earlier version left.
  ///   - isTyped: Tells of a memory whether something was being typed.
  public func takePlace(
    forScreenOf session: String, _ loaded: LoadedSession, rules: ScreenMemoryRules,
    isTyped: (_ memory: [UInt8]) -> Bool
  ) -> ScreenPlace? {
    guard (try? exclusively { () throws(SystemFailure) in }) != nil else { return nil }
    try? takeInFormer(of: StateStem(session, loaded), loaded, rules: rules)
    let stem = StateStem(session, loaded).text
    let numbers = [1] + memoryNumbers(of: stem).filter { $0 > 1 }
    var free: ScreenPlace?
    for number in numbers {
      guard let place = tryPlace(number, of: stem) else { continue }
      let name = ScreenPlace.memoryName(stem, number)
      if let bytes = try? bytes(of: name, limit: Limits.memory), isTyped(bytes) { return place }
      free = free ?? place
    }
    if let free { return free }
    for number in 1...(numbers.max() ?? 1) + 8 where !numbers.contains(number) {
      if let place = tryPlace(number, of: stem) { return place }
    }
    return nil
  }

  /// The places that have a memory, in order.
  func memoryNumbers(of stem: String) -> [Int] {
    let names = (try? names()) ?? []
    return names.compactMap { ScreenPlace.number(ofMemory: $0, stem) }.sorted()
  }

  /// Takes a place unless a screen has it.
  func tryPlace(_ number: Int, of stem: String) -> ScreenPlace? {
    guard let descriptor = try? fileSystem.open(path(of: ".\(stem).\(number).held"), .lock) else {
      return nil
    }
    guard (try? fileSystem.tryLock(descriptor)) == true else {
      fileSystem.close(descriptor)
      return nil
    }
    return ScreenPlace(number: number, descriptor: descriptor, fileSystem: fileSystem)
  }
}
