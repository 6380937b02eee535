import Glibc
import SessionStore
import Synchronization
import Testing

/// Does one thing over and over, each time with the system killed, or failing, at another of its calls.
///
/// It prints how many points were tried and how many notes were lost, so that a log tells it, too.
struct CrashMatrix {
  /// What becomes of one attempt.
  struct Attempt {
    /// Whether it was told that it was done.
    var isDone: Bool
    /// The system it had.
    var system: FaultySystem
    /// Looks at the folder as the next program finds it; returns how many notes are lost.
    var lost: (_ point: String) throws -> Int
  }

  /// What is done.
  let name: String
  /// The reasons for which calls are made to fail.
  var codes: [Int32] = [ENOSPC, EIO, EACCES, EROFS, EINVAL]
  /// The calls that the operation must have made, so that nobody takes a mechanism out unseen.
  var needs: Set<SystemFailure.Call> = []
  /// The fewest calls it makes; fewer means that something is not tried any more.
  var atLeast = 1

  /// Tries it at every call.
  func run(_ attempt: (FaultySystem.Plan) throws -> Attempt) throws {
    var points = 0
    var lost = 0
    var seen: Set<SystemFailure.Call> = []
    for code in [nil] + codes.map(Optional.some) {
      for call in 1...2000 {
        let plan = code.map { FaultySystem.Plan.fails(at: call, code: $0) } ?? .killed(at: call)
        let attempt = try attempt(plan)
        let point = "\(name), \(code.map { "error \($0) at" } ?? "killed at") call \(call)"
        let missing = try attempt.lost(point)
        #expect(missing == 0, "\(point)")
        lost += missing
        seen.formUnion(attempt.system.calls)
        // The first call that is never reached ends the row.
        guard attempt.system.calls.count < call else {
          points += 1
          continue
        }
        #expect(attempt.isDone, "\(point)")
        #expect(call > atLeast, "\(point)")
        break
      }
    }
    #expect(needs.isSubset(of: seen), "\(name) misses \(needs.subtracting(seen))")
    print("crash matrix: \(name): \(points) points tried, \(lost) notes lost")
  }
}
