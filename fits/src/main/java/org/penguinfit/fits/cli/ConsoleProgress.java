package org.penguinfit.fits.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parallel.Progress;

/**
 * A bar with the time left on standard error, when that is a terminal. Work that is done within a second shows none, and of
 * works that run side by side one shows its bar.
 */
final class ConsoleProgress implements Progress {
    /** Work shorter than this shows no bar. */
    private static final long PATIENCE_NANOSECONDS = 1_000_000_000L;

    private static final int WIDTH = 79;
    private static final int UPDATE_MILLISECONDS = 250;

    private final AtomicBoolean taken = new AtomicBoolean();

    private ConsoleProgress() {}

    /** The progress for a command: silent with {@code -q} and where standard error is no terminal. */
    static Progress of(boolean quiet) {
        return quiet || !standardErrorIsTerminal() ? Progress.silent() : new ConsoleProgress();
    }

    /**
     * Java can ask only for input and output together (and from Java 22 on says yes to everything), so Linux's own answer
     * comes first.
     */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean standardErrorIsTerminal() {
        String terminal = System.getenv("TERM");
        if (terminal == null || terminal.toLowerCase(Locale.ROOT).equals("dumb")) {
            return false;
        }
        Path descriptor = Path.of("/proc/self/fd/2");
        try {
            if (Files.isSymbolicLink(descriptor)) {
                return isTerminal(Files.readSymbolicLink(descriptor).toString());
            }
        } catch (IOException e) {
            return false; // it cannot be known, and a bar in a log file is worse than none
        }
        return System.console() != null;
    }

    static boolean isTerminal(String device) {
        return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
    }

    @Override
    public Counter begin(String name, long total, long done) {
        return new Bar(name, total, done);
    }

    private final class Bar implements Counter {
        private final String name;
        private final long total;
        private final long before;
        private final long began = System.nanoTime();
        private long steps;
        private @Nullable ProgressBar shown;

        Bar(String name, long total, long before) {
            this.name = name;
            this.total = total;
            this.before = before;
        }

        @Override
        public synchronized void step() {
            steps++;
            long passed = System.nanoTime() - began;
            if (shown != null) {
                shown.step();
            } else if (passed > PATIENCE_NANOSECONDS && taken.compareAndSet(false, true)) {
                shown = new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(total)
                        .startsFrom(before, Duration.ofNanos(passed))
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(UPDATE_MILLISECONDS)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                        .clearDisplayOnFinish()
                        .build();
                shown.stepTo(before + steps);
            }
        }

        @Override
        public synchronized void close() {
            if (shown != null) {
                shown.close();
                shown = null;
                taken.set(false);
            }
        }
    }
}
