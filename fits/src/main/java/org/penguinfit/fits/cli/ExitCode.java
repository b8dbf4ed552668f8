package org.penguinfit.fits.cli;

/** Exit codes of the program. */
final class ExitCode {
    static final int FINE = 0;
    static final int NOT_CONVERGED = 1;
    static final int BAD_INPUT = 2;
    static final int INTERNAL = 3;

    private ExitCode() {}
}
