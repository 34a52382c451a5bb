import Glibc

/// How many cores the machine offers.
package var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// Runs a job on several threads at once, this one among them, and waits until all have ended.
package func runWorkers(_ count: Int, _ job: @escaping @Sendable () -> Void) {
  let crew = Crew(count - 1, job)
  job()
  crew.wait()
}

/// Threads that all do one job.
package struct Crew {
  private var threads: [pthread_t] = []

  /// Starts so many threads, or fewer where the system has no more: they do the same work.
  package init(_ count: Int, _ job: @escaping @Sendable () -> Void) {
    for _ in 0..<max(0, count) {
      var thread = pthread_t()
      let box = Unmanaged.passRetained(Job(job))
      let code = pthread_create(
        &thread, nil,
        { pointer in
          if let pointer { Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().run() }
          return nil
        }, box.toOpaque())
      guard code == 0 else {
        box.release()
        break
      }
      threads.append(thread)
    }
  }

  /// Whether any thread was started.
  package var isWorking: Bool { !threads.isEmpty }

  /// Waits until every thread has ended.
  package func wait() {
    for thread in threads { pthread_join(thread, nil) }
  }
}

private final class Job {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Lets one thread at a time pass.
package final class Lock: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let change: UnsafeMutablePointer<pthread_cond_t>

  package init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    change = .allocate(capacity: 1)
    change.initialize(to: pthread_cond_t())
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    change.deallocate()
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  package func lock() { pthread_mutex_lock(mutex) }
  package func unlock() { pthread_mutex_unlock(mutex) }

  /// Gives the lock up until another thread tells of a change, then takes it again.
  package func waitForChange() { pthread_cond_wait(change, mutex) }

  /// Wakes all threads that wait for a change.
  package func tellChange() { pthread_cond_broadcast(change) }
}
