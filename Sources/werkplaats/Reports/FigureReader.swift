import Dispatch
import Foundation
import SessionStore
import Synchronization
import WorkshopCore

/// Counts the files of sessions on all processors, each file by itself and then forgotten.
final class FigureReader: Sendable {
  /// One file of a workshop, with the folders that have a copy of it.
  private struct Job {
    let workshop: Int
    let name: DocumentName
    let sessions: [SessionFiles]
    /// Who withdrew, as far as any copy of the workshop tells.
    let withdrawn: Withdrawn
  }

  /// What was found so far.
  private struct Found {
    var next = 0
    var tally: FigureTally?
    var findings: [StoreError] = []
  }

  private let jobs: [Job]
  private let empty: FigureTally
  private let found = Mutex(Found())

  /// - Parameters:
  ///   - sessions: The files of each session.
  ///   - edition: For whom.
  init(_ sessions: [SessionFiles], edition: Report.Edition) {
    let empty = FigureTally(sessions: sessions.map(\.session), edition: edition)
    self.empty = empty
    jobs = empty.folders.enumerated().flatMap { workshop, folders in
      let copies = folders.map { sessions[$0] }
      var withdrawn = Withdrawn()
      for copy in copies { withdrawn.formUnion(copy.withdrawn) }
      return Set(copies.flatMap(\.names)).filter(\.holdsNotes).sorted().map { name in
        Job(
          workshop: workshop, name: name, sessions: copies.filter { $0.names.contains(name) },
          withdrawn: withdrawn)
      }
    }
  }

  /// The figures of all files.
  ///
  /// - Throws: `findings` if files are damaged, since notes would be missing without a word.
  func figures() throws(CommandError) -> Figures {
    let count = max(1, min(jobs.count, ProcessInfo.processInfo.activeProcessorCount))
    DispatchQueue.concurrentPerform(iterations: count) { _ in work() }
    var (tally, findings) = found.withLock { ($0.tally ?? empty, $0.findings) }
    // Somebody may have copied a file, so that a note stands in two.
    for (workshop, names) in tally.sharing where findings.isEmpty {
      do throws(StoreError) {
        var documents: [Document] = []
        for job in jobs where job.workshop == workshop && names.contains(job.name) {
          documents.append(try document(of: job))
        }
        tally.recount(documents, workshop: workshop)
      } catch {
        findings.append(error)
      }
    }
    guard findings.isEmpty else {
      throw .findings(findings.sorted { $0.file.precedesByBytes($1.file) })
    }
    return tally.figures()
  }

  /// Counts one file after the other until none is left.
  private func work() {
    var tally = empty
    var findings: [StoreError] = []
    while let job = next() {
      do throws(StoreError) {
        let notes = try notes(of: job)
        tally.add(notes.notes, gone: notes.gone, in: job.name, workshop: job.workshop)
      } catch {
        findings.append(error)
      }
    }
    found.withLock { found in
      found.findings += findings
      if found.tally == nil { found.tally = tally } else { found.tally?.add(tally) }
    }
  }

  /// The notes of a file; several copies of it are merged, as they would be on the disk.
  private func notes(of job: Job) throws(StoreError) -> FileNotes {
    guard job.sessions.count > 1 || !job.withdrawn.isEmpty else {
      return try job.sessions[0].read(job.name)
    }
    return FileNotes(try document(of: job))
  }

  /// A file as a whole, of all its copies.
  private func document(of job: Job) throws(StoreError) -> Document {
    var document = Document(name: job.name)
    for session in job.sessions {
      if let copy = try session.document(job.name) { document.merge(copy) }
    }
    document.apply(Erasure.late(in: document, of: job.withdrawn))
    return document
  }

  private func next() -> Job? {
    found.withLock { found in
      guard found.next < jobs.count else { return nil }
      found.next += 1
      return jobs[found.next - 1]
    }
  }
}
