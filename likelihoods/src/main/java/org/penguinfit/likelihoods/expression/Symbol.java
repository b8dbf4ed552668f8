package org.penguinfit.likelihoods.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a name in a formula stands for. */
public sealed interface Symbol {

    /**
     * A real or complex input, given by real parameters.
     *
     * @param real name of the parameter that is the value or its real part
     * @param imaginary name of the parameter that is the imaginary part; empty for a real input
     */
    record Variable(String real, Optional<String> imaginary) implements Symbol {}

    /**
     * Coefficients with indices.
     *
     * @param sets the index set of each slot, in order; at least one
     * @param complex true if members may be complex
     * @param members what each member stands for, by its labels
     */
    record Family(String name, List<IndexSet> sets, boolean complex, Map<List<String>, Symbol> members)
            implements Symbol {
        public Family {
            sets = List.copyOf(sets);
            members = Map.copyOf(members);
        }
    }

    /** A formula at given labels of its indices, such as the matched coefficient {@code CLp[tau,tau]}. */
    record Application(Formula formula, List<String> labels) implements Symbol {
        public Application {
            labels = List.copyOf(labels);
        }
    }

    /**
     * A named formula; two are equal only if they are the same object.
     */
    final class Formula implements Symbol {
        private final String name;
        private final List<IndexVariable> indices;
        private final Expression body;
        private final Demand demand;

        /**
         * Names an expression.
         *
         * @param name as it appears in messages
         * @param indices its index variables, empty for a scalar
         * @param demand what the value must be
         */
        public Formula(String name, List<IndexVariable> indices, Expression body, Demand demand) {
            this.name = name;
            this.indices = List.copyOf(indices);
            this.body = body;
            this.demand = demand;
        }

        public String name() {
            return name;
        }

        public List<IndexVariable> indices() {
            return indices;
        }

        public Expression body() {
            return body;
        }

        public Demand demand() {
            return demand;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An index variable and the set it runs over. */
    record IndexVariable(String variable, IndexSet set) {}

    /** What the value of a formula must be. */
    enum Demand {
        /** Anything, also complex. */
        NONE,
        /** Real. */
        REAL,
        /** Finite and free of parameters; may be complex. */
        CONSTANT
    }
}
