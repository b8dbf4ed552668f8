package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.fits.plot.build.PullPicture.Pull;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PullFound;

/** Pictures of the best minimum: pulls and correlations. */
final class MinimumPlots {
    private MinimumPlots() {}

    static Map<String, Figure> pulls(TaskResult task, Labels labels) {
        List<Pull> pulls = new ArrayList<>();
        for (PullFound pull : task.pulls()) {
            pulls.add(
                    new Pull(labels.observable(pull.observable()) + ", " + Tex.text(pull.measurement()), pull.pull()));
        }
        return pulls.isEmpty() ? TaskPictures.none() : Map.of("", PullPicture.of(pulls));
    }

    /** The best minimum has correlations if it has a covariance of two parameters or more. */
    static Map<String, Figure> correlation(TaskResult task, List<String> wanted, Labels labels) {
        MinimumFound best = task.minima().isEmpty() ? null : task.minima().get(0);
        CovarianceMatrix covariance = best == null ? null : best.covariance();
        if (best == null || covariance == null) {
            return TaskPictures.none();
        }
        List<String> names = new ArrayList<>(best.uncertainties().keySet());
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (wanted.isEmpty() || wanted.contains(names.get(i))) {
                shown.add(i);
            }
        }
        if (shown.size() < 2) {
            return TaskPictures.none();
        }
        double[][] rows = new double[shown.size()][shown.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = covariance.get(shown.get(i), shown.get(j));
            }
        }
        List<String> latex =
                shown.stream().map(i -> labels.parameter(names.get(i))).toList();
        return CovarianceMatrix.of(rows)
                .map(part -> Map.of("", CorrelationPicture.of(latex, part)))
                .orElseGet(Map::of);
    }
}
