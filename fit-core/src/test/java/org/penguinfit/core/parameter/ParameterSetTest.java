package org.penguinfit.core.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterSetTest {
    private static final Parameter A = new Parameter("a", 0.5, new Bounds(0, 1));
    private static final Parameter B = Parameter.of("b", -3);

    @Test
    void keepsTheOrderThatTurnsNamesIntoIndices() {
        ParameterSet set = ParameterSet.of(List.of(B, A));
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.names()).containsExactly("b", "a");
        assertThat(set.indexOf("a")).hasValue(1);
        assertThat(set.indexOf("c")).isEmpty();
        assertThat(set.start()).containsExactly(-3, 0.5);
        assertThat(set.bounds()).containsExactly(Bounds.UNBOUNDED, new Bounds(0, 1));
        assertThat(set.get(0)).isEqualTo(B);
    }

    @Test
    void rejectsTwoParametersOfOneName() {
        assertThatThrownBy(() -> ParameterSet.of(List.of(A, A.withStart(0.1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a appears twice");
    }

    @Test
    void rejectsAStartOutsideTheBoundsAndBlankNames() {
        assertThatThrownBy(() -> A.withStart(2))
                .hasMessageContaining("parameter a")
                .hasMessageContaining("found 2.0");
        assertThatThrownBy(() -> Parameter.of("x", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Parameter.of(" ", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsAreClosedAndMayBeInfinite() {
        Bounds positive = new Bounds(0, Double.POSITIVE_INFINITY);
        assertThat(positive.contains(0)).isTrue();
        assertThat(positive.contains(-1e-300)).isFalse();
        assertThat(positive.contains(Double.NaN)).isFalse();
        assertThat(positive.clamp(-2)).isZero();
        assertThat(positive.clamp(1e300)).isEqualTo(1e300);
        assertThat(positive.isFinite()).isFalse();
        assertThat(new Bounds(-1, 1).isFinite()).isTrue();
    }

    @Test
    void boundsNeedLowerNotAboveUpperAndEqualOnesFixAParameter() {
        assertThat(Bounds.fixed(1).isFixed()).isTrue();
        assertThat(new Bounds(1, 2).isFixed()).isFalse();
        assertThatThrownBy(() -> Bounds.fixed(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bounds(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bounds(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
