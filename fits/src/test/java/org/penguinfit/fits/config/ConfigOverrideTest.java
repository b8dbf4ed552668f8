package org.penguinfit.fits.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.selection.Selector;

class ConfigOverrideTest {
    private static final String CONFIG = """
            schema: fit/1
            title: before
            theory: [one, two]
            measurements: {include: [A, B]}
            parameters:
              x: {range: "-1:1"}
              a.b: {fixed: 1}
              c=d: {fixed: 1}
            tasks:
              t: {type: fit, levels: [1σ, 2σ]}
            """;

    private final Diagnostics diagnostics = new Diagnostics();

    private FitConfig with(String... options) {
        LocatedDocument document = Objects.requireNonNull(
                LocatedDocument.parse(CONFIG.getBytes(StandardCharsets.UTF_8), "fit.yaml", diagnostics));
        LocatedDocument changed = ConfigOverride.apply(List.of(options), document, diagnostics);
        return FitConfigLoader.load("fit", changed, List.of(options), diagnostics);
    }

    private List<String> problems() {
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    private ParameterConfig parameter(FitConfig config, String name) {
        return Objects.requireNonNull(config.parameters().get(name));
    }

    private TaskConfig task(FitConfig config) {
        return Objects.requireNonNull(config.tasks().get("t"));
    }

    @Test
    void replacesValuesAtAnyDepth() {
        FitConfig config = with("title=after", "parameters.x.range=-2:3", "tasks.t.type=one-at-a-time");
        assertThat(problems()).isEmpty();
        assertThat(config.title()).isEqualTo("after");
        assertThat(parameter(config, "x").range()).isEqualTo(new Bounds(-2, 3));
        assertThat(task(config).type()).isEqualTo(TaskConfig.Type.ONE_AT_A_TIME);
    }

    @Test
    void replacesItemsOfListsAndWholeLists() {
        FitConfig config = with("tasks.t.levels[1]=90%", "theory=[three]", "measurements.include[0]=\"Belle: new\"");
        assertThat(problems()).isEmpty();
        assertThat(task(config).levels()).extracting(Level::label).containsExactly("1σ", "90%");
        assertThat(config.theory()).containsExactly("three");
        assertThat(config.include()).extracting(Selector::describe).containsExactly("name 'Belle: new'", "name 'B'");
    }

    @Test
    void addsKeysThatWereNotThere() {
        FitConfig config = with(
                "seed=7",
                "as-of=2021-08-31",
                "parameters.y={range: '0:5'}",
                "tasks.t.starts=3",
                "parameters.x.start=0.5");
        assertThat(problems()).isEmpty();
        assertThat(config.seed()).isEqualTo(7);
        assertThat(config.asOf()).hasToString("2021-08-31");
        assertThat(parameter(config, "y").range()).isEqualTo(new Bounds(0, 5));
        assertThat(task(config).starts()).isEqualTo(3);
        assertThat(parameter(config, "x").start()).isEqualTo(0.5);
    }

    @Test
    void takesQuotedKeysThatHoldDotsEqualSignsOrBrackets() {
        FitConfig config = with(
                "parameters.\"a.b\".fixed=2", "parameters.\"c=d\".fixed=3", "parameters.\"CL[tau,tau]\"={fixed: 4}");
        assertThat(problems()).isEmpty();
        assertThat(parameter(config, "a.b").fixed()).isEqualTo(2);
        assertThat(parameter(config, "c=d").fixed()).isEqualTo(3);
        assertThat(parameter(config, "CL[tau,tau]").fixed()).isEqualTo(4);
    }

    @Test
    void takesTheLastOfSeveralForOnePath() {
        assertThat(with("seed=1", "seed=2").seed()).isEqualTo(2);
    }

    @Test
    void keepsTheOptionsAsWritten() {
        assertThat(with("seed=1", "title=x").overrides()).containsExactly("seed=1", "title=x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "seed; --set seed: must be PATH=VALUE, found no '=' (write it like --set seed=7)",
                "=7; --set =7: must be PATH=VALUE, found no '=' (write it like --set seed=7)",
                "parametres.x.range=0:1; --set parametres.x.range=0:1: no key 'parametres' in the config (did you mean 'parameters'?)",
                "parameters.X.range=0:1; --set parameters.X.range=0:1: no key 'parameters.X' in the config (did you mean 'x'?)",
                "tasks.t.levels[5]=90%; --set tasks.t.levels[5]=90%: no place 'tasks.t.levels.5' in the config, found a list of 2 above it",
                "title.x=1; --set title.x=1: no place 'title.x' in the config, found 'before' above it",
                "seed=seven; --set seed=seven seed: must be a whole number, found 'seven'",
                "parameters.x.range=5; --set parameters.x.range=5 parameters.x.range: must be a range, found 5 (write it like \"-40:40\")",
                "sed=7; --set sed=7 sed: unknown key 'sed' (did you mean 'seed'?)",
                "title.=1; --set title.=1: no place 'title.' in the config, found 'before' above it"
            })
    void saysWhatIsWrongWithAnOption(String option, String problem) {
        with(option);
        assertThat(problems()).containsExactly(problem);
    }

    @Test
    void saysWhereAValueIsNoYaml() {
        with("tasks.t.levels=[1σ");
        assertThat(problems()).isNotEmpty().allMatch(p -> p.startsWith("--set tasks.t.levels=[1σ"));
    }
}
