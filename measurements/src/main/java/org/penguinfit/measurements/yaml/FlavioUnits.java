package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.Covariance;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.Uncertainty;

/**
 * flavio has everything in powers of GeV, we have mass differences of mesons in ps⁻¹. A result on one of them is multiplied by
 * 1/ħ; its quotation keeps the number of the file, and names the factor and the new unit.
 */
public final class FlavioUnits {
    /** ħ in GeV·ps, exact in the SI to the digits given (CODATA 2018). */
    public static final double HBAR = 6.582119569e-13;

    /** Factor from GeV to ps⁻¹. */
    public static final double GEV_TO_INVERSE_PS = 1 / HBAR;

    /** Unit of a mass difference here. */
    public static final String INVERSE_PS = "ps^-1";

    private static final Pattern MASS_DIFFERENCE = Pattern.compile("DeltaM_[ds]");

    private FlavioUnits() {}

    /** True if flavio's unit of an observable is not ours. */
    public static boolean differs(String observable) {
        return MASS_DIFFERENCE.matcher(observable).matches();
    }

    /** The result in our units; one that states its unit is left alone. */
    static PublishedResult toOurs(PublishedResult result) {
        if (result instanceof SingleResult single) {
            return needsFactor(single.observable(), single.quotation())
                    ? new SingleResult(
                            single.observable(),
                            single.value().scaled(GEV_TO_INVERSE_PS),
                            converted(single.quotation()),
                            single.ratio())
                    : single;
        }
        return result instanceof CorrelatedResult block
                ? toOurs(block)
                : grid((TabulatedResult) result, GEV_TO_INVERSE_PS);
    }

    /** A grid with mass differences of mesons in GeV. */
    public static TabulatedResult gridToFlavio(TabulatedResult grid) {
        return grid(grid, HBAR);
    }

    /** Axes and central values of mass differences times a factor; what is tabulated has a free factor anyway. */
    private static TabulatedResult grid(TabulatedResult grid, double factor) {
        List<List<Double>> axes = new ArrayList<>();
        List<Double> central = new ArrayList<>();
        for (int k = 0; k < grid.observables().size(); k++) {
            double own = differs(grid.observables().get(k).name()) ? factor : 1;
            axes.add(grid.axes().get(k).stream().map(x -> x * own).toList());
            central.add(grid.central().isPresent() ? grid.central().get().get(k) * own : 0);
        }
        return new TabulatedResult(
                grid.observables(),
                axes,
                grid.values(),
                grid.quantity(),
                grid.linear(),
                grid.central().map(c -> central),
                grid.quotation());
    }

    private static PublishedResult toOurs(CorrelatedResult block) {
        int n = block.components().size();
        List<Component> components = new ArrayList<>();
        double[] factor = new double[n];
        boolean any = false;
        for (int i = 0; i < n; i++) {
            Component c = block.components().get(i);
            boolean needed = needsFactor(c.observable(), c.quotation());
            factor[i] = needed ? GEV_TO_INVERSE_PS : 1;
            any |= needed;
            components.add(needed ? scaled(c, factor[i]) : c);
        }
        if (!any) {
            return block;
        }
        double[] covariance = block.covariance().toRowMajor();
        for (int k = 0; k < n * n; k++) {
            covariance[k] *= factor[Math.min(k / n, k % n)];
            covariance[k] *= factor[Math.max(k / n, k % n)];
        }
        return new CorrelatedResult(
                components, Covariance.of(n, covariance), components.get(0).quotation());
    }

    private static Component scaled(Component c, double factor) {
        List<Uncertainty> uncertainties = new ArrayList<>();
        for (Uncertainty u : c.uncertainties()) {
            uncertainties.add(u.scaled(factor));
        }
        return new Component(c.observable(), c.central() * factor, uncertainties, converted(c.quotation()));
    }

    private static boolean needsFactor(ObservableId observable, Quotation quotation) {
        return quotation.unit().isEmpty() && differs(observable.name());
    }

    private static Quotation converted(Quotation q) {
        return new Quotation(q.text(), INVERSE_PS, q.scale() * GEV_TO_INVERSE_PS, q.location());
    }
}
