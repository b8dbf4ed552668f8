package org.penguinfit.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Streams are Philox4x64-10 with the key and counter that the documentation says. */
class RandomStreamsTest {
    /**
     * numpy 2.4.6: {@code Philox(key=array([2021, 7], dtype=uint64), counter=array([0, 0, 41, 0],
     * dtype=uint64)).random_raw(5)}; the generator of numpy, too, steps its counter before the first block.
     */
    @Test
    void aStreamIsPhiloxWithSeedAndStudyAsKeyAndTheIndexInTheCounter() {
        UniformRandomProvider stream = new RandomStreams(2021, 7).stream(41);
        long[] expected = {
            0xc5cb3c296bdbb422L, 0x0bdd91427e84ee9fL, 0x9b7f75202d2b51caL, 0xe12e01256ffb8396L, 0x522d8d6f97bfdce2L
        };
        for (long number : expected) {
            assertThat(stream.nextLong()).isEqualTo(number);
        }
    }

    @Test
    void aStreamDoesNotDependOnTheOthersAndNamesSeparateStudies() {
        RandomStreams streams = RandomStreams.of(1, "toys");
        long first = streams.stream(5).nextLong();
        streams.stream(4).nextLong();
        assertThat(streams.stream(5).nextLong()).isEqualTo(first);
        assertThat(RandomStreams.of(1, "toyz").stream(5).nextLong()).isNotEqualTo(first);
        assertThat(RandomStreams.of(2, "toys").stream(5).nextLong()).isNotEqualTo(first);
    }

    /** FNV-1a of the empty text is its offset basis (Fowler, Noll, Vo; RFC 9923). */
    @Test
    void theNumberOfANamedStudyIsItsFnvHash() {
        assertThat(RandomStreams.of(1, "").study()).isEqualTo(0xcbf29ce484222325L);
        assertThat(RandomStreams.of(1, "a").study()).isEqualTo(0xaf63dc4c8601ec8cL);
    }
}
