package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.penguinfit.measurements.exchange.Exported;
import org.penguinfit.measurements.exchange.Imported;
import org.penguinfit.measurements.exchange.LeftOut;
import org.penguinfit.measurements.exchange.convert.Format;

/** The report of a conversion: what was read, what was written, what was left out, what is lost. */
final class ConvertReport {
    private ConvertReport() {}

    static void print(
            List<Path> in, Format from, Imported imported, Exported exported, Path target, Format to, PrintWriter out) {
        List<String> names = in.stream().map(Path::toString).toList();
        out.println(String.join(", ", names) + " (" + from.key() + "): "
                + number(imported.measurements().size(), "measurement") + " read");
        for (String note : imported.notes()) {
            out.println("  · " + note);
        }
        out.println("written to " + target + " (" + to.key() + "): " + number(exported.written(), "measurement")
                + (exported.files().size() > 1 ? " in " + exported.files().size() + " files" : ""));
        section("left out when reading", imported.leftOut(), out);
        section("left out when writing", exported.leftOut(), out);
        section("lost, since " + to.key() + " has no word for it", exported.losses(), out);
    }

    private static void section(String title, List<LeftOut> lines, PrintWriter out) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(title);
            lines.forEach(line -> out.println("  " + line));
        }
    }

    private static String number(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
