package org.penguinfit.core.toy;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.significance.AsymptoticCls;
import org.penguinfit.core.significance.ProfileFit;
import org.penguinfit.core.significance.TestStatistic;

/** Likelihood ratios of Asimov data, with nuisance parameters where the observed data put them. */
public final class AsimovData {
    private AsimovData() {}

    /**
     * The point with the parameter of interest at μ and all others at their conditional best fit to the observed data.
     *
     * @throws IllegalStateException when the minimisation failed
     */
    public static Vector profiledPoint(DataModel model, int interest, double mu, List<Vector> starts) {
        return profiledPoint(DataFit.of(model, List.of(interest), starts), mu);
    }

    /** As above for the data of a fit. */
    static Vector profiledPoint(DataFit fit, double... values) {
        ProfileFit conditional = fit.ratio().at(values);
        if (!conditional.usable()) {
            throw new IllegalStateException("the conditional fit ended with " + conditional.status());
        }
        return conditional.point();
    }

    /** The fit of the Asimov data of μ, nuisance parameters profiled on the observed data. */
    public static DataFit of(DataModel model, int interest, double mu, List<Vector> starts) {
        DataFit fit = DataFit.of(model, List.of(interest), starts);
        fit.useAsimov(profiledPoint(fit, mu).toArray());
        return fit;
    }

    /** The ingredients of asymptotic CLs limits: the observed data and the Asimov data of μ = 0. */
    public static AsymptoticCls cls(TestStatistic statistic, DataModel model, int interest, List<Vector> starts) {
        return new AsymptoticCls(
                statistic,
                DataFit.of(model, List.of(interest), starts).ratio(),
                of(model, interest, 0.0, starts).ratio());
    }
}
