package org.penguinfit.core.parallel;

/** Hears how far a piece of long work has come. Called from many threads; must return at once. */
public interface Progress {
    /**
     * Work begins.
     *
     * @param name what is done, for people
     * @param total number of pieces
     * @param done number of pieces that a checkpoint had already
     * @return takes each finished piece
     */
    Counter begin(String name, long total, long done);

    /** Takes finished pieces of one work. */
    interface Counter extends AutoCloseable {
        /** One more piece is done. */
        void step();

        /** The work has ended. */
        @Override
        void close();
    }

    /** Hears nothing. */
    static Progress silent() {
        return (name, total, done) -> new Counter() {
            @Override
            public void step() {}

            @Override
            public void close() {}
        };
    }
}
