import Foundation
import Synchronization
import WorkshopCore

extension Surroundings {
  /// Surroundings that are the same on every run: ids count up and the clock goes on by 1 ms a look.
  ///
  /// - Parameters:
  ///   - series: Tells the ids of two machines in one test apart.
  ///   - start: Seconds since 1970 at the first look.
  ///   - offset: Seconds east of Greenwich.
  public static func counted(
    series: UInt8 = 1, from start: Int64 = 1_795_000_000, offset: Int = 3600
  ) -> Surroundings {
    let looks = Counter()
    let ids = Counter()
    return Surroundings(
      now: { (start * 1000 + Int64(looks.next()), offset) },
      uuid: {
        let number = ids.next()
        let low = (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * (7 - $0))) }
        return UUID(
          uuid: (
            series, 0, 0, 0, 0, 0, 0x40, 0, 0x80, low[1], low[2], low[3], low[4], low[5], low[6],
            low[7]
          ))
      })
  }

  private final class Counter: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
      value.withLock { value in
        value += 1
        return value
      }
    }
  }
}
