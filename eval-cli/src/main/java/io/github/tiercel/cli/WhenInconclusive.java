package io.github.tiercel.cli;

/** What an undecided gate means to the shell. */
enum WhenInconclusive {
    own(ExitCode.INCONCLUSIVE),
    fail(ExitCode.FAILED),
    pass(ExitCode.PASSED);

    private final int exitCode;

    WhenInconclusive(int exitCode) {
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
