package org.penguinfit.fits.plot.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Panel;
import org.penguinfit.fits.result.FitResult;

/** Profiles of a parameter that is measured as 1 ± 0.1, where Δχ² = ((r − 1)/0.1)², and as 2 ± 5. */
class ProfilePicturesTest {
    private static final String FIT = """
            schema: fit/1
            title: Profiles
            theory: [line]
            measurements: {files: [data.yaml], include: [sharp, broad]}
            parameters: {r_D: {range: "-60:60"}}
            tasks:
              sharp: {title: sharp, type: one-at-a-time, use: [sharp], levels: [1σ, 2σ]}
              broad: {title: broad, type: one-at-a-time, use: [broad], levels: [1σ, 2σ]}
            outputs:
              plots:
                alone: {task: sharp, kind: profile}
                both: {task: sharp, kind: profile, overlay: [broad]}
            """;

    @TempDir
    Path folder;

    private Panel panel(String name) {
        FitFolder files = new FitFolder(folder)
                .write("line.yaml", """
                        schema: theory/1
                        title: A line
                        reference: none
                        parameters: {r_D: {default: 0, range: "-60:60"}}
                        observables: {o: {expression: r_D}}
                        """)
                .write("data.yaml", """
                        "@metadata@": {schema: measurements/1}
                        sharp: {values: {o: 1 ± 0.1}}
                        broad: {values: {o: 2 ± 5}}
                        """)
                .write("fit.yaml", FIT);
        FitResult result = TaskPictures.addTo(files.run(), Fits.plan(files.request("fit.yaml")), false);
        return result.pictures().stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .orElseThrow()
                .figure()
                .panels()
                .get(0);
    }

    /** The highest level, 4, stands at 1/1.6 of the height: shown up to Δχ² = 6.4, which is reached at 1 ± 0.253. */
    @Test
    void aProfileThatIsNarrowInItsRangeIsShownThereAlone() {
        Axis.Range range = java.util.Objects.requireNonNull(panel("alone").x().range());
        assertThat(range.low()).isBetween(0.0, 1 - 0.253);
        assertThat(range.high()).isBetween(1 + 0.253, 2.0);
        assertThat(panel("alone").x().label()).isEqualTo("$r_D$");
    }

    @Test
    void ofSeveralProfilesTheFirstIsThickAndOnTop() {
        List<Mark> marks = panel("both").marks();
        Mark last = marks.get(marks.size() - 1);
        assertThat(last.legend()).isEqualTo("sharp");
        assertThat(last.style().width())
                .isGreaterThan(marks.get(marks.size() - 2).style().width());
        // 2 ± 5 is low enough from 2 − 12.6 to 2 + 12.6, a fifth of the range
        assertThat(java.util.Objects.requireNonNull(panel("both").x().range()).low())
                .isCloseTo(-60, within(1e-9));
    }
}
