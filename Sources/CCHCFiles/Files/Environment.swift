import Glibc

/// The value of a variable of the process's environment; nil where it is not set.
package func environmentValue(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
