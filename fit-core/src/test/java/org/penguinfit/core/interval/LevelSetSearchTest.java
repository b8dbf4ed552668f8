package org.penguinfit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevelSetSearchTest {
    private static final LevelSetSearch SEARCH = new LevelSetSearch(200);
    /** The documented tolerance of a crossing, for numbers of order ten. */
    private static final double CROSSING = 2e-11;
    /** Brent's minimum of a smooth function: the square root of the rounding of its value. */
    private static final double MINIMUM = 1e-6;

    /** Closed form: |sin x| ≤ 1/2 within π/6 of every multiple of π. */
    @Test
    void findsEveryBranchOfAPeriodicFunction() {
        LevelScan scan = SEARCH.scan(x -> Math.abs(Math.sin(x)), new Interval(-1, 10), 0, Math.PI, 2 * Math.PI);
        assertThat(scan.minima()).hasSize(4);
        IntervalSet set = scan.sublevelSet(0.5);
        assertThat(set.segments()).hasSize(4);
        for (int k = 0; k < 4; k++) {
            Interval segment = set.segments().get(k);
            assertThat(segment.lower()).isCloseTo((k - 1.0 / 6) * Math.PI, within(CROSSING));
            assertThat(segment.upper()).isCloseTo(Math.min(10, (k + 1.0 / 6) * Math.PI), within(CROSSING));
        }
        assertThat(scan.points()).isEqualTo(203);
        assertThat(scan.method()).isEqualTo("scan of 203 points");
    }

    /** Between two grid points the function dips below, or bulges above, the level: the refined extremum shows it. */
    @Test
    void seesWhatTheGridStepsOver() {
        LevelSetSearch coarse = new LevelSetSearch(11);
        LevelScan dip = coarse.scan(x -> (x - 0.55) * (x - 0.55), new Interval(0, 1));
        assertThat(dip.sublevelSet(1e-4).segments()).hasSize(1);
        assertThat(dip.sublevelSet(1e-4).segments().get(0).lower()).isCloseTo(0.54, within(CROSSING));
        LevelScan bulge = coarse.scan(x -> -(x - 0.55) * (x - 0.55), new Interval(0, 1));
        assertThat(bulge.sublevelSet(-1e-4).segments()).hasSize(2);
        assertThat(bulge.sublevelSet(-1e-4).segments().get(1).lower()).isCloseTo(0.56, within(CROSSING));
    }

    @Test
    void locatesWallsAndMinimaAtThem() {
        // x ln x-like: finite for x > 1/3 only, falling towards the wall
        LevelScan scan = SEARCH.scan(x -> x > 1.0 / 3 ? x : Double.POSITIVE_INFINITY, new Interval(-1, 2));
        assertThat(scan.minima()).hasSize(1);
        assertThat(scan.minima().get(0).edge()).isTrue();
        assertThat(scan.minima().get(0).x()).isCloseTo(1.0 / 3, within(1e-15));
        IntervalSet set = scan.sublevelSet(1.0);
        assertThat(set.segments()).hasSize(1);
        assertThat(set.segments().get(0).lower()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(set.segments().get(0).upper()).isCloseTo(1.0, within(CROSSING));
    }

    @Test
    void countsPointsThatFail() {
        LevelScan scan = new LevelSetSearch(5).scan(x -> Math.sqrt(x), new Interval(-2, 2));
        assertThat(scan.failedPoints()).isEqualTo(2);
        assertThat(scan.lowestValue()).isZero();
        assertThat(new LevelSetSearch(5)
                        .scan(x -> Double.NaN, new Interval(0, 1))
                        .minima())
                .isEmpty();
    }

    @Test
    void minimaAtTheEndsAreEdges() {
        LevelScan scan = SEARCH.scan(Math::cos, new Interval(0, 6));
        assertThat(scan.minima()).hasSize(1);
        assertThat(scan.minima().get(0).x()).isCloseTo(Math.PI, within(MINIMUM));
        assertThat(scan.minima().get(0).edge()).isFalse();
        assertThat(SEARCH.scan(x -> x, new Interval(0, 6)).minima().get(0).edge())
                .isTrue();
    }

    /** A flat allowed region, as of a one-sided limit: its middle is reported, not as an edge. */
    @Test
    void plateausAreOneMinimum() {
        LevelScan scan = SEARCH.scan(x -> Math.pow(Math.max(0, Math.abs(x) - 1), 2), new Interval(-3, 3), -1, 1);
        assertThat(scan.minima()).hasSize(1);
        assertThat(scan.minima().get(0).x()).isCloseTo(0.0, within(0.04)); // one step of the grid
        assertThat(scan.sublevelSet(1).segments().get(0).upper()).isCloseTo(2.0, within(CROSSING));
    }

    @Test
    void rejectsARangeOrGridThatCannotBeScanned() {
        assertThatThrownBy(() -> new LevelSetSearch(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SEARCH.scan(x -> x, Interval.ALL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SEARCH.scan(x -> x, new Interval(1, 1))).isInstanceOf(IllegalArgumentException.class);
    }
}
