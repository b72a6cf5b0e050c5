package io.github.tiercel.benchmarks.peers;

/** A program to compare with is not on this machine. */
final class NotInstalledException extends Exception {

    private static final long serialVersionUID = 1;

    NotInstalledException(String program) {
        super(program + " is not installed");
    }
}
