/// The engine's version, as results and `--version` state it.
package let engineVersion = "0.1.0"
