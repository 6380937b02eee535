import Facilitator
import Foundation
import WorkshopCore

extension ScreenMemory {
  /// Reads bytes as what was remembered.
  ///
  /// - Returns: What makes sense of it, and whether that is all; `nil` where nothing can be read.
  static func reading(_ bytes: [UInt8]) -> (memory: ScreenMemory, isWhole: Bool)? {
    let gaps = Gaps()
    let decoder = JSONDecoder()
    if let key = Gaps.key { decoder.userInfo[key] = gaps }
    guard bytes.count <= Limits.memory,
      let memory = try? decoder.decode(ScreenMemory.self, from: Data(bytes))
    else { return nil }
    return (memory, !gaps.areThere)
  }

  /// The bytes by which it is remembered; `nil` where it can't be written.
  var bytes: [UInt8]? { (try? JSONEncoder().encode(self)).map(Array.init) }
}
