package org.penguinfit.fits.plot.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {
    /** Any text can be a title: none may stop a run, even one whose braces enclose nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "me@home",
                "50 % \u2603 \ud83d\ude00",
                "\\undefined{x}",
                "$x",
                "{",
                "}",
                "a & b # c",
                "\u4e2d\u6587",
                "\"q\" `t`",
                "Müller, Čech, Łódź, à é ß ñ ø",
                "\u0000",
                "\\",
                "a^b_c",
                "~"
            })
    void everyTextIsSet(String text) {
        assertThat(Label.of(text, 8).width()).isFinite();
    }

    /** An underscore in a name is about a letter wide, and below the baseline where a dash is above. */
    @Test
    void underscoresAreNoDashes() {
        Label label = Label.of("a\\_a", 9);
        assertThat(label.width()).isLessThan(Label.of("aaa", 9).width());
        assertThat(label.width()).isGreaterThan(Label.of("aa", 9).width());
        assertThat(label.descent()).isGreaterThan(Label.of("aa", 9).descent() + 0.5);
        assertThat(label.descent()).isLessThan(Label.of("p", 9).descent());
    }

    @Test
    void longLabelsShrinkToTheirRoom() {
        Label label = Label.within("a rather long label of an axis", 9, 60);
        // letters have whole-number hints of a thousandth of their size
        assertThat(label.width()).isCloseTo(60, within(0.5));
        assertThat(Label.within("short", 9, 60).width())
                .isEqualTo(Label.of("short", 9).width());
    }
}
