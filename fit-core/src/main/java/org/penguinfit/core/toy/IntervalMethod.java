package org.penguinfit.core.toy;

import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.IntervalSet;

/** A rule that turns data into a confidence set of one parameter. */
public interface IntervalMethod {
    /** The name that reports show. */
    String name();

    /** A workspace for one thread. */
    Procedure start();

    /** The rule applied to one data set after another. */
    interface Procedure {
        /** Takes new data; the array is not retained. */
        void use(double[] data);

        /**
         * Takes the data of a numbered toy. A method that draws toys of its own draws other ones for each number, also where two
         * toys have the same data, as counts have: one unlucky inner sample must not decide about many toys.
         *
         * @param number of the toy
         */
        default void use(double[] data, long number) {
            use(data);
        }

        /**
         * The confidence set of the data in use.
         *
         * @throws IllegalStateException when the method gives none for these data
         */
        IntervalSet set(ConfidenceLevel level);

        /**
         * Whether the set holds a value. Methods that can tell without the set should.
         *
         * @throws IllegalStateException when the method gives no set for these data
         */
        default boolean holds(double value, ConfidenceLevel level) {
            return set(level).contains(value);
        }
    }
}
