package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;

/** A correlation matrix as coloured cells. */
public final class CorrelationPicture {
    private CorrelationPicture() {}

    /**
     * A picture of a correlation matrix.
     *
     * @param names LaTeX, one per row
     * @param covariance of the same size
     */
    public static Figure of(List<String> names, CovarianceMatrix covariance) {
        List<Vector> rows = new ArrayList<>();
        for (int i = 0; i < covariance.size(); i++) {
            double[] row = new double[covariance.size()];
            for (int j = 0; j < row.length; j++) {
                row[j] = covariance.correlation(i, j);
            }
            rows.add(Vector.of(row));
        }
        double height = Math.min(62, Math.max(24, 10.0 * names.size()));
        return Figure.of(
                        Axis.names("", names),
                        Axis.names("", names),
                        List.of(new Mark.Cells(rows, 1, "correlation coefficient")))
                .withSize(new Figure.Size(88, height));
    }
}
