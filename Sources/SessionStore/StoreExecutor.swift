import Dispatch

/// Runs a live session's work one after the other on a queue of its own.
///
/// Its work waits for disks and locks; on the shared pool of Swift's tasks it would hold up
/// everything else.
final class StoreExecutor: SerialExecutor {
  let queue = DispatchQueue(label: "SessionStore.LiveSession")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
