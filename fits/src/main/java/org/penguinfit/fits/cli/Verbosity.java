package org.penguinfit.fits.cli;

import picocli.CommandLine.Option;

/** The options that every command has. */
final class Verbosity {
    @Option(
            names = {"-v", "--verbose"},
            description = "Say more; -vv adds stack traces.")
    private boolean[] verbose = {};

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no tables and no notes, only errors.")
    private boolean quiet;

    boolean verbose() {
        return verbose.length > 0;
    }

    boolean quiet() {
        return quiet;
    }
}
