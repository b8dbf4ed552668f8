package org.penguinfit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalSetTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static Interval i(double lower, double upper) {
        return new Interval(lower, upper);
    }

    @Test
    void mergesWhatOverlapsOrTouches() {
        assertThat(IntervalSet.of(i(3, 4), i(0, 1), i(1, 2), i(3.5, 5)).segments())
                .containsExactly(i(0, 2), i(3, 5));
        assertThat(IntervalSet.of(i(0, 9), i(2, 3)).segments()).containsExactly(i(0, 9));
        assertThat(IntervalSet.of(i(2, 2), i(1, 1)).segments()).containsExactly(i(1, 1), i(2, 2));
    }

    @Test
    void endsAscend() {
        assertThat(IntervalSet.of(i(3, 4), i(0, 1)).ends()).containsExactly(0.0, 1.0, 3.0, 4.0);
        assertThat(IntervalSet.EMPTY.ends()).isEmpty();
    }

    @Test
    void complementIsClosedAndWithinTheRange() {
        IntervalSet set = IntervalSet.of(i(-INFINITY, 0), i(1, 2));
        assertThat(set.complementWithin(Interval.ALL)).isEqualTo(IntervalSet.of(i(0, 1), i(2, INFINITY)));
        assertThat(set.complementWithin(i(-1, 1.5))).isEqualTo(IntervalSet.of(i(0, 1)));
        assertThat(set.complementWithin(i(-3, -1))).isEqualTo(IntervalSet.EMPTY);
        assertThat(IntervalSet.EMPTY.complementWithin(i(1, 2))).isEqualTo(IntervalSet.of(i(1, 2)));
    }

    @Test
    void unionAndIntersectionAgreeWithMembershipPointByPoint() {
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            IntervalSet a = random(random);
            IntervalSet b = random(random);
            for (double x = -0.5; x < 11; x += 0.25) {
                assertThat(a.union(b).contains(x)).isEqualTo(a.contains(x) || b.contains(x));
                assertThat(a.intersect(b).contains(x)).isEqualTo(a.contains(x) && b.contains(x));
            }
            assertThat(a.length() + b.length())
                    .isCloseTo(a.union(b).length() + a.intersect(b).length(), within(1e-12));
        }
    }

    private static IntervalSet random(Random random) {
        List<Interval> parts = new ArrayList<>();
        for (int k = random.nextInt(4); k > 0; k--) {
            double lower = random.nextInt(10);
            parts.add(i(lower, lower + random.nextInt(3)));
        }
        return IntervalSet.of(parts);
    }

    @Test
    void printsItsSegments() {
        assertThat(IntervalSet.of(i(0, 1), i(2, INFINITY))).hasToString("[0.0, 1.0] ∪ [2.0, Infinity]");
        assertThat(IntervalSet.EMPTY).hasToString("∅");
        assertThat(IntervalSet.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void rejectsIntervalsThatHoldNoNumber() {
        assertThatThrownBy(() -> i(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> i(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> i(INFINITY, INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }
}
