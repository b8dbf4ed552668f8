package org.penguinfit.fits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.parallel.Progress;

class ConsoleProgressTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/dev/pts/3, true",
        "/dev/tty1, true",
        "/dev/console, true",
        "/dev/null, false",
        "pipe:[4711], false",
        "/home/me/log.txt, false"
    })
    void aBarIsForTerminalsOnly(String device, boolean shown) {
        assertThat(ConsoleProgress.isTerminal(device)).isEqualTo(shown);
    }

    @Test
    void quietMeansNoBar() {
        assertThat(ConsoleProgress.of(true)).isNotInstanceOf(ConsoleProgress.class);
    }

    @Test
    void withoutATerminalThereIsNoBar() {
        // Surefire's standard error is a pipe or a file.
        Progress progress = ConsoleProgress.of(false);
        assertThat(progress).isNotInstanceOf(ConsoleProgress.class);
    }
}
